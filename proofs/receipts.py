# SPDX-License-Identifier: MIT
"""Receipts: on which content a check was run and found good. A receipt is no proof; see SOUNDNESS.md.

A receipt is one file of proofs/receipts/<kind>, named after the unit and the profile. It holds what it is of, the
inputs that the result depends on (inputs.py), the verdict, and a seal: the hash of all that. While the inputs are the
same, the check need not be run again. Inputs that differ make a receipt stale; that is usual. A receipt whose seal does
not fit, or that is of another unit, was written by no run, and is a fault. Only a run that found no fault writes one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import inputs
from inputs import Inputs
from profiles import PROFILES

# read:  believe a receipt that holds, run the rest, write nothing; a receipt that is wrong is a fault
# mend:  the same, and write; a receipt that is wrong is replaced, or removed when it is of nothing
# renew: believe none: run everything
# none:  as if there were no receipts
MODES = ("read", "mend", "renew", "none")
MEANING = "A receipt is no proof: someone ran this on this content, with these tools; `make test-all` runs everything."


class Wrong(Exception):
    """A receipt that no run has written as it stands."""


@dataclass(frozen=True)
class Answer:
    """What a receipt is worth now: it holds, or there is a reason to run."""

    verdict: dict = field(default_factory=dict)
    reason: str = ""

    @property
    def holds(self) -> bool:
        return not self.reason


@dataclass(frozen=True)
class Shelf:
    """The receipts of one kind."""

    root: Path  # of the tree
    kind: str
    again: str  # the target that runs it again, and writes a receipt

    @property
    def folder(self) -> Path:
        return self.root / "proofs" / "receipts" / self.kind

    def file(self, unit: str, profile: str) -> Path:
        return self.folder / f"{unit}-{profile}.json"

    def ask(self, unit: str, profile: str, now: Inputs) -> Answer:
        content = self.load(unit, profile)
        if content is None:
            return Answer(reason="there is no receipt")
        return Answer(content["verdict"], reason(content["inputs"], now, unit))

    def load(self, unit: str, profile: str) -> dict | None:
        path = self.file(unit, profile)
        if not path.is_file():
            return None
        mend = f"run it again: make {self.again} UNIT={unit}" + (f" PROFILE={profile}" if self.kind == "smoke" else "")
        try:
            content = json.loads(path.read_text())
            sealed = content.pop("seal") == seal(content)
            of = (content["kind"], content["unit"], content["profile"])
            asked = content["inputs"].items() and content["verdict"].items()
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise Wrong(f"this is no receipt ({type(error).__name__}: {error}); {mend}") from error
        if not sealed or not asked:
            raise Wrong(f"the seal does not fit: this was edited after it was written; {mend}")
        if of != (self.kind, unit, profile):
            raise Wrong(f"this is the receipt {of[0]} of {of[1]} ({of[2]}); {mend}")
        return content

    def write(self, unit: str, profile: str, now: Inputs, verdict: dict) -> Path:
        content = {"kind": self.kind, "unit": unit, "profile": profile, "verdict": verdict, "inputs": now}
        path = self.file(unit, profile)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".draft")
        draft.write_text(json.dumps(content | {"seal": seal(content)}, indent=1) + "\n")
        draft.replace(path)
        return path

    def refute(self, unit: str, profile: str, now: Inputs) -> None:
        """What has just come out red is claimed by no receipt any longer."""
        try:
            content = self.load(unit, profile)
        except Wrong:
            return
        if content is not None and content["inputs"] == now:
            self.file(unit, profile).unlink()



def strangers(folder: Path, units: Iterable[str]) -> list[Path]:
    """Files of units that are gone, and what else does not belong there."""
    names = {f"{unit}-{profile}.json" for unit in units for profile in PROFILES}
    return sorted(path for path in folder.glob("*") if path.name not in names)


def reason(then: Inputs, now: Inputs, unit: str) -> str:
    """Why what was found with the inputs `then` says nothing now."""
    changed = inputs.changes(then, now, unit)
    more = f", and {len(changed) - 3} more" if len(changed) > 3 else ""
    return f"changed since: {', '.join(changed[:3])}{more}" if changed else ""


def seal(content: dict) -> str:
    return inputs.digest(json.dumps(content, sort_keys=True))
