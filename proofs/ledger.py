# SPDX-License-Identifier: MIT
"""Reads the ledger of assumptions: the table of proofs/ASSUMPTIONS.md. What is not in it is not assumed."""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    id: str
    kind: str
    scope: str
    why: str
    checked: str


# The kinds that the gate looks for in the text, and those about the tools and the world outside it.
IN_THE_TEXT = {"axiom", "axiomatic", "admit", "contract"}
OUTSIDE = {"tool", "memory model", "trusted", "machine"}


def read(path: Path) -> list[Entry]:
    if not path.is_file():
        return []
    entries = []
    for line in path.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.lstrip().startswith("|") and len(cells) == 5 and re.fullmatch(r"A-[A-Z0-9-]+", cells[0]):
            entries.append(Entry(*cells))
    return entries


def faults(entries: list[Entry], text: str) -> list[str]:
    """An entry of no known kind, or one that lists what is no longer in the text."""
    found = [f"{e.id}: no such kind: {e.kind}" for e in entries if e.kind not in IN_THE_TEXT | OUTSIDE]
    for entry in entries:
        gone = [name for name in _names(entry) if not re.search(rf"\b{re.escape(name)}\b", text)]
        if entry.kind in IN_THE_TEXT and (gone or not _names(entry)):
            names = ", ".join(gone) or "nothing"
            found.append(f"{entry.id}: lists {names}, which is not in the text: take the entry out")
    return found


def _names(entry: Entry) -> list[str]:
    return re.findall(r"`([^`]+)`", entry.scope)


def covers(entries: list[Entry], kind: str, name: str) -> bool:
    return any(e.kind == kind and name in _names(e) for e in entries)
