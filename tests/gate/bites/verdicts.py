# SPDX-License-Identifier: MIT
"""What the proofs and the tests said of a mutant, and what is written down of it."""

import json
import subprocess
import threading
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

import frama
import inputs
from bites.choice import Bite
from bites.hunt import SMALL, Hunt
from tree import Tree

KILLED, SURVIVED, STILLBORN = "killed", "survived", "no C"
WARNINGS = ("-Werror=implicit-function-declaration", "-Werror=int-conversion", "-Werror=incompatible-pointer-types")


@dataclass(frozen=True)
class Verdict:
    proof: str  # KILLED, SURVIVED or STILLBORN
    by: str  # the goal that stayed open, or what was tried
    seconds: float
    tests: str = ""  # of a mutant of code: the program that is red, or that none is; nothing when none was asked


def is_c(bite: Bite, root: Path) -> str:
    """What the compiler says against it, or nothing: such a mutant says nothing of the proof."""
    words = ["gcc", "-std=c11", *WARNINGS, "-fsyntax-only", "-DDXGMAP_PROFILE_SMALL", "-x", "c", "-"]
    folders = [f"-I{root / folder}" for folder in ("model/core", "spec", "spec/logic")]
    text = bite.changed((root / bite.mutant.file).read_text())
    done = subprocess.run([*words, *folders], input=text, capture_output=True, text=True)
    errors = [line for line in done.stderr.splitlines() if " error: " in line]
    return "" if done.returncode == 0 else (errors or [done.stderr])[0]


def judge(bite: Bite, root: Path, hunt: Hunt) -> tuple[str, str]:
    """Whether the proof noticed, and by which goal."""
    if said := is_c(bite, root):
        return STILLBORN, said
    change = (bite.mutant.file, bite.changed((root / bite.mutant.file).read_text()))
    tried = []
    for unit, functions in bite.judges:
        try:
            left = hunt.open_goal(unit, functions, change, bite.first)
        except frama.ToolError as error:
            return STILLBORN, f"Frama-C does not take it: {str(error).splitlines()[0][:200]}"
        if left:
            return KILLED, f"{unit}: {left.removeprefix('typed_ref_')}"
        tried.append(unit)
    return SURVIVED, f"every goal of {', '.join(tried)} is proved"


class Book:
    """proofs/mutation: a file for each source file, a line for each mutant, by the hash of the change; a verdict holds
    while the units that gave it are as they were."""

    def __init__(self, root: Path) -> None:
        self._folder = root / "proofs" / "mutation"
        self._reader = inputs.Reader(Tree(root), {})
        self._lock = threading.Lock()

    def _path(self, bite: Bite) -> Path:
        return self._folder / f"{bite.mutant.file.replace('/', '-')}.json"

    def _of(self, bite: Bite) -> str:
        """The hash of what gave the verdict: the units without the mutant, as Frama-C reads them."""
        judges = [(unit, functions, self._reader.text(unit, SMALL)) for unit, functions in bite.judges]
        return inputs.digest(json.dumps(judges))

    def read(self, bite: Bite) -> Verdict | None:
        """Nothing, when it was never judged, or when its judges have changed."""
        with self._lock:
            entry = self._load(self._path(bite)).get(bite.mutant.name)
        if not entry or entry["of"] != self._of(bite):
            return None
        return Verdict(entry["proof"], entry["by"], entry["seconds"], entry["tests"])

    def write(self, bite: Bite, verdict: Verdict) -> None:
        what = {
            "operator": bite.operator, "file": bite.mutant.file, "line": bite.line, "function": bite.function,
            "was": bite.was, "now": bite.mutant.why, "of": self._of(bite),
        }  # fmt: skip
        with self._lock:
            content = self._load(self._path(bite))
            self._save(self._path(bite), content | {bite.mutant.name: what | asdict(verdict)})

    def keep(self, bites: Collection[Bite]) -> None:
        """Of what is no mutant any more nothing is left."""
        names = {(self._path(bite), bite.mutant.name) for bite in bites}
        for path in sorted(self._folder.glob("*-*.json")):
            content = self._load(path)
            kept = {name: entry for name, entry in content.items() if (path, name) in names}
            if not kept:
                path.unlink()
            elif kept != content:
                self._save(path, kept)

    def _load(self, path: Path) -> dict[str, dict]:
        return json.loads(path.read_text()) if path.is_file() else {}

    def _save(self, path: Path, content: dict[str, dict]) -> None:
        lines = [f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in sorted(content.items())]
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".draft")
        draft.write_text("{\n" + ",\n".join(lines) + "\n}\n")
        draft.replace(path)
