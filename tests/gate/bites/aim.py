#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks for a mutant for each clause of the core of which none was killed, and writes it into aimed.json: of the bodies
of the functions that promise the clause, and then of the contracts of what they call, the first that leaves a goal of
that promise open. After `make bite`, which then has them too.

    aim.py [--jobs N] [--most N]
"""

import argparse
import dataclasses
import functools
import itertools
import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path[:0] = [str(HERE.parent), str(ROOT / "proofs")]

import frama  # noqa: E402
from bites import choice, score  # noqa: E402
from bites.choice import Bite  # noqa: E402
from bites.hunt import Hunt  # noqa: E402
from bites.verdicts import KILLED, Book, Verdict, is_c  # noqa: E402
from cite import index  # noqa: E402

ORDER = ("deleted statement", "constant result", "swapped arguments", "off by one")  # those that change most, first


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--most", type=int, default=12, help="mutants that are tried for a clause")
    options = parser.parse_args()
    book, hunt, lock = Book(ROOT), Hunt(ROOT), threading.Lock()
    judged = {bite: verdict for bite in choice.chosen(ROOT) if (verdict := book.read(bite))}
    core, bitten = score.clauses(ROOT, judged)
    promises: dict[str, list[tuple[str, str]]] = {}
    for _, id, function, label in index.read(ROOT).links:
        promises.setdefault(id, []).append((function, label))
    by_judge: dict[str, list[Bite]] = {}
    for bite in choice.candidates(ROOT):
        by_judge.setdefault(_judge(bite), []).append(bite)
    found = choice.aims(ROOT)
    taken = {entry["mutant"] for entry in found.values()}  # a mutant has one verdict, which names one goal

    def aim(id: str) -> None:
        free = (pair for pair in _tries(promises[id], by_judge) if pair[0].mutant.name not in taken)
        for bite, label in itertools.islice(free, options.most):
            started = time.monotonic()
            if goal := _goal(hunt, bite, label):
                bite = dataclasses.replace(bite, first=label)
                by, was = f"{bite.judges[0][0]}: {goal.removeprefix('typed_ref_')}", book.read(bite)
                took = round(time.monotonic() - started, 1)
                book.write(bite, Verdict(KILLED, by, took, was.tests if was else ""))
                with lock:
                    taken.add(bite.mutant.name)
                    found[id] = {"mutant": bite.mutant.name, "promise": f"{_judge(bite)}: {label}"}
                    (ROOT / choice.AIMED).write_text(json.dumps(dict(sorted(found.items())), indent=1) + "\n")
                print(f"{id}: {bite.label[:120]}: {goal}", flush=True)
                return
        print(f"{id}: none found", flush=True)

    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(aim, [id for id in core if id not in bitten and id in promises and id not in found]))
    return 0


def _judge(bite: Bite) -> str:
    """The function whose goals can tell."""
    return bite.judges[0][1][0]


def _tries(promises: list[tuple[str, str]], by_judge: dict[str, list[Bite]]):
    """By turns of each promise that says the clause."""
    turns = itertools.zip_longest(
        *(((bite, label) for bite in sorted(by_judge.get(name, []), key=functools.partial(_rank, label)))
          for name, label in promises)
    )  # fmt: skip
    return (pair for turn in turns for pair in turn if pair)


def _rank(label: str, bite: Bite) -> int:
    """What is likely to tell comes first: the same promise of what is called, then what changes a body most, then other
    promises."""
    last = len(ORDER) + 1
    if bite.operator == choice.FRAME:
        return 0 if label == "assigns" else last
    if bite.operator == choice.PROMISE:
        return 0 if bite.was.startswith(f"ensures {label}:") else 2
    return 1 + ORDER.index(bite.operator) if bite.operator in ORDER else last


def _goal(hunt: Hunt, bite: Bite, label: str) -> str:
    if is_c(bite, ROOT):
        return ""
    change = (bite.mutant.file, bite.changed((ROOT / bite.mutant.file).read_text()))
    try:
        return hunt.open_promise(bite.judges[0][0], _judge(bite), change, label)
    except frama.ToolError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
