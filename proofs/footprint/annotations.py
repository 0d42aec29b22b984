#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The preprocessor of the footprints: gcc's, and of the core's annotations only those that speak of numbers.

WP proves these of every state with Inv, so Eva may take them. The others speak of more than Eva can follow, and ghost
code is no part of a step. What is added (_ADDED) changes no meaning: it says where Eva is to look at each value on its
own, and says once more, the other way round, what a contract says.

    plain.py IN OUT [words of gcc]
"""

import re
import subprocess
import sys
from collections.abc import Iterator

_MARKER = re.compile(r'^# \d+ "(?:\./)?([^"]*)".*\n', re.M)
_COMMENT = re.compile(r"/\*@(.*?)\*/|//@[^\n]*", re.S)
_KEYWORD = "requires|ensures|terminates|exits|assigns|decreases|behavior|complete|disjoint"
_CLAUSE = re.compile(rf"\b(requires|ensures)\s+(\w+:)(.*?);\s*(?={_KEYWORD}|$)", re.S)
_PINNED = re.compile(r"\s*(assert\s+\w+:\s*IsPin\([^;]*;)\s*", re.S)  # of the assertions, the one that a pin needs
_IS_PIN = re.compile(r"predicate IsPin\(.*?;")
_LOGIC = re.compile(r"\\(?!result|old\(|valid\(|valid_read\()|\b(?!IsPin\b)[A-Za-z_]\w*\s*\(|\*\w+\s*==")
_MACRO = re.compile(r"^#define (DXGMAP_\w+) ([^\n]+)$", re.M)
_NAME = re.compile(r"\bDXGMAP_\w+")
_ADDED = (
    ("/operations/op_", re.compile(r"^ +uint32_t (i|pin) = [^;]*;", re.M), r"/*@ split \1; */"),
    ("/translation.c", re.compile(r"(?<=^static void dxgmap_translation_copy)\([^)]*\)\n\{", re.M),
     "/*@ assert first: lo <= DXGMAP_CELLS; */ /*@ split lo; */ /*@ assert last: n <= DXGMAP_CELLS - lo; */"),
)  # fmt: skip


def kept(comment: str) -> str:
    """The clauses of an annotation that Eva takes."""
    if comment.lstrip().startswith("ghost"):
        return ""
    if "predicate IsPin(" in comment:
        return " ".join(_IS_PIN.findall(comment))
    if found := _PINNED.fullmatch(comment):
        return found[1]
    clauses = [f"{word} {label}{said};" for word, label, said in _CLAUSE.findall(comment) if not _LOGIC.search(said)]
    return " ".join(" ".join(clauses).split())


def plain(text: str, macros: dict[str, str]) -> str:
    """The lines stay where they are."""

    def of(match: re.Match[str]) -> str:
        clauses = kept(match[1] or "")
        return (f"/*@ {spelled(clauses, macros)} */" if clauses else "") + match[0].count("\n") * "\n"

    return _COMMENT.sub(of, text)


def added(name: str, text: str, macros: dict[str, str]) -> str:
    for file, place, annotation in _ADDED:
        if file in name:
            text = place.sub(rf"\g<0> {spelled(annotation, macros)}", text)
    return text


def spelled(text: str, macros: dict[str, str]) -> str:
    return _NAME.sub(lambda name: macros.get(name[0], name[0]), text)


def numbers(words: list[str], source: str) -> dict[str, str]:
    """What the core's macros stand for: gcc leaves annotations as they are."""
    said = subprocess.run(["gcc", "-E", "-dM", *words, source], capture_output=True, text=True, check=True).stdout
    found = dict(_MACRO.findall(said))
    while any(name in found for text in found.values() for name in _NAME.findall(text)):
        found = {name: spelled(text, found) for name, text in found.items()}
    return found


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """What gcc has put together, apart again: the name of a file, and a piece of it with the line that names it."""
    marks = [*_MARKER.finditer(text), None]
    for mark, after in zip(marks, marks[1:], strict=False):
        yield mark[1], text[mark.start() : after.start() if after else len(text)]


def main() -> int:
    source, target, *words = sys.argv[1:]
    done = subprocess.run(["gcc", "-E", "-C", *words, source], capture_output=True, text=True)
    sys.stderr.write(done.stderr)
    if done.returncode != 0:
        return done.returncode
    macros = numbers(words, source)
    with open(target, "w", encoding="utf-8") as file:
        for name, text in pieces(done.stdout):
            core = name.startswith(("model/core/", "spec/"))
            file.write(added(name, plain(text, macros), macros) if core else text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
