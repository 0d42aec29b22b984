#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""One verdict of the shards of a cold proof (shards.py). make prove-join RUNS="a.json b.json"

    join.py FILE...     the reports of all shards, as `make prove SHARD=i/n` left each in build/proofs/prove.json

Red when a shard is missing, is red, was cut off or edited, or is of other sources, another specification or other
tools, or when the shards are not together every unit of the core once. A green one is worth what a cold `make prove` of
this tree is, and writes a receipt that `make receipt` keeps. The whole goes to build/proofs/prove.json, green or red.

Exit code: 0 all is proved; 1 red; 2 no file was named.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import floor  # noqa: E402
import receipts  # noqa: E402
import report  # noqa: E402
from cite import receipt  # noqa: E402
from shards import Shard  # noqa: E402
from tree import Tree  # noqa: E402

KIND = "prove"


@dataclass(frozen=True)
class Part:
    """The report of one shard."""

    file: str
    shard: Shard
    content: dict

    @property
    def work(self) -> list[tuple[str, str]]:
        return [(run["unit"], run["profile"]) for run in self.content["runs"]]


def read(path: Path) -> Part:
    """Raises `receipts.Wrong` for what is no report of a shard."""
    try:
        content = json.loads(path.read_text())
        sealed = content.pop("seal", "") == receipts.seal(content)
        kind, shard = content["kind"], content["shard"]
    except OSError as error:
        raise receipts.Wrong(f"cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise receipts.Wrong(f"is no report of a shard ({type(error).__name__}: {error})") from error
    if not sealed:
        raise receipts.Wrong("its seal does not fit: it was cut off, or edited after it was written")
    if kind != KIND or not shard:
        raise receipts.Wrong(f"is no report of a shard, but of `{kind}` of {len(content['runs'])} units")
    return Part(str(path), Shard(**shard), content)


def faults(tree: Tree, parts: list[Part]) -> Iterator[str]:
    now = receipt.files(tree, receipt.sources(tree))
    yield from _count(parts)
    for part in parts:
        yield from (f"{part.shard}: {what}" for what in _red(part))
        yield from (f"{part.shard}: {what}" for what in _others(part.content["of"], now))
    for part in parts[1:]:
        yield from (f"{part.shard}, beside {parts[0].shard}: {what}" for what in _tools(part, parts[0]))
    yield from _work(tree, parts)
    yield from _fallen(tree, parts)


def _count(parts: list[Part]) -> Iterator[str]:
    numbers = sorted({part.shard.of for part in parts})
    if len(numbers) > 1:
        yield f"shards of several splits: of {', of '.join(map(str, numbers))}"
        return
    there = Counter(part.shard.index for part in parts)
    for index in range(1, numbers[0] + 1):
        if there[index] != 1:
            shard = Shard(index, numbers[0])
            yield f"{shard}: {'is missing' if not there[index] else f'is there {there[index]} times'}"


def _red(part: Part) -> Iterator[str]:
    content = part.content
    for problem in [*content["problems"], *(problem for run in content["runs"] for problem in run["problems"])]:
        yield f"{problem['where']}: {problem['what']}" if problem["where"] else problem["what"]
    for run in content["runs"]:
        for goal in run["goals"]:
            if not goal["prover"] and not run["problems"]:
                yield f"goal {goal['name']} of {run['unit']} is not proved"
    if not content["green"] and not any([content["problems"], *(run["problems"] for run in content["runs"])]):
        yield "is red, and does not say why"


def _others(claim: dict, now: dict) -> Iterator[str]:
    if not claim:
        yield "the core was edited while it was proved"
        return
    changed = receipt.differences(claim["sources"], now["sources"])
    if changed:
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        yield f"of other sources than this tree: {', '.join(changed[:3])}{more}"
    if claim["specification"] != now["specification"]:
        yield "of another specification than this tree (spec/**/*.md)"
    if (claim["assumptions"], claim["ledger"]) != (now["assumptions"], now["ledger"]):
        yield "of another ledger of assumptions than this tree"
    if claim["gate"] != now["gate"]:
        yield "judged by another gate than this tree's (proofs/*.py)"


def _tools(part: Part, first: Part) -> Iterator[str]:
    mine, others = (of.content["of"].get("tools", {}) for of in (part, first))
    for tool in mine:
        if mine[tool] != others.get(tool, mine[tool]):
            yield f"{tool} {mine[tool]}, not {others[tool]}"


def _work(tree: Tree, parts: list[Part]) -> Iterator[str]:
    """Every unit of the core once in each profile, and nothing else."""
    done = Counter(item for part in parts for item in part.work)
    profiles = sorted({profile for _, profile in done})
    wanted = {(unit, profile) for unit in tree.units().keys() - tree.ground_units() for profile in profiles}
    for unit, profile in sorted(wanted | done.keys()):
        times = done[unit, profile]
        if (unit, profile) not in wanted:
            yield f"{unit} ({profile}): is no unit of the core"
        elif times != 1:
            yield f"{unit} ({profile}): {'is in no shard' if not times else f'is in {times} shards'}"


def _fallen(tree: Tree, parts: list[Part]) -> Iterator[str]:
    """A report that lost goals on its way is no proof of them."""
    least = floor.read(tree) or {}
    for run in (run for part in parts for run in part.content["runs"]):
        goals = least.get(run["unit"], {}).get("goals", 0)
        if run["profile"] == floor.PROFILE and len(run["goals"]) < goals:
            yield f"{run['unit']}: {len(run['goals'])} goals, not {goals}: less than {floor.FILE} says"


def joined(tree: Tree, parts: list[Part], wrong: list[str]) -> dict:
    """As one `make prove` would have left it. The time is that of the longest, since they ran side by side."""
    order = {unit: place for place, unit in enumerate(tree.units())}
    runs = [run for part in parts for run in part.content["runs"]]
    return {
        "kind": KIND,
        "verdict": "red" if wrong else "green",
        "green": not wrong,
        "seconds": max((part.content["seconds"] for part in parts), default=0.0),
        "problems": [{"what": what, "where": "", "look": ""} for what in wrong],
        "not run": [],
        "runs": sorted(runs, key=lambda run: order.get(run["unit"], len(order))),
        "of": parts[0].content["of"] if parts else {},
        "shard": None,
        "joined": [{"shard": str(part.shard), "seconds": part.content["seconds"]} for part in parts],
    }


def join(tree: Tree, files: list[Path]) -> int:
    parts, wrong = [], []
    for path in files:
        try:
            parts.append(read(path))
        except receipts.Wrong as error:
            wrong.append(f"{path}: {error}")
    parts.sort(key=lambda part: (part.shard.of, part.shard.index))
    for part in parts:
        goals = sum(len(run["goals"]) for run in part.content["runs"])
        row = f"{len(part.work)} runs, {goals} goals, {part.content['seconds']:.0f} s, {part.content['verdict']}"
        print(f"{part.shard}: {row}  ({part.file})")
    wrong += faults(tree, parts) if parts else []
    content = joined(tree, parts, wrong)
    report.save(tree.build / f"{KIND}.json", content)
    print("".join(f"  {what}\n" for what in wrong), end="")
    goals = [goal for part in parts for run in part.content["runs"] for goal in run["goals"]]
    numbers = f"{sum(bool(goal['prover']) for goal in goals)} of {len(goals)} goals proved cold in {len(parts)} shards"
    if wrong:
        print(f"RED: {numbers}, {len(wrong)} reasons")
        return 1
    print(receipt.write(tree, content["of"], report.goals_by_profile(content["runs"])))
    print(f"PROVED: {numbers}, the longest {content['seconds']:.0f} s, {len(content['runs'])} runs")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="the tree")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    options = parser.parse_args()
    if not options.files:
        print('prove-join: which reports? make prove-join RUNS="a.json b.json"', file=sys.stderr)
        return 2
    return join(Tree(options.root.resolve()), options.files)


if __name__ == "__main__":
    sys.exit(main())
