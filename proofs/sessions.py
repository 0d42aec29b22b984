# SPDX-License-Identifier: MIT
"""Committed sessions: which prover gave which verdict, to be re-read in seconds. Re-reading is not proving.

A session is one file a unit and profile. It holds the inputs of the proof (inputs.py), the hash of the text that was
proved (Frama-C's normal form, with the run-time checks written in), the goals with their verdicts, and WP's cache: one
entry for each task that a prover found valid. While the text that goes into Frama-C is the same, or else the normal
form that comes out, the verdicts are read as they stand. When neither is, the goals are made anew and looked up one by
one, which tells those that are as they were from those to be proved. Timeouts are left out: a stored timeout would
replay as a verdict. A seal over all of it tells a file that was edited; against forgery it is nothing.
"""

import hashlib
import json
import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import frama
import inputs
import receipts
import unitrun
from inputs import Inputs, Reader
from profiles import Profile
from tree import Tree
from unitrun import Listener, Problem, Run, Settings
from wplog import Goal

_BARE_POINT = re.compile(r"(?<=\d)\.(?!\d)")  # WP writes a whole number of seconds as `1.`, which is not JSON


STALE = "STALE (nothing failed and nothing is proved: stored verdicts are of an older text, or missing)"


@dataclass
class Stale(Problem):
    """What is stored says nothing of this text; whether it holds is to be found out."""


def file_of(tree: Tree, unit: str, profile: Profile) -> Path:
    return tree.sessions / f"{unit}-{profile.name}.json"


def load(tree: Tree, unit: str, profile: Profile) -> dict | None:
    session = file_of(tree, unit, profile)
    if not session.is_file():
        return None
    try:
        content = json.loads(session.read_text())
        sealed = content.pop("seal", "") == receipts.seal(content)
    except (ValueError, AttributeError) as error:
        raise receipts.Wrong(f"this is no session ({error}); make it anew: make receipts") from error
    if not sealed or (content["unit"], content["profile"]) != (unit, profile.name):
        raise receipts.Wrong("no proof of this unit wrote this session as it stands; make it anew: make receipts")
    return content


def ask(tree: Tree, unit: str, profile: Profile, now: Inputs) -> receipts.Answer:
    """Whether a proof would be of what the session is of already."""
    content = load(tree, unit, profile)
    if content is None:
        return receipts.Answer(reason="there is no session")
    return receipts.Answer({"goals": len(content["goals"])}, receipts.reason(content["inputs"], now, unit))


def save(settings: Settings, run: Run, profile: Profile, now: Inputs) -> None:
    session = file_of(settings.tree, run.unit, profile)
    verdicts = {}
    for path in sorted((_folder(settings, run.unit, profile) / "cache").glob("*.json")):
        content = json.loads(_BARE_POINT.sub(".0", path.read_text()))
        if content.get("verdict") == "valid":
            verdicts[path.stem] = content
    content = {
        "unit": run.unit,
        "profile": profile.name,
        "inputs": now,
        "text": _text(settings, run.unit, profile),
        "goals": {goal.name: [goal.prover, goal.seconds] for goal in run.goals},
        "verdicts": verdicts,
    }
    session.parent.mkdir(parents=True, exist_ok=True)
    content["seal"] = receipts.seal(content)
    draft = session.with_suffix(".draft")
    draft.write_text(json.dumps(content, separators=(",", ":")).replace("],", "],\n").replace("},", "},\n") + "\n")
    draft.replace(session)


def replay(settings: Settings, unit: str, profile: Profile, listen: Listener) -> Run:
    run = Run(unit, profile.name)
    started = time.monotonic()
    try:
        stored = load(settings.tree, unit, profile)
    except receipts.Wrong as error:
        run.problems.append(Problem(str(error), settings.tree.relative(file_of(settings.tree, unit, profile))))
        return run
    if stored is None:
        where = settings.tree.relative(settings.tree.units()[unit])
        run.problems.append(Stale("no committed session; make one with `make receipts`", where))
        return run
    same = False
    try:
        if same := _same_text(settings, stored, unit, profile):
            goals = stored["goals"].items()
            run.goals = [Goal(name, prover, seconds, smoke=False) for name, (prover, seconds) in goals]
        else:
            _look_up(settings, run, profile, stored["verdicts"], listen)
    except frama.ToolError as error:
        run.problems.append(Problem(f"the run failed: {error}"))
    for goal in run.goals:
        if not goal.proved and same:
            run.problems.append(Problem(f"goal {goal.name}: the session itself says that it is not proved"))
        elif not goal.proved:
            missing = f"the session has no verdict for this text; prove it: make prove UNIT={unit}"
            run.problems.append(Stale(f"goal {goal.name}: {missing}"))
    run.functions = sorted(name for name, home in settings.defined.items() if home == unit)
    run.seconds = time.monotonic() - started
    return run


def _folder(settings: Settings, unit: str, profile: Profile) -> Path:
    return settings.tree.build / f"{unit}-{profile.name}"


def _same_text(settings: Settings, stored: dict, unit: str, profile: Profile) -> bool:
    """What goes into Frama-C decides what comes out, and is quicker to look at."""
    reader = Reader(settings.tree, settings.defined)
    then = stored["inputs"]
    if then["text"] == reader.text(unit, profile) and then["tools"]["frama-c"] == inputs.tools(("frama-c",))["frama-c"]:
        return True
    return stored["text"] == _text(settings, unit, profile)


def _text(settings: Settings, unit: str, profile: Profile) -> str:
    unitrun.read_unit(settings, unit, profile)
    return hashlib.sha256((_folder(settings, unit, profile) / "normal.c").read_bytes()).hexdigest()


def _look_up(settings: Settings, run: Run, profile: Profile, verdicts: dict[str, object], listen: Listener) -> None:
    out = _folder(settings, run.unit, profile)
    cache = out / "replay"
    shutil.rmtree(cache, ignore_errors=True)
    cache.mkdir(parents=True)
    for name, content in verdicts.items():
        (cache / f"{name}.json").write_text(json.dumps(content))
    path = settings.tree.units()[run.unit]
    command = frama.replay_command(settings.tree, path, profile, out, settings.passes(run.unit))
    log, code = unitrun.follow(settings, run, command, out / "replay.txt", listen)
    if code != 0:
        run.problems.append(Problem(f"frama-c ended with {code}: {' '.join(log.errors)[:2000]}"))
