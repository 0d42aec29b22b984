# SPDX-License-Identifier: MIT
"""Every operation of the core is joined to all that speaks of operations: none of the places can be forgotten silently.

The step and the theorems, a row of T-COMP, ground calls by itself and through the step, the fuzzers,
clauses and the table of callbacks; and every unit has mutants. What is left out is named here, with the reason.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lint_rows import PARTS

OPERATIONS = Path("model/core/operations")
STEP = Path("model/core/trace/step")
LOGIC = Path("spec/logic/step.h")
CALLBACKS = Path("spec/callbacks.md")
GROUND = Path("proofs/ground")
FUZZ = Path("tests/fuzz")
MUTANTS = Path("tests/gate/mutants")

# Operations that are no call of the trace.
NOT_OF_THE_STEP = {
    "dxgmap_op_live": "a question of the harness, changes nothing; that its cursors list every life is T-LEAK's",
    "dxgmap_op_live_object": "the same of the machine",
    "dxgmap_op_lead": "a question of the face, changes nothing; Create and Open are made with its answer",
    "dxgmap_op_process_view": "a question of the face, changes nothing; each view that it names is ended by a step",
    "dxgmap_op_reference": "the definition that dxgmap_op_translate is compared with, changes nothing",
    "dxgmap_op_create_bound": "two calls of the trace, Create and Open; that it makes both or none is its contract",
    "dxgmap_op_destroy_bound": "two calls of the trace, Close and Destroy; that it makes both or none is its contract",
}
# Operations that no fuzzer draws.
NOT_DRAWN = {
    "dxgmap_op_create_bound": "by the callbacks: tests/conformance/object_test.c, random_objects_test.c",
    "dxgmap_op_destroy_bound": "by the callbacks: tests/conformance/object_test.c, random_objects_test.c",
}

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
_OPERATION = re.compile(r"^\w[\w *]*?\b(dxgmap_op_\w+)\(", re.M)


def joined_faults(root: Path) -> Iterator[str]:
    functions = _functions(root)
    if not functions:
        yield f"{OPERATIONS}: no operation found"
    for table, exempt in (("NOT_OF_THE_STEP", NOT_OF_THE_STEP), ("NOT_DRAWN", NOT_DRAWN)):
        for name in sorted(exempt.keys() - functions.keys()):
            yield f"proofs/lint_joined.py: {table} names {name}, which is no operation any more: take it out"
    yield from _in_the_step(root, functions)
    yield from _in_the_theorems(root)
    yield from _ground_calls(root)
    yield from _ground_calls_of_its_own(root, functions)
    yield from _tests(root, functions)
    yield from _clauses(root, functions)
    yield from _mutants(root)


def _functions(root: Path) -> dict[str, Path]:
    """The operations, each with its header."""
    found: dict[str, Path] = {}
    for path in sorted((root / OPERATIONS).glob("*.h")):
        found |= dict.fromkeys(_OPERATION.findall(_COMMENT.sub(" ", path.read_text())), path.relative_to(root))
    return found


def _numbers(root: Path) -> list[str]:
    """The operations that the step has, by the names of their numbers."""
    text = _COMMENT.sub(" ", (root / STEP).with_suffix(".h").read_text())
    return re.findall(r"\b(DXGMAP_OP_\w+) = \d+", text)


def _of(number: str) -> str:
    return number.replace("DXGMAP_OP_", "dxgmap_op_").lower()


def _in_the_step(root: Path, functions: dict[str, Path]) -> Iterator[str]:
    text = _COMMENT.sub(" ", (root / STEP).with_suffix(".c").read_text())
    numbers = {_of(number) for number in _numbers(root)}
    for name, header in functions.items():
        if name in NOT_OF_THE_STEP:
            if name in numbers:
                yield f"proofs/lint_joined.py: NOT_OF_THE_STEP names {name}, which {STEP}.h has: take it out"
        elif name not in numbers:
            yield f"{header}: {name} has no number in {STEP}.h: join it to the step, or name it in NOT_OF_THE_STEP"
        elif not re.search(rf"\b{name}\(", text):
            yield f"{header}: {STEP}.c does not call {name}: no theorem speaks of it"
    for name in sorted(numbers - functions.keys()):
        yield f"{STEP}.h: {name.replace('dxgmap_op_', 'DXGMAP_OP_').upper()} has no function {name}"


def _in_the_theorems(root: Path) -> Iterator[str]:
    """T-COMP has a row for each number, which asks a predicate that a clause table has."""
    text = _COMMENT.sub(" ", (root / LOGIC).read_text().replace("/*@", "").replace("*/", ""))
    told = {predicate for part in PARTS.values() for predicate in (part.predicate, part.shorter)}
    for number in _numbers(root):
        rows = re.findall(rf"c\.op == {number}\s*\?\s*(\w+)\(", text)
        if len(rows) != 1:
            yield f"{LOGIC}: {number} has {len(rows)} rows `c.op == {number} ? ..Status(..)`, not one"
        elif rows[0] not in told:
            yield f"{LOGIC}: {number} asks {rows[0]}, and no table of clauses says what that is (proofs/lint_rows.py)"


def _ground_calls(root: Path) -> Iterator[str]:
    """Calls with arguments written out that go through the step: one that succeeds, and one that does not."""
    text = "".join(path.read_text() for path in sorted((root / GROUND).glob("ground_step*.c")))
    calls = re.findall(r"(\w+) = dxgmap_ground_by_(\w+)\([^;]*\);\s*/\*@ assert \w+: \1 == (DXGMAP_\w+); \*/", text)
    for number in _numbers(root):
        name = number.removeprefix("DXGMAP_OP_").lower()
        where = f"{GROUND}/ground_step*.c"
        if not re.search(rf"\bdxgmap_ground_by_{name}\([^;{{]*\)\s*\{{[^}}]*\b{number}\b", text):
            yield f"{where}: no dxgmap_ground_by_{name} that makes a call of {number}"
        statuses = {status for _, called, status in calls if called == name}
        if "DXGMAP_OK" not in statuses:
            yield f"{where}: no call of dxgmap_ground_by_{name} that is asserted to be DXGMAP_OK"
        if not statuses - {"DXGMAP_OK"}:
            yield f"{where}: no call of dxgmap_ground_by_{name} that is asserted to fail"


def _ground_calls_of_its_own(root: Path, functions: dict[str, Path]) -> Iterator[str]:
    files = [path for path in sorted((root / GROUND).glob("*.c")) if not path.name.startswith("ground_step")]
    text = "".join(path.read_text() for path in files)
    for name, header in functions.items():
        if not re.search(rf"\b{name}\(", text):
            yield f"{header}: {GROUND} does not call {name}: show that it succeeds, and fails for each of its causes"


def _tests(root: Path, functions: dict[str, Path]) -> Iterator[str]:
    text = "".join(path.read_text() for path in sorted((root / FUZZ).glob("*.c")))
    for name, header in functions.items():
        if name not in NOT_DRAWN and not re.search(rf"\b{name}\(", text):
            yield f"{header}: {FUZZ} does not call {name}: draw it, and let tests/judge/judge.ml ask the machine"
    for number in _numbers(root):
        if not re.search(rf"\b{number}\b", text):
            yield f"{STEP}.h: {FUZZ} does not make a step of {number}"


def _clauses(root: Path, functions: dict[str, Path]) -> Iterator[str]:
    """A clause file names the operation, and the table of callbacks leads there."""
    callbacks = (root / CALLBACKS).read_text()
    files = {path.name: path.read_text() for path in sorted((root / "spec/clauses").glob("*.md"))}
    for name, header in functions.items():
        homes = [file for file, text in files.items() if f"`{name}`" in text]
        if not homes:
            yield f"{header}: no file of spec/clauses says `{name}`"
        for file in homes:
            if f"(clauses/{file})" not in callbacks:
                yield f"{CALLBACKS}: no row leads to clauses/{file}, where {name} is"


def _mutants(root: Path) -> Iterator[str]:
    listed = [mutant for path in sorted((root / MUTANTS).glob("*.json")) for mutant in json.loads(path.read_text())]
    units = {path.stem: path.relative_to(root) for path in sorted((root / "model/core").rglob("*.c"))}
    for unit in sorted(units.keys() - {mutant["unit"] for mutant in listed}):
        yield f"{units[unit]}: this unit has no mutant: add a fault that its proof must find to {MUTANTS}/units.json"
    for mutant in listed:
        if mutant["unit"] not in units:
            yield f"{MUTANTS}: {mutant['name']}: there is no unit {mutant['unit']}"
        path = root / mutant["file"]
        found = path.read_text().count(mutant["find"]) if path.is_file() else 0
        if found != 1:
            yield f"{MUTANTS}: {mutant['name']}: {mutant['file']} has the text to find {found} times, not once"
