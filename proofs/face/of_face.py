# SPDX-License-Identifier: MIT
"""What an analysis of the face depends on: the files that it reads, what is listed of it, the code that judges it, and
the tools."""

from pathlib import Path

import inputs as gate
from inputs import Inputs

HERE = Path(__file__).resolve().parent


def inputs(root: Path, files: list[Path], modules: tuple[str, ...], listed: str) -> Inputs:
    return {
        "files": {path.relative_to(root).as_posix(): gate.digest(path.read_text()) for path in sorted(set(files))},
        "lists": {"row of the lists of proofs/face": gate.digest(listed)},
        "gate": gate.gate(*(HERE / f"{name}.py" for name in modules)),
        "tools": gate.tools(("frama-c", "why3", "z3", "cvc4", "gcc")),
    }
