# SPDX-License-Identifier: MIT
"""Where results of earlier runs are kept: the receipts of smoke runs, and the sessions of proofs. Who makes them anew
does not run again what they hold; `make prove` asks none of them."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import floor
import frama
import inputs
import receipts
import sessions
import smoke
from inputs import Inputs, Reader
from profiles import Profile
from receipts import Answer, Shelf
from tree import Tree
from unitrun import Problem, Run, Settings

# Modules that smoke.py imports, and that have no say in what smoke tests find.
PROOFS_ONLY = frozenset({"across", "ledger", "rules", "sametext", "whole"})
STRANGER = "there is no such unit; remove it: make receipts"
Work = tuple[str, Profile]


class Store(Protocol):
    folder: Path

    def file(self, unit: str, profile: Profile) -> Path: ...

    def ask(self, unit: str, profile: Profile) -> Answer:
        """What is known of this unit as it is now. Comes before `keep`."""

    def keep(self, run: Run, profile: Profile) -> str:
        """Writes down what has been run, if it is green, or says why not."""


class _Store:
    """What both have in common. Inputs are taken before a run and after it: what is edited meanwhile has no result."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._reader = self._again()

    def _again(self) -> Reader:
        return Reader(self._settings.tree, self._settings.defined)

    def _inputs(self, reader: Reader, unit: str, profile: Profile) -> Inputs:
        raise NotImplementedError

    def _write(self, run: Run, profile: Profile, now: Inputs) -> None:
        raise NotImplementedError

    def before(self, unit: str, profile: Profile) -> Inputs:
        return self._inputs(self._reader, unit, profile)

    def keep(self, run: Run, profile: Profile) -> str:
        now = self.before(run.unit, profile)
        if now != self._inputs(self._again(), run.unit, profile):
            return "edited while it ran: the result is not kept"
        self._write(run, profile, now)
        return ""


class SmokeReceipts(_Store):
    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._shelf = Shelf(settings.tree.root, "smoke", "smoke")
        self.folder = self._shelf.folder

    def _inputs(self, reader: Reader, unit: str, profile: Profile) -> Inputs:
        """A ground call is proved too, and its contracts are compared with those of the units that it calls."""
        tree = self._settings.tree
        words = inputs.command(frama.smoke_command(tree, tree.units()[unit], profile, smoke.PAR))
        command = {"command of the smoke tests": words}
        if unit not in tree.ground_units():
            gate, tools = inputs.gate(*inputs.modules("smoke", without=PROOFS_ONLY)), inputs.tools(inputs.SMOKE_TOOLS)
            return {"text": reader.text(unit, profile), "run": command, "gate": gate, "tools": tools}
        proof = inputs.of_proof(self._settings, reader, unit, profile)
        more = {"run": proof["run"] | command, "gate": inputs.gate(*inputs.modules("smoke", "floor"))}
        return proof | more | {"contracts": reader.contracts(unit, profile)}

    def file(self, unit: str, profile: Profile) -> Path:
        return self._shelf.file(unit, profile.name)

    def ask(self, unit: str, profile: Profile) -> Answer:
        return self._shelf.ask(unit, profile.name, self._with_floor(unit, self.before(unit, profile)))

    def _with_floor(self, unit: str, now: Inputs) -> Inputs:
        """What a proof must hold at the least; it may be written by the run itself."""
        if unit not in self._settings.tree.ground_units():
            return now
        row = (floor.read(self._settings.tree) or {}).get(unit)
        return now | {"run": now["run"] | {"row of proofs/floor.json": inputs.digest(json.dumps(row))}}

    def _write(self, run: Run, profile: Profile, now: Inputs) -> None:
        now = self._with_floor(run.unit, now)
        if run.problems:
            if any(not goal.proved for goal in run.goals):  # not, when it was only stopped
                self._shelf.refute(run.unit, profile.name, now)
            return
        tests = sum(goal.smoke for goal in run.goals)
        verdict = {"smoke tests": tests, "goals": len(run.goals) - tests, "seconds": round(run.seconds, 1)}
        self._shelf.write(run.unit, profile.name, now, verdict)


class Sessions(_Store):
    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.folder = settings.tree.sessions

    def _inputs(self, reader: Reader, unit: str, profile: Profile) -> Inputs:
        return inputs.of_proof(self._settings, reader, unit, profile)

    def file(self, unit: str, profile: Profile) -> Path:
        return sessions.file_of(self._settings.tree, unit, profile)

    def ask(self, unit: str, profile: Profile) -> Answer:
        tree = self._settings.tree
        answer = sessions.ask(tree, unit, profile, self.before(unit, profile))
        if answer.holds and profile.name == floor.PROFILE and unit not in (floor.read(tree) or {}):
            return Answer(reason=f"{floor.FILE} does not have it")
        return answer

    def _write(self, run: Run, profile: Profile, now: Inputs) -> None:
        if not run.problems:
            sessions.save(self._settings, run, profile, now)


@dataclass
class Told:
    """What must be run, what need not, and what is wrong with the store."""

    left: list[Work] = field(default_factory=list)
    held: list[tuple[str, str, dict]] = field(default_factory=list)  # unit, profile, verdict
    wrong: list[Problem] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # why something must be run, and what was done to the store


def consult(store: Store, tree: Tree, work: list[Work], mode: str, *, everything: bool) -> Told:
    """Asks the store for each piece of work, and says why what it does not hold must be run."""
    found = Told()
    for unit, profile in work:
        where = tree.relative(store.file(unit, profile))
        try:
            answer = store.ask(unit, profile)
        except receipts.Wrong as error:
            if mode == "read":
                found.wrong.append(Problem(str(error), where))
                continue
            answer = Answer(reason=f"{where}: {error}")
        if answer.holds and mode != "renew":
            found.held.append((unit, profile.name, answer.verdict))
            continue
        found.left.append((unit, profile))
        found.said.append(f"to run: {unit} ({profile.name}): {answer.reason or 'asked for'}")
    for path in receipts.strangers(store.folder, tree.units()) if everything else []:
        if mode == "read":
            found.wrong.append(Problem(STRANGER, tree.relative(path)))
        else:
            path.unlink()
            found.said.append(f"removed: {tree.relative(path)}: there is no such unit")
    return found
