# SPDX-License-Identifier: MIT
"""What was found, in proofs/second.json: a goal a line, so that a run goes on where another one stopped. A verdict that
the stored proof has (proofs/sessions) counts for the prover that gave it: a goal is closed there by one of them alone.
"""

import json
import threading
from collections import Counter
from pathlib import Path

from second.answers import MAKES, PROVERS, Answer

PROOF = 0  # the limit that stands for `as the stored proof says`
Found = dict[str, dict[str, Answer]]  # goal -> prover -> its answer


class Kept:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.units: dict[str, Found] = {}
        self.texts: dict[str, str] = {}
        self.goals: dict[str, int] = {}
        self.versions: dict[str, str] = {}
        self.settings: dict[str, list[str]] = {}
        self._lock = threading.Lock()
        if path.is_file():
            self._read(json.loads(path.read_text()))

    def _read(self, content: dict) -> None:
        self.versions, self.settings = content["versions"], content.get("settings", {})
        for unit, row in content["units"].items():
            self.texts[unit], self.goals[unit] = row["text"], row["goals"]
            self.units[unit] = {
                goal: {prover: Answer(*answer) for prover, answer in answers.items()}
                for goal, answers in row["answers"].items()
            }

    def renew(self) -> None:
        """What a prover left open in other settings than it has now is forgotten."""
        for prover in PROVERS:
            settings = [" ".join(words) for words in prover.settings]
            if self.settings.get(prover.name) == settings:
                continue
            self.settings[prover.name] = settings
            for answers in (answers for found in self.units.values() for answers in found.values()):
                if prover.name in answers and not answers[prover.name].valid:
                    del answers[prover.name]

    def begin(self, unit: str, text: str, goals: int, names: list[str], proof: Found) -> None:
        """What was found of another text is forgotten."""
        with self._lock:
            if self.texts.get(unit) != text:
                self.units[unit] = {}
            self.texts[unit], self.goals[unit] = text, goals
            old = self.units[unit]
            self.units[unit] = {name: old.get(name, {}) for name in names}
            for name, answers in proof.items():
                for prover, answer in answers.items():
                    if name in self.units[unit]:
                        self.units[unit][name].setdefault(prover, answer)

    def add(self, unit: str, goal: str, prover: str, answer: Answer) -> None:
        with self._lock:
            self.units[unit][goal][prover] = answer

    def open(self, unit: str, prover: str, limit: int) -> list[str]:
        """Goals that no prover of this one's make has closed, and that it was not given so much time for."""
        make = next(names for names in _MAKES if prover in names)
        with self._lock:
            return [
                goal for goal, answers in self.units[unit].items()
                if not _closed(answers, make) and ((answer := answers.get(prover)) is None or answer.limit < limit)
            ]  # fmt: skip

    def save(self) -> None:
        with self._lock:
            draft = self.path.with_suffix(f".{threading.get_ident()}")
            draft.write_text(self._text())
            draft.replace(self.path)

    def _text(self) -> str:
        head = {"versions": self.versions, "settings": self.settings, "summary": summary(self.units, self.goals)}
        rows = []
        for unit in sorted(self.units):
            lines = ",\n".join(_line(goal, answers) for goal, answers in sorted(self.units[unit].items()))
            opening = json.dumps({"text": self.texts[unit], "goals": self.goals[unit]})[:-1]
            rows.append(f"  {json.dumps(unit)}: {opening}, \"answers\": {{\n{lines}\n  }}}}")
        return json.dumps(head, indent=1)[:-2] + ',\n "units": {\n' + ",\n".join(rows) + "\n }\n}\n"


def _line(goal: str, answers: dict[str, Answer]) -> str:
    said = {prover: [answer.verdict, answer.seconds, answer.limit] for prover, answer in sorted(answers.items())}
    return f"   {json.dumps(goal)}: {json.dumps(said)}"


_MAKES = [tuple(prover.name for prover in make) for make in MAKES]


def _closed(answers: dict[str, Answer], make: tuple[str, ...]) -> bool:
    return any(name in answers and answers[name].valid for name in make)


def both(answers: dict[str, Answer]) -> bool:
    return all(_closed(answers, make) for make in _MAKES)


def measured(answers: dict[str, Answer], limit: int = 10) -> bool:
    """Of each make one prover has closed it, or the first had its whole time."""
    return all(_closed(answers, make) or (make[0] in answers and answers[make[0]].limit >= limit) for make in _MAKES)


def exceptions(units: dict[str, Found]) -> list[tuple[str, str, dict[str, Answer]]]:
    """Goals with an answer of either prover, which both have not closed."""
    return [
        (unit, goal, answers)
        for unit in sorted(units)
        for goal, answers in sorted(units[unit].items())
        if measured(answers) and not both(answers)
    ]


def summary(units: dict[str, Found], goals: dict[str, int]) -> dict[str, float]:
    every = [answers for found in units.values() for answers in found.values()]
    count = Counter()
    for answers in every:
        count["measured"] += measured(answers)
        count["both"] += both(answers)
        for prover, answer in answers.items():
            count[prover] += answer.valid
    share = 100 * count["both"] / len(every) if every else 0.0
    return {
        "units": len(units),
        "goals": sum(goals.values()),
        "closed by simplification": sum(goals.values()) - len(every),
        "for provers": len(every),
        "measured": count["measured"],
        "closed by z3": count["z3"],
        "closed by cvc4": count["cvc4"],
        "closed by cvc5, of those that cvc4 left open": count["cvc5"],
        "closed by both": count["both"],
        "percent closed by both, at the least": round(share, 2),
    }
