# SPDX-License-Identifier: MIT
"""The index: every id with what stands behind it, joined from the specification, the contracts, the stored proofs, the
mutants, the tests and the ledger. It is made, never written; build/cite/index.json has it for other programs.
"""

import hashlib
import json
import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import clauses as cascades
from cite import exercised, goals, logic, machine, mutants, spec, tables
from cite.exercised import Test
from cite.goals import Goal, Stored
from cite.logic import Contract, Definition
from cite.machine import Machine
from cite.mutants import Mutant
from cite.spec import Entry
from tree import Tree

FILE = "build/cite/index.json"
CONTRACTS = "spec/contracts.md"
SHIPPED = "generated/dxgmap.c"
EVERYWHERE = "every function of model/core"  # of the theorem that is all run-time checks, and that every step ends
READ = [  # what the index is made of
    "spec/**/*.md", "spec/logic/*.h", "model/core/**/*.[ch]", "proofs/*.py", "proofs/cite/*.py", "proofs/*.md",
    "proofs/*.json", "proofs/ground/*.c", "proofs/sessions/*.json", "proofs/receipts/mutants/*.json",
    "proofs/mutation/*.json", "tests/gate/mutants/*.json", "tests/**/*.c", SHIPPED, machine.MACHINE, machine.THEOREMS,
]  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A row of a cascade, or a promise of a contract, that says a clause."""

    sort: str  # row, promise, definition
    name: str  # the predicate; or function: label
    text: str
    where: str


@dataclass
class Evidence:
    """What stands behind an id."""

    said: list[Said] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    mutants: list[Mutant] = field(default_factory=list)  # one of its goals was left open by them
    units: list[str] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)


@dataclass
class Index:
    tree: Tree
    entries: dict[str, Entry]
    contracts: dict[str, Contract]
    definitions: dict[str, Definition]
    stored: Stored
    mutants: list[Mutant]
    evidence: dict[str, Evidence]
    cited_by: dict[str, list[str]]
    links: list[tuple[str, str, str, str]]  # of spec/contracts.md: where, clause, function, label
    machine: Machine
    wrong: list[str]  # found while reading

    @property
    def shipped(self) -> str:
        path = self.tree.root / SHIPPED
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""

    def by(self, id: str) -> str:
        """Who keeps a clause: core, ddi, host, or several."""
        entry = self.entries[id]
        if entry.more.get("by"):
            return entry.more["by"]
        return "core" if any(said.sort == "row" for said in self.evidence[id].said) else "ddi"


def read(root: Path) -> Index:
    tree = Tree(root)
    entries, twice = spec.read(root)
    contracts, definitions = logic.contracts(tree), logic.definitions(tree)
    stored = goals.read(tree, contracts)
    listed, wrong = mutants.read(tree)
    links = list(_links(root))
    rows = _rows(root)
    by_table = _functions_by_table(contracts)
    keeps: dict[str, list[str]] = defaultdict(list)
    for _, id, function, _ in links:
        keeps[function].append(id)
    tests = exercised.tests_of(root, entries, exercised.Core(by_table, set(rows), keeps))
    goals_of: dict[tuple[str, str], list[Goal]] = defaultdict(list)
    for goal in stored.goals.values():
        goals_of[goal.function, goal.promise or goal.sort].append(goal)
    safety = [goal for goal in stored.goals.values() if goal.sort in ("rte", "terminates")]
    index = Index(tree, entries, contracts, definitions, stored, listed, {}, defaultdict(list), links,
                  machine.read(root), [])  # fmt: skip
    index.wrong = [*twice, *stored.wrong, *wrong]
    for id, entry in entries.items():
        found = index.evidence[id] = Evidence(tests=tests.get(id, []))
        if entry.kind == "clause":
            found.said = [*rows.get(id, []), *_promises_of_rows(entry, rows.get(id, []), by_table, contracts)]
        found.said += [said for _, clause, function, label in links if clause == id
                       if (said := _promise(contracts, function, label))]
        if entry.kind == "theorem":
            found.said += _theorem(entry, contracts, definitions)
        found.goals = _goals(found.said, goals_of)
        if entry.kind == "theorem" and entry.more["at"].startswith(EVERYWHERE):
            found.goals = safety
        found.units = sorted({goal.unit for goal in found.goals})
        names = {goal.name for goal in found.goals}
        found.mutants = [mutant for mutant in listed if mutant.goal in names]
        for cited in entry.cites:
            index.cited_by[cited].append(id)
    return index


def _links(root: Path) -> list[tuple[str, str, str, str]]:
    found = []
    for line in tables.of(root, CONTRACTS, "id", "promises of the contract"):
        for part in line.cells["promises of the contract"].split(";"):
            function, _, labels = part.partition(":")
            found += [(line.where, line.cells["id"], function.strip(" `"), label) for label in labels.split(", ")]
    return [(where, id, function, label.strip()) for where, id, function, label in found]


def _rows(root: Path) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = defaultdict(list)
    texts: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for predicate, rows in cascades.read_cascades(root)[0].items():
        for row in rows:
            file, number, _ = row.where.split(":", 2)
            lines = texts.setdefault(file, (root / file).read_text().splitlines())
            first = last.get(predicate, int(number) - 1) + 1
            last[predicate] = int(number)
            text = " ".join(line.strip() for line in lines[first - 1 : int(number)])
            for id in row.ids if not row.asks else ():
                found[id].append(Said("row", predicate, text.split(" // ")[0], f"{file}:{number}"))
    return found


def _functions_by_table(contracts: dict[str, Contract]) -> dict[tuple[str, str], set[str]]:
    """A table of causes -> the operations whose `status` names its predicate, with what decides a part beforehand."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    tables_of = exercised.tables_by_predicate()
    for contract in contracts.values():
        promise = contract.promise("status")
        for predicate in re.findall(r"\b\w+(?=\()", promise.text) if promise else ():
            for table in tables_of.get(predicate, ()):
                found[table].add(contract.function)
    return found


def _promises_of_rows(
    entry: Entry, rows: list[Said], by_table: dict[tuple[str, str], set[str]], contracts: dict[str, Contract]
) -> list[Said]:
    """The `status` of what asks the rows of this clause: of its own table, or of what all have in common."""
    if not rows:
        return []
    own = {row.name for row in rows}
    asking = {f for f, c in contracts.items() if (p := c.promise("status")) and own & set(re.findall(r"\w+", p.text))}
    functions = asking | by_table.get(entry.places[0], set())
    return [said for function in sorted(functions) if (said := _promise(contracts, function, "status"))]


def _promise(contracts: dict[str, Contract], function: str, label: str) -> Said | None:
    promise = contracts[function].promise(label) if function in contracts else None
    return Said("promise", f"{function}: {label}", promise.text, promise.where) if promise else None


_CLAUSE_OF = re.compile(r"clauses? (`\w+`(?:(?:, | and )`\w+`)*) of `(\w+)`")


def _theorem(entry: Entry, contracts: dict[str, Contract], definitions: dict[str, Definition]) -> list[Said]:
    found = []
    if definition := definitions.get(entry.more["name"]):
        found.append(Said("definition", definition.name, definition.text, definition.where))
    for labels, function in _CLAUSE_OF.findall(entry.more["at"]):
        found += [said for label in re.findall(r"\w+", labels) if (said := _promise(contracts, function, label))]
    for function in re.findall(r"`(dxgmap_\w+)`", entry.more["at"]):
        if said := _promise(contracts, function, entry.more["name"]):
            found.append(said)
    return list(dict.fromkeys(found))


def _goals(said: list[Said], goals_of: dict[tuple[str, str], list[Goal]]) -> list[Goal]:
    found: dict[str, Goal] = {}
    for promise in said:
        if promise.sort == "promise":
            function, label = promise.name.split(": ")
            found |= {goal.name: goal for goal in goals_of.get((function, label), [])}
    return list(found.values())


def as_json(index: Index) -> dict:
    """What other programs read."""
    entries = {}
    for id, entry in index.entries.items():
        found = index.evidence[id]
        entries[id] = {
            "kind": entry.kind, "text": entry.text, "where": entry.where, "more": entry.more, "cites": entry.cites,
            "cited by": index.cited_by.get(id, []), "said": [vars(said) for said in found.said],
            "goals": [goal.name for goal in found.goals], "units": found.units,
            "mutants": [mutant.name for mutant in found.mutants], "tests": [vars(test) for test in found.tests],
            "machine": machine.as_json(index.machine, id, entry, index.by(id) if entry.kind == "clause" else ""),
        }  # fmt: skip
        if entry.kind == "clause":
            entries[id]["by"] = index.by(id)
    return {
        "format": 1,
        "made of": signature(index.tree.root),
        "shipped": {"file": SHIPPED, "sha256": index.shipped},
        "tools": index.stored.tools,
        "entries": entries,
        "calls": {name: vars(place) for name, place in index.machine.calls.items()},
        "functions": {
            name: {
                "unit": contract.unit, "where": contract.where, "body": contract.body,
                "promises": [vars(promise) for promise in contract.promises],
            }
            for name, contract in index.contracts.items()
        },
        "definitions": {name: vars(definition) for name, definition in index.definitions.items()},
        "goals": {name: _goal(goal) for name, goal in index.stored.goals.items()},
        "mutants": [vars(mutant) for mutant in index.mutants],
    }  # fmt: skip


def _goal(goal: Goal) -> dict:
    return {
        "unit": goal.unit, "function": goal.function, "promise": goal.promise, "sort": goal.sort, "proofs": goal.proofs
    }  # fmt: skip


def signature(root: Path) -> str:
    """Which files there are, how long they are and when they were written: as good as what is in them, and quick."""
    found = hashlib.sha256()
    for path in sorted(path for pattern in READ for path in root.glob(pattern)):
        status = path.stat()
        found.update(f"{path.relative_to(root)}\0{status.st_mtime_ns}\0{status.st_size}\0".encode())
    return found.hexdigest()[:16]


def load(root: Path) -> dict:
    """The index of the tree as it is: the one in build/, or a new one."""
    path = root / FILE
    try:
        content = json.loads(path.read_text())
        if content["format"] == 1 and content["made of"] == signature(root):
            return content
    except (OSError, ValueError, KeyError, TypeError):
        pass  # there is none, or none that can be read: it is made anew
    content = as_json(read(root))
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(content) + "\n")
    draft.replace(path)
    return json.loads(path.read_text())
