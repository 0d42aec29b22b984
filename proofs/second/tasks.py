# SPDX-License-Identifier: MIT
"""The tasks of a unit, as a prover gets them: one file of SMT-LIB for each goal that simplification does not close."""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import frama
import inputs
import sessions
from inputs import Reader
from profiles import PROFILES
from tree import Tree

PROFILE = PROFILES["default"]
PREFIX = "typed_ref_"
CATCHER = Path(__file__).resolve().with_name("catch.sh")
_CAUGHT = re.compile(r"^\[wp\] \[\w+ [\d.]+\] Goal (\S+) : Valid .*\((\d+)\)$", re.M)
_GOAL = re.compile(r"^\[wp\] \[[^\]]+\] Goal (\S+)(.*)$", re.M)
_SCHEDULED = re.compile(r"^\[wp\] (\d+) goals? scheduled", re.M)


@dataclass(frozen=True)
class Caught:
    files: dict[str, Path]  # goal -> its task
    goals: int  # of the unit, with those that simplification closes


def _folder(tree: Tree, unit: str, prover: str) -> Path:
    return tree.root / "build" / "second" / f"{unit}-{prover}"


def text_of(reader: Reader, unit: str) -> str:
    """What tasks and answers are of: a unit has others when this is another."""
    return inputs.digest(json.dumps(reader.text(unit, PROFILE), sort_keys=True))


def proved(tree: Tree, reader: Reader, unit: str) -> dict[str, tuple[str, float]] | None:
    """Each goal of the stored proof with what closed it, and its seconds; None when that is of another text."""
    content = sessions.load(tree, unit, PROFILE)
    if content is None or content["inputs"]["text"] != reader.text(unit, PROFILE):
        return None
    return {goal.removeprefix(PREFIX): (by, seconds) for goal, (by, seconds) in content["goals"].items()}


def of_unit(tree: Tree, reader: Reader, unit: str, prover: str) -> Caught:
    """Written once for a text; `prover` is z3 or cvc4, for which the tasks are spelled."""
    text = text_of(reader, unit)
    folder = _folder(tree, unit, prover)
    index = folder / "index.json"
    if not index.is_file() or json.loads(index.read_text())["text"] != text:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        content = {"text": text, **_catch(tree, unit, prover, folder)}
        index.write_text(json.dumps(content))
    content = json.loads(index.read_text())
    return Caught({goal: folder / f"{number}.smt2" for goal, number in content["tasks"].items()}, content["goals"])


def spelled(task: Path, prover: str) -> Path:
    """cvc5 refuses CVC4's word for all logics, which Why3 1.5.1 writes."""
    if prover != "cvc5":
        return task
    other = task.with_name(f"{task.stem}.cvc5")
    other.write_text(task.read_text().replace("(set-logic ALL_SUPPORTED)", "(set-logic ALL)"))
    return other


def _catch(tree: Tree, unit: str, prover: str, folder: Path) -> dict:
    why3 = folder / "why3.conf"
    real = frama.why3_config(tree).read_text()
    why3.write_text(re.sub(r'(?m)^path = ".*"$', f'path = "{CATCHER}"', real))
    passes = [frama.Stage(prover, frama.GOAL_SECONDS, 2)]
    words = frama.prove_command(tree, tree.units()[unit], PROFILE, folder, passes)
    env = frama.environment(tree, why3) | {"DXGMAP_CATCH": str(folder)}
    done = subprocess.run(words, cwd=tree.root, env=env, capture_output=True, text=True)
    (folder / "log.txt").write_text(done.stdout + done.stderr)
    if done.returncode != 0:
        raise frama.ToolError(f"frama-c ended with {done.returncode}; its output is in {folder / 'log.txt'}")
    tasks = {name.removeprefix(PREFIX): int(number) for name, number in _CAUGHT.findall(done.stdout)}
    kept = {int(path.stem) for path in folder.glob("*.smt2")}
    if sorted(tasks.values()) != sorted(kept):
        raise frama.ToolError(f"{unit}: {len(kept)} tasks were caught, and the log names {len(tasks)}")
    if open_ones := [name for name, rest in _GOAL.findall(done.stdout) if not rest.startswith(" : Valid")]:
        raise frama.ToolError(f"{unit}: the log has goals of which no task was caught: {open_ones[:3]}")
    scheduled = _SCHEDULED.search(done.stdout)
    return {"tasks": tasks, "goals": int(scheduled[1]) if scheduled else 0}
