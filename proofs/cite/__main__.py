# SPDX-License-Identifier: MIT
"""Says of an id what stands behind it. make cite ID=UNPIN-2

An id is that of a clause, theorem, rule of the public pages, decision (D-23, `decision 23`), page, cause, assumption or
promise of the protocol; the name of a goal, of a function of the core, or of a definition of spec/logic. Several may be
given, and a line of a report as it stands: `PIN-14 (S7; decision 2)`.
"""

import argparse
import signal
import sys
from pathlib import Path

from cite import answer, ids, index, receipt
from cite.goals import PREFIX
from cite.render import FORMATS

ROOT = Path(__file__).resolve().parents[2]


def resolved(text: str, known: set[str]) -> tuple[list[str], list[str]]:
    """The ids that were asked for, and the words that are none."""
    found: list[str] = []
    unknown: list[str] = []
    for word in ids.words(text):
        spelled = next((way for way in (word, word.removeprefix(PREFIX), word.upper()) if way in known), "")
        found += [spelled] if spelled else []
        unknown += [] if spelled or word in ("rules", "theorems", "and", "cause") else [word]
    return found, unknown


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", default="markdown", choices=FORMATS)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("id", nargs="*", help="one or several")
    options = parser.parse_args()
    content = index.load(options.root.resolve())
    known = answer.known(content)
    found, unknown = resolved(" ".join(options.id), known)
    if not found and not unknown:
        parser.error("which id? make cite ID=UNPIN-2")
    state = receipt.state(options.root.resolve())
    for id in found:
        print(FORMATS[options.format](answer.of(id, content, state)))
    for word in unknown:
        near = ids.nearest(word, content["entries"]) or ids.nearest(word, known)
        print(f"cite: there is no id {word}; nearest: {', '.join(near) or 'none'}", file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough, as head, is no error
    sys.exit(main())
