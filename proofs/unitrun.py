# SPDX-License-Identifier: MIT
"""One unit in one profile: the static rules, the run of Frama-C, and what the gate says of both."""

import csv
import json
import re
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import acsl
import frama
import rules
import sametext
from acsl import Unit
from formula import squeeze
from ledger import Entry
from profiles import Profile
from tree import Tree
from wplog import Goal, Log


@dataclass
class Problem:
    """One reason for red."""

    what: str
    where: str = ""
    look: str = ""


@dataclass
class Run:
    unit: str
    profile: str
    functions: list[str] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    scheduled: int = 0
    seconds: float = 0.0
    shape: Unit = field(default_factory=Unit)

    @property
    def proved(self) -> int:
        return sum(goal.proved for goal in self.goals)

    def by(self, prover: str) -> int:
        return sum(goal.prover == prover for goal in self.goals)

    @property
    def slowest(self) -> Goal | None:
        return max(self.goals, key=lambda g: g.seconds, default=None)


@dataclass
class Sentinels:
    """What has been tried in this run; see `sentinel`."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    logs: dict[str, Log] = field(default_factory=dict)


@dataclass
class Shapes:
    """Units that are read for the sake of others; see `shape_of`."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    read: dict[tuple[str, str], Unit] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    tree: Tree
    why3: Path
    entries: list[Entry]
    defined: dict[str, str]  # function -> unit, found without Frama-C
    seconds: int = frama.GOAL_SECONDS
    stop_at_first: bool = False
    save: bool = False  # keep the verdicts for replay
    sentinels: Sentinels = field(default_factory=Sentinels)
    shapes: Shapes = field(default_factory=Shapes)

    def passes(self, unit: str) -> list[frama.Stage]:
        return frama.stages(unit, self.seconds, hurried=self.stop_at_first)


Listener = Callable[[Run], None]


def _nobody(_: Run) -> None:
    pass


def read_unit(settings: Settings, unit: str, profile: Profile) -> Unit:
    """The unit as it is proved, with its run-time checks written in."""
    out = settings.tree.build / f"{unit}-{profile.name}"
    out.mkdir(parents=True, exist_ok=True)
    normal = out / "normal.c"
    normal.unlink(missing_ok=True)
    command = frama.shape_command(settings.tree, settings.tree.units()[unit], profile, normal)
    _, code = follow(settings, Run(unit, profile.name), command, out / "shape.txt", _nobody)
    if code != 0 or not normal.is_file():
        raise frama.ToolError((out / "shape.txt").read_text().strip())
    return acsl.parse(normal.read_text())


def shape_of(settings: Settings, unit: str, profile: Profile) -> Unit:
    """As `read_unit`, once for all who ask."""
    with settings.shapes.lock:
        key = (unit, profile.name)
        if key not in settings.shapes.read:
            settings.shapes.read[key] = read_unit(settings, unit, profile)
        return settings.shapes.read[key]


def sentinel(settings: Settings, unit: str, profile: Profile, shape: Unit) -> Log:
    """What became of the sentinel. Its goal holds WP's own theory and the axioms and lemmas of the unit, so that all
    units that have none share one."""
    with settings.sentinels.lock:
        key = f"{unit}-{profile.name}" if shape.axioms else ""
        if key not in settings.sentinels.logs:
            settings.sentinels.logs[key] = _try_sentinel(settings, unit, profile)
        return settings.sentinels.logs[key]


def _try_sentinel(settings: Settings, unit: str, profile: Profile) -> Log:
    out = settings.tree.build / f"{unit}-{profile.name}"
    annex = out / "sentinel.c"
    annex.write_text(frama.SENTINEL_TEXT)
    command = frama.sentinel_command(settings.tree, settings.tree.units()[unit], profile, annex)
    log, code = follow(settings, Run(unit, profile.name), command, out / "sentinel.txt", _nobody)
    if code != 0:
        raise frama.ToolError((out / "sentinel.txt").read_text().strip())
    return log


def prove(settings: Settings, unit: str, profile: Profile, listen: Listener) -> Run:
    run = Run(unit, profile.name)
    started = time.monotonic()
    path = settings.tree.units()[unit]
    try:
        shape = _static(settings, run, path, profile)
        if not (settings.stop_at_first and run.problems):
            _prove(settings, run, path, profile, shape, listen)
        if not (settings.stop_at_first and run.problems):
            _judge_sentinel(run, sentinel(settings, run.unit, profile, shape), settings.tree.relative(path))
    except (frama.ToolError, RuntimeError, OSError, subprocess.CalledProcessError) as error:
        run.problems.append(Problem(f"the run failed: {error}", settings.tree.relative(path)))
    run.seconds = time.monotonic() - started
    return run


def _static(settings: Settings, run: Run, path: Path, profile: Profile) -> Unit:
    differences = sametext.differences(settings.tree, path, profile)
    for sentence in differences + sametext.refused(settings.tree, path, profile):
        place, _, what = sentence.partition(": ")
        run.problems.append(Problem(what, place))
    shape = read_unit(settings, run.unit, profile)
    where = settings.tree.relative(path)
    against = rules.check_unit(shape, settings.entries)
    against += rules.check_callees(shape, settings.defined, settings.entries)
    run.problems += [Problem(what, where) for what in against]
    run.functions = sorted(shape.defined())
    run.shape = shape
    return shape


def _prove(settings: Settings, run: Run, path: Path, profile: Profile, shape: Unit, listen: Listener) -> None:
    out = settings.tree.build / f"{run.unit}-{profile.name}"
    out.mkdir(parents=True, exist_ok=True)
    for old in ("wp.json", "properties.csv"):
        (out / old).unlink(missing_ok=True)
    passes = settings.passes(run.unit)
    command = frama.prove_command(settings.tree, path, profile, out, passes)
    if settings.save:
        command = frama.save_command(settings.tree, path, profile, out, passes)
    if wrong := frama.missing_options(command, stored=settings.save):
        run.problems += [Problem(f"not a proof run: {sentence}") for sentence in wrong]
        return
    log, code = follow(settings, run, command, out / "log.txt", listen)
    if settings.stop_at_first and code != 0 and any(not g.proved for g in run.goals):
        run.problems += [Problem(f"goal {g.name} not proved") for g in run.goals if not g.proved]
        return
    if code != 0:
        run.problems.append(Problem(f"frama-c ended with {code}: {' '.join(log.errors)[:2000]}"))
        return
    _judge(settings, run, log, out, path, profile, shape)


def follow(settings: Settings, run: Run, command: list[str], keep: Path, listen: Listener) -> tuple[Log, int]:
    """Runs Frama-C and tells of each goal as it comes."""
    log = Log()
    env = frama.environment(settings.tree, settings.why3)
    last = len(settings.passes(run.unit))
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    with (
        keep.open("w") as file,
        subprocess.Popen(command, cwd=settings.tree.root, env=env, **pipes) as process,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            file.write(line)
            goal = log.feed(line)
            run.scheduled = log.scheduled
            if goal is None:
                continue
            run.goals = list(log.goals.values())
            listen(run)
            if settings.stop_at_first and not goal.proved and log.passes == last:
                process.terminate()
                break
    log.close()
    return log, process.returncode


def _judge(settings: Settings, run: Run, log: Log, out: Path, path: Path, profile: Profile, shape: Unit) -> None:
    where = settings.tree.relative(path)
    for error in log.errors:
        run.problems.append(Problem(f"Frama-C reports an error: {error}", where))
    for warning in sorted(set(log.warnings)):
        run.problems.append(Problem(f"Frama-C warns, so something is missing: {warning}", where))
    for what in rules.check_hypotheses(shape, log.hypotheses):
        run.problems.append(Problem(what, where))
    properties = list(csv.DictReader((out / "properties.csv").open(), delimiter="\t", quoting=csv.QUOTE_NONE))
    _run_time_checks(run, shape, properties)
    _clauses(run, shape, properties)
    _unproved(settings, run, path, profile, properties)
    _counts(run, out)
    annotated = {row["function"] for row in properties}
    for name, unit in settings.defined.items():
        if unit == run.unit and name not in annotated:
            left_out = "no property of this function is in the report: left out of the proof"
            run.problems.append(Problem(f"{name}: {left_out}", where))


def _judge_sentinel(run: Run, log: Log, where: str) -> None:
    tried = [goal for goal in log.goals.values() if frama.SENTINEL in goal.name]
    if not tried:
        run.problems.append(Problem("the sentinel \\false was not tried", where))
    elif any(goal.proved for goal in tried):
        what = "the sentinel \\false is proved: the axioms or lemmas of this unit contradict each other"
        run.problems.append(Problem(what, where))


_RTE = re.compile(r"assert\s+rte:\s*(\w+):")
_RTE_KINDS = {
    "mem_access": "-wp-rte",
    "unsigned_overflow": "-warn-unsigned-overflow",
    "unsigned_downcast": "-warn-unsigned-downcast",
}


def _run_time_checks(run: Run, shape: Unit, properties: list[dict[str, str]]) -> None:
    """The report has the run-time checks that Frama-C finds for this text when it is asked for them on their own."""
    reported = {(row["function"], row["property kind"]) for row in properties}
    for function in shape.defined().values():
        for kind in sorted(set(_RTE.findall(function.body or ""))):
            if (function.name, kind) not in reported:
                option = _RTE_KINDS.get(kind, "-wp-rte")
                what = f"{function.name}: no `{kind}` in the report: the run did not have {option}"
                run.problems.append(Problem(what))


_ROWS = {"postcondition": ("ensures", "exits"), "assigns clause": ("assigns",), "termination clause": ("terminates",)}


def _clauses(run: Run, shape: Unit, properties: list[dict[str, str]]) -> None:
    """Each clause that a function promises is a property of the report, to be proved or not."""
    reported = Counter((row["function"], row["property kind"]) for row in properties)
    for function in shape.defined().values():
        for row, kinds in _ROWS.items():
            written = sum(len(function.of(kind)) for kind in kinds)
            if reported[function.name, row] < written:
                what = f"{written} of `{'`, `'.join(kinds)}`, and {reported[function.name, row]} in the report"
                run.problems.append(Problem(f"{function.name}: {what}: a clause is not looked at"))


def _unproved(settings: Settings, run: Run, path: Path, profile: Profile, properties: list[dict[str, str]]) -> None:
    tree = settings.tree
    seen = set()
    follows = "Partially proven"  # its own goals are proved, but it rests on one that is not
    own = [row for row in properties if row["function"] in run.functions]
    open_ones = any(row["status"] not in ("Valid", "Considered valid", follows) for row in own)
    for row in properties:
        function = row["function"]
        if function not in run.functions or row["status"] == "Valid" or (row["status"] == follows and open_ones):
            continue
        place = f"{row['directory']}/{row['file']}:{row['line']}".removeprefix("./")
        label = squeeze(row["property"])
        text = f"{function}: {row['property kind']} not proved ({row['status'].lower()}): {row['property'][:200]}"
        if (text, place) not in seen:
            seen.add((text, place))
            name = re.match(r"(\w+):(?!:)", label)
            look = frama.look_command(tree, path, profile, function, name[1] if name else "")
            run.problems.append(Problem(text, place, look))
    named = {p.what.split(":")[0] for p in run.problems if p.look}
    for goal in run.goals:
        if not goal.proved:
            answers = "; ".join(goal.answers)
            function = _function_of(goal.name, run.functions)
            look = "" if function in named else frama.look_command(tree, path, profile, function, "")
            run.problems.append(Problem(f"goal {goal.name} not proved ({answers})", "", look))
        elif goal.seconds > frama.GOAL_SECONDS:
            slow = f"took {goal.seconds:.1f} s, more than {frama.GOAL_SECONDS} s"
            run.problems.append(Problem(f"goal {goal.name} {slow}"))


def _function_of(goal: str, functions: list[str]) -> str:
    name = goal.removeprefix("typed_ref_")
    return max((f for f in functions if name.startswith(f)), key=len, default="")


def _counts(run: Run, out: Path) -> None:
    """What was read line by line agrees with WP's own report."""
    report = json.loads((out / "wp.json").read_text()) or {}  # null when there is no goal
    total = report.get("wp:global", {}).get("wp:main", {})
    unproved = total.get("total", 0) - total.get("valid", 0)
    logged = sum(not goal.proved for goal in run.goals)
    if unproved != logged:
        run.problems.append(Problem(f"WP's report has {unproved} unproved goals, its log {logged}"))
    if run.functions and not total.get("total"):
        run.problems.append(Problem("WP's report has no goal at all"))
