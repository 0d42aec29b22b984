# SPDX-License-Identifier: MIT
"""Writes the report of the proof to build/report: index.html, junit.xml, dxgmap.sarif, summary.md, badge.svg.
make report

It is of the last `make prove` of this tree (build/proofs/prove.json), or of another run (--run FILE); where there is
none, of the stored proofs, and says so. The badge is of the receipt. The exit code is 0 when the report was written,
red or green, and 2 when there is no such run.
"""

import argparse
import sys
from pathlib import Path

from cite import badge, index, junit, lint, page, receipt, runs, sarif, summary

ROOT = Path(__file__).resolve().parents[2]
OUT = "build/report"


def write(root: Path, out: Path, run: Path | None = None) -> list[Path]:
    found = index.read(root)
    told, state, faults = runs.last(found, run), receipt.state(root), lint.faults(found)
    files = {
        "index.html": page.write(found, told, state, runs.history(root)),
        "junit.xml": junit.write(found, told),
        "dxgmap.sarif": sarif.write(found, told, faults),
        "summary.md": summary.write(found, told, state, faults),
        "badge.svg": badge.write(state, told),
    }
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8")
    return [out / name for name in files]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--run", type=Path, metavar="FILE", help="the JSON of a run of prove.py")
    parser.add_argument("--out", type=Path, help=f"default: {OUT} of the tree")
    options = parser.parse_args()
    root = options.root.resolve()
    try:
        written = write(root, options.out or root / OUT, options.run)
    except FileNotFoundError as error:
        print(f"report: {error}", file=sys.stderr)
        return 2
    for path in written:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
