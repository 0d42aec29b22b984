# SPDX-License-Identifier: MIT
"""Committed sessions: which prover gave which verdict, to be re-read in seconds. Re-reading is not proving.

A session is one file a unit and profile. It holds the hash of the text that was proved (Frama-C's normal form, with the
run-time checks written in), the goals with their verdicts, and WP's cache: one entry for each task that a prover found
valid. While the text is the same, its verdicts are read as they stand. When it is not, the goals are made anew and
looked up one by one, which tells those that are as they were from those to be proved. Timeouts are left out: a stored
timeout would replay as a verdict.
"""

import hashlib
import json
import re
import shutil
import time
from pathlib import Path

import frama
import unitrun
from profiles import Profile
from tree import Tree
from unitrun import Listener, Problem, Run, Settings
from wplog import Goal

_BARE_POINT = re.compile(r"(?<=\d)\.(?!\d)")  # WP writes a whole number of seconds as `1.`, which is not JSON


def file_of(tree: Tree, unit: str, profile: Profile) -> Path:
    return tree.sessions / f"{unit}-{profile.name}.json"


def save(settings: Settings, run: Run, profile: Profile) -> str:
    session = file_of(settings.tree, run.unit, profile)
    if run.problems:
        return f"{session.name}: not written, the unit is red"
    verdicts = {}
    for path in sorted((_folder(settings, run.unit, profile) / "cache").glob("*.json")):
        content = json.loads(_BARE_POINT.sub(".0", path.read_text()))
        if content.get("verdict") == "valid":
            verdicts[path.stem] = content
    content = {
        "text": _text(settings, run.unit, profile),
        "goals": {goal.name: [goal.prover, goal.seconds] for goal in run.goals},
        "verdicts": verdicts,
    }
    session.parent.mkdir(parents=True, exist_ok=True)
    session.write_text(json.dumps(content, separators=(",", ":")).replace("],", "],\n").replace("},", "},\n") + "\n")
    return f"{settings.tree.relative(session)}: {len(run.goals)} goals, {len(verdicts)} verdicts of provers"


def replay(settings: Settings, unit: str, profile: Profile, listen: Listener) -> Run:
    run = Run(unit, profile.name)
    started = time.monotonic()
    session = file_of(settings.tree, unit, profile)
    if not session.is_file():
        where = settings.tree.relative(settings.tree.units()[unit])
        make = "python3 proofs/prove.py --save-session --profile all"
        run.problems.append(Problem(f"no committed session; make one with `{make}`", where))
        return run
    stored = json.loads(session.read_text())
    try:
        if stored["text"] == _text(settings, unit, profile):
            goals = stored["goals"].items()
            run.goals = [Goal(name, prover, seconds, smoke=False) for name, (prover, seconds) in goals]
        else:
            _look_up(settings, run, profile, stored["verdicts"], listen)
    except frama.ToolError as error:
        run.problems.append(Problem(f"the run failed: {error}"))
    for goal in run.goals:
        if not goal.proved:
            missing = f"the session has no verdict for this text; prove it: make prove UNIT={unit}"
            run.problems.append(Problem(f"goal {goal.name}: {missing}"))
    run.functions = sorted(name for name, home in settings.defined.items() if home == unit)
    run.seconds = time.monotonic() - started
    return run


def _folder(settings: Settings, unit: str, profile: Profile) -> Path:
    return settings.tree.build / f"{unit}-{profile.name}"


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
