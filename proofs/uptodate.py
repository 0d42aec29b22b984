#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Brings up to date what is stored of proofs: the sessions of every profile, the receipts of smoke runs, mutants
and analyses of the face.

What has not changed since it was run is not run again. Each result is written as soon as it is there, so this can be
stopped at any time, and goes on where it was. What comes out red is not written, and the rest is run all the same.
"""

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROVE = ROOT / "proofs" / "prove.py"
MUTANTS = ROOT / "tests" / "gate" / "mutants.py"
ANALYSE = ROOT / "proofs" / "face" / "analyse.py"


@dataclass
class Stage:
    name: str
    command: list[str]
    report: str  # in build/proofs
    green: bool = False
    held: int = 0
    run: int = 0
    red: int = 0
    seconds: float = 0.0

    def go(self, root: Path) -> None:
        report = root / "build" / "proofs" / self.report
        report.unlink(missing_ok=True)
        print(f"\n== {self.name}", flush=True)
        started = time.monotonic()
        self.green = subprocess.run([sys.executable, "-B", *self.command, "--root", str(root)]).returncode == 0
        self.seconds = time.monotonic() - started
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


def stages(believe: str) -> list[Stage]:
    words = ["--receipts", believe]
    return [
        Stage("sessions", [str(PROVE), "--save-session", "--profile", "all", *words], "save.json"),
        Stage("smoke", [str(PROVE), "--smoke", "--save-floor", *words], "smoke.json"),
        Stage("mutants", [str(MUTANTS), *words], "mutants.json"),
        Stage("analyses", [str(ANALYSE), *words], "analyse.json"),
    ]


def table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join("  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--all", action="store_true", help="run what has not changed, too")
    options = parser.parse_args()
    todo = stages("renew" if options.all else "mend")
    try:
        for stage in todo:
            stage.go(options.root.resolve())
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
