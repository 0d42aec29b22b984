# SPDX-License-Identifier: MIT
"""Reads what WP prints: goals with their verdicts, the memory model's hypotheses, and warnings."""

import re
from dataclasses import dataclass, field

_GOAL = re.compile(r"^\[wp\] \[(?P<by>[^\]]+)\] (?P<sort>Goal|Smoke-test) (?P<name>\S+)(?P<rest>.*)$")
_SCHEDULED = re.compile(r"^\[wp\] (\d+) goals? scheduled")
_MODEL = re.compile(r"Memory model hypotheses for function '(\w+)'")
_TAG = re.compile(r"^\[(kernel|wp|rte|report|pp)[^\]]*\]")
_TIME = re.compile(r"\((?:(\d+)')?(\d+(?:\.\d+)?)(ms|s)\)")


@dataclass
class Goal:
    name: str
    prover: str  # qed, z3, cvc4, or "" when nobody proved it
    seconds: float
    smoke: bool
    answers: list[str] = field(default_factory=list)

    @property
    def proved(self) -> bool:
        return self.prover != ""


@dataclass
class Hypotheses:
    function: str
    text: str


@dataclass
class Log:
    goals: dict[str, Goal] = field(default_factory=dict)
    scheduled: int = 0
    passes: int = 0
    hypotheses: list[Hypotheses] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._message: list[str] = []
        self._goal: Goal | None = None

    def feed(self, line: str) -> Goal | None:
        """Takes one line; gives the goal that it tells of, if any."""
        line = line.rstrip("\n")
        if line.startswith(" ") or not line:
            if self._goal is not None:
                self._goal.answers.append(line.strip())
            else:
                self._message.append(line)
            return None
        self._flush()
        self._goal = None
        if match := _GOAL.match(line):
            self._goal = _goal_of(match)
            return self._keep(self._goal)
        if match := _SCHEDULED.match(line):
            self.scheduled = self.scheduled or int(match[1])
            self.passes += 1
        self._message = [line]
        return None

    def close(self) -> None:
        self._flush()

    def _keep(self, goal: Goal) -> Goal:
        """A goal of several passes counts as its last verdict; a smoke test that fails is told of twice."""
        self.goals[goal.name] = goal
        return goal

    def _flush(self) -> None:
        text = "\n".join(self._message)
        self._message = []
        if not _TAG.match(text):
            if text.strip():
                self.errors.append(text)
            return
        if match := _MODEL.search(text):
            self.hypotheses.append(Hypotheses(match[1], text))
        elif "Failed smoke-test" in text or text == "[wp] Warning: No goal generated":
            return  # the goals tell of the first; the second is a pass with nothing left to do
        elif re.search(r"\bWarning:|\bwarning:", text):
            self.warnings.append(" ".join(text.split()))
        elif re.search(r"User Error|Failure|Fatal|aborted|Internal error", text):
            self.errors.append(" ".join(text.split()))


def _goal_of(match: re.Match[str]) -> Goal:
    by, rest = match["by"], match["rest"]
    smoke = match["sort"] == "Smoke-test"
    prover = ""
    if smoke:
        prover = "passed" if by == "Passed" else ""
    elif re.match(r"\s*: Valid\b", rest):
        prover = by.split()[0].lower()
    return Goal(match["name"], prover, _seconds(rest), smoke)


def _seconds(rest: str) -> float:
    """The prover's time; Qed's own share stands before it and is not looked at."""
    found = [float(m[2]) / (1000 if m[3] == "ms" else 1) + 60 * int(m[1] or 0) for m in _TIME.finditer(rest)]
    return found[0] if found else 0.0
