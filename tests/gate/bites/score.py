# SPDX-License-Identifier: MIT
"""The score: mutants by operator, killed by the proof and by the tests, and the clauses that they are of."""

import json
import re
from collections import Counter
from pathlib import Path

import inputs
from bites.behaviour import GREEN, can_tell
from bites.choice import ROW, Bite
from bites.verdicts import KILLED, STILLBORN, SURVIVED, Verdict
from cite import index, receipt
from tree import Tree

RESULT = Path("proofs/mutation/results.json")
REASONS = Path("tests/gate/bites/survivors.json")
Verdicts = dict[Bite, Verdict]


def reasons(root: Path) -> dict[str, str]:
    """Of survivors, by the name of the mutant."""
    return {name: entry["why"] for name, entry in json.loads((root / REASONS).read_text()).items()}


def counted(verdicts: Verdicts) -> dict[str, dict[str, int]]:
    """By operator; what is no C is no mutant."""
    found: dict[str, Counter] = {}
    for bite, verdict in verdicts.items():
        row = found.setdefault(bite.operator, Counter())
        row["no C"] += verdict.proof == STILLBORN
        if verdict.proof != STILLBORN:
            row["total"] += 1
            row["of code"] += can_tell(bite)
            row["killed by proof"] += verdict.proof == KILLED
            row["survived"] += verdict.proof == SURVIVED
            row["asked of the tests"] += verdict.tests != ""
            row["killed by tests"] += verdict.tests not in ("", GREEN)
    return {name: dict(row) for name, row in sorted(found.items())}


def table(verdicts: Verdicts) -> list[str]:
    heads = ("total", "killed by proof", "survived", "asked of the tests", "killed by tests", "no C")
    lines = [f"{'operator':<20} {'  '.join(heads)}"]
    for name, row in counted(verdicts).items():
        lines.append(f"{name:<20} {'  '.join(f'{row[head]:>{len(head)}}' for head in heads)}")
    return lines


def write(root: Path, chosen: int, verdicts: Verdicts) -> None:
    rows, why, tree = counted(verdicts), reasons(root), Tree(root)
    heads = next(iter(rows.values()), {}).keys()
    whole = {head: sum(row[head] for row in rows.values()) for head in heads}
    survivors = {bite.label: why.get(bite.mutant.name, "") for bite, v in verdicts.items() if v.proof == SURVIVED}
    core, bitten = clauses(root, verdicts)
    content = {
        "chosen": chosen, "judged": len(verdicts), **whole,
        "survivors": dict(sorted(survivors.items())),
        "killed by proof alone": sorted(bite.label for bite, v in verdicts.items() if v.tests == GREEN),
        "clauses": {"of the core": len(core), "with a killed mutant": len(bitten),
                    "without": [id for id in core if id not in bitten]},
        "operators": rows, "profile": "small", "tools": inputs.tools(inputs.PROOF_TOOLS),
        "sources": receipt.together(receipt.sources(tree)),
    }  # fmt: skip
    (root / RESULT).write_text(json.dumps(content, indent=1) + "\n")


def clauses(root: Path, verdicts: Verdicts) -> tuple[list[str], set[str]]:
    """Those of the core; and those of them that a killed mutant is about, listed or generated: it left a goal of their
    promises open, or of a cause of failure, where one goal is of all rows, dropped the row."""
    found = index.read(root)
    core = [id for id, entry in found.entries.items() if entry.kind == "clause" and "core" in found.by(id)]
    killed = {bite: verdict.by.split(": ")[-1] for bite, verdict in verdicts.items() if verdict.proof == KILLED}
    rows = {id for bite in killed if bite.operator == ROW for id in _ids(bite.was)}
    goals = set(killed.values())
    listed = {mutant.goal for mutant in found.mutants if mutant.listed and mutant.verdict.startswith(KILLED)}
    bitten = {id for id in core if (goals | listed) & {goal.name for goal in found.evidence[id].goals}}
    causes = {id for id in core if any(said.sort == "row" for said in found.evidence[id].said)}
    return core, (bitten - causes) | (rows & set(core))


def _ids(row: str) -> list[str]:
    return re.findall(r"[A-Z]+-\d+", row.rpartition("//")[2])
