# SPDX-License-Identifier: MIT
"""SARIF 2.1.0: each goal that nobody proved, and each reason of the gate, at its line."""

import json

from cite import places
from cite.index import Index
from cite.runs import Runs

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
RULES = {
    "goal": ("A goal that no prover proved", "What the contract, or a run-time check, asks for is not shown to hold."),
    "gate": ("A reason for which the gate is red", "A contract is weaker than it was, or something is left out."),
    "index": ("A fault of the index", "A clause without evidence, or an id that leads nowhere (make lint)."),
}


def write(index: Index, runs: Runs, faults: list[str]) -> str:
    results = []
    level = "warning" if runs.stale else "error"
    for case in runs.cases:
        if not case.prover:
            said = [id for id, found in index.evidence.items() if any(goal.name == case.name for goal in found.goals)]
            resting = f" Rests on it: {', '.join(said)}." if said else ""
            text = f"{case.name} ({case.unit}, profile {case.profile}) is not proved.{resting}"
            results.append(_result("goal", text, *places.of_case(index, case), level))
    for unit, where, what in runs.problems:
        file, line = places.of_place(where) if where else _unit(index, unit)
        results.append(_result("gate", f"{unit}: {what}" if unit else what, file, line, level))
    for fault in faults:
        where, _, what = fault.partition(": ")
        results.append(_result("index", what or fault, *places.of_place(where), "error"))
    content = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "dxgmap proof",
                "rules": [
                    {"id": id, "shortDescription": {"text": short}, "fullDescription": {"text": long}}
                    for id, (short, long) in RULES.items()
                ],
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"ROOT": {"description": {"text": "the root of the tree"}}},
            "results": results,
        }],
    }  # fmt: skip
    return json.dumps(content, indent=1) + "\n"


def _unit(index: Index, unit: str) -> tuple[str, int]:
    path = index.tree.units().get(unit)
    return (index.tree.relative(path), 1) if path else ("proofs/prove.py", 1)


def _result(rule: str, text: str, file: str, line: int, level: str) -> dict:
    place = {"artifactLocation": {"uri": file, "uriBaseId": "ROOT"}, "region": {"startLine": line}}
    return {
        "ruleId": rule, "ruleIndex": list(RULES).index(rule), "level": level, "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }  # fmt: skip
