# SPDX-License-Identifier: MIT
"""Weakened contracts: a promise of a function dropped, and a conjunct or a row of a predicate of spec/logic."""

import re
from collections.abc import Iterator

from bites.operators import Edit

_CLAUSE = r"(?:requires|terminates|exits|assigns|ensures|frees|allocates|decreases|behavior|complete|disjoint|\*/)\b"


def _blocks(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for block in re.finditer(r"/\*@(?!\s*(?:ghost|predicate|logic|lemma|axiomatic))(.*?)\*/", text, re.S):
        if head := re.match(r"\s*[\w\s*]*?(\w+)\s*\(", text[block.end() :]):
            yield head[1], block


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Function, and what stands before it as its contract."""
    for function, block in _blocks(text):
        yield function, block[1]


def promises(text: str) -> Iterator[tuple[str, Edit]]:
    """Function, and the edit that drops one of its promises."""
    for function, block in _blocks(text):
        for clause in re.finditer(rf"\bensures\s+(\w+):(.*?)(?=\b{_CLAUSE}|$)", block[1], re.S):
            start = block.start(1) + clause.start()
            yield function, Edit(start, start + len(clause[0].rstrip()), "")


def frames(text: str) -> Iterator[tuple[str, Edit]]:
    """Function, and the edit that drops what it says that it leaves alone."""
    for function, block in _blocks(text):
        for clause in re.finditer(r"(?m)^\s*\bassigns\b[^;]*;", block[1]):
            start = block.start(1) + clause.start() + len(clause[0]) - len(clause[0].lstrip())
            yield function, Edit(start, block.start(1) + clause.end(), "")


def conjuncts(text: str) -> Iterator[tuple[str, Edit]]:
    """Predicate, and the edit that drops a conjunct of it."""
    for match in re.finditer(r"\bpredicate\s+(\w+)[^=;]*?=(?!=)(.*?);", text, re.S):
        start, end = match.start(2), match.end(2)
        depth, at, places = 0, start, []
        for i in range(start, end):
            depth += (text[i] in "([{") - (text[i] in ")]}")
            if depth == 0 and text.startswith("&&", i):
                places.append((at, i))
                at = i + 2
        places.append((at, end))
        level = text[start:end]
        if len(places) < 2 or re.search(r"==>|<==>|\|\||\\(?:forall|exists|let)|\?", outermost(level)):
            continue
        for k, (a, b) in enumerate(places):
            first, last = (a, places[1][0]) if k == 0 else (a - 2, b)
            yield match[1], Edit(first, last, " " if k == 0 else "")


def rows(text: str) -> Iterator[tuple[str, Edit]]:
    """Predicate, and the edit that drops a row of a cascade: `when ? status == CAUSE : // CLAUSE`."""
    for match in re.finditer(r"\bpredicate\s+(\w+)[^=;]*?\binteger status\)\s*=\n(.*?);", text, re.S):
        at = start = match.start(2)
        for line in match[2].splitlines(keepends=True):
            at += len(line)
            if re.search(r" :\s*(?://[^\n]*)?\n$", line):
                yield match[1], Edit(start, at, "")
                start = at


def cascades(text: str) -> Iterator[tuple[str, str]]:
    """Predicate, and what it says."""
    yield from re.findall(r"(?s)\bpredicate\s+(\w+)[^=;]*?\binteger status\)\s*=(.*?);", text)


def outermost(text: str) -> str:
    """Without what stands in brackets."""
    found, depth = [], 0
    for mark in text:
        depth += mark in "([{"
        found.append(mark if depth == 0 else " ")
        depth -= mark in ")]}"
    return "".join(found)
