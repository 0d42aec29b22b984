# SPDX-License-Identifier: MIT
"""Reads the clause tables (spec/clauses), the causes (spec/status.md), and the status predicates (spec/logic).

A status predicate is a cascade, a row a line, with the ids of its clauses behind it:

    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // PIN-10

A row may ask another predicate instead, `!P(.., DXGMAP_OK) ? P(.., status) :` or `P(.., status);` at the end: the rows
of P then stand in its place, those of the clauses that the row names, or all when it names none. A row that several
operations share has the ids of all of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CLAUSES = Path("spec/clauses")
LOGIC = Path("spec/logic")
STATUS = Path("spec/status.md")
NO_CASCADES = {"step.h", "theorems.h"}  # which operation it is that is asked, and what is said of all

@dataclass(frozen=True)
class Cause:
    """A clause of a table of causes."""

    id: str
    cause: str
    when: str


@dataclass
class Clauses:
    tables: dict[tuple[str, str], list[Cause]] = field(default_factory=dict)
    plain: dict[str, Cause] = field(default_factory=dict)  # without a cause, or with an answer
    files: dict[str, str] = field(default_factory=dict)  # id of such a clause -> its file

    def homes(self, id: str) -> set[tuple[str, str]]:
        return {key for key, table in self.tables.items() if any(row.id == id for row in table)}


@dataclass
class Row:
    """A row of a cascade: it decides a cause, or asks another predicate."""

    where: str
    ids: list[str]
    cause: str = ""
    asks: str = ""
    used: set[str] = field(default_factory=set)  # ids that some table has found


_ID = re.compile(r"[A-Z]+-\d+")


def read_clauses(root: Path) -> Clauses:
    found = Clauses()
    for path in sorted((root / CLAUSES).glob("*.md")):
        heading, causes = "", False
        for line in path.read_text().splitlines():
            if match := re.match(r"## (.*)", line):
                heading = match[1]
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            causes = cells[:2] == ["id", "cause"] if cells[0] == "id" else causes
            if not _ID.fullmatch(cells[0]):
                continue
            if causes and len(cells) == 5:
                found.tables.setdefault((path.name, heading), []).append(Cause(cells[0], cells[1], cells[3]))
            elif not causes:
                answer = re.match(r"DXGMAP_\w+", cells[1])
                found.plain[cells[0]] = Cause(cells[0], answer[0] if answer else "", cells[1])
                found.files[cells[0]] = path.name
    return found


def read_status(root: Path) -> tuple[set[str], set[str]]:
    """The causes that the core knows, and those of them that are answers."""
    text = (root / STATUS).read_text()
    core = set(re.findall(r"^\| \d+ \| (DXGMAP_\w+) \|", text, re.M))
    answers = re.search(r"^\| answer \| (.*) \|$", text, re.M)
    return core, set(re.findall(r"DXGMAP_\w+", answers[1] if answers else ""))


_PREDICATE = re.compile(r"\bpredicate\s+(\w+)\s*(?:\{[^}]*\})?\s*\([^)]*\binteger status\)\s*=")
_NEXT = re.compile(r"\*/|\b(?:predicate|logic|lemma)\s")
_DECIDES = re.compile(r".*\?\s*status == (DXGMAP_\w+)\s*:", re.S)
_ASKS = re.compile(r"!(\w+)\((.*), DXGMAP_OK\)\s*\?\s*(\w+)\((.*), status\)\s*:", re.S)
_LAST_ASKS = re.compile(r"(\w+)\(.*,\s*status\);", re.S)
_LAST = re.compile(r"status == DXGMAP_OK;")


def read_cascades(root: Path) -> tuple[dict[str, list[Row]], list[str]]:
    """The cascades of the specification, and what is wrong with their form."""
    found: dict[str, list[Row]] = {}
    wrong: list[str] = []
    for path in sorted((root / LOGIC).glob("*.h")):
        text = path.read_text() if path.name not in NO_CASCADES else ""
        for match in _PREDICATE.finditer(text):
            line = text.count("\n", 0, match.end()) + 1
            body = _NEXT.split(text[match.end() :], maxsplit=1)[0]
            rows = list(_rows(body, f"{LOGIC / path.name}:{{}}: {match[1]}", line))
            found[match[1]] = [row for row in rows if isinstance(row, Row)]
            wrong += [row for row in rows if isinstance(row, str)]
    return found, wrong


def _rows(text: str, where: str, line: int) -> Iterator[Row | str]:
    code = ""
    for number, words in enumerate(text.split("\n"), line):
        words, _, comment = words.partition("//")
        code = f"{code} {words.strip()}".strip()
        if not code.endswith((":", ";")) or code.count("(") != code.count(")"):
            continue
        yield _row(code, _ids(comment), where.format(number))
        if code.endswith(";"):
            return
        code = ""
    yield f"{where.format(line)}: a cascade without an end"


def _row(code: str, ids: list[str], where: str) -> Row | str:
    if match := _ASKS.fullmatch(code):
        if match[1] == match[3] and match[2] == match[4]:
            return Row(where, ids, asks=match[1])
    elif match := _DECIDES.fullmatch(code):
        return Row(where, ids, cause=match[1])
    elif _LAST.fullmatch(code):
        return Row(where, ids, cause="DXGMAP_OK")
    elif match := _LAST_ASKS.fullmatch(code):
        return Row(where, ids, asks=match[1])
    return f"{where}: not a row of a cascade: {code[:80]}"


def _ids(comment: str) -> list[str]:
    """`GATE-1, 2, 3` is short for GATE-1, GATE-2, GATE-3. Anything else is a comment for people."""
    found: list[str] = []
    for word in comment.strip().split(", "):
        if _ID.fullmatch(word):
            found.append(word)
        elif word.isdigit() and found:
            found.append(f"{found[-1].split('-')[0]}-{word}")
        else:
            return []
    return found
