# SPDX-License-Identifier: MIT
"""Clause tables and status predicates say the same: each clause with a cause has its row, in the order of its table."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clauses import CLAUSES, LOGIC, STATUS, Cause, Clauses, Row, read_cascades, read_clauses, read_status

FACE = "Judged by the Windows face"  # of a clause that has a cause of the core, and is asked before the core is


@dataclass(frozen=True)
class Part:
    """The predicates that say what a table says; `apart` are rows of the table, by the words that they begin with, of
    which a second predicate does not speak: they belong to a call that names more."""

    predicate: str
    shorter: str = ""
    apart: str = ""


# Each table of causes, by its file and heading.
PARTS = {
    ("gate.md", ""): Part("AcquireGateStatus"),
    ("device_information.md", ""): Part("OwnGateStatus"),
    ("start.md", ""): Part("StartStatus"),
    ("attach.md", ""): Part("AttachStatus"),
    ("exclusive.md", "Begin"): Part("ExclusiveBeginStatus"),
    ("exclusive.md", "End"): Part("ExclusiveEndStatus"),
    ("power.md", ""): Part("PowerStatus"),
    ("remove.md", ""): Part("RemoveStatus"),
    ("link.md", "Link"): Part("LinkStatus"),
    ("link.md", "Lead"): Part("LeadStatus"),
    ("process.md", ""): Part("EndViewStatus"),
    ("stop.md", ""): Part("StopStatus"),
    ("live.md", ""): Part("LiveStatus"),
    ("translate.md", ""): Part("TranslateStatus"),
    ("pin.md", ""): Part("PinStatus"),
    ("unpin.md", ""): Part("UnpinStatus"),
    ("pointer.md", "Map"): Part("MapPointerStatus"),
    ("pointer.md", "Unmap"): Part("UnmapPointerStatus"),
    ("mdl.md", "Map"): Part("MapPagesStatus"),
    ("mdl.md", "Unmap"): Part("UnmapPagesStatus"),
    ("allocate.md", "Allocate"): Part("MapPagesStatus"),
    ("allocate.md", "Free"): Part("UnmapPagesStatus"),
    ("object.md", "Create"): Part("CreateBoundStatus", "CreateStatus", "hAdapter"),
    ("object.md", "Open"): Part("OpenStatus"),
    ("object.md", "Close"): Part("CloseStatus"),
    ("object.md", "Destroy"): Part("DestroyBoundStatus", "DestroyStatus", "hAdapterMemoryObject"),
    ("adl.md", "Allocate"): Part("AllocateStatus"),
    ("adl.md", "Free"): Part("FreeStatus"),
    ("object_view.md", "Map"): Part("MapObjectStatus"),
    ("object_view.md", "Unmap"): Part("UnmapObjectStatus"),
    ("view.md", "Map"): Part("MapViewStatus"),
    ("view.md", "Unmap"): Part("UnmapViewStatus"),
    ("video.md", "Map"): Part("MapViewStatus"),
    ("video.md", "Unmap"): Part("UnmapViewStatus"),
}


def row_faults(root: Path) -> Iterator[str]:
    clauses, (core, answers) = read_clauses(root), read_status(root)
    predicates, wrong = read_cascades(root)
    yield from wrong
    for file, heading in sorted(clauses.tables.keys() - PARTS.keys()):
        yield f"{CLAUSES / file}: causes under `{heading}` that proofs/lint_rows.py gives to no predicate"
    causes = {row.id: row.cause for table in clauses.tables.values() for row in table}
    for rows in predicates.values():
        yield from _form(rows, predicates, causes | clauses.files, core)
    reached: set[str] = set()
    for (file, heading), part in PARTS.items():
        table = [row for row in clauses.tables.get((file, heading), []) if row.cause in core and FACE not in row.when]
        name = str(CLAUSES / file) + (f", {heading}" if heading else "")
        if not table:
            yield f"{name}: no causes there, and proofs/lint_rows.py looks for some"
        short = [row for row in table if not (part.apart and row.when.startswith(part.apart))]
        for predicate, expected in ((part.predicate, table), (part.shorter, short)):
            if predicate in predicates:
                reached |= _reached(predicate, predicates)
                yield from _compare(Table(name, (file, heading), expected), predicate, predicates, clauses)
            elif predicate:
                yield f"{name}: there is no predicate {predicate} in {LOGIC}"
    for clause in clauses.plain.values():
        if clause.cause in answers and clause.cause != "DXGMAP_OK":
            rows = [row for rows in predicates.values() for row in rows if clause.id in row.used]
            if not rows:
                yield f"{CLAUSES / clauses.files[clause.id]}: {clause.id} answers {clause.cause}, and no row does"
    for name, rows in predicates.items():
        if name not in reached:
            yield f"{LOGIC}: {name} is a cascade of no table of causes"
        for row in rows if name in reached else []:
            for unused in sorted(set(row.ids) - row.used) if row.cause else ():
                yield f"{row.where}: {unused} is no clause of an operation that asks this row"


def _form(rows: list[Row], predicates: dict[str, list[Row]], known: dict[str, str], core: set[str]) -> Iterator[str]:
    """What can be seen of a cascade alone."""
    for row in rows:
        for unknown in [id for id in row.ids if id not in known]:
            yield f"{row.where}: no clause has the id {unknown}"
        if row.asks and row.asks not in predicates:
            yield f"{row.where}: asks {row.asks}, which is no cascade"
        elif row.asks and any(row in predicates[other] for other in _reached(row.asks, predicates)):
            yield f"{row.where}: asks itself"
        elif row.asks and row.ids:
            yield from _says_what_it_asks(row, predicates)
        elif row.cause not in core | {""}:
            yield f"{row.where}: {row.cause} is no cause of the core ({STATUS})"
        elif row.cause and row.cause != "DXGMAP_OK" and not row.ids:
            yield f"{row.where}: the row of {row.cause} names no clause"
    if not rows or not (rows[-1].asks or rows[-1].cause == "DXGMAP_OK"):
        yield f"{rows[-1].where if rows else LOGIC}: a cascade ends with `status == DXGMAP_OK`, or asks another one"


def _says_what_it_asks(row: Row, predicates: dict[str, list[Row]]) -> Iterator[str]:
    """The ids behind a row that asks another predicate are those of its rows, in their order."""
    asked = _expand(row.asks, predicates)
    for id in row.ids:
        if not any(id in ids for _, ids in asked):
            yield f"{row.where}: no row of {row.asks} has {id}"
    for other, ids in asked:
        if not set(ids) & set(row.ids):
            yield f"{row.where}: does not name the row of {row.asks} for {other.cause}"
    for prefix in sorted({id.split("-")[0] for id in row.ids}):
        named = [id for id in row.ids if id.split("-")[0] == prefix]
        if named != [id for _, ids in asked for id in ids if id in named]:
            yield f"{row.where}: {', '.join(named)}: not the order of {row.asks}"


def _reached(name: str, predicates: dict[str, list[Row]], above: tuple[str, ...] = ()) -> set[str]:
    found = {name}
    for row in predicates.get(name, []) if name not in above else ():
        found |= _reached(row.asks, predicates, (*above, name)) if row.asks else set()
    return found


def _expand(name: str, predicates: dict[str, list[Row]], above: tuple[str, ...] = ()) -> list[tuple[Row, list[str]]]:
    """The rows that decide a cause, with those of the predicates that are asked in their place; each with its ids."""
    found: list[tuple[Row, list[str]]] = []
    for row in predicates.get(name, []) if name not in above else ():
        if row.asks:
            asked = _expand(row.asks, predicates, (*above, name))
            found += [(other, [id for id in ids if id in row.ids] if row.ids else ids) for other, ids in asked]
        elif row.cause != "DXGMAP_OK":
            found.append((row, row.ids))
    return found


@dataclass(frozen=True)
class Table:
    name: str
    key: tuple[str, str]
    causes: list[Cause]


def _compare(table: Table, predicate: str, predicates: dict[str, list[Row]], clauses: Clauses) -> Iterator[str]:
    """The rows, each with the one of its ids that is in the table, are the rows of the table."""
    own = {cause.id for cause in table.causes}
    sharing = {key for key, part in PARTS.items() if predicate == part.predicate and key != table.key}
    rows = _expand(predicate, predicates)
    for cause in table.causes:
        if not any(cause.id in ids for _, ids in rows):
            yield f"{table.name}: {cause.id} ({cause.cause}) has no row in {predicate}"
    left = [cause for cause in table.causes if any(cause.id in ids for _, ids in rows)]
    for row, ids in rows:
        mine = [id for id in ids if id in own]
        if len(mine) > 1:
            yield f"{row.where}: {' and '.join(mine)} are two clauses of {table.name}: each needs a row of its own"
        elif not mine:
            said = [id for id in ids if id in clauses.plain and clauses.plain[id].cause == row.cause]
            row.used |= set(said)
            # a row of another operation that asks the same predicate: a clause that is nobody else's
            if not said and not any(homes <= sharing for id in ids if (homes := clauses.homes(id))):
                yield f"{row.where}: the row of {row.cause} is asked in {predicate}: {table.name} has no such clause"
        elif found := next((cause for cause in left if cause.id == mine[0]), None):
            row.used |= set(mine)
            if row.cause != found.cause:
                yield f"{row.where}: {row.cause}, and {found.id} says {found.cause}"
            if found is not left[0]:
                order = f"before {left[0].id}, which is not the order of {table.name}"
                yield f"{row.where}: {found.id} is asked in {predicate} {order}"
            left.remove(found)
    for cause in left:
        yield f"{table.name}: {cause.id} ({cause.cause}) has not as many rows in {predicate}"
