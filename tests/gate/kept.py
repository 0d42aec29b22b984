# SPDX-License-Identifier: MIT
"""What earlier runs said of mutants: a receipt a unit, with the mutants of it that were killed.

A mutant is not run again while its unit, the gate, the tools and its own text are the same.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import frama
import inputs
import ledger
import receipts
import sessions
import whole
from inputs import Inputs, Reader
from mutant import LONG, SHORT, Mutant
from profiles import PROFILES
from receipts import Shelf
from tree import Tree
from unitrun import Settings

HERE = Path(__file__).resolve().parent
SMALL = PROFILES["small"]


@dataclass
class Known:
    """What is known of the mutants of one unit as it is now."""

    inputs: Inputs
    reason: str  # why nothing is known, if so
    killed: dict[str, dict] = field(default_factory=dict)  # mutant -> its change, verdict and time
    limits: dict[str, int] = field(default_factory=dict)  # function, or nothing: the whole unit -> seconds for a goal
    lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, mutant: Mutant) -> str:
        """Why the mutant must run, or nothing."""
        entry = self.killed.get(mutant.name)
        if not entry:
            return self.reason or "it has no receipt"
        return "" if entry["change"] == mutant.change else "the mutant itself has changed"


class Kept:
    def __init__(self, root: Path) -> None:
        self._tree = Tree(root)
        self._defined, _ = whole.definitions(self._tree)
        self._entries = ledger.read(self._tree.ledger)
        self._reader = self._again()
        self._lock = threading.Lock()
        self._known: dict[str, Known] = {}
        self.shelf = Shelf(root, "mutants", "mutants")

    def _again(self) -> Reader:
        return Reader(self._tree, self._defined)

    def _settings(self, seconds: int, *, stop: bool) -> Settings:
        return Settings(self._tree, Path(), self._entries, self._defined, seconds, stop)

    def _inputs(self, reader: Reader, unit: str) -> Inputs:
        proof = inputs.of_proof(self._settings(SHORT, stop=True), reader, unit, SMALL)
        return proof | {"gate": inputs.gate(*inputs.modules("unitrun"), HERE / "mutant.py")}

    def file(self, unit: str) -> str:
        return self._tree.relative(self.shelf.file(unit, SMALL.name))

    def known(self, unit: str) -> Known:
        """From the receipt, if it is of the unit as it is. Raises `receipts.Wrong`, once, for one that no run wrote."""
        with self._lock:
            if unit not in self._known:
                now = self._inputs(self._reader, unit)
                self._known[unit] = Known(now, "its receipt is wrong")
                answer = self.shelf.ask(unit, SMALL.name, now)
                self._known[unit] = Known(now, answer.reason)
                if answer.holds:
                    self._known[unit].killed = answer.verdict["mutants"]
            return self._known[unit]

    def limit(self, unit: str, function: str, prove: Callable[[str, str], int]) -> int:
        """The time for a goal: from the session if the unit is still the same, or else what `prove` says of it."""
        known = self.known(unit)
        with known.lock:
            if function not in known.limits:
                known.limits[function] = self._measured(unit, function) or prove(unit, function)
            return known.limits[function]

    def _measured(self, unit: str, function: str) -> int:
        """The session says how long each goal took untouched; twice that is enough for one that is not broken."""
        now = inputs.of_proof(self._settings(frama.GOAL_SECONDS, stop=False), self._reader, unit, SMALL)
        try:
            session = sessions.load(self._tree, unit, SMALL)
        except receipts.Wrong:
            return 0
        if session is None or session["inputs"] != now:
            return 0
        times = [seconds for name, (_, seconds) in session["goals"].items() if name.startswith(f"typed_ref_{function}")]
        slowest = max(times, default=LONG)
        return next((limit for limit in (SHORT, LONG) if 2 * slowest <= limit), 0)

    def keep(self, mutant: Mutant, said: str, seconds: float) -> str:
        """Writes down that it was killed, or no longer that it was; gives what is wrong, if anything is."""
        known = self.known(mutant.unit)
        if self._inputs(self._again(), mutant.unit) != known.inputs:
            return "ERROR: the unit was edited while its mutant ran"
        with known.lock:
            if said.startswith("killed"):
                known.killed[mutant.name] = {"change": mutant.change, "verdict": said, "seconds": round(seconds, 1)}
                self._write(mutant.unit, known)
            elif said.startswith("SURVIVED") and known.killed.pop(mutant.name, None):
                self._write(mutant.unit, known)
        return ""

    def forget(self, unit: str, names: set[str]) -> None:
        known = self.known(unit)
        with known.lock:
            known.killed = {name: entry for name, entry in known.killed.items() if name not in names}
            self._write(unit, known)

    def _write(self, unit: str, known: Known) -> None:
        if known.killed:
            self.shelf.write(unit, SMALL.name, known.inputs, {"mutants": known.killed})
        elif not known.reason:
            self.shelf.file(unit, SMALL.name).unlink(missing_ok=True)


@dataclass
class Found:
    left: list[tuple[Mutant, str]] = field(default_factory=list)  # what must run, and why
    held: int = 0  # what need not
    wrong: list[str] = field(default_factory=list)  # with the receipts


def consult(kept: Kept, chosen: list[Mutant], listed: list[Mutant], mode: str) -> Found:
    found = Found()
    for unit in sorted({mutant.unit for mutant in chosen}):
        refused = ""
        try:
            kept.known(unit)
        except receipts.Wrong as error:
            refused = f"{kept.file(unit)}: {error}"
        if refused and mode == "read":
            found.wrong.append(refused)
            continue
        gone = kept.known(unit).killed.keys() - {mutant.name for mutant in listed if mutant.unit == unit}
        if gone and mode == "read":
            names = ", ".join(sorted(gone))
            found.wrong.append(f"{kept.file(unit)}: no such mutants: {names}; mend it: make mutants UNIT={unit}")
        elif gone:
            kept.forget(unit, gone)
        for mutant in (mutant for mutant in chosen if mutant.unit == unit):
            if reason := refused or kept.known(unit).of(mutant) or ("asked for" if mode == "renew" else ""):
                found.left.append((mutant, reason))
            else:
                found.held += 1
    for path in receipts.strangers(kept.shelf.folder, {mutant.unit for mutant in listed}):
        if mode == "read":
            gone = "no mutant is of this unit; remove it: make receipts"
            found.wrong.append(f"proofs/receipts/mutants/{path.name}: {gone}")
        else:
            path.unlink()
    return found
