# SPDX-License-Identifier: MIT
"""The mutants, each with the verdict of its receipt and the goal that it left open."""

import json
import re
from dataclasses import dataclass

import inputs
import receipts
from cite.goals import PREFIX
from receipts import Shelf
from tree import Tree

FOLDER = "tests/gate/mutants"
PROFILE = "small"  # in which mutants are run (tests/gate/kept.py)


@dataclass(frozen=True)
class Mutant:
    name: str
    unit: str
    file: str
    line: int
    why: str
    verdict: str  # of its receipt; "" when there is none
    goal: str  # that it left open; "" when something else was red
    where: str  # the list that it is in


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
    return found, wrong


def _verdicts(tree: Tree, unit: str, wrong: list[str]) -> dict:
    shelf = Shelf(tree.root, "mutants", "mutants")
    try:
        content = shelf.load(unit, PROFILE)
    except receipts.Wrong as error:
        wrong.append(f"{tree.relative(shelf.file(unit, PROFILE))}: {error}")
        return {}
    return content["verdict"].get("mutants", {}) if content else {}
