# SPDX-License-Identifier: MIT
"""Ids as people write them: `PIN-14 (S7; decisions 2 and 17)` names PIN-14, S7, decision 2 and decision 17.

Decisions are D-2 here: D2 is a rule of the public pages.
"""

import difflib
import re
from collections.abc import Iterable, Iterator

_DECISIONS = re.compile(r"\bdecisions? (\d+(?:(?:, | and )\d+)*)")
_WORD = re.compile(r"[A-Za-z][\w-]*\w|\b[A-Z]\d\b")
_LOOKS = re.compile(r"[A-Z]{1,2}\d{1,2}|[A-Z]+-[A-Z0-9]+(?:-[A-Z0-9]+)*|DXGMAP_[A-Z_]+")
CLAUSE = re.compile(r"[A-Z]+-\d+")


def decision(number: str) -> str:
    return f"D-{number}"


def plain(text: str) -> str:
    """The words, with the decisions as ids."""

    def spelled(match: re.Match[str]) -> str:
        return ", ".join(decision(number) for number in re.findall(r"\d+", match[1]))

    return _DECISIONS.sub(spelled, text)


def words(text: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(plain(text))))


def named(text: str, known: Iterable[str]) -> list[str]:
    """The known ids that a text names, in its order."""
    return [word for word in words(text) if word in known]


def dangling(text: str, known: Iterable[str], prefixes: set[str]) -> Iterator[str]:
    """What has the form of an id, the prefix of ids that there are, and is none."""
    for word in words(text):
        if _LOOKS.fullmatch(word) and word not in known and _prefix(word) in prefixes:
            yield word


def _prefix(id: str) -> str:
    return re.split(r"[-_\d]", id)[0] if not id.startswith("DXGMAP_") else "DXGMAP"


def prefixes(known: Iterable[str]) -> set[str]:
    return {_prefix(id) for id in known}


def nearest(asked: str, known: Iterable[str]) -> list[str]:
    """Up to three ids that may have been meant."""
    ways = {id.upper(): id for id in known}
    return [ways[found] for found in difflib.get_close_matches(asked.upper(), ways, 3, 0.5)]
