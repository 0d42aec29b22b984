# SPDX-License-Identifier: MIT
"""The gate's answers to receipts and sessions that hold, are stale, or are no run's work."""

import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import box
import receipts
import sessions
import stores
from box import BOX, BOX_H, DEFAULT, KILLED, LIST, LOGIC, OP_C, OP_H, PROFILE_H, PUT, SESSION
from stores import Sessions, SmokeReceipts
from unitrun import Run
from wplog import Goal

READ = ("--receipts", "read")
ALL_HELD = "0 passed, 0 failed, 2 by receipt"
Test = Callable[[Path], str]


def summary(outcome: box.Outcome) -> list[list[str]]:
    """Up to date before, run now, red: of sessions, smoke runs and mutants."""
    names = ("sessions ", "smoke ", "mutants ")
    return [line.split()[1:4] for line in outcome.said.splitlines() if line.startswith(names)]


def nothing_to_do(tree: Path) -> str:
    before = {path: path.read_bytes() for path in tree.rglob("*.json")}
    outcome = box.run(tree, "proofs/uptodate.py")
    changed = [path.name for path in before if path.read_bytes() != before[path]]
    rows = summary(outcome)
    if changed or rows != [["6", "0", "0"], ["2", "0", "0"], ["2", "0", "0"]]:
        return f"{rows}, and these files changed: {changed}\n{outcome.said}"
    return outcome.lacks(0, ALL_HELD, "2 of 2 by receipt, 0 run now. A receipt is no proof")


def goes_on(tree: Path) -> str:
    """What was not reached when it was stopped is run, and nothing else."""
    for file in (SESSION, PUT):
        (tree / file).unlink()
    left = json.loads((tree / KILLED).read_text())
    del left["seal"], left["verdict"]["mutants"]["no refusal"]
    (tree / KILLED).write_text(json.dumps(left | {"seal": receipts.seal(left)}))
    outcome = box.run(tree, "proofs/uptodate.py")
    rows = summary(outcome)
    if rows != [["5", "1", "0"], ["1", "1", "0"], ["1", "1", "0"]]:
        return f"{rows}\n{outcome.said}"
    says = "to run: core mutant of op_put: no refusal: it has no receipt"
    return outcome.lacks(0, "to run: op_put (small): there is no session", says)


def answers(tree: Path) -> list[str]:
    """What the gate would do, without doing it."""
    given = box.settings(tree)
    work = [("box", DEFAULT), ("op_put", DEFAULT)]
    told = stores.consult(SmokeReceipts(given), given.tree, work, "read", everything=True)
    return [*told.said, *(f"{problem.where}: {problem.what}" for problem in told.wrong)]


def held(change: Callable[[Path], None]) -> Test:
    def test(tree: Path) -> str:
        change(tree)
        return "\n".join(answers(tree))

    return test


def stale(change: Callable[[Path], None], *says: str) -> Test:
    """These units run again, for these reasons, and no others."""

    def test(tree: Path) -> str:
        change(tree)
        said = answers(tree)
        right = len(said) == len(says) and all(line.startswith(f"to run: {words}") for line, words in zip(said, says))
        return "" if right else f"{said}"

    return test


def edits(file: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda tree: box.edit(tree, file, old, new)


def forges(group: str, part: str, value: str) -> Callable[[Path], None]:
    return lambda tree: box.forge(tree, PUT, group, part, value)


def runs_and_writes_nothing(tree: Path) -> str:
    """What is stale is run, what is not is not, and who only reads writes nothing."""
    box.edit(tree, OP_C, "return 2u;", "return 3u;")
    before = (tree / PUT).read_text()
    outcome = box.smoke(tree, *READ)
    if (tree / PUT).read_text() != before:
        return "a receipt was written"
    says = "to run: op_put (default): changed since: model/core/op_put.c as seen by op_put"
    return outcome.lacks(0, says, "1 of 2 by receipt, 1 run now", "1 passed, 0 failed, 1 by receipt")


def wrong(change: Callable[[Path], None], says: str) -> Test:
    """A fault, and not a reason to run."""

    def test(tree: Path) -> str:
        change(tree)
        said = answers(tree)
        right = len(said) == 1 and said[0].startswith(f"{PUT}: {says}") and "make smoke UNIT=op_put" in said[0]
        return "" if right else f"{said}"

    return test


def mended(tree: Path) -> str:
    """Red, without a run; the command that is named mends it."""
    number(tree)
    if missing := box.smoke(tree, *READ).lacks(1, f"{PUT}: {SEAL}", "RED", "0 passed, 1 failed, 1 by receipt"):
        return missing
    outcome = box.smoke(tree, "--unit", "op_put")
    return outcome.lacks(0, f"{PUT}: {SEAL}", "1 passed, 0 failed, 0 by receipt") or "\n".join(answers(tree))


def copied(tree: Path) -> None:
    shutil.copy(tree / BOX, tree / PUT)


def renamed(tree: Path) -> None:
    """Made for another unit, it says under a seal that fits that it is of this one."""
    content = json.loads((tree / BOX).read_text()) | {"unit": "op_put"}
    del content["seal"]
    (tree / PUT).write_text(json.dumps(content | {"seal": receipts.seal(content)}))


def gone_unit(tree: Path) -> str:
    stranger = "proofs/receipts/smoke/op_gone-default.json"
    shutil.copy(tree / PUT, tree / stranger)
    shutil.copy(tree / SESSION, tree / "proofs/sessions/op_gone-small.json")
    shutil.copy(tree / KILLED, tree / "proofs/receipts/mutants/op_gone-small.json")
    red = [
        box.smoke(tree, *READ).lacks(1, f"{stranger}: there is no such unit; remove it: make receipts"),
        box.prove(tree, "--replay").lacks(1, "op_gone-small.json: there is no such unit"),
        box.mutants(tree, *READ).lacks(1, "op_gone-small.json: no mutant is of this unit; remove it: make receipts"),
    ]
    mended = box.run(tree, "proofs/uptodate.py").lacks(0, f"removed: {stranger}", "Everything is up to date")
    left = [path.name for path in tree.rglob("op_gone*")]
    return "\n".join(filter(None, [*red, mended])) or (f"not removed: {left}" if left else "")


CONTRADICTION = (BOX_H, "requires value: value > 0;", "requires value: value > 0 && value < s->count && s->count < 1;")


def red_is_not_kept(tree: Path) -> str:
    (tree / BOX).unlink()
    box.edit(tree, *CONTRADICTION)
    outcome = box.smoke(tree, "--unit", "box")
    return outcome.lacks(1, "fails", "0 passed, 1 failed") or ("a receipt was written" if (tree / BOX).exists() else "")


def refuted(tree: Path) -> str:
    """A run that comes out red takes away the receipt of the same content; one that was stopped does not."""
    store = SmokeReceipts(box.settings(tree))
    red = Run("op_put", "default", goals=[Goal("smoke", "passed", 0.0, smoke=True)], problems=["stopped"])
    store.keep(red, DEFAULT)
    if not (tree / PUT).exists():
        return "a stopped run took the receipt away"
    red.goals.append(Goal("smoke", "", 0.0, smoke=True))
    store.keep(red, DEFAULT)
    return "the receipt is still there" if (tree / PUT).exists() else ""


def edited_meanwhile(tree: Path) -> str:
    given = box.settings(tree)
    for store, file in ((SmokeReceipts(given), PUT), (Sessions(given), "proofs/sessions/op_put-default.json")):
        (tree / file).unlink()
        store.ask("op_put", DEFAULT)
        box.edit(tree, OP_C, "return 2u;", "return 3u;")
        objection = store.keep(Run("op_put", "default"), DEFAULT)
        box.edit(tree, OP_C, "return 3u;", "return 2u;")
        if not objection or (tree / file).exists():
            return f"{file}: {objection or 'no objection'}"
    return ""


def not_for_proofs(tree: Path) -> str:
    """However good the session and the receipt look, a proof is a proof; and a session is a claim."""
    box.edit(tree, OP_C, "  dxgmap_box_put(s, list[0]);\n", "")
    given = box.settings(tree)
    content = json.loads((tree / "proofs/sessions/op_put-default.json").read_text())
    del content["seal"]
    content["inputs"] = Sessions(given).before("op_put", DEFAULT)
    forged = content | {"seal": receipts.seal(content)}
    (tree / "proofs/sessions/op_put-default.json").write_text(json.dumps(forged))
    read = box.prove(tree, "--replay", "--unit", "op_put").lacks(0, "this is not a proof")
    proved = box.prove(tree, "--unit", "op_put", "--stop", "--seconds", "1", *READ)
    return read or proved.lacks(1, "goal typed_ref_dxgmap_op_put_ensures_done", "RED")


def session_of_other_text(tree: Path) -> str:
    box.edit(tree, OP_C, "return 2u;", "return 3u;")
    outcome = box.prove(tree, "--save-session", "--profile", "small")
    says = "to run: op_put (small): changed since: model/core/op_put.c as seen by op_put"
    return outcome.lacks(0, says, "1 of 2 by session, 1 run now")


def edited_session(tree: Path) -> str:
    box.edit(tree, SESSION, '"profile":"small"', '"profile": "small" ')  # the same content
    if missing := box.prove(tree, "--replay", "--profile", "small").lacks(0, "REPLAYED"):
        return missing
    content = json.loads((tree / SESSION).read_text())
    content["goals"][next(iter(content["goals"]))] = ["z3", 0.1]
    (tree / SESSION).write_text(json.dumps(content))
    outcome = box.prove(tree, "--replay", "--profile", "small")
    says = "no proof of this unit wrote this session as it stands; make it anew: make receipts"
    return outcome.lacks(1, f"{SESSION}: {says}")


def session_by_normal_form(tree: Path) -> str:
    """Text that is spelled otherwise and means the same to Frama-C is found in the session all the same."""
    box.edit(tree, OP_C, "return 2u;", "return (2u);")
    given = box.settings(tree)
    stored = sessions.load(given.tree, "op_put", DEFAULT)
    if stored["inputs"]["text"] == Sessions(given).before("op_put", DEFAULT)["text"]:
        return "the text was not changed"
    outcome = box.prove(tree, "--replay", "--unit", "op_put")
    return outcome.lacks(0, "18 of 18 goals have a stored verdict") or (
        "it was looked up goal by goal" if (tree / "build/proofs/op_put-default/replay.txt").exists() else ""
    )


def changed_mutant(tree: Path) -> str:
    box.edit(tree, LIST, "return 0u;", "return 0u + 0u;")
    says = "to run: core mutant of op_put: no refusal: the mutant itself has changed"
    return box.mutants(tree, *READ).lacks(0, says, "1 passed, 0 failed, 1 by receipt")


def mutant_of_changed_unit(tree: Path) -> str:
    comment = "/* A whole step: total, and unchanged when it fails. */"
    box.edit(tree, OP_H, comment, "/*@ predicate Odd(integer i) = i % 2 == 1; */")
    outcome = box.mutants(tree, *READ)
    return outcome.lacks(0, "changed since: model/core/op_put.h as seen by op_put", "2 passed, 0 failed, 0 by receipt")


def survivor(tree: Path) -> str:
    """One that survives has no receipt, and one that had a receipt loses it."""
    box.edit(tree, LIST, '"return 0u;"', '"return 3u;"')
    outcome = box.mutants(tree)
    kept = json.loads((tree / KILLED).read_text())["verdict"]["mutants"].keys()
    missing = outcome.lacks(1, "SURVIVED", "0 passed, 1 failed, 1 by receipt")
    return missing or ("" if kept == {"nothing put"} else f"{kept}")


def misplaced(tree: Path) -> str:
    """That its text stands there once is looked at always."""
    box.edit(tree, OP_C, "    return 1u;", "    return 1u; /* return 1u; */")
    says = ("no refusal: ERROR", "2 times, not once", "0 passed, 1 failed, 1 by receipt")
    return box.mutants(tree, *READ).lacks(1, *says)


def gone_mutant(tree: Path) -> str:
    (tree / LIST).write_text(json.dumps(json.loads((tree / LIST).read_text())[:1]))
    red = box.mutants(tree, *READ).lacks(1, f"{KILLED}: no such mutants: no refusal; mend it: make mutants UNIT=op_put")
    mended = box.mutants(tree, "--unit", "op_put").lacks(0, "0 passed, 0 failed, 1 by receipt")
    return red or mended or box.mutants(tree, *READ).lacks(0, "0 passed, 0 failed, 1 by receipt")


def edited_mutants(tree: Path) -> str:
    box.edit(tree, KILLED, '"no refusal"', '"any refusal"')
    red = box.mutants(tree, *READ).lacks(1, f"{KILLED}: the seal does not fit", "0 passed, 1 failed, 0 by receipt")
    return red or box.mutants(tree).lacks(0, f"{KILLED}: the seal does not fit", "2 passed, 0 failed, 0 by receipt")


def everything(tree: Path) -> str:
    return box.smoke(tree, "--receipts", "renew").lacks(0, "2 passed, 0 failed, 0 by receipt")


def sums(_: Path) -> str:
    """What was not run is no passed test, a suite of receipts alone has not failed, and one of nothing has."""
    spec = importlib.util.spec_from_file_location("suites", box.ROOT / "tests" / "run.py")
    suites = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(suites)
    found = []
    for passed, held in ((1, 3), (0, 3), (0, 0)):
        suite = suites.Suite("smoke", [])
        suite.output = lambda passed=passed, held=held: f"words\n{passed} passed, 0 failed, {held} by receipt\n"
        suite.count(0)
        found.append((suite.passed, suite.failed, suite.receipts))
    return "" if found == [(1, 0, 3), (0, 0, 3), (0, 1, 0)] else f"{found}"


def layout(tree: Path) -> None:
    """Nothing that Frama-C reads: comments, empty lines, spaces."""
    box.edit(tree, BOX_H, "/* Adds one more value. */\n", "\n\n/* Adds a value\n   to the box. */\n// That is all.\n")
    box.edit(tree, OP_C, "    return 2u;\n", "    return\n        2u; // full\n")
    box.edit(tree, LOGIC, "BoxHolds(dxgmap_box s, integer value) =\n", "BoxHolds(dxgmap_box s,\n    integer value) =\n")


def number(tree: Path) -> None:
    box.edit(tree, PUT, '"smoke tests": 6', '"smoke tests": 60')


def part(tree: Path) -> None:
    content = json.loads((tree / PUT).read_text())
    content["inputs"]["text"]["model/core/op_put.c"] = "0" * 16
    (tree / PUT).write_text(json.dumps(content))


def conflict(tree: Path) -> None:
    (tree / PUT).write_text(f"<<<<<<< HEAD\n{(tree / PUT).read_text()}=======\n>>>>>>> other\n")


SEAL = "the seal does not fit: this was edited after it was written"
BODY = (OP_C, "return 2u;", "return 3u;")
ANNOTATION = (LOGIC, "0 <= i < s.count && s.cell[i] == value", "0 <= i < s.count && value == s.cell[i]")
MACRO = (PROFILE_H, "#endif\n\n#endif", "#endif\n#define DXGMAP_ODD 1\n#endif")
TESTS: dict[str, Test] = {
    "nothing to do: everything is believed and no file changes": nothing_to_do,
    "stopped half way: what was run is not run again": goes_on,
    "everything is run when that is asked for": everything,
    "stale: it runs, and only that": runs_and_writes_nothing,
    "held: another folder, other comments, another layout": held(layout),
    "stale: a statement": stale(edits(*BODY), "op_put (default): changed since: model/core/op_put.c as seen by op_put"),
    "stale: an annotation in a header of both": stale(
        edits(*ANNOTATION),
        "box (default): changed since: spec/logic/box_logic.h as seen by box",
        "op_put (default): changed since: spec/logic/box_logic.h as seen by op_put",
    ),
    "stale: a macro that only annotations could use": stale(
        edits(*MACRO),
        "box (default): changed since: model/core/profile.h as seen by box",
        "op_put (default): changed since: model/core/profile.h as seen by op_put",
    ),
    "stale: a newer tool": stale(
        forges("tools", "z3", "4.8.11"), "op_put (default): changed since: z3 4.8.12, was 4.8.11"
    ),
    "stale: other code of the gate": stale(
        forges("gate", "smoke.py", "0" * 16), "op_put (default): changed since: smoke.py of the gate"
    ),
    "stale: other options": stale(
        forges("run", "command of the smoke tests", "frama-c -wp"),
        "op_put (default): changed since: the command of the smoke tests",
    ),
    "stale: of another unit, under this one's name": stale(
        renamed, "op_put (default): changed since: model/core/op_put.c as seen by op_put (new)"
    ),
    "edited: a number": wrong(number, SEAL),
    "edited: a hash": wrong(part, SEAL),
    "edited: what a merge left": wrong(conflict, "this is no receipt"),
    "edited: red, and mended": mended,
    "wrong: copied from another unit": wrong(copied, "this is the receipt smoke of box (default)"),
    "wrong: of a unit that is gone": gone_unit,
    "red writes no receipt": red_is_not_kept,
    "red takes the receipt of the same content away": refuted,
    "edited while it ran": edited_meanwhile,
    "a proof is never by receipt": not_for_proofs,
    "session: of other text": session_of_other_text,
    "session: edited": edited_session,
    "session: the same normal form": session_by_normal_form,
    "mutant: changed": changed_mutant,
    "mutant: of a unit that has changed": mutant_of_changed_unit,
    "mutant: a survivor": survivor,
    "mutant: its text is there twice": misplaced,
    "mutant: gone": gone_mutant,
    "mutant: edited receipt": edited_mutants,
    "sums of suites": sums,
}
