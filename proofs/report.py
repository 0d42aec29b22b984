# SPDX-License-Identifier: MIT
"""What a person sees: a line that moves on a terminal, lines in a log, a table and one verdict at the end."""

import json
import os
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

import receipts
from sessions import Stale
from unitrun import Problem, Run


class Progress:
    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.live: dict[tuple[str, str], Run] = {}
        self.started = time.monotonic()
        self.terminal = sys.stdout.isatty()
        self._lock = threading.Lock()

    def goal(self, run: Run) -> None:
        with self._lock:
            self.live[run.unit, run.profile] = run
            if self.terminal:
                self._draw()

    def begin(self, unit: str, profile: str) -> None:
        if not self.terminal:
            print(f"{self._clock()}  {unit} ({profile}) starts", flush=True)

    def say(self, lines: Iterable[str]) -> None:
        with self._lock:
            for line in lines:
                self._clear()
                print(line, flush=True)

    def end(self, run: Run, ok: str) -> None:
        with self._lock:
            self.done += 1
            self.live.pop((run.unit, run.profile), None)
            verdict = ok if not run.problems else f"RED, {len(run.problems)} reason(s)"
            self._clear()
            goals = f"{run.proved}/{len(run.goals)}"
            print(f"{self._clock()}  {run.unit} ({run.profile}): {goals}, {run.seconds:.1f} s, {verdict}", flush=True)
            if self.terminal:
                self._draw()

    def close(self) -> None:
        self._clear()

    def _clock(self) -> str:
        minutes, seconds = divmod(int(time.monotonic() - self.started), 60)
        return f"{minutes:3}:{seconds:02}"

    def _clear(self) -> None:
        if self.terminal:
            print("\r\x1b[K", end="", flush=True)

    def _draw(self) -> None:
        now = "  ".join(f"{r.unit} ({r.profile}) {len(r.goals)}/{r.scheduled}" for r in self.live.values())
        print(f"\r\x1b[K{self._clock()}  {self.done}/{self.total} runs done   {now}"[:150], end="", flush=True)


HEADER = ("unit", "profile", "functions", "goals", "proved", "qed", "z3", "cvc4", "time", "slowest goal")


def table(runs: list[Run]) -> str:
    rows = [HEADER, *(_row(run) for run in runs), _total(runs)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    right = set(range(2, 9))
    lines = []
    for row in rows:
        cells = enumerate(zip(row, widths))
        lines.append("  ".join(cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in cells).rstrip())
    rule = "-" * min(max(map(len, lines)), 130)
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def _row(run: Run) -> tuple[str, ...]:
    slowest = run.slowest
    name = slowest.name.removeprefix("typed_ref_") if slowest else ""
    return (
        run.unit, run.profile, str(len(run.functions)), str(len(run.goals)), str(run.proved),
        str(run.by("qed") + run.by("cfg")), str(run.by("z3")), str(run.by("cvc4")), f"{run.seconds:.1f} s",
        f"{slowest.seconds:.1f} s {name}" if slowest else "",
    )  # fmt: skip


def _total(runs: list[Run]) -> tuple[str, ...]:
    def add(what: str) -> str:
        return str(sum(run.by(what) for run in runs))

    return (
        "total", "", str(len({f for r in runs for f in r.functions})), str(sum(len(r.goals) for r in runs)),
        str(sum(r.proved for r in runs)), str(sum(r.by("qed") + r.by("cfg") for r in runs)), add("z3"), add("cvc4"),
        f"{sum(r.seconds for r in runs):.1f} s", "",
    )  # fmt: skip


def problems(runs: list[Run], general: list[Problem], mode: str) -> str:
    lines = []
    for run in runs:
        if run.problems:
            lines.append(f"{run.unit} ({run.profile}):")
            lines += [_sentence(p) for p in run.problems]
            lines.append(f"  again: make {mode} UNIT={run.unit} PROFILE={run.profile}")
    if general:
        lines += ["the tree:", *(_sentence(p) for p in general)]
    return "\n".join(lines)


def _sentence(problem: Problem) -> str:
    where = f"{problem.where}: " if problem.where else ""
    look = f"\n      look: {problem.look}" if problem.look else ""
    return f"  {where}{problem.what}{look}"


Held = list[tuple[str, str, dict]]  # unit, profile and verdict of what was not run
EXIT = {"green": 0, "red": 1, "stale": 3}  # 2: nothing was run (CI.md has all of them)


def verdict(runs: list[Run], general: list[Problem]) -> str:
    """Stale is what has no other fault than to be of an older text."""
    reasons = [*general, *(problem for run in runs for problem in run.problems)]
    if not reasons:
        return "green"
    return "stale" if all(isinstance(reason, Stale) for reason in reasons) else "red"


def goals_by_profile(runs: list[dict]) -> dict[str, int]:
    names = dict.fromkeys(run["profile"] for run in runs)
    return {name: sum(len(run["goals"]) for run in runs if run["profile"] == name) for name in names}


def save(path: Path, content: dict) -> None:
    """With a seal, as a receipt has it: a report that was cut off or edited on its way is no report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content | {"seal": receipts.seal(content)}, indent=1) + "\n")


def content(sort: str, runs: list[Run], general: list[Problem], seconds: float, held: Held) -> dict:
    found = verdict(runs, general)
    return {
        "kind": sort,
        "verdict": found,
        "green": found == "green",
        "seconds": round(seconds, 1),
        "processors": os.cpu_count(),
        "problems": [vars(p) for p in general],
        "not run": [{"unit": unit, "profile": profile, "verdict": verdict} for unit, profile, verdict in held],
        "runs": [
            {
                "unit": r.unit,
                "profile": r.profile,
                "seconds": round(r.seconds, 1),
                "functions": r.functions,
                "goals": [{"name": g.name, "prover": g.prover, "seconds": g.seconds} for g in r.goals],
                "problems": [vars(p) for p in r.problems],
            }
            for r in runs
        ],
    }
