# SPDX-License-Identifier: MIT
"""What a report is of: the last run of `make prove` of this tree, or, where there is none, the stored proofs."""

import json
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from cite import receipt
from cite.goals import PREFIX
from cite.index import Index
from profiles import PROFILES

LAST = "build/proofs/prove.json"
KEPT = 8  # commits of stored proofs that are looked at


@dataclass(frozen=True)
class Case:
    """A goal in one run."""

    unit: str
    profile: str
    name: str
    prover: str  # "" when nobody proved it
    seconds: float


@dataclass
class Runs:
    source: str  # in words
    cold: bool = False  # provers ran for it
    cases: list[Case] = field(default_factory=list)
    problems: list[tuple[str, str, str]] = field(default_factory=list)  # unit, place, what
    missing: set[str] = field(default_factory=set)  # units of the core that the run was not asked for
    stale: bool = False  # red for no other reason than that what is stored is of an older text
    other: bool = False  # of other bytes than this tree's

    @property
    def green(self) -> bool:
        return bool(self.cases) and not self.problems and all(case.prover for case in self.cases)

    @property
    def verdict(self) -> str:
        if not self.green:
            return "stale" if self.stale else "not proved"
        if self.other:
            return "proved, but not of these files"
        return ("proved in part" if self.missing else "proved") if self.cold else "proved when it was stored"

    def profiles(self) -> list[str]:
        return list(dict.fromkeys(case.profile for case in self.cases))

    def counts(self) -> dict[str, tuple[int, int]]:
        """Profile -> goals proved, goals."""
        of = {profile: [case for case in self.cases if case.profile == profile] for profile in self.profiles()}
        return {profile: (sum(bool(case.prover) for case in cases), len(cases)) for profile, cases in of.items()}


def last(index: Index, file: Path | None = None) -> Runs:
    path = file or index.tree.root / LAST
    if path.is_file():
        core = set(index.tree.units()) - index.tree.ground_units()
        content = json.loads(path.read_text())
        older = _older(index, path, content)
        found = of_run(content, f"the run of `make {content['kind']}` in {path.name}{older}", core)
        found.other = bool(older)
        return found
    if file:
        raise FileNotFoundError(f"there is no {file}")
    return of_sessions(index)


def _older(index: Index, path: Path, content: dict) -> str:
    """A run says nothing of what was written after it; one that does not hold the hashes of what it was of is asked for
    its time."""
    if claim := content.get("of"):
        changed = receipt.differences(claim["sources"], receipt.sources(index.tree))
        return f", of other bytes than {changed[0]} has: not of these files" if changed else ""
    written = path.stat().st_mtime
    newer = [source for source in receipt.sources(index.tree) if (index.tree.root / source).stat().st_mtime > written]
    return f", before {newer[0]} was written: not of these files" if newer else ""


def of_run(content: dict, source: str, core: set[str] = frozenset()) -> Runs:
    missing = core - {run["unit"] for run in content["runs"]}
    if missing:
        source += f", which leaves out {len(missing)} of the {len(core)} units of the core"
    if shard := content.get("shard"):
        source += f", shard {shard['index']} of {shard['of']}"
    if joined := content.get("joined"):
        source += f", joined from {len(joined)} shards"
    cold = content["kind"] in ("prove", "save")
    found = Runs(source, cold=cold, missing=missing, stale=content.get("verdict") == "stale")
    for run in content["runs"]:
        for goal in run["goals"]:
            name = goal["name"].removeprefix(PREFIX)
            found.cases.append(Case(run["unit"], run["profile"], name, goal["prover"], goal["seconds"]))
        found.problems += [(run["unit"], problem["where"], problem["what"]) for problem in run["problems"]]
    found.problems += [("", problem["where"], problem["what"]) for problem in content["problems"]]
    return found


def of_sessions(index: Index) -> Runs:
    how = "No prover ran for this; `make replay` says whether they are of this text"
    found = Runs(f"the stored proofs (proofs/sessions): what provers said when they were made. {how}")
    for name, goal in index.stored.goals.items():
        for profile, (prover, seconds) in goal.proofs.items():
            found.cases.append(Case(goal.unit, profile, name.split("/")[-1], prover, seconds))
    order = list(PROFILES)
    found.cases.sort(key=lambda case: (order.index(case.profile), case.unit))
    return found


def history(root: Path) -> list[tuple[str, str, dict[str, float]]]:
    """Commit, day, unit -> seconds of its goals, of the stored proofs of the default profile, the newest first. Empty
    where there is no repository."""
    log = _git(root, "log", f"--max-count={KEPT}", "--format=%h %cs", "--", "proofs/sessions")
    found = []
    for commit, day in (line.split() for line in log.splitlines()):
        times: dict[str, float] = defaultdict(float)
        names = _git(root, "ls-tree", "--name-only", commit, "proofs/sessions/").split()
        for name in names:
            if name.endswith("-default.json"):
                try:
                    content = json.loads(_git(root, "show", f"{commit}:{name}"))
                    times[content["unit"]] = sum(seconds for _, seconds in content["goals"].values())
                except (ValueError, KeyError, TypeError):
                    continue  # of another form, from before this one
        if times:
            found.append((commit, day, dict(times)))
    return found


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
