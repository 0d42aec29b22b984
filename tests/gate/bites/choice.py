# SPDX-License-Identifier: MIT
"""Which of the places where an operator applies become mutants: some thousands do, some hundreds are run.

The choice is by hash of what is there, so that it is the same everywhere, and an edit changes it where it was made
and not elsewhere. Each operator gets a place in each unit before any gets a second one.
"""

import dataclasses
import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import inputs
from bites import contracts, source
from bites.judges import Core, Judge
from bites.operators import OPERATORS, Edit
from mutant import Mutant
from tree import Tree

PROMISE, FRAME, CONJUNCT, ROW = "dropped promise", "dropped frame", "dropped conjunct", "dropped row"
AIMED = "tests/gate/bites/aimed.json"
OF_CONTRACTS = (PROMISE, FRAME, CONJUNCT, ROW)
BODIES, PROMISES, CONJUNCTS = 380, 60, 40  # how many; of rows all


@dataclass(frozen=True)
class Bite:
    """A mutant, and whose goals can tell."""

    operator: str
    function: str  # or predicate
    line: int
    was: str
    mutant: Mutant
    judges: tuple[Judge, ...]
    first: str = ""  # the label of the promise that is asked first

    @property
    def label(self) -> str:
        return f"{self.mutant.file}:{self.line}: {self.operator}: {self.was} -> {self.mutant.why or 'nothing'}"

    def changed(self, text: str) -> str:
        return text.replace(self.mutant.find, self.mutant.replace)


def chosen(root: Path) -> list[Bite]:
    """With those that were aimed at a clause (aim.py)."""
    tree = Tree(root)
    core = Core(tree)
    found = _by_hash(tree, core)
    aimed = {entry["mutant"]: entry["promise"].split(": ")[1] for entry in aims(root).values()}
    named = {bite.mutant.name: bite for bite in _aimable(tree, core) if bite.mutant.name in aimed}
    named = {bite.mutant.name: bite for bite in found} | named
    return [dataclasses.replace(bite, first=aimed.get(name, bite.first)) for name, bite in sorted(named.items())]


def aims(root: Path) -> dict[str, dict[str, str]]:
    path = root / AIMED
    return json.loads(path.read_text()) if path.is_file() else {}


def candidates(root: Path) -> list[Bite]:
    """What can be aimed at a clause, chosen or not. Each has one judge, which is one function."""
    tree = Tree(root)
    found = {bite.mutant.name: bite for bite in _aimable(tree, Core(tree))}
    return [bite for _, bite in sorted(found.items())]


def _aimable(tree: Tree, core: Core) -> Iterator[Bite]:
    """Every mutant of a body; and of each contract every promise and frame, by one of its callers alone, since some
    functions do no more than call one that does all."""
    yield from _in_bodies(tree, core)
    for path in sorted(tree.core.rglob("*.[hc]")):
        text = path.read_text()
        for operator, parts in ((PROMISE, contracts.promises), (FRAME, contracts.frames)):
            for function, edit in parts(text):
                for judge in ((unit, (caller,)) for unit, callers in core.callers(function) for caller in callers):
                    yield _of_caller(_bite(tree, path, text, operator, function, edit, (judge,)), judge[1][0])


def _of_caller(bite: Bite, caller: str) -> Bite:
    name = inputs.digest(f"{bite.mutant.name}\0{caller}")
    return dataclasses.replace(bite, mutant=dataclasses.replace(bite.mutant, name=name))


def _by_hash(tree: Tree, core: Core) -> list[Bite]:
    found = _spread(_in_bodies(tree, core), BODIES, lambda b: (b.mutant.unit, b.operator))
    found += _spread(_of_promises(tree, core), PROMISES, lambda b: b.mutant.file)
    found += _spread(_of_conjuncts(tree, core), CONJUNCTS, lambda b: b.mutant.file)
    found += _of_rows(tree, core)
    return found


def _spread(bites: Iterator[Bite], most: int, place: Callable[[Bite], object]) -> list[Bite]:
    """Two operators may make the same mutant."""
    groups: dict[object, list[Bite]] = defaultdict(list)
    for _, bite in sorted({bite.mutant.name: bite for bite in bites}.items()):
        groups[place(bite)].append(bite)
    turns = itertools.zip_longest(*(group for _, group in sorted(groups.items())))
    return [bite for turn in turns for bite in turn if bite][:most]


def _in_bodies(tree: Tree, core: Core) -> Iterator[Bite]:
    for unit, text in core.texts.items():
        code = source.code_of(text)
        for body in source.bodies(code):
            for name, operator in OPERATORS.items():
                for edit in operator(code, body):
                    yield _bite(tree, core.paths[unit], text, name, body.name, edit, ((unit, (body.name,)),))


def _of_promises(tree: Tree, core: Core) -> Iterator[Bite]:
    for path in sorted(tree.core.rglob("*.h")):
        text = path.read_text()
        for function, edit in contracts.promises(text):
            if judges := core.callers(function):
                yield _bite(tree, path, text, PROMISE, function, edit, judges)


def _of_conjuncts(tree: Tree, core: Core) -> Iterator[Bite]:
    return _of_logic(tree, CONJUNCT, contracts.conjuncts, core.users)


def _of_rows(tree: Tree, core: Core) -> Iterator[Bite]:
    for bite in _of_logic(tree, ROW, contracts.rows, core.promisers):
        yield dataclasses.replace(bite, first="status")


def _of_logic(
    tree: Tree,
    operator: str,
    parts: Callable[[str], Iterator[tuple[str, Edit]]],
    judges_of: Callable[[str], tuple[Judge, ...]],
) -> Iterator[Bite]:
    for path in sorted(tree.logic.rglob("*.h")):
        text = path.read_text()
        for predicate, edit in parts(text):
            if judges := judges_of(predicate):
                yield _bite(tree, path, text, operator, predicate, edit, judges)


def _bite(
    tree: Tree, path: Path, text: str, operator: str, function: str, edit: Edit, judges: tuple[Judge, ...]
) -> Bite:
    start, end = _alone(text, edit.start, edit.end)
    find = text[start:end]
    instead = text[start : edit.start] + edit.text + text[edit.end : end]
    file, line = tree.relative(path), text.count("\n", 0, edit.start) + 1
    was = " ".join(text[edit.start : edit.end].split()) or "the beginning"
    now = " ".join(edit.text.split())
    name = inputs.digest("\0".join((file, find, instead)))
    mutant = Mutant("made", name, file, find, instead, judges[0][0], now)
    return Bite(operator, function, line, was, mutant, judges)


def _alone(text: str, start: int, end: int) -> tuple[int, int]:
    """As many lines around a place as the file has once."""
    first, last = text.rfind("\n", 0, start) + 1, _line_end(text, end)
    while text.count(text[first:last]) > 1:
        first = text.rfind("\n", 0, max(0, first - 1)) + 1
        last = _line_end(text, last + 1)
    return first, last


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return found if found >= 0 else len(text)
