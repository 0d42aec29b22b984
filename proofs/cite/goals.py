# SPDX-License-Identifier: MIT
"""The goals of the stored proofs (proofs/sessions): whose they are, which prover closed them, and in which time."""

import json
import re
from dataclasses import dataclass, field

import profiles
from cite.logic import Contract
from tree import Tree

PREFIX = "typed_ref_"


@dataclass(frozen=True)
class Goal:
    name: str  # without the prefix that all have
    unit: str
    function: str  # "" of a lemma
    promise: str  # the label of the `ensures` that it is a part of; "" of anything else
    sort: str  # ensures, rte, loop, call, assert, assigns, terminates, exits, lemma, other
    proofs: dict[str, tuple[str, float]]  # profile -> prover, seconds


@dataclass
class Stored:
    goals: dict[str, Goal] = field(default_factory=dict)
    tools: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, dict[str, float]] = field(default_factory=dict)  # unit -> profile -> seconds of its goals
    wrong: list[str] = field(default_factory=list)

    def of(self, function: str, promise: str = "") -> list[Goal]:
        return [g for g in self.goals.values() if g.function == function and (not promise or g.promise == promise)]


def read(tree: Tree, contracts: dict[str, Contract]) -> Stored:
    found = Stored()
    names = sorted(contracts, key=len, reverse=True)
    reader = re.compile(rf"({'|'.join(map(re.escape, names))})_(.+)") if names else re.compile(r"(?!)")
    proofs: dict[tuple[str, str], dict[str, tuple[str, float]]] = {}
    for path in sorted(tree.sessions.glob("*.json")):
        where = tree.relative(path)
        try:
            content = json.loads(path.read_text())
            unit, profile, goals = content["unit"], content["profile"], content["goals"]
            tools = content["inputs"]["tools"]
        except (ValueError, KeyError, TypeError) as error:
            found.wrong.append(f"{where}: this is no session ({type(error).__name__}: {error})")
            continue
        if profile not in profiles.PROFILES:
            found.wrong.append(f"{where}: there is no profile {profile}")
            continue
        found.seconds.setdefault(unit, {})[profile] = round(sum(seconds for _, seconds in goals.values()), 2)
        found.tools = found.tools or tools
        if tools != found.tools:
            found.wrong.append(f"{where}: proved with other tools than the rest")
        for name, (prover, seconds) in goals.items():
            proofs.setdefault((unit, name.removeprefix(PREFIX)), {})[profile] = (prover, round(seconds, 3))
    for (unit, name), by_profile in proofs.items():
        key = name if name not in found.goals else f"{unit}/{name}"
        found.goals[key] = _goal(name, unit, by_profile, reader, contracts)
    return found


_SORTS = {
    "assert_rte": "rte", "assert": "assert", "check": "assert", "loop": "loop", "loopassigns": "loop", "call": "call",
    "assigns": "assigns", "terminates": "terminates", "exits": "exits", "ensures": "ensures",
}  # fmt: skip


def _goal(
    name: str, unit: str, proofs: dict[str, tuple[str, float]], reader: re.Pattern[str], contracts: dict[str, Contract]
) -> Goal:
    match = reader.match(name)
    if not match:
        return Goal(name, unit, "", "", "lemma" if name.startswith("lemma") else "other", proofs)
    function, rest = match[1], match[2]
    sort = next((sort for start, sort in _SORTS.items() if rest.startswith(start)), "other")
    promise = ""
    if sort == "ensures":
        said = rest.removeprefix("ensures_")
        labels = {promise.label for promise in contracts[function].promises}
        promise = said if said in labels else re.sub(r"(_part\d+|_\d+)+$", "", said)
    return Goal(name, unit, function, promise if sort == "ensures" else "", sort, proofs)
