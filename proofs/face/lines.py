# SPDX-License-Identifier: MIT
"""How many lines of the library are proved, analysed, and tested alone; lines of C, without comments and empty ones."""

from pathlib import Path

import eva
import wp
from cite import codelines


def kinds(root: Path) -> dict[str, str]:
    """File of the library -> proved, analysed or tested. A header stands with the file of its name."""
    analysed = {file for files in eva.analysed(root).values() for file in files}
    proved = {unit.file for unit in wp.UNITS}
    found = {}
    for path in sorted((root / "model").rglob("*.[ch]")):
        name = path.relative_to(root).as_posix()
        body = name.removesuffix(".h") + ".c" if name.endswith(".h") else name
        if name.startswith("model/ddi/include/"):
            continue  # declarations alone
        in_core = name.startswith("model/core/")
        found[name] = "proved" if in_core or body in proved else "analysed" if body in analysed else "tested"
    return found


def count(root: Path) -> dict[str, dict[str, int]]:
    """By floor and in all."""
    table: dict[str, dict[str, int]] = {}
    for name, kind in kinds(root).items():
        house, *rest = name.split("/")[1:]
        floor = f"{house}/{rest[0]}" if house == "ddi" else house
        for row in (floor, "all"):
            table.setdefault(row, {"proved": 0, "analysed": 0, "tested": 0})[kind] += codelines.of([root / name])[0]
    return table
