#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The preprocessor of the analysis: gcc's, and of the tree's own files the contracts left out, which WP proves and
which speak of more than Eva can follow. Those of the analysis itself and of Frama-C's C library stay.

    plain.py IN OUT [words of gcc]
"""

import re
import subprocess
import sys

_MARKER = re.compile(r'^# \d+ "([^"]*)"')
_CONTRACT = re.compile(r"/\*@.*?\*/|//@[^\n]*", re.S)


def without_contracts(text: str) -> str:
    """The lines stay where they are."""
    return _CONTRACT.sub(lambda match: "\n" * match[0].count("\n"), text)


def main() -> int:
    source, target, *words = sys.argv[1:]
    done = subprocess.run(["gcc", "-E", "-C", *words, source], capture_output=True, text=True)
    sys.stderr.write(done.stderr)
    if done.returncode != 0:
        return done.returncode
    pieces: list[tuple[bool, list[str]]] = [(False, [])]
    for line in done.stdout.split("\n"):
        if match := _MARKER.match(line):
            name = match[1].removeprefix("./")
            pieces.append((name.startswith(("model/", "spec/")) or "/model/" in name, []))
        pieces[-1][1].append(line)
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(without_contracts("\n".join(rows)) if own else "\n".join(rows) for own, rows in pieces))
    return 0


if __name__ == "__main__":
    sys.exit(main())
