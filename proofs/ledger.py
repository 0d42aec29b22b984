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


# The kinds that the gate looks for in the text; the other kinds are about the tools and the world outside.
MACHINE_KINDS = {"axiom", "axiomatic", "admit", "contract", "const-pointer"}


def read(path: Path) -> list[Entry]:
    if not path.is_file():
        return []
    entries = []
    for line in path.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.lstrip().startswith("|") and len(cells) == 5 and re.fullmatch(r"A-[A-Z0-9-]+", cells[0]):
            entries.append(Entry(*cells))
    return entries


def covers(entries: list[Entry], kind: str, name: str) -> bool:
    return any(e.kind == kind and name in re.findall(r"`([^`]+)`", e.scope) for e in entries)
