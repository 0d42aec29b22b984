# SPDX-License-Identifier: MIT
"""Asks provers of two makes for every goal that simplification does not close: Z3; CVC4, and cvc5, which took its
place, for what that leaves open. make second-prover

What was found is kept in proofs/second.json after every unit, so this can be stopped at any time, and goes on where it
was. A goal that the stored proof has as closed by a prover is not given to that one again (--fresh: it is).
"""

import argparse
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import inputs
import whole
from inputs import Reader
from second import kept, tasks
from second.answers import PROVERS, Answer, Prover, ask
from second.kept import Kept
from tree import Tree

ROOT = Path(__file__).resolve().parents[2]
LIMITS = (1, 3, 10)  # most goals fall at once
BATCH = 20


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unit", action="append", default=[], metavar="NAME", help="of model/core (default: all)")
    parser.add_argument("--shard", default="1/1", metavar="I/N", help="every Nth unit, from the Ith")
    parser.add_argument("--limit", type=int, action="append", default=[], help="seconds a goal, in turn")
    names = [prover.name for prover in PROVERS]
    parser.add_argument("--prover", action="append", default=[], choices=names, help="this one alone")
    parser.add_argument("--fresh", action="store_true", help="take no verdict from the stored proof")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--table", action="store_true", help="run nothing; say what is kept")
    parser.add_argument("--out", type=Path, help="where it is kept (default: proofs/second.json)")
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    tree = Tree(options.root.resolve())
    found = Kept(options.out or tree.root / "proofs" / "second.json")
    if options.table:
        return tell(found)
    size = {unit: path.stat().st_size for unit, path in tree.units().items() if unit not in tree.ground_units()}
    core = sorted(size, key=lambda unit: size[unit])  # so that what a run that is stopped has measured is much
    if strangers := [unit for unit in options.unit if unit not in core]:
        print(f"second-prover: no such unit: {', '.join(strangers)}; the units are {', '.join(core)}", file=sys.stderr)
        return 2
    first, of = (int(word) for word in options.shard.split("/"))
    units = options.unit or core[first - 1 :: of]
    there = [prover for prover in PROVERS if shutil.which(prover.command[0])]
    for prover in PROVERS:
        if prover not in there:
            print(f"second-prover: without {prover.name}, which Debian has in a package of that name", file=sys.stderr)
    provers = [prover for prover in there if not options.prover or prover.name in options.prover]
    found.versions |= inputs.tools(("frama-c", "why3", *(prover.name for prover in there)))
    found.renew()
    defined, _ = whole.definitions(tree)
    reader = Reader(tree, defined)
    try:
        for unit in units:
            for limit in options.limit or LIMITS:
                look(tree, reader, found, unit, provers, limit, options)
    except KeyboardInterrupt:
        found.save()
        print("\nStopped. What was found is kept; the same command goes on from there.")
        return 130
    return tell(found)


def look(
    tree: Tree, reader: Reader, found: Kept, unit: str, provers: list[Prover], limit: int, options: argparse.Namespace
) -> None:
    started = time.monotonic()
    text = tasks.text_of(reader, unit)
    if found.texts.get(unit) != text:
        caught = tasks.of_unit(tree, reader, unit, "z3")
        proof = {} if options.fresh else stored(tree, reader, unit)
        found.begin(unit, text, caught.goals, list(caught.files), proof)
        found.save()
    for prover in provers:
        todo = found.open(unit, prover.name, limit)
        if not todo:
            continue
        files = tasks.of_unit(tree, reader, unit, prover.spelled).files
        with ThreadPoolExecutor(options.jobs) as pool:
            for at in range(0, len(todo), BATCH):
                batch = todo[at : at + BATCH]
                asked = pool.map(lambda goal: ask(prover, tasks.spelled(files[goal], prover.name), limit), batch)
                for goal, answer in zip(batch, asked):
                    found.add(unit, goal, prover.name, answer)
                found.save()
        left = sum(1 for goal in todo if not found.units[unit][goal][prover.name].valid)
        print(f"{unit:18} {prover.name:5} {limit:3} s: {len(todo) - left} of {len(todo)} closed, {left} open"
              f" ({time.monotonic() - started:.0f} s)", flush=True)


def stored(tree: Tree, reader: Reader, unit: str) -> dict[str, dict[str, Answer]]:
    """What the stored proof of this text says."""
    return {
        goal: {prover: Answer("valid", seconds, kept.PROOF)}
        for goal, (prover, seconds) in (tasks.proved(tree, reader, unit) or {}).items()
        if prover in ("z3", "cvc4")
    }


def tell(found: Kept) -> int:
    for unit, goal, answers in kept.exceptions(found.units):
        said = ", ".join(f"{prover} {answer.verdict}" for prover, answer in sorted(answers.items()))
        print(f"exception: {unit}: {goal}: {said}")
    for what, number in kept.summary(found.units, found.goals).items():
        print(f"{number:8}  {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
