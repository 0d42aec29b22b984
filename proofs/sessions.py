"""Committed sessions: which prover gave which verdict, to be re-read in seconds. Re-reading is not proving.

A session is WP's cache, one entry for each task that a prover found valid, packed into one file a unit and profile.
Timeouts are left out: a stored timeout replays as a verdict.
"""

import json
import shutil
import time
from pathlib import Path

import frama
import unitrun
from profiles import Profile
from tree import Tree
from unitrun import Listener, Problem, Run, Settings


def file_of(tree: Tree, unit: str, profile: Profile) -> Path:
    return tree.sessions / f"{unit}-{profile.name}.json"


def pack(cache: Path, session: Path) -> int:
    entries = {}
    for path in sorted(cache.glob("*.json")):
        content = json.loads(path.read_text())
        if content.get("verdict") == "valid":
            entries[path.stem] = content
    session.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'"{name}":{json.dumps(content, separators=(",", ":"))}' for name, content in entries.items()]
    session.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    return len(entries)


def unpack(session: Path, cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    cache.mkdir(parents=True)
    for name, content in json.loads(session.read_text()).items():
        (cache / f"{name}.json").write_text(json.dumps(content))


def replay(settings: Settings, unit: str, profile: Profile, listen: Listener) -> Run:
    run = Run(unit, profile.name)
    started = time.monotonic()
    session = file_of(settings.tree, unit, profile)
    path = settings.tree.units()[unit]
    out = settings.tree.build / f"{unit}-{profile.name}"
    if not session.is_file():
        where = settings.tree.relative(path)
        run.problems.append(Problem("no committed session; make one with `python3 proofs/prove.py --save-session`", where))
        return run
    unpack(session, out / "replay")
    command = frama.replay_command(settings.tree, path, profile, out, settings.passes())
    log, code = unitrun.follow(settings, run, command, out / "replay.txt", listen)
    if code != 0:
        run.problems.append(Problem(f"frama-c ended with {code}: {' '.join(log.errors)[:2000]}"))
    for goal in run.goals:
        if not goal.proved:
            run.problems.append(Problem(f"goal {goal.name}: the session has no verdict for this text; prove it: make prove UNIT={unit}"))
    run.functions = sorted(name for name, home in settings.defined.items() if home == unit)
    run.seconds = time.monotonic() - started
    return run
