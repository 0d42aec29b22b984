# SPDX-License-Identifier: MIT
"""Asks other versions of the provers for the goals of the stored proof: which would break at an upgrade.

    PYTHONPATH=proofs python3 -B -m second.upgrade --name "Debian 13" --z3 COMMAND --cvc5 COMMAND

A goal that Z3 closes in the stored proof goes to the other Z3, one that CVC4 closes to cvc5, which took its place, each
called as Why3 calls it; what it leaves open goes to the other of the two, as in a proof. Without one of them the goals
of the other are asked for alone. What was found is kept in proofs/upgrade.json after every unit, so this can be stopped
at any time. Outside of CI: what it runs need not be installed.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import whole
from inputs import Reader
from second import tasks
from second.answers import CVC5, Z3, Answer, Prover, ask
from tree import Tree

ROOT = Path(__file__).resolve().parents[2]
SUCCESSOR = {"z3": "z3", "cvc4": "cvc5"}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", required=True, help="of the upgrade: its results are kept by it")
    parser.add_argument("--z3", type=shlex.split, metavar="COMMAND")
    parser.add_argument("--cvc5", type=shlex.split, metavar="COMMAND")
    parser.add_argument("--unit", action="append", default=[], metavar="NAME", help="of model/core (default: all)")
    parser.add_argument("--limit", type=int, default=10, help="seconds of the processor a goal")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    words = {name: command for name in SUCCESSOR.values() if (command := getattr(options, name))}
    if not words:
        print("upgrade: neither --z3 nor --cvc5 is given: nothing to ask", file=sys.stderr)
        return 2
    tree = Tree(options.root.resolve())
    reader = Reader(tree, whole.definitions(tree)[0])
    out = tree.root / "proofs" / "upgrade.json"
    kept = json.loads(out.read_text()) if out.is_file() else {}
    mine = kept.setdefault(options.name, {"versions": {}, "units": {}})
    mine["versions"] = {name: version(command) for name, command in words.items()}
    provers = {name: prover(name, command) for name, command in words.items()}
    for unit in options.unit or [unit for unit in tree.units() if unit not in tree.ground_units()]:
        text = tasks.text_of(reader, unit)
        if mine["units"].get(unit, {}).get("text") == text:
            continue
        started = time.monotonic()
        found = look(tree, reader, unit, provers, options)
        mine["units"][unit] = {"text": text, **found}
        out.write_text(json.dumps(dict(sorted(kept.items())), indent=1) + "\n")
        print(f"{unit:18} {sums([found])} ({time.monotonic() - started:.0f} s)", flush=True)
    print(f"{options.name}: {sums(mine['units'].values())}")
    return 0


def version(command: list[str]) -> str:
    said = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(?:\.\d+)+", said)
    return found[0] if found else "unknown"


def prover(name: str, command: list[str]) -> Prover:
    like = Z3 if name == "z3" else CVC5
    return Prover(name, (*command, *like.command[1:]), like.spelled)


def look(
    tree: Tree, reader: Reader, unit: str, provers: dict[str, Prover], options: argparse.Namespace
) -> dict[str, object]:
    proved = tasks.proved(tree, reader, unit)
    if proved is None:
        raise SystemExit(f"upgrade: {unit}: the stored proof is of another text: `make receipts` brings it up to date")
    goals = {
        goal: SUCCESSOR[by]
        for goal, (by, _) in proved.items()
        if by in SUCCESSOR and SUCCESSOR[by] in provers
    }
    answers: dict[str, dict[str, Answer]] = {goal: {} for goal in goals}

    def give(name: str, todo: list[str]) -> None:
        if not todo:
            return
        files = tasks.of_unit(tree, reader, unit, provers[name].spelled).files
        with ThreadPoolExecutor(options.jobs) as pool:
            said = pool.map(lambda goal: ask(provers[name], tasks.spelled(files[goal], name), options.limit), todo)
            for goal, answer in zip(todo, said):
                answers[goal][name] = answer

    for name in provers:
        give(name, [goal for goal in goals if goals[goal] == name])
    for name in provers:
        give(name, [goal for goal, by in goals.items() if by != name and not answers[goal][by].valid])
    last = {goal: name for goal, said in answers.items() for name, answer in said.items() if answer.valid}
    return {
        "asked": len(goals),
        "closed by the successor": sum(last.get(goal) == name for goal, name in goals.items()),
        "closed by the other": sum(last.get(goal, name) != name for goal, name in goals.items()),
        "seconds": round(sum(answer.seconds for said in answers.values() for answer in said.values()), 1),
        "open": {
            goal: {name: [answer.verdict, answer.seconds] for name, answer in said.items()}
            for goal, said in answers.items()
            if goal not in last
        },
    }  # fmt: skip


def sums(found) -> str:
    rows = list(found)
    asked, successor, other = (
        sum(row[what] for row in rows) for what in ("asked", "closed by the successor", "closed by the other")
    )
    seconds = sum(row["seconds"] for row in rows)
    left = sum(len(row["open"]) for row in rows)
    return f"{successor} of {asked} closed by the successor, {other} by the other, {left} open; {seconds:.0f} s"


if __name__ == "__main__":
    sys.exit(main())
