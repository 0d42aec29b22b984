#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves the theorems of the abstract machine: python3 -B proofs/machine/prove.py [--machine DIR] [THEORY ...]

Every goal of every theory below is given to Why3's provers, cold: no verdict is stored. found.json says only who proved
a goal before, and is asked first; --keep writes it anew. First the sources are read: an axiom, or anything else that
Why3 takes without a proof, is red, and so are a theory that is not in the table and a theorem that
spec/machine/README.md does not name, or names in vain.
--receipts read believes the receipt of a run over the same texts with the same tools (proofs/receipts); without it, or
when there is none, all is proved, and a run that is green writes it.
--machine DIR proves about the machine.mlw of that folder: for mutants.
The last line is `N passed, N failed, N by receipt`, where a goal is a test.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "proofs" / "machine"
sys.path.append(str(HERE.parent))

import inputs  # noqa: E402
import receipts  # noqa: E402

SHELVES = {unit: receipts.Shelf(ROOT, "machine", again)  # of two receipts, each written again by its target
           for unit, again in {"theorems": "machine", "mutants": "machine-mutants"}.items()}
FOUND = HERE / "found.json"
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
PROVERS = {"lean": "Z3,4.8.12,lean", "z3": "Z3,4.8.12,", "cvc4": "CVC4,1.8,"}
# How the goals of a theory are split and unfolded, in the order of the trials. All parts of a goal must be proved of
# one of them, each by some prover. Where the provers see through all definitions they find the instances that they miss
# behind a name; where the definitions are many, names are better.
OPEN = [["split_vc", "inline_all"], ["split_vc"]]
NAMED = [["split_vc"], ["inline_goal", "split_vc"], ["split_vc", "inline_all"]]
CASES = [["split_vc"], ["split_all_full"], ["inline_goal", "split_vc"]]  # of programs that match on a call
THEORIES = {
    "always": {"Invariant": OPEN, "Charges": NAMED, "Kept": OPEN, "Seen": OPEN, "Commit": NAMED, "Changes": NAMED,
               "Childless": OPEN, "Made": OPEN},
    "steps": {"Words": NAMED, "Shape": NAMED, "Moves": NAMED, "Keeps": NAMED, "StepInvariant": NAMED, "Lives": NAMED,
              "Alone": NAMED},
    "theorems": {"Live": NAMED, "Tale": NAMED, "Told": NAMED, "Known": NAMED, "Uau": NAMED, "Leak": NAMED,
                 "Nothing": OPEN, "Iso": NAMED, "Domain": OPEN, "Beside": OPEN, "Excl": NAMED, "Comp": NAMED,
                 "Total": NAMED, "Once": NAMED, "Sole": OPEN, "Keys": NAMED},
    "witnesses": {"Way": NAMED, "Places": NAMED, "Adapters": NAMED, "Mappings": NAMED, "Objects": NAMED},
    "run": {"Given": NAMED, "Book": CASES, "Found": CASES, "Judge": CASES},
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
    cited = set(re.findall(r"`(t_\w+)`", (ROOT / "spec/theorems.md").read_text(encoding="utf-8")))
    wrong += [f"{name}: in spec/theorems.md or in theorems.mlw, and not in both"
              for name in cited ^ proved if name != "t_initial"]
    return wrong


def depends():
    """What a result depends on: the theories and the programs that ask, and the tools."""
    files = [ROOT / "spec/machine/machine.mlw", *sorted(HERE.glob("*.mlw")), *sorted(HERE.glob("*.py"))]
    texts = {str(path.relative_to(ROOT)): inputs.digest(path.read_text(encoding="utf-8")) for path in files}
    return {"texts": texts, "tools": inputs.tools(("why3", "z3", "cvc4"))}


def by_receipt(unit, mode):
    """How many tests a receipt of the unit stands for; 0 without one that holds."""
    if mode != "read":
        return 0
    try:
        answer = SHELVES[unit].ask(unit, "all", depends())
    except receipts.Wrong as error:
        raise SystemExit(f"{unit}: {error}") from error
    if not answer.holds:
        print(f"{unit}: {answer.reason}")
        return 0
    return answer.verdict["passed"]


def keep_receipt(unit, before, passed, failed):
    """Only what is green is kept; what is red is claimed by no receipt any longer. before: what the run began with."""
    if failed:
        SHELVES[unit].refute(unit, "all", before)
    elif before == depends():  # nobody has edited what it read
        SHELVES[unit].write(unit, "all", before, {"passed": passed})


def configure():
    CONFIG.parent.mkdir(parents=True, exist_ok=True)
    CONFIG.write_text(CONFIGURATION, encoding="utf-8")


def why3(machine, path, theory, *words):
    command = ["why3", "prove", "-L", str(machine), "-L", str(HERE), str(path), "-T", theory, *words]
    said = subprocess.run(command, capture_output=True, text=True, check=False,
                          env={**os.environ, "WHY3CONFIG": str(CONFIG)})
    return re.sub(r"\n+", "\n", said.stdout + said.stderr), said.returncode


def goals_of(machine, path, theory):
    """The goals of the theory as Why3 reads it, and what it holds to be true that is no goal."""
    output, code = why3(machine, path, theory, "--print-theory")
    if code != 0:
        return [], [f"why3 says {output.strip()[-300:]}"]
    goals = re.findall(r"^  (?:goal|lemma) ([\w']+)", output, re.M)
    axioms = re.findall(r"^  axiom ([\w']+)", output, re.M)  # with a goal NAME'vc it is what that goal proves
    return goals, [f"axiom {name}" for name in axioms if re.sub("'(def|spec)$", "", name) + "'vc" not in goals]


def ask(machine, path, theory, prover, transformations, goals, seconds):
    """What the prover says of each part of the goals: {(goal, number of the part): verdict}."""
    words = ["-P", PROVERS[prover], "-t", str(seconds)]
    for name in transformations:
        words += ["-a", name]
    for name in goals:
        words += ["-G", name]
    output, code = why3(machine, path, theory, *words)
    parts, verdicts = Counter(), {}
    for goal, verdict in RESULT.findall(output):
        verdicts[goal, parts[goal]] = verdict.strip()
        parts[goal] += 1
    if not verdicts and code != 0:
        verdicts = {(goal, 0): f"error: why3 says {output.strip()[-300:]}" for goal in goals}
    return verdicts


def trial(machine, path, theory, way, goals, seconds):
    """One way for the goals: which are proved, and the verdicts on the rest."""
    provers, transformations = (words.split() for words in way.split(":"))
    verdicts = {}
    asked = goals
    for prover in provers:
        for part, verdict in ask(machine, path, theory, prover, transformations, asked, seconds).items():
            if verdicts.get(part) != "Valid":
                verdicts[part] = verdict
        asked = sorted({goal for (goal, _), verdict in verdicts.items() if verdict != "Valid"})
        if not asked:
            break
    left = {goal: verdict for (goal, _), verdict in verdicts.items() if verdict != "Valid"}
    said = {goal for goal, _ in verdicts}
    left |= {goal: "why3 says nothing of it" for goal in goals if goal not in said}
    return [goal for goal in goals if goal not in left], left


def ways_of(stem, theory):
    for transformations in THEORIES[stem][theory]:
        provers = ["lean", "z3", "cvc4"] if "inline_all" not in transformations else ["z3", "lean", "cvc4"]
        for prover in provers:
            yield f"{prover}: {' '.join(transformations)}"
        yield f"{' '.join(provers)}: {' '.join(transformations)}"


def prove(machine, stem, theory, found, seconds=SECONDS):
    """Which way each goal was proved, and the verdicts on those that are not."""
    path = machine / "machine.mlw" if stem == "machine" else HERE / f"{stem}.mlw"
    goals, wrong = goals_of(machine, path, theory)
    left = {line: "believed" for line in wrong}
    proved, ways = {}, {}
    for goal in goals:
        if goal in found:
            ways.setdefault(found[goal], []).append(goal)
    tried = [*ways.items(), *((way, goals) for way in ways_of(stem, theory))]
    for way, names in tried:
        asked = [goal for goal in names if goal not in proved]
        if asked:
            good, bad = trial(machine, path, theory, way, asked, seconds)
            proved.update(dict.fromkeys(good, way))
            left.update(bad)
    return theory, proved, {goal: verdict for goal, verdict in left.items() if goal not in proved}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--machine", type=Path, default=ROOT / "spec" / "machine", help="the folder of machine.mlw")
    parser.add_argument("--sources", action="store_true", help="read the sources, and prove nothing")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="of a goal")
    parser.add_argument("--receipts", choices=["read", "renew"], default="renew")
    parser.add_argument("--keep", action="store_true", help="write found.json")
    parser.add_argument("theory", nargs="*", help="only these")
    options = parser.parse_args()
    wrong = wrong_sources(options.machine)
    for line in wrong:
        print(line)
    chosen = [(stem, theory) for stem, theories in THEORIES.items() for theory in theories
              if not options.theory or theory in options.theory]
    whole = not options.theory and not options.sources and options.machine == ROOT / "spec" / "machine"
    believed_goals = by_receipt("theorems", options.receipts) if whole else 0
    if believed_goals:
        print(f"0 passed, {len(wrong)} failed, {believed_goals} by receipt")
        return 1 if wrong else 0
    before = depends()
    configure()
    found = json.loads(FOUND.read_text(encoding="utf-8"))
    passed, failed = 0, len(wrong)
    if options.sources:
        chosen = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        todo = lambda one: prove(options.machine, *one, found.get(one[1], {}), options.seconds)  # noqa: E731
        for theory, good, bad in pool.map(todo, chosen):
            found[theory] = good
            passed += len(good)
            failed += len(bad)
            print(f"  {'ok  ' if not bad else 'OPEN'}  {theory:<16} {len(good):>4} proved", flush=True)
            for goal, verdict in bad.items():
                print(f"        {goal}: {verdict}", flush=True)
    if options.keep:
        known = {theory: found[theory] for theories in THEORIES.values() for theory in theories if theory in found}
        FOUND.write_text(json.dumps(known, indent=0) + "\n", encoding="utf-8")
    if whole:
        keep_receipt("theorems", before, passed, failed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
