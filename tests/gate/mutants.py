#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mutants: small faults in the core, each of which the proof of a unit must find.

tests/gate/mutants/*.json: a list of {"name", "file", "find", "replace", "unit", "why"}; `file` is the path in the tree
and `find` occurs in it exactly once. A mutant that proves shows that a contract does not say what it should.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

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


def load(folder: Path) -> list[Mutant]:
    files = sorted(folder.glob("*.json"))
    return [Mutant(path.stem, **entry) for path in files for entry in json.loads(path.read_text())]


def verdict(mutant: Mutant, root: Path, seconds: int) -> str:
    """`killed: ...`, or what is wrong."""
    text = (root / mutant.file).read_text() if (root / mutant.file).is_file() else ""
    if text.count(mutant.find) != 1:
        return f"ERROR: {mutant.file} has the text to find {text.count(mutant.find)} times, not once"
    if not seconds:
        return f"ERROR: the untouched unit {mutant.unit} is red, so a red mutant says nothing"
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
    """The time in which the untouched unit is proved; 0 when it is not. Without this a slow goal would kill mutants."""
    return next((seconds for seconds in (SHORT, LONG) if proof(root, unit, seconds)["green"]), 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--folder", type=Path, default=HERE / "mutants")
    parser.add_argument("names", nargs="*", help="only mutants with one of these words in their names")
    options = parser.parse_args()
    mutants = [m for m in load(options.folder) if not options.names or any(word in m.name for word in options.names)]
    root = options.root.resolve()
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        units = sorted({mutant.unit for mutant in mutants})
        times = dict(zip(units, pool.map(lambda unit: patience(root, unit), units)))
        for mutant, (said, seconds) in zip(mutants, pool.map(lambda m: _timed(m, root, times[m.unit]), mutants)):
            killed = said.startswith("killed")
            failed += not killed
            verdict_word = "ok  " if killed else "FAIL"
            print(f"{verdict_word}  {mutant.name} ({mutant.unit}): {said}  ({seconds:.1f} s)", flush=True)
    print(f"{len(mutants) - failed} killed, {failed} failed")
    return 1 if failed or not mutants else 0


def _timed(mutant: Mutant, root: Path, patient: int) -> tuple[str, float]:
    started = time.monotonic()
    return verdict(mutant, root, patient), time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main())
