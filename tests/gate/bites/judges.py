# SPDX-License-Identifier: MIT
"""Who can tell that a contract or a predicate has changed: functions of units, or a unit as a whole."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

from bites import contracts, source
from tree import Tree

Judge = tuple[str, tuple[str, ...]]  # a unit, and functions of it; without functions, all


class Core:
    """The units as they are written."""

    def __init__(self, tree: Tree) -> None:
        units = tree.units()
        self.paths = {unit: units[unit] for unit in units if unit not in tree.ground_units()}
        self.texts = {unit: path.read_text() for unit, path in self.paths.items()}
        self.heads = {unit: _text(path.with_suffix(".h")) for unit, path in self.paths.items()}
        logic = (path.read_text() for path in sorted(tree.logic.rglob("*.h")))
        self._asked = {name: _words(said) for text in logic for name, said in contracts.cascades(text)}

    def callers(self, function: str) -> tuple[Judge, ...]:
        """Of those that call a function; ghost code calls too, so that it is not the code alone that is read."""
        return tuple(
            (unit, found)
            for unit, bodies in self._bodies.items()
            if (found := tuple(name for name, called in bodies.items() if name != function and function in called))
        )

    def users(self, predicate: str) -> tuple[Judge, ...]:
        """Of units that name a predicate."""
        return tuple((unit, ()) for unit, words in self._words.items() if predicate in words)

    def promisers(self, cascade: str) -> tuple[Judge, ...]:
        """Of functions whose contract names a cascade, or one that asks it."""
        names = self._above(cascade)
        return tuple(
            (unit, found)
            for unit, promised in self._contracts.items()
            if (found := tuple(name for name, words in promised.items() if names & words))
        )

    def _above(self, cascade: str) -> set[str]:
        found: set[str] = set()
        new = {cascade}
        while new:
            found |= new
            new = {name for name, words in self._asked.items() if words & new} - found
        return found

    @functools.cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {unit: _words(text + self.heads[unit]) for unit, text in self.texts.items()}

    @functools.cached_property
    def _bodies(self) -> dict[str, dict[str, frozenset[str]]]:
        """Function -> the names that are called in its body."""
        return {
            unit: {body.name: _called(text[body.start : body.end]) for body in source.bodies(source.code_of(text))}
            for unit, text in self.texts.items()
        }

    @functools.cached_property
    def _contracts(self) -> dict[str, dict[str, frozenset[str]]]:
        return {unit: dict(self._of_unit(unit, text)) for unit, text in self.texts.items()}

    def _of_unit(self, unit: str, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        for function, block in (*contracts.blocks(text), *contracts.blocks(self.heads[unit])):
            if function in self._bodies[unit]:
                yield function, _words(block)


def _text(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))


def _called(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\b(\w+)\(", text))
