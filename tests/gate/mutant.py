# SPDX-License-Identifier: MIT
"""One mutant: a small fault in the core, planted in a copy of the tree, and what the gate says of it."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import frama
import inputs
import unitrun
from profiles import PROFILES
from tree import Tree
from unitrun import Run, Settings

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SHORT, LONG = 3, 10  # seconds for a goal; the short time is used where the untouched unit is proved in it


@dataclass(frozen=True)
class Mutant:
    group: str  # the file that lists it
    name: str
    file: str
    find: str
    replace: str
    unit: str
    why: str

    @property
    def label(self) -> str:
        return f"{self.group} mutant of {self.unit}: {self.name}"

    @property
    def change(self) -> str:
        return inputs.digest("\0".join((self.file, self.find, self.replace)))


def load(folder: Path) -> list[Mutant]:
    files = sorted(folder.glob("*.json"))
    return [Mutant(path.stem, **entry) for path in files for entry in json.loads(path.read_text())]


def misplaced(mutant: Mutant, root: Path) -> str:
    """A mutant of a text that is not there, or there twice, says nothing."""
    text = (root / mutant.file).read_text() if (root / mutant.file).is_file() else ""
    found = text.count(mutant.find)
    return "" if found == 1 else f"ERROR: {mutant.file} has the text to find {found} times, not once"


def function_of(mutant: Mutant, root: Path) -> str:
    """The function whose body has the whole text to find; no other one can tell that it has changed, because callers
    see contracts. Nothing, when the text is not in a body."""
    text = (root / mutant.file).read_text()
    at = text.index(mutant.find)
    first, last = enclosing(text, at), enclosing(text, at + len(mutant.find.rstrip()) - 1)
    return first if first == last else ""


_NO_CODE = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.S)
_HEAD = re.compile(r"\b(\w+)\s*\([^;{}]*\)\s*$")


def enclosing(text: str, at: int) -> str:
    """The function in whose body a place of a source file is, annotations in the body included."""
    code = _NO_CODE.sub(lambda match: " " * len(match[0]), text)
    depth, start, name = 0, 0, ""
    for brace in re.finditer(r"[{};]", code[:at]):
        if brace[0] == "{" and depth == 0:
            head = _HEAD.search(code[start : brace.start()])
            name = head[1] if head else ""
        depth += (brace[0] == "{") - (brace[0] == "}")
        if depth == 0:
            start, name = brace.end(), ""
    return name


def verdict(mutant: Mutant, root: Path, seconds: int) -> str:
    """`killed: ...`, or what is wrong. A body is judged by the goals of its own function: a goal of another one that is
    open has another reason, and time is the usual one."""
    function = function_of(mutant, root)
    if not seconds:
        what = f"function {function}" if function else f"unit {mutant.unit}"
        return f"ERROR: the untouched {what} is red, so a red mutant says nothing"
    text = (root / mutant.file).read_text()
    change = (mutant.file, text.replace(mutant.find, mutant.replace))
    if function:
        try:
            left = open_goal(root, mutant.unit, function, seconds, change)
        except frama.ToolError as error:
            return f"ERROR: {error}"
        return f"killed: goal {left} not proved" if left else f"SURVIVED: {mutant.why}"
    report = proof(root, mutant.unit, seconds, change)
    if report["green"]:
        return f"SURVIVED: {mutant.why}"
    reasons = [problem["what"] for run in report["runs"] for problem in run["problems"]]
    unproved = [reason for reason in reasons if "not proved" in reason]
    return f"killed: {unproved[0]}" if unproved else f"ERROR: red, but for no goal: {reasons}"


@contextmanager
def changed(root: Path, change: tuple[str, str] | None) -> Iterator[Path]:
    """A copy of the tree, with another text for one file."""
    with tempfile.TemporaryDirectory(prefix="dxgmap-mutant-") as name:
        tree = Path(name).resolve()
        for part in ("model/core", "spec/logic"):
            shutil.copytree(root / part, tree / part)
        (tree / "proofs").mkdir()
        shutil.copy(root / "proofs/ASSUMPTIONS.md", tree / "proofs/ASSUMPTIONS.md")
        if change:
            (tree / change[0]).write_text(change[1])
        yield tree


def open_goal(root: Path, unit: str, function: str, seconds: int, change: tuple[str, str] | None = None) -> str:
    """The first goal of the function that stays open after all passes, or nothing."""
    with changed(root, change) as name:
        tree = Tree(name)
        settings = Settings(tree, frama.why3_config(tree), [], {}, seconds, stop_at_first=True)
        passes = settings.passes(unit)
        command = frama.prove_command(tree, tree.units()[unit], PROFILES["small"], name, passes)
        words = [part for word in command for part in ([word, f"-wp-fct={function}"] if word == "-wp" else [word])]
        log, code = unitrun.follow(settings, Run(unit, "small"), words, name / "log.txt", lambda _: None)
        left = [goal.name for goal in log.goals.values() if not goal.proved]
        if left and log.passes == len(passes):
            return left[0]
        if code != 0 or left or not log.goals:
            said = " ".join(log.errors)[:2000] or (name / "log.txt").read_text()
            raise frama.ToolError(f"no verdict on {function}: {said}")
        return ""


def proof(root: Path, unit: str, seconds: int, change: tuple[str, str] | None = None) -> dict:
    """The gate's report on the whole unit."""
    with changed(root, change) as tree:
        words = [
            sys.executable, "-B", str(ROOT / "proofs/prove.py"), "--root", str(tree), "--unit", unit, "--jobs", "1",
            "--profile", "small", "--seconds", str(seconds), "--stop", "--json", str(tree / "verdict.json"),
        ]  # fmt: skip
        done = subprocess.run(words, capture_output=True, text=True)
        if not (tree / "verdict.json").is_file():
            raise RuntimeError(f"the gate broke:\n{done.stdout}{done.stderr}")
        report = json.loads((tree / "verdict.json").read_text())
        if report["green"] != (done.returncode == 0):
            raise RuntimeError(f"exit code {done.returncode}, and the report says {report['green']}")
        return report


def patience(root: Path, unit: str, function: str) -> int:
    """The time in which the untouched function, or the whole unit when there is none, is proved; 0 when it is not.
    Without it a slow goal would kill mutants."""
    for seconds in (SHORT, LONG):
        if function and not open_goal(root, unit, function, seconds):
            return seconds
        if not function and proof(root, unit, seconds)["green"]:
            return seconds
    return 0
