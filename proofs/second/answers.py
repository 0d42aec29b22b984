# SPDX-License-Identifier: MIT
"""What one prover says of one task. Its time is the processor's: a busy machine makes it slower, and not weaker."""

import os
import resource
import shlex
import signal
import subprocess
import threading
from dataclasses import dataclass
from pathlib import Path

import frama

PATIENCE = 60  # seconds of the clock for one of the processor, before a prover that does nothing is given up


@dataclass(frozen=True)
class Prover:
    name: str
    command: tuple[str, ...]
    spelled: str  # for which prover the tasks are spelled: z3 or cvc4
    settings: tuple[tuple[str, ...], ...] = ((),)  # tried in turn, each for the whole time


# As Why3 calls them, but for the limit of time and two settings of Z3. Where quantifiers are many, models of them cost
# Z3 its time: of 85 goals that it had not closed in ten seconds it closed 72 without them, 63 of these within one. Some
# of the others fall where it is eager to instantiate what is cheap alone.
NO_MODELS = ("auto_config=false", "smt.mbqi=false")
LEAN = ("smt.qi.eager_threshold=3",)
# CVC4 instantiates after its decisions, too, and not at the last only, in its second setting.
EARLIER = ("--inst-when=full",)
SEEDS = ("sat.random_seed=42", "nlsat.randomize=false", "smt.random_seed=42")
Z3 = Prover("z3", ("z3", "-smt2", *SEEDS), "z3", (NO_MODELS, LEAN, ()))
CVC4 = Prover("cvc4", ("cvc4", "--lang=smt2"), "cvc4", ((), EARLIER))
CVC5 = Prover("cvc5", ("cvc5", "--lang=smt2"), "cvc4", ((), EARLIER))
# Of one make, in the order in which they are asked: a later one for what those before it left open.
MAKES = ((Z3,), (CVC4, CVC5))
PROVERS = tuple(prover for make in MAKES for prover in make)


@dataclass(frozen=True)
class Answer:
    verdict: str  # valid, unknown, timeout, failed
    seconds: float
    limit: int  # seconds that it had

    @property
    def valid(self) -> bool:
        return self.verdict == "valid"


def parse_prover(text: str) -> Prover:
    """NAME:SPELLED:COMMAND, for another prover or another version."""
    name, spelled, command = text.split(":", 2)
    if spelled not in ("z3", "cvc4"):
        raise ValueError(f"{text}: tasks are spelled for z3 or for cvc4")
    return Prover(name, tuple(shlex.split(command)), spelled)


def ask(prover: Prover, task: Path, limit: int) -> Answer:
    seconds = 0.0
    for setting in prover.settings:
        answer = _ask((*prover.command, *setting), task, limit)
        seconds += answer.seconds
        if answer.valid:
            break
    return Answer(answer.verdict, round(seconds, 2), limit)


def _ask(command: tuple[str, ...], task: Path, limit: int) -> Answer:
    def restrict() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        memory = frama.MEMORY_MB << 20
        if command[0] != "node":  # which reserves more than it uses
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    process = subprocess.Popen(
        [*command, str(task)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, preexec_fn=restrict
    )
    giving_up = threading.Timer(limit * PATIENCE, process.kill)
    giving_up.start()
    assert process.stdout is not None
    said = process.stdout.read()
    process.stdout.close()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    giving_up.cancel()
    seconds = round(used.ru_utime + used.ru_stime, 2)
    ended = process.returncode == -signal.SIGXCPU or seconds >= limit - 0.1
    return Answer(_verdict(said, ended), seconds, limit)


def _verdict(said: str, ended: bool) -> str:
    words = said.split("\n")
    if "unsat" in words:
        return "valid"
    if ended:
        return "timeout"
    return "unknown" if "unknown" in words or "sat" in words else "failed"
