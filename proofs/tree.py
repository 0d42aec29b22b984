# SPDX-License-Identifier: MIT
"""Where things are in a source tree. The gate's tests and the mutants run the same gate on other trees."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Tree:
    root: Path

    @property
    def core(self) -> Path:
        return self.root / "model" / "core"

    @property
    def logic(self) -> Path:
        return self.root / "spec" / "logic"

    @property
    def ledger(self) -> Path:
        return self.root / "proofs" / "ASSUMPTIONS.md"

    @property
    def floor(self) -> Path:
        return self.root / "proofs" / "floor.json"

    @property
    def sessions(self) -> Path:
        return self.root / "proofs" / "sessions"

    @property
    def build(self) -> Path:
        return self.root / "build" / "proofs"

    @property
    def ground(self) -> Path:
        """Ground calls: proved like the core, and never shipped."""
        return self.root / "proofs" / "ground"

    def ground_units(self) -> set[str]:
        return {path.stem for path in self.ground.glob("*.c")}

    def units(self) -> dict[str, Path]:
        """Every .c of the core, in whatever folder, is a unit; there is no list that one could be missing from."""
        found: dict[str, Path] = {}
        paths = [path for folder in (self.core, self.ground) for path in folder.rglob("*.c")]
        for path in sorted(paths, key=lambda p: p.stem):
            if path.stem in found:
                first, second = self.relative(found[path.stem]), self.relative(path)
                raise ValueError(f"{first} and {second}: two units of one name; give one of them another")
            found[path.stem] = path
        return found

    def sources(self) -> list[Path]:
        """Every file that must be part of some unit."""
        return sorted(path for folder in (self.core, self.ground) for path in folder.rglob("*.[ch]"))

    def include_flags(self) -> list[str]:
        """Relative to the root, so that no path of this machine gets into a session or a report."""
        return ["-Imodel/core", "-Ispec/logic", "-Ispec", "-Iproofs/ground"]

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()
