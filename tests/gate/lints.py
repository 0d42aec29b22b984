# SPDX-License-Identifier: MIT
"""Tests of the lint of the specification: each fault that it promises to find, planted in a copy."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import lint_joined
import lint_rows
import lint_spec
from clauses import NO_CASCADES
from plant import ROOT, Edit, planted

GOOD_XLATE = (
    "/*@ predicate Xlate(box s, integer l, integer p) =\n"
    "  \\exists integer i; Live(s, i) && s.page[i] == p && HandleIndex(i) == l; */\n"
)
GOOD_THEOREM = "| T-UAU | words | `Xlate` | spec/logic/xlate.h |\n| T-COH | words | `TCoh` | absent: no cache |\n"


def lint(edits: tuple[Edit, ...], says: str) -> Callable[[], str]:
    def test() -> str:
        good = (Edit("spec/logic/xlate.h", GOOD_XLATE), Edit("spec/theorems.md", GOOD_THEOREM))
        with planted((*good, *edits)) as root:
            found = [*lint_spec.reference_faults(root), *lint_spec.theorem_faults(root)]
        if not says:
            return "; ".join(found)
        return "" if any(says in fault for fault in found) else f"not noticed: {found}"

    return test


@contextmanager
def copied(*parts: str) -> Iterator[Path]:
    """A copy of parts of this tree itself."""
    with tempfile.TemporaryDirectory(prefix="dxgmap-lint-") as name:
        for part in parts:
            shutil.copytree(ROOT / part, Path(name) / part)
        yield Path(name)


Change = tuple[str, str]  # what is planted, and the text of the file with it


def unnoticed(folder: str, changes: Callable[[Path], Iterator[Change]], expected: int) -> str:
    """Plants each change of each file alone, and says which the lint of the rows passes over."""
    tried, missed = 0, []
    with copied("spec") as root:
        for path in sorted((root / folder).iterdir()):
            text = path.read_text()
            for what, changed in changes(path) if path.name not in NO_CASCADES else ():
                path.write_text(changed)
                tried += 1
                if not list(lint_rows.row_faults(root)):
                    missed.append(f"{path.name}: {what}")
            path.write_text(text)
    if tried < expected:
        return f"{tried} changes were tried, not {expected}"
    return "not noticed:\n" + "\n".join(missed) if missed else ""


ROW = re.compile(r"\bstatus == DXGMAP_\w+ :|, status\) :|\bstatus\);")
CLAUSE = re.compile(r"\| ([A-Z]+-\d+) \| (DXGMAP_\w+) \|")
OUTSIDE = ("DXGMAP_BAD_ARGUMENT", "DXGMAP_NO_HOST", "DXGMAP_LIST_GONE")
ANSWERS = ("DXGMAP_BYPASS", "DXGMAP_BLOCKED")  # an answer has no place in the order of causes


def without(lines: list[str], at: int, *instead: str) -> str:
    return "\n".join([*lines[:at], *instead, *lines[at + 1 :]])


def exchanged(lines: list[str], at: int) -> str:
    return "\n".join([*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]])


def changed_rows(path: Path) -> Iterator[Change]:
    lines = path.read_text().split("\n")
    rows = [at for at, line in enumerate(lines) if ROW.search(line)]
    for at in rows:
        line = lines[at]
        yield f"without {line}", without(lines, at)
        code, _, ids = line.partition("//")
        if "status ==" in code and ids:
            yield f"without ids {line}", without(lines, at, code)
            other = re.sub(r"== DXGMAP_\w+ :", "== DXGMAP_NOT_VISIBLE :", line)
            yield f"of another cause {line}", without(lines, at, other if other != line else code)
        for number in re.finditer(r"\d+", ids):
            other = f"{ids[: number.start()]}{int(number[0]) + 1}{ids[number.end() :]}"
            yield f"with id {other}", without(lines, at, f"{code}//{other}")
        if at + 1 in rows and " :" in lines[at + 1] and not any(answer in line for answer in ANSWERS):
            yield f"behind the next {line}", exchanged(lines, at)


def changed_clauses(path: Path) -> Iterator[Change]:
    lines = path.read_text().split("\n")

    def of_core(line: str) -> bool:
        match = CLAUSE.match(line)
        return match is not None and match[2] not in OUTSIDE and lint_rows.FACE not in line

    for at, line in enumerate(lines):
        if of_core(line):
            match = CLAUSE.match(line)
            assert match
            yield f"without {match[1]}", without(lines, at)
            yield f"with another after {match[1]}", without(lines, at, line, line.replace(match[1], "PIN-99", 1))
            other = "DXGMAP_BAD_IRQL" if match[2] != "DXGMAP_BAD_IRQL" else "DXGMAP_BAD_KIND"
            yield f"with another cause for {match[1]}", without(lines, at, line.replace(match[2], other, 1))
            if of_core(lines[at + 1]):
                yield f"with {match[1]} behind the next", exchanged(lines, at)


def rows(edit: Edit | None, says: str) -> Callable[[], str]:
    def test() -> str:
        with copied("spec") as root:
            if edit:
                edit.apply(root)
            found = list(lint_rows.row_faults(root))
        if not says:
            return "\n".join(found)
        return "" if any(says in fault for fault in found) else f"not noticed: {found}"

    return test


JOINED = ("spec", "model/core", "proofs/ground", "tests/fuzz", "tests/gate/mutants")


def joined(says: str, *places: tuple[str, str, str]) -> Callable[[], str]:
    """Each place: a file, a pattern, and what is put there instead, everywhere in the file."""

    def test() -> str:
        with copied(*JOINED) as root:
            for file, pattern, new in places:
                for path in sorted(root.glob(file)):
                    path.write_text(re.sub(pattern, new, path.read_text()))
            found = list(lint_joined.joined_faults(root))
        if not says:
            return "\n".join(found)
        return "" if any(re.search(says, fault) for fault in found) else f"not noticed: {found}"

    return test


PIN_H, STEP_H = "spec/logic/op_pin.h", "model/core/trace/step.h"
STEP_C = "model/core/trace/step.c"
GROUND = "proofs/ground/ground_step*.c"
MUTANTS = "tests/gate/mutants/*.json"
PAGES = "    PagesStatus(s.adapter[AdapterOf(h)], count, status); // PIN-18"
ADMIT = "PinAdmit(s, c, h, index, bytes, kind, status)"

LINTS: dict[str, Callable[[], str]] = {
    "lint: a good reference and good theorems": lint((), ""),
    "lint: an owner array in the reference": lint(
        (Edit("spec/logic/xlate.h", "s.owner_of[i] == p", "s.page[i] == p"),), "`owner_of` in `Xlate`"
    ),
    "lint: a count through another predicate": lint(
        (Edit("spec/logic/xlate.h", "/*@ predicate Live(box s, integer i) = s.lockCount[i] > 0; */\n"),),
        "`lockCount` in `Live`",
    ),
    "lint: a cache in the reference": lint(
        (Edit("spec/logic/xlate.h", "Cached(s, i)", "Live(s, i)"),), "`Cached` in `Xlate`"
    ),
    "lint: an index in the reference": lint(
        (Edit("spec/logic/xlate.h", "s.index[i]", "s.page[i]"),), "`index` in `Xlate`"
    ),
    "lint: a theorem that names nothing": lint((Edit("spec/theorems.md", "`TUau`", "`Xlate`"),), "T-UAU names `TUau`"),
    "lint: a theorem in another file": lint(
        (Edit("spec/theorems.md", "box_logic.h", "xlate.h"),), "`Xlate` is not in spec/logic/box_logic.h"
    ),
    "lint: a theorem that is absent no longer": lint(
        (Edit("spec/logic/xlate.h", "/*@ predicate TCoh(box s) = \\true; */\n"),), "T-COH is said to be absent"
    ),
    "lint rows: the clauses and the predicates agree": rows(None, ""),
    "lint rows: each row that is changed": lambda: unnoticed("spec/logic", changed_rows, 250),
    "lint rows: each clause that is changed": lambda: unnoticed("spec/clauses", changed_clauses, 300),
    "lint rows: a cause without its row": rows(
        Edit(PIN_H, "", "    s.adapter[AdapterOf(h)].saves.pin[index] != 0 ? status == DXGMAP_PINNED : // PIN-14\n"),
        "spec/clauses/pin.md: PIN-14 (DXGMAP_PINNED) has no row in PinStatus",
    ),
    "lint rows: a predicate that asks itself": rows(
        Edit(PIN_H, "    PinStatus(s, c, h, index, bytes, kind, pages, count, pressure, status); // PIN-18", PAGES),
        "PinStatus: asks itself",
    ),
    "lint rows: a row with the id of no clause": rows(
        Edit(PIN_H, "// PIN-41", "// PIN-14"), "PinAdmit: no clause has the id PIN-41"
    ),
    "lint rows: a row that asks one predicate and takes the answer of another": rows(
        Edit(PIN_H, "? OtherAdmit(s, c, h, index, bytes, kind, status) :", f"? {ADMIT} :"),
        "PinStatus: not a row of a cascade",
    ),
    "lint rows: a table of causes that nobody reads": rows(
        Edit("spec/clauses/lost.md", "| id | cause | NTSTATUS | holds when | source |\n| LOST-1 | X | Y | Z | S |\n"),
        "spec/clauses/lost.md: causes under `` that proofs/lint_rows.py gives to no predicate",
    ),
    "lint rows: a status predicate that no table has": rows(
        Edit(PIN_H, "/*@ predicate LostStatus(integer status) =\n  status == DXGMAP_OK; */\n"),
        "LostStatus is a cascade of no table of causes",
    ),
    "lint joined: nothing is left out": joined(""),
    "lint joined: an operation that the step does not call": joined(
        r"step\.c does not call dxgmap_op_free_adl", (STEP_C, r"dxgmap_op_free_adl\(", "dxgmap_op_other(")
    ),
    "lint joined: an operation without a number": joined(
        r"dxgmap_op_free_adl has no number", (STEP_H, r"  DXGMAP_OP_FREE_ADL = \d+,\n", "")
    ),
    "lint joined: a number without an operation": joined(
        r"DXGMAP_OP_LOST has no function dxgmap_op_lost", (STEP_H, r"(  DXGMAP_OPS =)", r"  DXGMAP_OP_LOST = 22,\n\1")
    ),
    "lint joined: an operation that T-COMP does not know": joined(
        r"DXGMAP_OP_FREE_ADL has 0 rows", ("spec/logic/step.h", r"c\.op == DXGMAP_OP_FREE_ADL \?", "c.op == 99 ?")
    ),
    "lint joined: an operation whose row asks what no clause says": joined(
        r"DXGMAP_OP_FREE_ADL asks CallStatus", ("spec/logic/step.h", r"\? FreeStatus\(", "? CallStatus(")
    ),
    "lint joined: an operation that no ground call makes by the step": joined(
        r"no dxgmap_ground_by_free_adl that makes a call of", (GROUND, r"DXGMAP_OP_FREE_ADL", "DXGMAP_OP_CLOSE")
    ),
    "lint joined: an operation that never succeeds in a ground call": joined(
        r"no call of dxgmap_ground_by_free_adl that is asserted to be DXGMAP_OK",
        (GROUND, r"(dxgmap_ground_by_free_adl\([^;]*map\.handle\);\s*/\*@ assert done): done ==", r"\1: done <="),
    ),
    "lint joined: an operation that never fails in a ground call": joined(
        r"no call of dxgmap_ground_by_free_adl that is asserted to fail",
        (GROUND, r"refused = dxgmap_ground_by_free_adl\(", "refused = dxgmap_ground_by_close("),
    ),
    "lint joined: an operation without ground calls": joined(
        r"proofs/ground does not call dxgmap_op_free_adl",
        ("proofs/ground/*.c", r"dxgmap_op_free_adl\(", "dxgmap_op_close("),
    ),
    "lint joined: an operation that no fuzzer draws": joined(
        r"tests/fuzz does not call dxgmap_op_free_adl", ("tests/fuzz/*.c", r"dxgmap_op_free_adl\(", "dxgmap_op_close(")
    ),
    "lint joined: a step that no fuzzer makes": joined(
        r"does not make a step of DXGMAP_OP_FREE_ADL", ("tests/fuzz/*.c", r"DXGMAP_OP_FREE_ADL", "DXGMAP_OP_CLOSE")
    ),
    "lint joined: an operation that no clause names": joined(
        r"no file of spec/clauses says `dxgmap_op_free_adl`", ("spec/clauses/*.md", r"`dxgmap_op_free_adl`", "it")
    ),
    "lint joined: clauses to which no callback leads": joined(
        r"no row leads to clauses/adl\.md", ("spec/callbacks.md", r"\(clauses/adl\.md\)", "(clauses/pin.md)")
    ),
    "lint joined: a unit without a mutant": joined(
        r"structures/handle\.c: this unit has no mutant", (MUTANTS, '"unit": "handle"', '"unit": "heap"')
    ),
    "lint joined: a mutant of no unit": joined(
        r"there is no unit handles", (MUTANTS, '"unit": "handle"', '"unit": "handles"')
    ),
}
