# SPDX-License-Identifier: MIT
"""C as the operators read it: code without comments, annotations and strings, place by place as in the file."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NO_CODE = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|^[ \t]*#(?:\\\n|[^\n])*", re.S | re.M)
_HEAD = re.compile(r"(\w+)\s*\([^;{}]*\)\s*$")
_OPEN, _CLOSE = "([{", ")]}"


def code_of(text: str) -> str:
    return _NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


@dataclass(frozen=True)
class Body:
    """A function: its name, what it gives, and where its body is, between the braces."""

    name: str
    gives: str
    start: int
    end: int


def bodies(code: str) -> Iterator[Body]:
    at = 0
    for brace in re.finditer(r"\{", code):
        if brace.start() < at:
            continue
        end = closing(code, brace.start())
        before = max(code.rfind(mark, 0, brace.start()) for mark in ";}")
        head = _HEAD.search(code[before + 1 : brace.start()])
        if head:
            gives = code[before + 1 : before + 1 + head.start()].split()
            yield Body(head[1], " ".join(word for word in gives if word not in ("static", "inline")), brace.end(), end)
        at = end + 1


def closing(code: str, at: int) -> int:
    """Where the bracket that opens at a place is closed."""
    depth = 0
    for i in range(at, len(code)):
        depth += (code[i] in _OPEN) - (code[i] in _CLOSE)
        if depth == 0:
            return i
    raise ValueError(f"a bracket at {at} is not closed")


_STOP = re.compile(r"&&|\|\||[;,?:{}]|(?<![=!<>+*/|&^%-])=(?!=)|\breturn\b")


@functools.lru_cache(maxsize=4)
def _stops(code: str) -> tuple[frozenset[int], frozenset[int]]:
    found = [match.span() for match in _STOP.finditer(code)]
    return frozenset(end for _, end in found), frozenset(start for start, _ in found)


def operand_start(code: str, at: int) -> int:
    """Where the operand of && or || that ends at a place begins."""
    ends, depth = _stops(code)[0], 0
    for i in range(at, 0, -1):
        mark = code[i - 1]
        if depth == 0 and (mark in _OPEN or i in ends and i != at):
            return i
        depth += (mark in _CLOSE) - (mark in _OPEN)
    return 0


def operand_end(code: str, at: int) -> int:
    """Where the one that begins at a place ends."""
    starts, depth = _stops(code)[1], 0
    for i in range(at, len(code)):
        if depth == 0 and (code[i] in _CLOSE or i in starts):
            return i
        depth += (code[i] in _OPEN) - (code[i] in _CLOSE)
    return len(code)


def parts(code: str, start: int, end: int) -> list[tuple[int, int]]:
    """What commas part between two places, without the blanks around it."""
    found, depth, at = [], 0, start
    for i in range(start, end + 1):
        mark = code[i] if i < end else ","
        depth += (mark in _OPEN) - (mark in _CLOSE)
        if mark == "," and depth == 0:
            inner = code[at:i]
            found.append((at + len(inner) - len(inner.lstrip()), at + len(inner.rstrip())))
            at = i + 1
    return found
