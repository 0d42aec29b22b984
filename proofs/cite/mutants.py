# SPDX-License-Identifier: MIT
"""The mutants, each with its verdict and the goal that it left open: those of the lists, by their receipts, and the
generated ones, by the last `make bite` if that was of these sources."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import inputs
import receipts
from cite import receipt
from cite.goals import PREFIX
from receipts import Shelf
from tree import Tree

FOLDER = "tests/gate/mutants"
MADE = "proofs/mutation"
RESULTS = "results.json"
PROFILE = "small"  # in which mutants are run (tests/gate/kept.py)


@dataclass(frozen=True)
class Mutant:
    name: str
    unit: str
    file: str
    line: int
    why: str
    verdict: str  # begins with `killed`, if it was; "" when there is none
    goal: str  # that it left open; "" when something else was red
    where: str  # the list that it is in, or where the generated one has its verdict

    @property
    def listed(self) -> bool:
        return self.where.startswith(FOLDER)


def read(tree: Tree) -> tuple[list[Mutant], list[str]]:
    found: list[Mutant] = []
    wrong: list[str] = []
    verdicts: dict[str, dict] = {}
    for path in sorted((tree.root / FOLDER).glob("*.json")):
        for entry in json.loads(path.read_text()):
            unit = entry["unit"]
            if unit not in verdicts:
                verdicts[unit] = _verdicts(tree, unit, wrong)
            kept = verdicts[unit].get(entry["name"], {})
            change = inputs.digest("\0".join((entry["file"], entry["find"], entry["replace"])))
            verdict = kept.get("verdict", "") if kept.get("change") == change else ""
            goal = re.search(r"goal (\w+) not proved", verdict)
            text = (tree.root / entry["file"]).read_text() if (tree.root / entry["file"]).is_file() else ""
            line = text.count("\n", 0, max(text.find(entry["find"]), 0)) + 1
            name = goal[1].removeprefix(PREFIX) if goal else ""
            where = tree.relative(path)
            found.append(Mutant(entry["name"], unit, entry["file"], line, entry["why"], verdict, name, where))
    return [*found, *_made(tree)], wrong


def _made(tree: Tree) -> Iterator[Mutant]:
    results = tree.root / MADE / RESULTS
    if not results.is_file():
        return
    if json.loads(results.read_text())["sources"] != receipt.together(receipt.sources(tree)):
        return
    for path in sorted((tree.root / MADE).glob("*.json")):
        for entry in json.loads(path.read_text()).values() if path.name != RESULTS else ():
            unit, _, goal = entry["by"].partition(": ") if entry["proof"] == "killed" else ("", "", "")
            change = f"{_short(entry['was'])} -> {_short(entry['now']) or 'nothing'}"
            name = f"{entry['operator']} in {entry['function']}, line {entry['line']}: {change}"
            verdict = f"{entry['proof']}: {entry['by']}"
            if entry["proof"] in ("killed", "survived"):
                yield Mutant(name, unit, entry["file"], entry["line"], "generated", verdict, goal, tree.relative(path))


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[:most]}..."


def _verdicts(tree: Tree, unit: str, wrong: list[str]) -> dict:
    shelf = Shelf(tree.root, "mutants", "mutants")
    try:
        content = shelf.load(unit, PROFILE)
    except receipts.Wrong as error:
        wrong.append(f"{tree.relative(shelf.file(unit, PROFILE))}: {error}")
        return {}
    return content["verdict"].get("mutants", {}) if content else {}
