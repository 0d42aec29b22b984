#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks of the specification that no prover makes.

The reference translation speaks of mapping descriptors and captured pages only. If it named an index, an owner table, a
count or a cache, a theorem `cache equals reference` could compare a thing with itself.

Every theorem that spec/theorems.md lists names a predicate or a labelled clause that exists.

Clause tables and status predicates say the same (lint_rows.py), and every operation is joined to all that speaks of
operations (lint_joined.py).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lint_joined import joined_faults
from lint_rows import row_faults

REFERENCE = Path("spec/logic/xlate.h")
THEOREMS = Path("spec/theorems.md")

# The words that may not be part of a name that the reference translation uses, itself or through another definition.
BANNED = {"index", "indices", "owner", "owners", "count", "counts", "cache", "caches", "cached"}
ALLOWED = {"HandleIndex": "a field of the handle, not a structure"}

_COMMENT = re.compile(r"//[^\n]*|/\*(?!@).*?\*/", re.S)
_DEFINITION = re.compile(r"\b(?:predicate|logic\s+\w+|inductive)\s+(\w+)\s*(?:\{[^}]*\})?\s*(?:\([^)]*\))?\s*=")
_WORD = re.compile(r"[A-Za-z_]\w*")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_WITHOUT_NAME = ("absent:", "every function of model/core")


def definitions(text: str) -> dict[str, str]:
    """Logic name -> its text, up to the next definition."""
    text = _COMMENT.sub(" ", text)
    found = list(_DEFINITION.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {match[1]: text[match.start() : end] for match, end in zip(found, ends)}


def banned_words(text: str) -> set[str]:
    names = set(_WORD.findall(text)) - ALLOWED.keys()
    return {name for name in names if BANNED & {part.lower() for part in _PART.findall(name)}}


def reference_faults(root: Path) -> Iterator[str]:
    if not (root / REFERENCE).is_file():
        yield f"{REFERENCE}: the reference translation is not there"
        return
    everything: dict[str, str] = {}
    for path in sorted((root / "spec/logic").glob("*.h")):
        everything |= definitions(path.read_text())
    own = definitions((root / REFERENCE).read_text())
    if not own:
        yield f"{REFERENCE}: defines nothing"
    open_ones, reached = list(own), set(own)
    while open_ones:
        name = open_ones.pop()
        for word in sorted(banned_words(everything[name])):
            allowed = "the reference translation may name mapping descriptors and captured pages only"
            yield f"{REFERENCE}: `{word}` in `{name}`: {allowed}"
        used = {word for word in _WORD.findall(everything[name]) if word in everything} - reached
        reached |= used
        open_ones += sorted(used)


def theorem_faults(root: Path) -> Iterator[str]:
    names = _names(root)
    seen = 0
    for line in (root / THEOREMS).read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 4 or not re.fullmatch(r"T-[A-Z]+", cells[0]):
            continue
        seen += 1
        theorem, _, name, where = cells
        name = name.strip("`")
        exempt = where.startswith(_WITHOUT_NAME)
        if not exempt and name not in names:
            yield f"{THEOREMS}: {theorem} names `{name}`, which neither spec/logic nor model/core has"
        if where.startswith("absent:") and name in names:
            yield f"{THEOREMS}: {theorem} is said to be absent, and `{name}` exists"
        if where.endswith(".h") and name in names and not _says(root / where, name):
            yield f"{THEOREMS}: {theorem}: `{name}` is not in {where}"
    if not seen:
        yield f"{THEOREMS}: no row of a theorem found"


def _names(root: Path) -> set[str]:
    """Predicates, logic functions and the labels of clauses."""
    names: set[str] = set()
    for path in [*(root / "spec/logic").glob("*.h"), *(root / "model/core").rglob("*.[ch]")]:
        text = path.read_text()
        names |= definitions(text).keys()
        names |= set(re.findall(r"\b(?:ensures|assert|check|lemma|loop invariant)\s+(\w+)\s*:", text))
    return names


def _says(path: Path, name: str) -> bool:
    return path.is_file() and re.search(rf"\b{name}\b", path.read_text()) is not None


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parents[1])
    faults = [*reference_faults(root), *theorem_faults(root), *row_faults(root), *joined_faults(root)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
