# SPDX-License-Identifier: MIT
"""Copies of a small tree with a fault planted in them, and the gate run on the copy."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FIXTURE = HERE / "fixtures" / "box"
PROVE = ROOT / "proofs" / "prove.py"


@dataclass(frozen=True)
class Edit:
    """Puts `new` for the only `old` of a file; without `old` the text is appended, or makes a new file."""

    file: str
    new: str
    old: str = ""

    def apply(self, tree: Path) -> None:
        path = tree / self.file
        text = path.read_text() if path.is_file() else ""
        if self.old and text.count(self.old) != 1:
            raise AssertionError(f"{self.file}: `{self.old}` occurs {text.count(self.old)} times, not once")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(self.old, self.new) if self.old else text + self.new)


FULL = ("--profile", "small")
STOP = (*FULL, "--stop", "--seconds", "1")  # the first reason is enough, and no prover needs to run for most


@dataclass(frozen=True)
class Outcome:
    code: int
    output: str
    tree: Path


@dataclass(frozen=True)
class Case:
    """A planted fault and the words that the gate must find for it; an empty `says` means green."""

    name: str
    edits: tuple[Edit, ...]
    says: str
    units: tuple[str, ...] = ("box",)
    options: tuple[str, ...] = STOP
    also: tuple[str, ...] = field(default=())


@contextmanager
def planted(edits: tuple[Edit, ...]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dxgmap-gate-") as name:
        tree = Path(name).resolve()
        shutil.copytree(FIXTURE, tree, dirs_exist_ok=True)
        for edit in edits:
            edit.apply(tree)
        yield tree


def prove(tree: Path, units: tuple[str, ...], *options: str) -> Outcome:
    words = [sys.executable, str(PROVE), "--root", str(tree), "--jobs", "1", *options]
    for unit in units:
        words += ["--unit", unit]
    done = subprocess.run(words, capture_output=True, text=True)
    return Outcome(done.returncode, done.stdout + done.stderr, tree)
