# SPDX-License-Identifier: MIT
"""Tests of the gate that plant their fault in the runner or in its reports, or that need more than one run."""

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import acsl
import frama
import ledger
import mutant
import plant
import rules
import sametext
import sessions
import smoke
import unitrun
import whole
from faults.goals import PROMISES
from plant import FULL, Edit, planted
from profiles import PROFILES
from tree import Tree
from unitrun import Run, Settings
from wplog import Goal, Hypotheses, Log

SMALL = PROFILES["small"]
BOX = "model/core/op_put.c"


def settings(root: Path) -> Settings:
    tree = Tree(root)
    defined, _ = whole.definitions(tree)
    return Settings(tree, frama.why3_config(tree), ledger.read(tree.ledger), defined, seconds=1)


def words_of(run: Run) -> str:
    return "\n".join(problem.what for problem in run.problems)


CASTS = Edit(BOX, "  dxgmap_box_put(s, (uint16_t)(list[0] + 1u));", "  dxgmap_box_put(s, list[0]);")
_PATCHED = threading.Lock()  # tests run side by side, and a patch holds for the whole process


def without(option: str) -> Callable[[], str]:
    """A runner that forgets an option is stopped before it runs; and if that check is lost too, by its report."""

    def test() -> str:
        whole = frama._proof_words

        def fewer(cache: str) -> list[str]:
            return [word for word in whole(cache) if word != option]

        with _PATCHED, planted((CASTS,)) as root, mock.patch.object(frama, "_proof_words", fewer):
            stopped = words_of(unitrun.prove(settings(root), "op_put", SMALL, lambda _: None))
            with mock.patch.object(frama, "missing_options", lambda *_, **__: []):
                reported = words_of(unitrun.prove(settings(root), "op_put", SMALL, lambda _: None))
        if f"not a proof run: {option} is missing" not in stopped:
            return f"the command line was not refused: {stopped}"
        return "" if f"the run did not have {option}" in reported else f"the report was accepted: {reported}"

    return test


def forbidden_option() -> str:
    command = ["frama-c", *frama.DEMANDED, "-wp-skip-fct=dxgmap_box_put"]
    return "" if frama.missing_options(command) and not frama.missing_options(command[:-1]) else "not noticed"


def left_out_function() -> str:
    with _PATCHED, planted(()) as root:
        given = settings(root)
        given.defined["dxgmap_op_unseen"] = "op_put"
        said = words_of(unitrun.prove(given, "op_put", SMALL, lambda _: None))
    left_out = "dxgmap_op_unseen: no property of this function is in the report: left out of the proof"
    return "" if left_out in said else said


def smokeless() -> str:
    """A smoke run that tests nothing says so, where there is something to test."""
    whole = frama.smoke_command

    def fewer(*given: object) -> list[str]:
        return [word for word in whole(*given) if word != "-wp-smoke-tests"]

    with _PATCHED, planted(()) as root, mock.patch.object(frama, "smoke_command", fewer):
        said = words_of(smoke.run(settings(root), "op_put", SMALL, lambda _: None))
    return "" if "no smoke test was run" in said else said


def slow_goal() -> str:
    goal = Goal("typed_ref_dxgmap_box_put_x", "z3", 10.5, smoke=False)
    run = Run("box", "small", functions=["dxgmap_box_put"], goals=[goal])
    with planted(()) as root:
        unitrun._unproved(settings(root), run, root / BOX, SMALL, [])
    return "" if "took 10.5 s, more than 10 s" in words_of(run) else words_of(run)


def lost_goal() -> str:
    """A goal that WP counts and the log does not show is not overlooked."""
    run = Run("box", "small", functions=["dxgmap_box_put"])
    with planted(()) as root:
        (root / "wp.json").write_text('{"wp:global": {"wp:main": {"total": 3, "valid": 2}}}')
        unitrun._counts(run, root)
    return "" if "WP's report has 1 unproved goals, its log 0" in words_of(run) else words_of(run)


def log_reading() -> str:
    log = Log()
    for line in (
        "[wp] 3 goals scheduled\n",
        "[wp] [Qed] Goal typed_ref_f_assigns : Valid (1ms)\n",
        "[wp] [Z3 4.8.12] Goal typed_ref_f_ensures : Valid (Qed:9ms) (1.5s) (50772)\n",
        "[wp] [Failed] Goal typed_ref_f_assert\n",
        "  Z3 4.8.12: Timeout (10s)\n",
        "[kernel:annot:missing-spec] a.c:1: Warning: \n",
        "  Neither code nor specification\n",
        "[wp] User Error: something\n",
    ):
        log.feed(line)
    log.close()
    found = [(goal.prover, goal.seconds) for goal in log.goals.values()]
    right = found == [("qed", 0.001), ("z3", 1.5), ("", 0.0)] and len(log.warnings) == len(log.errors) == 1
    return "" if right else f"{found} {log.warnings} {log.errors}"


def report_file() -> str:
    """The JSON report says what the table says."""
    with planted(()) as root:
        outcome = plant.prove(root, ("op_put",), *FULL, "--json", str(root / "report.json"))
        report = json.loads((root / "report.json").read_text())
    run = report["runs"][0]
    right = report["green"] and run["unit"] == "op_put" and all(goal["prover"] for goal in run["goals"])
    row = f"{len(run['goals'])}"
    return "" if right and row in outcome.output and "slowest goal" in outcome.output else outcome.output


def unknown_unit() -> str:
    with planted(()) as root:
        outcome = plant.prove(root, ("nothing",))
    return "" if outcome.code == 2 and "no such unit" in outcome.output else outcome.output


def replay() -> str:
    """A session is read without a prover; a new goal is stale, and no other; and it does not call itself a proof."""
    with planted(()) as root:
        saved = plant.prove(root, ("op_put",), *FULL, "--save-session")
        read = plant.prove(root, ("op_put",), *FULL, "--replay")
        other = "ensures other: \\result <= 7 && s->count <= 4096;"
        Edit("model/core/op_put.h", f"{other}\n    ensures cause:", "ensures cause:").apply(root)
        stale = plant.prove(root, ("op_put",), *FULL, "--replay")
        session = sessions.file_of(Tree(root), "op_put", SMALL).read_text()
        told = [line for line in stale.output.splitlines() if "the session has no verdict" in line]
    if saved.code != 0 or read.code != 0 or "this is not a proof" not in read.output:
        return saved.output + read.output
    if str(plant.ROOT) in session or '"verdict":"timeout"' in session:
        return f"the session holds what it should not: {session}"
    return "" if stale.code == 3 and len(told) == 1 and "ensures_other" in told[0] else stale.output


def replay_without_session() -> str:
    with planted(()) as root:
        outcome = plant.prove(root, ("op_put",), *FULL, "--replay")
    return "" if outcome.code == 3 and "no committed session" in outcome.output else outcome.output


def floor_saved() -> str:
    """The floor is written anew when somebody asks for it, and what fell is told."""
    emptied = Edit("model/core/op_put.h", "    ensures ok: Inv(*s); */", PROMISES)
    with planted((emptied,)) as root:
        saved = plant.prove(root, ("op_put",), "--save-floor")
        again = plant.prove(root, ("op_put",))
        kept = json.loads((root / "proofs/floor.json").read_text())
    told = "proofs/floor.json: op_put: dxgmap_op_put: `ensures cause` is gone" in saved.output
    right = saved.code == again.code == 0 and kept["op_put"]["promises"] == {"dxgmap_op_put": "ok"} and "box" in kept
    return "" if told and right else saved.output + again.output


def unseen_clause() -> str:
    """A clause for which the report has no property is not overlooked."""
    run = Run("box", "small")
    contract = "/*@ terminates \\true; ensures a: \\result > 0; ensures b: \\result > 1; */\n"
    shape = acsl.parse(f"{contract}int f(int x)\n{{\n}}\n")
    row = {"function": "f", "property kind": "postcondition"}
    unitrun._clauses(run, shape, [row, {"function": "f", "property kind": "termination clause"}])
    said = words_of(run)
    unitrun._clauses(run, shape, [row, row])
    more = words_of(run).removeprefix(said)
    right = "f: 2 of `ensures`, `exits`, and 1 in the report" in said and "1 of `terminates`, and 0" in more
    return "" if right else words_of(run)


MUTANT = {"name": "m", "file": "model/core/op_put.c", "find": "", "replace": "", "unit": "op_put", "why": "test"}


def mutants() -> str:
    """A fault is killed, harmless text survives and is reported, text that is not there is an error."""
    three = [
        MUTANT | {"name": "killed", "find": "dxgmap_box_put(s, list[0]);", "replace": ""},
        MUTANT | {"name": "survives", "find": "return 2u;", "replace": "return 1u;"},
        MUTANT | {"name": "missing", "find": "return 9u;"},
    ]
    with planted(()) as root:
        (root / "m.json").write_text(json.dumps(three))
        words = [sys.executable, str(plant.HERE / "mutants.py"), "--root", str(root), "--folder", str(root)]
        done = subprocess.run(words, capture_output=True, text=True)
    said = [line for line in done.stdout.splitlines() if not line.startswith("to run: ")]
    right = len(said) == 4 and "0 times, not once" in said[0] and "killed: " in said[1] and "SURVIVED" in said[2]
    right = right and done.returncode == 1 and said[3] == "1 passed, 2 failed, 0 by receipt"
    return "" if right else done.stdout + done.stderr


ENCLOSED = """
struct s { int at_0; };
/*@ ensures at_1; */
static int one(int x, int (*y)(int))
{
  /*@ assert at_2; */ if (x) { return at_3; }
  return '}';  // }
}
int table[] = { at_4 };
/*@ ghost void fact(int x) { at_5; } */
int two(void) { return at_6; }
"""


def mutant_in_body() -> str:
    """A mutant is judged by the goals of the function whose body it changes, and by all of the unit outside of
    bodies."""
    found = [mutant.enclosing(ENCLOSED, ENCLOSED.index(f"at_{i}")) for i in range(7)]
    return "" if found == ["", "", "one", "one", "", "", "two"] else f"{found}"


def mutant_of_contract() -> str:
    """Outside of a body the whole unit is asked."""
    odd = {"file": "model/core/box.h", "find": "(uint8_t)(s->count % 16);", "replace": "1;", "unit": "box"}
    with planted(()) as root:
        said = mutant.verdict(mutant.Mutant("m", **(MUTANT | odd)), root, 1)
    return "" if said.startswith("killed: ") and "dxgmap_box_digit" in said else said


def readable_is_not_valid() -> str:
    """A hypothesis is covered by the same words, or by a wider separation; by nothing that is nearly the same."""
    required = "requires v: \\valid_read(s) && \\separated(a, s) && \\separated(b, s, a);"
    unit = acsl.parse(f"/*@ {required} */\nint f(int const *s, int *a, int *b);\n")

    def is_open(hypothesis: str) -> bool:
        return bool(rules.check_hypotheses(unit, [Hypotheses("f", f"/*@ requires {hypothesis}; */")]))

    answers = [is_open(h) for h in ("\\valid(s)", "\\valid_read(s)", "\\separated(s, a)", "\\separated(s, a, c)")]
    return "" if answers == [True, False, False, True] else f"{answers}"


def ghost_statement() -> str:
    """A ghost statement that begins a block is no function; a ghost function is."""
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder) / "unit.c"
        statement = "/*@ ghost\n  if (x == 1) {\n    dxgmap_fact(x);\n  } */\n"
        unit.write_text(f"{statement}/*@ ghost\n  void dxgmap_fact(int x) {{\n  }}\n*/\n")
        found = sametext.ghost_functions(unit)
    return "" if found == ["dxgmap_fact"] else f"expected dxgmap_fact alone, found {found}"


CHECKS: dict[str, Callable[[], str]] = {
    "a ghost statement is no function": ghost_statement,
    "a run without -wp-rte": without("-wp-rte"),
    "a run without -warn-unsigned-overflow": without("-warn-unsigned-overflow"),
    "a run without -warn-unsigned-downcast": without("-warn-unsigned-downcast"),
    "a run that skips a function": forbidden_option,
    "a function without a property in the report": left_out_function,
    "a smoke run without smoke tests": smokeless,
    "a goal slower than 10 s": slow_goal,
    "a goal that the log does not show": lost_goal,
    "the log is read as it is printed": log_reading,
    "the JSON report": report_file,
    "a unit that does not exist": unknown_unit,
    "a session is replayed, and stale on other text": replay,
    "no session": replay_without_session,
    "the floor is written, and what fell is told": floor_saved,
    "a clause that the report does not show": unseen_clause,
    "mutants": mutants,
    "the function that a mutant is in": mutant_in_body,
    "a mutant of a contract": mutant_of_contract,
    "a hypothesis that is nearly required": readable_is_not_valid,
}
