# SPDX-License-Identifier: MIT
"""What a unit proves at the least: proofs/floor.json has the number of its goals, and what its functions promise.

A contract that was emptied proves as well as it did before: nothing of nothing. So a promise that is gone, or a goal
that is not there any more, is red until somebody says that it is meant: `prove.py --save-floor` (or `--save-session`)
writes the table anew and tells what fell, and the change is seen in the table. The numbers are those of the default
profile; the constants of another may fold a goal away.
"""

import json
import threading
from collections.abc import Iterator

from acsl import Function
from tree import Tree
from unitrun import Run

FILE = "proofs/floor.json"
PROFILE = "default"
Floor = dict[str, dict]  # unit -> {"goals": number, "promises": {function: labels of its `ensures`}}


_SAVING = threading.Lock()  # units are proved side by side


def read(tree: Tree) -> Floor | None:
    return json.loads(tree.floor.read_text()) if tree.floor.is_file() else None


def promises(run: Run) -> dict[str, str]:
    """Functions of other units rely on these; what a static function promises, its callers in the unit need."""
    functions = run.shape.defined().values()
    return {f.name: _labels(f) for f in functions if not f.prototype.startswith("static ")}


def _labels(function: Function) -> str:
    return " ".join(sorted(clause.label or "?" for clause in function.of("ensures")))


def fallen(tree: Tree, run: Run) -> Iterator[str]:
    """What the table has and the run has not."""
    floor = read(tree)
    if floor is None or run.unit not in floor:
        yield f"{FILE} does not say what this unit must prove; write it: `prove.py --save-floor --unit {run.unit}`"
        return
    for what in _less(floor[run.unit], _found(run), goals=run.profile == PROFILE):
        yield f"{what}: less than {FILE} says; if it is meant: `prove.py --save-floor --unit {run.unit}`"


def _found(run: Run) -> dict:
    return {"goals": sum(not goal.smoke for goal in run.goals), "promises": promises(run)}


def _less(stored: dict, found: dict, *, goals: bool) -> Iterator[str]:
    if goals and found["goals"] < stored["goals"]:
        yield f"{found['goals']} goals, not {stored['goals']}"
    for name, labels in stored["promises"].items():
        left = found["promises"].get(name, "").split()
        for label in labels.split():
            if label in left:
                left.remove(label)
            else:
                yield f"{name}: `ensures {label}` is gone"


def save(tree: Tree, runs: list[Run]) -> list[str]:
    """Writes the table for the units that were proved; what fell, in sentences."""
    with _SAVING:
        return _save(tree, runs)


def _save(tree: Tree, runs: list[Run]) -> list[str]:
    floor = read(tree) or {}
    told = [f"{unit}: is no unit any more" for unit in sorted(floor.keys() - tree.units().keys())]
    for run in runs:
        if run.profile != PROFILE or run.problems or not run.shape.functions:
            continue
        if run.unit in floor:
            told += [f"{run.unit}: {what}" for what in _less(floor[run.unit], _found(run), goals=True)]
        floor[run.unit] = _found(run)
    rows = {unit: floor[unit] for unit in sorted(floor.keys() & tree.units().keys())}
    tree.floor.write_text(json.dumps(rows, indent=1) + "\n")
    return told
