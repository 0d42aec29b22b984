#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mutants: small faults in the core, each of which the proof of a unit must find.

tests/gate/mutants/*.json: a list of {"name", "file", "find", "replace", "unit", "why"}; `file` is the path in the tree
and `find` occurs in it exactly once. A mutant that proves shows that a contract does not say what it should.

A mutant that was killed has a receipt (kept.py) and need not run again. The last line is `N passed, N failed, N by
receipt`.
"""

import argparse
import functools
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "proofs")]

import kept  # noqa: E402
import mutant  # noqa: E402
import receipts  # noqa: E402
from kept import Kept  # noqa: E402
from mutant import Mutant  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--folder", type=Path, help="of the lists; default: tests/gate/mutants of the tree")
    parser.add_argument("--unit", action="append", default=[], help="only mutants of this unit; repeat it for several")
    worth = "what earlier runs are worth (proofs/receipts.py); default %(default)s"
    parser.add_argument("--receipts", default="mend", choices=("read", "mend", "renew"), help=worth)
    words = 'only mutants with one of these in their labels: "core mutant of slots: no generation bump"'
    parser.add_argument("words", nargs="*", help=words)
    return parser.parse_args()


def main() -> int:
    options = arguments()
    started = time.monotonic()
    root = options.root.resolve()
    listed = mutant.load(options.folder or root / "tests" / "gate" / "mutants")
    chosen = [m for m in listed if not options.words or any(word in m.label for word in options.words)]
    chosen = [m for m in chosen if not options.unit or m.unit in options.unit]
    told = Kept(root)
    faults = [f"{m.label}: {what}" for m in chosen if (what := mutant.misplaced(m, root))]
    found = kept.consult(told, [m for m in chosen if not mutant.misplaced(m, root)], listed, options.receipts)
    for m, reason in found.left:
        print(f"to run: {m.label}: {reason}", flush=True)
    faults += found.wrong
    for fault in faults:
        print(f"FAIL  {fault}", flush=True)
    left = [m for m, _ in found.left]
    survived = 0
    with ThreadPoolExecutor(2) as pool:
        one = functools.partial(run, told, root, keep=options.receipts != "read")
        for m, (said, seconds) in zip(left, pool.map(one, left)):
            killed = said.startswith("killed")
            survived += not killed
            print(f"{'ok  ' if killed else 'FAIL'}  {m.label}: {said}  ({seconds:.1f} s)", flush=True)
    if found.held:
        print(f"{found.held} of {found.held + len(left)} by receipt, {len(left)} run now. {receipts.MEANING}")
    failed = survived + len(faults)
    print(f"{len(left) - survived} passed, {failed} failed, {found.held} by receipt")
    seconds = round(time.monotonic() - started, 1)
    write_report(root, {"run": len(left), "failed": failed, "held": found.held, "seconds": seconds})
    return 1 if failed or not chosen else 0


def run(told: Kept, root: Path, m: Mutant, *, keep: bool) -> tuple[str, float]:
    limit = told.limit(m.unit, mutant.function_of(m, root), functools.partial(mutant.patience, root))
    started = time.monotonic()
    said = mutant.verdict(m, root, limit)
    seconds = time.monotonic() - started
    return (told.keep(m, said, seconds) if keep else "") or said, seconds


def write_report(root: Path, content: dict[str, float]) -> None:
    path = root / "build" / "proofs" / "mutants.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content) + "\n")


if __name__ == "__main__":
    sys.exit(main())
