#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Looks for a mutant for each clause of the core of which none was killed, and writes it into aimed.json: of the bodies
of the functions that promise the clause, the first that leaves a goal of that promise open. After `make bite`, which
then has them too.

    aim.py [--jobs N] [--most N]
"""

import argparse
import dataclasses
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
    bodies: dict[str, list[Bite]] = {}
    for bite in sorted(choice.candidates(ROOT), key=lambda b: ORDER.index(b.operator) if b.operator in ORDER else 9):
        bodies.setdefault(bite.function, []).append(bite)
    found = choice.aims(ROOT)

    def aim(id: str) -> None:
        for bite, label in itertools.islice(_tries(promises[id], bodies), options.most):
            started = time.monotonic()
            if goal := _goal(hunt, bite, label):
                bite = dataclasses.replace(bite, first=label)
                by, was = f"{bite.mutant.unit}: {goal.removeprefix('typed_ref_')}", book.read(bite)
                took = round(time.monotonic() - started, 1)
                book.write(bite, Verdict(KILLED, by, took, was.tests if was else ""))
                with lock:
                    found[id] = {"mutant": bite.mutant.name, "promise": f"{bite.function}: {label}"}
                    (ROOT / choice.AIMED).write_text(json.dumps(dict(sorted(found.items())), indent=1) + "\n")
                print(f"{id}: {bite.label[:120]}: {goal}", flush=True)
                return
        print(f"{id}: none found", flush=True)

    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(aim, [id for id in core if id not in bitten and id in promises and id not in found]))
    return 0


def _tries(promises: list[tuple[str, str]], bodies: dict[str, list[Bite]]):
    """By turns of each promise that says the clause."""
    turns = itertools.zip_longest(*(((bite, label) for bite in bodies.get(name, [])) for name, label in promises))
    return (pair for turn in turns for pair in turn if pair)


def _goal(hunt: Hunt, bite: Bite, label: str) -> str:
    if is_c(bite, ROOT):
        return ""
    change = (bite.mutant.file, bite.changed((ROOT / bite.mutant.file).read_text()))
    try:
        return hunt.open_promise(bite.mutant.unit, bite.function, change, label)
    except frama.ToolError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
