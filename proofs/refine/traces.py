#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves that what holds of each call of a core holds of its traces (traces.mlw): python3 -B proofs/refine/traces.py

Some seconds, so it has no receipt: every goal is given to the provers each time, and then each fault below must turn a
goal red. The last line is `N passed, N failed`, where a goal is a test, and so is a fault.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "machine"), str(HERE.parent)]

import frama  # noqa: E402
import prove as machine  # noqa: E402
from tree import Tree  # noqa: E402

ROOT = HERE.parents[1]
FILE = "proofs/refine/traces.mlw"
THEORIES = ("Simulation", "Traces", "Witness")
# What Simulation says nothing of: it has no axiom, so its theorems are about any such, and a clone believes nothing.
PARAMETERS = (
    "type state", "type move", "predicate initial state", "predicate step state move state", "type core",
    "predicate start core", "predicate act core (list move) core", "predicate refines core state",
    "clone Simulation as Sim", "clone Simulation as Itself",
)  # fmt: skip
SECONDS = 10  # of the processor, for a goal
TRIALS = (("CVC4,1.8,", "split_vc"), ("CVC4,1.8,", "split_all_full"), ("Z3,4.8.12,", "split_vc"))
# A fault, and the goal that it must turn red.
MUTANTS = (
    ("a core whose calls need not be steps of the machine", "exists t. steps s l t /\\ refines c t)",
     "exists t. refines c t)", "Simulation", "carried_once"),
    ("a core that may start where no machine does", "(forall c. start c -> exists s. initial s /\\ refines c s) /\\",
     "(forall c. start c -> exists s. refines c s) /\\", "Simulation", "carried_nil"),
    ("a trace that tells the moves of a call the wrong way round", "| Cons l older -> reverse l ++ told_by older",
     "| Cons l older -> l ++ told_by older", "Simulation", "carried_once"),
    ("a move whose answer need not be the machine's", "(v: seen) (t: state) = step s v.who v.asked v.told t",
     "(v: seen) (t: state) = exists a. step s v.who v.asked a t", "Traces", "one_more"),
)  # fmt: skip


def prove(root: Path, config: Path, theory: str, only: str = "") -> tuple[int, list[str]]:
    """How many goals of a theory are proved, and which not: of each all parts, by one of the trials.

    Of a fault's goal the first trial is asked, which is the one that proves it where there is none.
    """
    left, known, said = [only] if only else [], set(), ""
    for prover, split in TRIALS[:1] if only else TRIALS:
        command = ["why3", "prove", "-L", str(root / "spec/machine"), "-L", str(HERE), str(root / FILE), "-T", theory,
                   "-P", prover, "-t", str(SECONDS), "-a", split]  # fmt: skip
        command += [word for goal in left for word in ("-G", goal)]
        done = subprocess.run(command, capture_output=True, text=True, env=frama.environment(Tree(ROOT), config))
        said = re.sub(r"\n+", "\n", done.stdout + done.stderr)
        results = machine.RESULT.findall(said)
        if not results:
            return 0, [f"{theory}: why3 says {said.strip()[-300:]}"]
        known |= {goal for goal, _ in results}
        left = sorted({goal for goal, verdict in results if verdict.strip() != "Valid"})
        if not left:
            break
    return len(known) - len(left), [f"{theory}: {goal} is not proved" for goal in left]


def believed(build: Path) -> list[str]:
    """What would be believed without a proof, the parameters apart."""
    text, wrong = (ROOT / FILE).read_text(), []
    for parameter in PARAMETERS:
        text, times = re.subn(rf"^  {re.escape(parameter)}(?= with |$)", "  use int.Int", text, flags=re.M)
        wrong += [] if times == 1 else [f"{FILE} has this {times} times: {parameter}"]
    rest = build / Path(FILE).name
    rest.write_text(text)
    return wrong + machine.believed(rest)


def mutants(config: Path) -> tuple[int, list[str]]:
    killed, wrong = 0, []
    for what, old, new, theory, goal in MUTANTS:
        with tempfile.TemporaryDirectory(prefix="dxgmap-traces-") as folder:
            copy = Path(folder).resolve()
            shutil.copytree(ROOT / "spec/machine", copy / "spec/machine")
            (copy / FILE).parent.mkdir(parents=True)
            text = (ROOT / FILE).read_text()
            if text.count(old) != 1:
                wrong.append(f"{FILE} has this {text.count(old)} times: {old}")
                continue
            (copy / FILE).write_text(text.replace(old, new))
            _, red = prove(copy, config, theory, goal)
        noticed = [line for line in red if goal in line and line.endswith("is not proved")]
        killed += bool(noticed)
        print(f"  {'ok  ' if noticed else 'RED '}  mutant: {what}" + (f": {noticed[0]}" if noticed else ""), flush=True)
        wrong += [] if noticed else [f"no goal {goal} notices {what}: {red[:2]}"]
    return killed, wrong


def main() -> int:
    config = ROOT / "build" / "refine" / "traces.conf"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(machine.CONFIGURATION)
    wrong = believed(config.parent)
    if machine.theories_of(ROOT / FILE) != list(THEORIES):
        wrong.append(f"{FILE}: a theory that traces.py does not know, or one less")
    passed = int(not wrong)
    for theory in THEORIES:
        good, red = prove(ROOT, config, theory)
        passed, wrong = passed + good, wrong + red
        print(f"  {'RED ' if red else 'ok  '}  {theory:<21} {good:>4} passed", flush=True)
    killed, red = mutants(config)
    print("".join(f"        {line}\n" for line in [*wrong, *red]), end="")
    print(f"{passed + killed} passed, {len(wrong) + len(red)} failed")
    return 1 if wrong or red else 0


if __name__ == "__main__":
    sys.exit(main())
