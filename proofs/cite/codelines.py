# SPDX-License-Identifier: MIT
"""How many lines of C there are: without comments and empty lines, annotations for themselves."""

import re
from collections.abc import Iterable
from pathlib import Path

_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|(/\*.*?\*/|//[^\n]*)', re.S)


def of(paths: Iterable[Path]) -> tuple[int, int]:
    """Of code, and of annotations."""
    code = annotations = 0
    for path in paths:
        text = path.read_text()
        annotations += sum(_filled(match[1]) for match in _COMMENT.finditer(text) if (match[1] or "")[2:3] == "@")
        code += _filled(_without_comments(text))
    return code, annotations


def below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.[ch]"))


def _without_comments(text: str) -> str:
    return _COMMENT.sub(lambda match: "" if match[1] else match[0], text)


def _filled(text: str) -> int:
    return sum(bool(line.strip()) for line in text.splitlines())
