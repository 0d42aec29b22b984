# SPDX-License-Identifier: MIT
"""One mutant: a small fault in the core, planted in a copy of the tree, and what the gate says of it."""

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import inputs

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


def verdict(mutant: Mutant, root: Path, seconds: int) -> str:
    """`killed: ...`, or what is wrong."""
    if not seconds:
        return f"ERROR: the untouched unit {mutant.unit} is red, so a red mutant says nothing"
    text = (root / mutant.file).read_text()
    report = proof(root, mutant.unit, seconds, (root / mutant.file, text.replace(mutant.find, mutant.replace)))
    if report["green"]:
        return f"SURVIVED: {mutant.why}"
    reasons = [problem["what"] for run in report["runs"] for problem in run["problems"]]
    unproved = [reason for reason in reasons if "not proved" in reason]
    return f"killed: {unproved[0]}" if unproved else f"ERROR: red, but for no goal: {reasons}"


def proof(root: Path, unit: str, seconds: int, change: tuple[Path, str] | None = None) -> dict:
    """The gate's report on a copy of the tree, with one file changed."""
    with tempfile.TemporaryDirectory(prefix="dxgmap-mutant-") as name:
        tree = Path(name).resolve()
        for part in ("model/core", "spec/logic"):
            shutil.copytree(root / part, tree / part)
        (tree / "proofs").mkdir()
        shutil.copy(root / "proofs/ASSUMPTIONS.md", tree / "proofs/ASSUMPTIONS.md")
        if change:
            (tree / change[0].relative_to(root)).write_text(change[1])
        words = [
            sys.executable, str(ROOT / "proofs/prove.py"), "--root", str(tree), "--unit", unit, "--jobs", "1",
            "--profile", "small", "--seconds", str(seconds), "--stop", "--json", str(tree / "verdict.json"),
        ]  # fmt: skip
        done = subprocess.run(words, capture_output=True, text=True)
        if not (tree / "verdict.json").is_file():
            raise RuntimeError(f"the gate broke:\n{done.stdout}{done.stderr}")
        report = json.loads((tree / "verdict.json").read_text())
        if report["green"] != (done.returncode == 0):
            raise RuntimeError(f"exit code {done.returncode}, and the report says {report['green']}")
        return report


def patience(root: Path, unit: str) -> int:
    """The time in which the untouched unit is proved; 0 when it is not. Without it a slow goal would kill mutants."""
    return next((seconds for seconds in (SHORT, LONG) if proof(root, unit, seconds)["green"]), 0)
