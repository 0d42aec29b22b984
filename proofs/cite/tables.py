# SPDX-License-Identifier: MIT
"""Tables of Markdown: a row with its place, its heading and its cells by the names of their columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    where: str  # file:line
    heading: str
    cells: dict[str, str]


def rows(root: Path, file: str) -> Iterator[Line]:
    path = root / file
    heading, columns = "", []
    for number, text in enumerate(path.read_text().splitlines() if path.is_file() else [], 1):
        if text.startswith("## "):
            heading = text[3:]
        if not text.startswith("|"):
            columns = []
            continue
        cells = [cell.strip() for cell in text.strip().strip("|").split("|")]
        if not columns:
            columns = cells
        elif set("".join(cells)) - set("-: ") and len(cells) == len(columns):
            yield Line(f"{file}:{number}", heading, dict(zip(columns, cells)))


def of(root: Path, file: str, *columns: str) -> Iterator[Line]:
    """Those of the tables that have these columns."""
    return (line for line in rows(root, file) if all(column in line.cells for column in columns))
