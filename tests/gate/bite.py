#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Do the proofs bite? Makes some hundreds of mutants of the core, of its contracts and of spec/logic (bites/), and asks
the proof of each, and of those of code the tests too.

    bite.py [--shard I/N] [--jobs N] [--again] [--cold] [--sum]

What was judged is in proofs/mutation and is not judged again while the mutant is the same: a run that was stopped goes
on where it was. The exit code is 0 when every mutant was killed, or survived for a reason that is written down in
bites/survivors.json.
"""

import argparse
import functools
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "proofs")]

from bites import behaviour, choice, score  # noqa: E402
from bites.choice import Bite  # noqa: E402
from bites.hunt import Hunt  # noqa: E402
from bites.verdicts import KILLED, STILLBORN, SURVIVED, Book, Verdict, judge  # noqa: E402
from tree import Tree  # noqa: E402


def shard(text: str) -> tuple[int, int]:
    try:
        i, n = (int(part) for part in text.split("/"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: not of the form 1/4") from None
    if not 1 <= i <= n:
        raise argparse.ArgumentTypeError(f"{text}: shards are 1/{n} to {n}/{n}")
    return i, n


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shard", type=shard, default=(1, 1), metavar="I/N", help="every Nth mutant, from the Ith on")
    parser.add_argument("--jobs", type=int, default=2, help="mutants judged side by side")
    parser.add_argument("--again", action="store_true", help="believe nothing that is stored")
    parser.add_argument("--cold", action="store_true", help="believe nothing of what a mutant leaves as it was")
    parser.add_argument("--sum", action="store_true", help="judge none: write the sums of those that were judged")
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    options = parser.parse_args(words)
    root, book = options.root.resolve(), Book(options.root.resolve())
    i, n = options.shard
    chosen = choice.chosen(root)
    bites = chosen[i - 1 :: n]
    if options.sum:
        return conclude(root, chosen, bites, book)
    left = [bite for bite in bites if options.again or book.read(bite) is None]
    units = Tree(root).units()
    size = {unit: path.stat().st_size for unit, path in units.items()}
    left.sort(key=lambda bite: effort(bite, size))  # what is stopped has judged many
    print(f"{len(bites)} of {len(chosen)} mutants, {len(bites) - len(left)} of them judged before", flush=True)
    run(left, options.jobs, functools.partial(prove, root, book, Hunt(root, cold=options.cold)))
    untested = [bite for bite in bites if behaviour.can_tell(bite) and unasked(book.read(bite))]
    if untested:
        with behaviour.built(root) as built:
            run(untested, options.jobs, functools.partial(test, book, built))
    return conclude(root, chosen, bites, book)


def effort(bite: Bite, size: dict[str, int]) -> int:
    """Where it is known which promise will tell, the first judge does."""
    return sum(size[unit] for unit, _ in (bite.judges[:1] if bite.first else bite.judges))


def unasked(verdict: Verdict | None) -> bool:
    return verdict is not None and verdict.proof != STILLBORN and not verdict.tests


def run(bites: list[Bite], jobs: int, ask) -> None:
    started, done, lock = time.monotonic(), 0, threading.Lock()

    def one(bite: Bite) -> None:
        nonlocal done
        said = ask(bite)
        with lock:
            done += 1
            clock = divmod(int(time.monotonic() - started), 60)
            print(f"{clock[0]:3}:{clock[1]:02}  {done}/{len(bites)}  {said}  {bite.label[:150]}", flush=True)

    with ThreadPoolExecutor(jobs) as pool:
        list(pool.map(one, bites))


def prove(root: Path, book: Book, hunt: Hunt, bite: Bite) -> str:
    started = time.monotonic()
    proof, by = judge(bite, root, hunt)
    book.write(bite, Verdict(proof, by, round(time.monotonic() - started, 1)))
    return f"{proof}: {by}"


def test(book: Book, built: behaviour.Built, bite: Bite) -> str:
    found = book.read(bite)
    said = behaviour.suite(built, bite)
    book.write(bite, Verdict(found.proof, found.by, found.seconds, said))
    return f"tests: {said}"


def conclude(root: Path, chosen: list[Bite], bites: list[Bite], book: Book) -> int:
    """`chosen` are all, `bites` those of this shard."""
    judged = {bite: verdict for bite in chosen if (verdict := book.read(bite))}
    own = {bite: judged[bite] for bite in bites if bite in judged}
    why = score.reasons(root)
    bad = [bite for bite, v in own.items() if v.proof == SURVIVED and not why.get(bite.mutant.name)]
    for bite in bad:
        print(f"SURVIVED  {bite.mutant.name}  {bite.label}\n          {own[bite].by}")
    for name in sorted(why.keys() - {bite.mutant.name for bite, v in judged.items() if v.proof == SURVIVED}):
        print(f"{score.REASONS}: {name} is of no survivor")
    print("\n".join(["", *score.table(own), ""]))
    book.keep(chosen)
    score.write(root, len(chosen), judged)
    counts = {word: sum(v.proof == word for v in own.values()) for word in (KILLED, SURVIVED, STILLBORN)}
    print(f"{counts[KILLED]} killed, {counts[SURVIVED]} survived ({len(bad)} without a reason), "
          f"{counts[STILLBORN]} are no C, {len(bites) - len(own)} not judged")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
