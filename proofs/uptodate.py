#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Brings up to date what is stored of proofs: the sessions of every profile, the receipts of smoke runs, mutants,
analyses of the face, of the abstract machine and of the refinement.

What has not changed since it was run is not run again. Each result is written as soon as it is there, so this can be
stopped at any time, and goes on where it was. What comes out red is not written, and the rest is run all the same.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROVE = ROOT / "proofs" / "prove.py"
MUTANTS = ROOT / "tests" / "gate" / "mutants.py"
ANALYSE = ROOT / "proofs" / "face" / "analyse.py"
MACHINE = ROOT / "proofs" / "machine"
REFINE = ROOT / "proofs" / "refine" / "prove.py"
SUM = re.compile(r"(\d+) passed, (\d+) failed(?:, (\d+) by receipt)?")


@dataclass
class Stage:
    name: str
    command: list[str]
    report: str = ""  # in build/proofs; without one, the last line that it prints is the sum
    green: bool = False
    held: int = 0
    run: int = 0
    red: int = 0
    seconds: float = 0.0

    def go(self, root: Path) -> None:
        print(f"\n== {self.name}", flush=True)
        started = time.monotonic()
        (self._with_report if self.report else self._with_sum)(root)
        self.seconds = time.monotonic() - started

    def _with_sum(self, root: Path) -> None:
        said = ""
        words = [sys.executable, "-B", *self.command]
        with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, text=True) as run:
            for said in run.stdout or ():
                print(said, end="", flush=True)
        self.green = run.returncode == 0
        if total := SUM.fullmatch(said.strip()):
            self.run, self.red, self.held = (int(number or 0) for number in total.groups())

    def _with_report(self, root: Path) -> None:
        report = root / "build" / "proofs" / self.report
        report.unlink(missing_ok=True)
        self.green = subprocess.run([sys.executable, "-B", *self.command, "--root", str(root)]).returncode == 0
        if report.is_file():
            self._count(json.loads(report.read_text()))

    def _count(self, content: dict) -> None:
        if isinstance(content.get("runs"), list):
            runs = content["runs"]
            self.held, self.run = len(content["not run"]), len(runs)
            self.red = sum(bool(run["problems"]) for run in runs) + len(content["problems"])
        else:
            self.held, self.run, self.red = content["held"], content["run"], content["failed"]

    def row(self) -> tuple[str, ...]:
        minutes, seconds = divmod(round(self.seconds), 60)
        red = str(self.red or (0 if self.green else "?"))
        return self.name, str(self.held), str(self.run), red, f"{minutes}:{seconds:02}"


def stages(believe: str, root: Path) -> list[Stage]:
    words = ["--receipts", believe]
    whole = ["--receipts", "renew" if believe == "renew" else "read"]  # of which one receipt is about all
    of_machine = [
        Stage("machine", [str(MACHINE / "prove.py"), *whole]),
        Stage("machine mutants", [str(MACHINE / "mutants.py"), *whole]),
        Stage("refinement", [str(REFINE), *words], "refine.json"),
    ]
    return [
        Stage("sessions", [str(PROVE), "--save-session", "--profile", "all", *words], "save.json"),
        Stage("smoke", [str(PROVE), "--smoke", "--save-floor", *words], "smoke.json"),
        Stage("mutants", [str(MUTANTS), *words], "mutants.json"),
        Stage("analyses", [str(ANALYSE), *words], "analyse.json"),
        *(of_machine if root == ROOT else []),  # another tree has no machine
    ]


def table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--all", action="store_true", help="run what has not changed, too")
    options = parser.parse_args()
    root = options.root.resolve()
    todo = stages("renew" if options.all else "mend", root)
    try:
        for stage in todo:
            stage.go(root)
    except KeyboardInterrupt:
        print("\nStopped. What was run is kept; the same command goes on from there.")
        return 130
    print("\n" + table([("", "up to date before", "run now", "red", "minutes"), *(stage.row() for stage in todo)]))
    red = [stage.name for stage in todo if not stage.green]
    if red:
        print(f"RED: {', '.join(red)}. What is green is kept; mend the rest, and the same command runs only that.")
    else:
        print("Everything is up to date: commit proofs/sessions, proofs/receipts and proofs/floor.json.")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
