#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves the theorems of the abstract machine: python3 -B proofs/machine/prove.py [--machine DIR] [THEORY ...]

Every goal of every theory below is given to Why3's provers, cold: no session, no stored verdict. First the sources are
read: an axiom, or anything else that Why3 takes without a proof, is red, and so are a theory that is not in the table
and a theorem that spec/machine/README.md does not name, or names in vain.
--machine DIR proves about the machine.mlw of that folder: for mutants.
The last line is `N passed, N failed`, where a goal is a test.
"""

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "proofs" / "machine"
CONFIG = ROOT / "build" / "machine" / "why3.conf"
SECONDS = 10  # of the processor, for a goal
# The provers, as Why3 1.5 calls them, but for one option: a high threshold lets Z3 unfold the causes of all operations
# when one would do.
CONFIGURATION = """[main]
magic = 14
memlimit = 2000

[prover]
name = "Z3"
version = "4.8.12"
alternative = "lean"
shortcut = "lean"
driver = "z3_471"
command = "z3 -smt2 sat.random_seed=42 nlsat.randomize=false smt.random_seed=42 smt.qi.eager_threshold=3 -st %f"

[prover]
name = "Z3"
version = "4.8.12"
shortcut = "z3"
driver = "z3_471"
command = "z3 -smt2 sat.random_seed=42 nlsat.randomize=false smt.random_seed=42 -st %f"

[prover]
name = "CVC4"
version = "1.8"
shortcut = "cvc4"
driver = "cvc4_17"
command = "cvc4 --stats --lang=smt2 %f"
"""
PROVERS = ["Z3,4.8.12,lean", "Z3,4.8.12,", "CVC4,1.8,"]
# How the goals of a theory are split and unfolded, in the order of the trials. All parts of a goal must be proved of
# one of them, each by some prover. Where the provers see through all definitions they find the instances that they miss
# behind a name; where the definitions are many, names are better.
OPEN = [["split_vc", "inline_all"], ["split_vc"]]
NAMED = [["split_vc"], ["inline_goal"], ["split_vc", "inline_all"]]
THEORIES = {
    "always": {"Invariant": OPEN, "Charges": NAMED, "Kept": OPEN, "Seen": OPEN, "Commit": NAMED, "Changes": NAMED,
               "Childless": OPEN, "Made": OPEN},
    "steps": {"Words": NAMED, "Shape": NAMED, "Moves": NAMED, "Keeps": NAMED, "StepInvariant": NAMED},
    "theorems": {"Nothing": OPEN, "Domain": OPEN, "Commits": NAMED, "Beside": OPEN, "Excl": NAMED, "Refusals": NAMED},
    "machine": {"State": OPEN, "Calls": OPEN, "Causes": OPEN, "Machine": OPEN},
}
# What Why3 believes unproved: axioms, values and functions without a body, assumptions.
UNPROVED = re.compile(r"\b(axiom|assume|val|diverges|meta|coinductive|goal|scope|clone)\b")
CAPACITIES = {"handles", "memory_pages", "logical_pages", "window_pages", "chain_max", "resources_max", "waiting_max"}
RESULT = re.compile(r"(?:Goal|of goal) ([\w']+)\.\nProver result is: ([A-Za-z ]+)")


def without_comments(text):
    return re.sub(r"\(\*.*?\*\)", " ", text, flags=re.S)


def believed(path):
    """What the file asks Why3 to believe."""
    text = without_comments(path.read_text(encoding="utf-8"))
    found = [match[0].strip() for match in UNPROVED.finditer(text)]
    for name, body in re.findall(r"^\s*constant (\w+)[^\n=]*(=?)", text, re.M):
        if not body and name not in CAPACITIES:
            found.append(f"constant {name}")
    declared = (r"^\s*(?:function|predicate|type) (.*?)"
                r"(?=^\s*(?:function|predicate|type|constant|let|lemma|end|module|use)\b)")
    for match in re.finditer(declared, text, re.M | re.S):
        if "=" not in match[1]:
            found.append(match[0].split("\n")[0].strip())
    return [f"{path.name}: Why3 would believe {what!r} without a proof" for what in found]


def theories_of(path):
    return re.findall(r"^module (\w+)", without_comments(path.read_text(encoding="utf-8")), re.M)


def wrong_sources(machine):
    wrong = []
    files = {**{p.stem: p for p in sorted(HERE.glob("*.mlw"))}, "machine": machine / "machine.mlw"}
    for stem, path in files.items():
        wrong += believed(path)
        wrong += [f"{path.name}: theory {name} is not in the table of prove.py, or is no more"
                  for name in set(theories_of(path)) ^ set(THEORIES.get(stem, {}))]
    named = set(re.findall(r"`(t_\w+)`", (ROOT / "spec/machine/README.md").read_text(encoding="utf-8")))
    proved = set(re.findall(r"\blemma (t_\w+)", (HERE / "theorems.mlw").read_text(encoding="utf-8")))
    wrong += [f"{name}: in spec/machine/README.md or in theorems.mlw, and not in both" for name in named ^ proved]
    return wrong


def configure():
    CONFIG.parent.mkdir(parents=True, exist_ok=True)
    CONFIG.write_text(CONFIGURATION, encoding="utf-8")


def ask(machine, path, theory, prover, transformations, goals, seconds):
    """What the prover says of each part of the goals (of all, without goals): {(goal, number of the part): verdict}."""
    command = ["why3", "prove", "-L", str(machine), "-L", str(HERE), str(path), "-T", theory, "-P", prover,
               "-t", str(seconds)]
    for name in transformations:
        command += ["-a", name]
    for name in goals:
        command += ["-G", name]
    said = subprocess.run(command, capture_output=True, text=True, check=False,
                          env={**os.environ, "WHY3CONFIG": str(CONFIG)})
    output = re.sub(r"\n+", "\n", said.stdout + said.stderr)
    parts, verdicts = Counter(), {}
    for goal, verdict in RESULT.findall(output):
        verdicts[goal, parts[goal]] = verdict.strip()
        parts[goal] += 1
    if not verdicts and said.returncode != 0:
        verdicts[f"{theory}: why3 says {output.strip()[-300:]}", 0] = "error"
    return verdicts


def prove(machine, stem, theory, seconds=SECONDS):
    """The goals that are proved, and the verdicts on those that are not."""
    path = machine / "machine.mlw" if stem == "machine" else HERE / f"{stem}.mlw"
    goals, proved, left = [], set(), {}
    for transformations in THEORIES[stem][theory]:
        verdicts, asked = {}, goals
        for prover in PROVERS if "inline_all" not in transformations else [PROVERS[1], PROVERS[0], PROVERS[2]]:
            for part, verdict in ask(machine, path, theory, prover, transformations, asked, seconds).items():
                if verdicts.get(part) != "Valid":
                    verdicts[part] = verdict
            asked = sorted({goal for (goal, _), verdict in verdicts.items() if verdict != "Valid"})
            if not asked:
                break
        left = {goal: verdict for (goal, _), verdict in verdicts.items() if verdict != "Valid"}
        proved |= {goal for goal, _ in verdicts} - set(left)
        goals = sorted(left)
        if not left:
            break
    return theory, proved, left


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machine", type=Path, default=ROOT / "spec" / "machine", help="the folder of machine.mlw")
    parser.add_argument("--sources", action="store_true", help="read the sources, and prove nothing")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="of a goal")
    parser.add_argument("theory", nargs="*", help="only these")
    options = parser.parse_args()
    wrong = wrong_sources(options.machine)
    for line in wrong:
        print(line)
    chosen = [(stem, theory) for stem, theories in THEORIES.items() for theory in theories
              if not options.theory or theory in options.theory]
    configure()
    passed, failed = 0, len(wrong)
    if options.sources:
        chosen = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for theory, good, bad in pool.map(lambda one: prove(options.machine, *one, options.seconds), chosen):
            passed += len(good)
            failed += len(bad)
            print(f"  {'ok  ' if not bad else 'OPEN'}  {theory:<16} {len(good):>4} proved", flush=True)
            for goal, verdict in bad.items():
                print(f"        {goal}: {verdict}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
