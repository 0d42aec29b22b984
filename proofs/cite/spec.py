# SPDX-License-Identifier: MIT
"""What the specification says, by id: clauses, theorems, causes, rules, decisions, pages, and what is assumed."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import ledger
from cite import ids, tables
from tree import Tree

CLAUSES = "spec/clauses"
SOURCES = "spec/sources"
SOURCE_COLUMNS = ("source", "pages")


@dataclass
class Entry:
    """One id."""

    id: str
    kind: str  # clause, theorem, promise, cause, rule, decision, page, assumption
    text: str  # in words
    where: str
    more: dict[str, str] = field(default_factory=dict)  # the other cells of its row, by their columns
    cites: list[str] = field(default_factory=list)  # the ids that its row names
    places: list[tuple[str, str]] = field(default_factory=list)  # of a clause: file and heading of each of its tables


def read(root: Path) -> tuple[dict[str, Entry], list[str]]:
    """Every entry, and the ids that two rows claim."""
    found: dict[str, Entry] = {}
    twice: list[str] = []
    for entry in [*_clauses(root), *_others(root)]:
        known = found.setdefault(entry.id, entry)
        if known is entry:
            continue
        if not (known.kind == entry.kind == "clause" and _shared(known, entry)):
            twice.append(f"{entry.where}: {entry.id} is another thing at {known.where}: an id is given once")
        known.places += entry.places
        known.more["here"] = f"{known.more.get('here', '')} {entry.where}".strip()
    others = {id for id, entry in found.items() if entry.kind != "page"}
    for entry in found.values():
        entry.cites = [id for id in _named(entry, found, others) if id != entry.id]
    return found, twice


def _named(entry: Entry, found: dict[str, Entry], others: set[str]) -> list[str]:
    """The keys of pages are words of other texts too: they count where pages are named."""
    sources = "; ".join(entry.more.get(column, "") for column in SOURCE_COLUMNS)
    said = "; ".join([entry.text, *(text for name, text in entry.more.items() if name != "here")])
    return list(dict.fromkeys([*ids.named(sources, found), *ids.named(said, others)]))


def _shared(known: Entry, other: Entry) -> bool:
    """A cause that several operations have in common stands in the table of each, with its own id among the sources."""
    return known.more.get("cause") == other.more.get("cause") and other.id in ids.words(other.more.get("source", ""))


def _clauses(root: Path) -> list[Entry]:
    """A row that gives its own id as its source repeats another one, which comes first: its words are the clause."""
    found = []
    for path in sorted((root / CLAUSES).glob("*.md")):
        file = f"{CLAUSES}/{path.name}"
        for line in tables.rows(root, file):
            id = line.cells.get("id", "")
            if ids.CLAUSE.fullmatch(id):
                text = line.cells.get("clause") or line.cells.get("holds when") or line.cells.get("fault") or ""
                more = {name: cell for name, cell in line.cells.items() if name not in ("id", "clause", "holds when")}
                found.append(Entry(id, "clause", text, line.where, more, places=[(path.name, line.heading)]))
    return sorted(found, key=lambda entry: entry.more.get("source", "") == entry.id)


def _others(root: Path) -> list[Entry]:
    found = []
    for line in tables.of(root, "spec/theorems.md", "id", "statement in words"):
        text, name = line.cells["statement in words"], line.cells["ACSL name"].strip("`")
        found.append(Entry(line.cells["id"], "theorem", text, line.where, {"name": name, "at": line.cells["where"]}))
    unsaid = {line.cells["id"]: line.cells["not said"] for line in tables.of(root, "spec/theorems.md", "not said")}
    for entry in found:
        entry.more["not said"] = unsaid.get(entry.id, "")
    for line in tables.of(root, "spec/protocol.md", "id", "promise"):
        found.append(Entry(line.cells["id"], "promise", line.cells["promise"], line.where, {}))
    for line in tables.of(root, "spec/status.md", "cause", "sentence in a report"):
        more = {name: cell for name, cell in line.cells.items() if name not in ("cause", "sentence in a report", "no.")}
        found.append(Entry(line.cells["cause"], "cause", line.cells["sentence in a report"], line.where, more))
    for line in tables.of(root, "spec/status.md", "class", "causes"):
        for entry in found:
            if entry.kind == "cause" and re.search(rf"\b{entry.id}\b", line.cells["causes"]):
                entry.more["class"] = line.cells["class"]
    for line in tables.of(root, f"{SOURCES}/rules.md", "id", "rule"):
        more = {"pages": line.cells["pages"], "model": line.cells["model"]}
        found.append(Entry(line.cells["id"], "rule", line.cells["rule"], line.where, more))
    for line in tables.of(root, f"{SOURCES}/decisions.md", "no.", "the model decides"):
        id, text = ids.decision(line.cells["no."]), line.cells["the model decides"]
        found.append(Entry(id, "decision", text, line.where, {"question": line.cells["question"]}))
    for line in tables.of(root, f"{SOURCES}/pages.md", "key", "page"):
        if link := re.fullmatch(r"\[(.*)\]\((.*)\)", line.cells["page"]):
            found.append(Entry(line.cells["key"], "page", link[1], line.where, {"address": link[2]}))
    tree = Tree(root)
    for row in ledger.read(tree.ledger):
        more = {"sort": row.kind, "why": row.why, "checked how": row.checked}
        found.append(Entry(row.id, "assumption", row.scope, tree.relative(tree.ledger), more))
    return found
