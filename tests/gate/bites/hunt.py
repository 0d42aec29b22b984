# SPDX-License-Identifier: MIT
"""Looks for a goal that a change leaves open.

Both provers are asked about a goal at once, so that one open goal is known after the limit. What the committed session
has of a goal that the change has left word for word as it was is believed (WP's cache finds it by the hash of the whole
task, and the session keeps no timeouts), unless it is `cold`: what decides on a mutant is what is not there.
"""

import json
import threading
from dataclasses import dataclass
from pathlib import Path

import frama
import mutant
import sessions
import unitrun
from profiles import PROFILES
from tree import Tree
from unitrun import Run, Settings

SMALL = PROFILES["small"]
QUICK, SECONDS, AT_LAST = 0.8, 4, frama.GOAL_SECONDS  # seconds for a goal


class Race(Settings):
    def passes(self, unit: str) -> list[frama.Stage]:
        return [frama.Stage("cvc4,z3", self.seconds, 2)]


@dataclass(frozen=True)
class Known:
    """Of the untouched unit."""

    seconds: dict[str, float]  # goal -> the time that it took
    verdicts: dict[str, object]  # hash of a task -> what WP keeps of a proof


class Hunt:
    def __init__(self, root: Path, *, cold: bool = False) -> None:
        self._root, self._cold = root, cold
        self._known: dict[str, Known] = {}
        self._lock = threading.Lock()

    def open_goal(self, unit: str, functions: tuple[str, ...], change: tuple[str, str] | None, label: str = "") -> str:
        """The first goal that stays open, of the functions or of the whole unit if there are none; or nothing. Those of
        the promise with this label are looked at first. A goal that is slow when nothing is changed gets all the time
        that the gate gives it."""
        for only in dict.fromkeys((label, "")):
            left = self._run(unit, functions, SECONDS, change, only)
            if left and self.known(unit).seconds.get(left, 0) > QUICK:
                left = self._run(unit, functions, AT_LAST, change, only)
            if left:
                return left
        return ""

    def open_promise(self, unit: str, function: str, change: tuple[str, str], label: str) -> str:
        """A goal of one promise that stays open, or nothing."""
        return self._run(unit, (function,), SECONDS, change, label)

    def known(self, unit: str) -> Known:
        with self._lock:
            if unit not in self._known:
                session = sessions.load(Tree(self._root), unit, SMALL) or {"goals": {}, "verdicts": {}}
                seconds = {goal: float(took) for goal, (_, took) in session["goals"].items()}
                self._known[unit] = Known(seconds, {} if self._cold else session["verdicts"])
            return self._known[unit]

    def _run(
        self, unit: str, functions: tuple[str, ...], seconds: int, change: tuple[str, str] | None, label: str
    ) -> str:
        with mutant.changed(self._root, change) as folder:
            tree = Tree(folder)
            settings = Race(tree, frama.why3_config(tree), [], {}, seconds, stop_at_first=True)
            words = frama.prove_command(tree, tree.units()[unit], SMALL, folder, settings.passes(unit))
            words = words[: words.index("-then")]  # no report
            (folder / "known").mkdir()
            for task, verdict in self.known(unit).verdicts.items():
                (folder / "known" / f"{task}.json").write_text(json.dumps(verdict))
            words[words.index("-wp-cache=none")] = "-wp-cache=replay"
            words.append(f"-wp-cache-dir={folder / 'known'}")
            words += [f"-wp-fct={','.join(functions)}"] if functions else []
            words += [f"-wp-prop={'@assigns' if label == 'assigns' else f'{label},-@requires'}"] if label else []
            log, code = unitrun.follow(settings, Run(unit, SMALL.name), words, folder / "log.txt", lambda _: None)
            if left := [goal.name for goal in log.goals.values() if not goal.proved]:
                return left[0]
            if code != 0 or not log.goals and not label:
                said = " ".join(log.errors)[:2000] or (folder / "log.txt").read_text()[-2000:]
                raise frama.ToolError(f"no verdict on {unit}: {said}")
            return ""
