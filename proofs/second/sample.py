# SPDX-License-Identifier: MIT
"""Asks other provers, or other versions, for the goals that took the stored proof longest: which would break.

    PYTHONPATH=proofs python3 -B -m second.sample --prover NAME:SPELLED:COMMAND [...]

SPELLED is z3 or cvc4: for which of them the tasks are written that the prover gets. Outside of CI: what it runs need
not be installed.
"""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sessions
import whole
from inputs import Reader
from second import tasks
from second.answers import Answer, Prover, ask, parse_prover
from tree import Tree

ROOT = Path(__file__).resolve().parents[2]


def slowest(tree: Tree, units: list[str], count: int) -> list[tuple[float, str, str]]:
    """Seconds, unit, goal, of those that a prover closed."""
    found = []
    for unit in units:
        content = sessions.load(tree, unit, tasks.PROFILE)
        goals = content["goals"].items() if content else []
        found += [
            (seconds, unit, goal.removeprefix(tasks.PREFIX))
            for goal, (prover, seconds) in goals
            if prover in ("z3", "cvc4")
        ]
    return sorted(found, reverse=True)[:count]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--prover", action="append", required=True, type=parse_prover, metavar="NAME:SPELLED:COMMAND")
    parser.add_argument("--count", type=int, default=300, help="how many goals")
    parser.add_argument("--limit", type=int, default=10, help="seconds of the processor a goal")
    parser.add_argument("--caught", action="store_true", help="only of units whose tasks are written already")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    options = parser.parse_args()
    tree = Tree(options.root.resolve())
    reader = Reader(tree, whole.definitions(tree)[0])
    units = [unit for unit in tree.units() if unit not in tree.ground_units()]
    spelled = {prover.spelled for prover in options.prover}
    if options.caught:
        units = [unit for unit in units if all(tasks.written(tree, unit, spelling) for spelling in spelled)]
    chosen = slowest(tree, units, options.count)
    caught = {(unit, s): tasks.of_unit(tree, reader, unit, s).files for _, unit, _ in chosen for s in spelled}

    def one(work: tuple[Prover, str, str]) -> Answer:
        prover, unit, goal = work
        return ask(prover, caught[unit, prover.spelled][goal], options.limit)

    for prover in options.prover:
        with ThreadPoolExecutor(options.jobs) as pool:
            answers = list(pool.map(one, [(prover, unit, goal) for _, unit, goal in chosen]))
        broken = [(unit, goal, answer) for (_, unit, goal), answer in zip(chosen, answers) if not answer.valid]
        total = sum(answer.seconds for answer in answers)
        print(f"{prover.name}: {len(chosen) - len(broken)} of {len(chosen)} closed in {total:.0f} s of the processor")
        for unit, goal, answer in broken:
            print(f"  {unit}: {goal}: {answer.verdict} after {answer.seconds} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
