# SPDX-License-Identifier: MIT
"""The small tree of the gate's tests, with sessions, receipts and two mutants of its own, and copies of it."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "proofs"), str(ROOT / "tests" / "gate")]

import frama  # noqa: E402
import ledger  # noqa: E402
import receipts  # noqa: E402
import whole  # noqa: E402
from profiles import PROFILES  # noqa: E402
from tree import Tree  # noqa: E402
from unitrun import Settings  # noqa: E402

DEFAULT = PROFILES["default"]
OP_C, OP_H, BOX_C, BOX_H = (f"model/core/{name}" for name in ("op_put.c", "op_put.h", "box.c", "box.h"))
LOGIC, PROFILE_H = "spec/logic/box_logic.h", "model/core/profile.h"
BOX, PUT = "proofs/receipts/smoke/box-default.json", "proofs/receipts/smoke/op_put-default.json"
KILLED, SESSION = "proofs/receipts/mutants/op_put-small.json", "proofs/sessions/op_put-small.json"
LIST = "tests/gate/mutants/core.json"
MUTANTS = [
    {"name": "nothing put", "find": "  dxgmap_box_put(s, list[0]);\n", "replace": ""},
    {"name": "no refusal", "find": "return 1u;", "replace": "return 0u;"},
]


@dataclass(frozen=True)
class Outcome:
    code: int
    said: str

    def lacks(self, code: int, *words: str) -> str:
        """What is missing from an outcome that should have this code and say these words; nothing when all is well."""
        missing = [word for word in words if word not in self.said]
        if self.code == code and not missing:
            return ""
        return f"expected {code} and {missing}, found {self.code}:\n{self.said}"


def run(tree: Path, script: str, *words: str) -> Outcome:
    command = [sys.executable, "-B", str(ROOT / script), "--root", str(tree), *words]
    done = subprocess.run(command, capture_output=True, text=True)
    return Outcome(done.returncode, done.stdout + done.stderr)


def prove(tree: Path, *words: str) -> Outcome:
    return run(tree, "proofs/prove.py", *words)


def smoke(tree: Path, *words: str) -> Outcome:
    return run(tree, "proofs/prove.py", "--smoke", *words)


def mutants(tree: Path, *words: str) -> Outcome:
    return run(tree, "tests/gate/mutants.py", *words)


def make(folder: Path) -> Outcome:
    """The tree as it is when everything is up to date."""
    shutil.copytree(ROOT / "tests/gate/fixtures/box", folder, dirs_exist_ok=True)
    listed = [{"file": OP_C, "unit": "op_put", "why": "test"} | mutant for mutant in MUTANTS]
    (folder / LIST).parent.mkdir(parents=True)
    (folder / LIST).write_text(json.dumps(listed))
    return run(folder, "proofs/uptodate.py")


@contextmanager
def copied(base: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dxgmap-receipts-") as name:
        tree = Path(name).resolve() / "tree"
        shutil.copytree(base, tree, ignore=shutil.ignore_patterns("build"))
        yield tree


def edit(tree: Path, file: str, old: str, new: str) -> None:
    text = (tree / file).read_text()
    if text.count(old) != 1:
        raise AssertionError(f"{file}: `{old}` occurs {text.count(old)} times, not once")
    (tree / file).write_text(text.replace(old, new))


def forge(tree: Path, file: str, group: str, part: str, value: str) -> None:
    """Another value for one part of the inputs, with a seal that fits: as a run with that input would have left it."""
    content = json.loads((tree / file).read_text())
    del content["seal"]
    content["inputs"][group][part] = value
    (tree / file).write_text(json.dumps(content | {"seal": receipts.seal(content)}))


def settings(root: Path) -> Settings:
    tree = Tree(root)
    defined, _ = whole.definitions(tree)
    return Settings(tree, frama.why3_config(tree), ledger.read(tree.ledger), defined)
