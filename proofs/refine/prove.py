#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves that steps of the core are steps of the abstract machine: python3 -B proofs/refine/prove.py [PART ...]

Parts: `sources` (what is read and believed), `why3` (the theories of link.mlw), the units of this folder, `mutants`.
First the sources are read: no axiom, each symbol of the ACSL blocks bound by refine.driver to a definition of link.mlw.
Then every goal is given to the provers, cold: no verdict is stored. --receipts read believes of each part the receipt
of a run over the same texts with the same tools (proofs/receipts), and proves the rest; a part that is green writes its
receipt. The last line is `N passed, N failed, N by receipt`, where a goal is a test, and so is a mutant that must turn
one red.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import TypeVar

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "machine"), str(HERE.parent)]

import frama  # noqa: E402
import inputs  # noqa: E402
import prove as machine  # noqa: E402
import receipts  # noqa: E402
from parts import DRIVERS, LINKS, MUTANTS, PROVED, UNITS  # noqa: E402
from tree import Tree  # noqa: E402
from wplog import Log  # noqa: E402

ROOT = HERE.parents[1]
FOLDER = "proofs/refine"
SECONDS = 10  # of the processor, for a goal
TAKEN = {f"requires \\{what};" for what in ("valid(s)", "valid(r)", "valid(d)", "separated(s, pages + (..))",
                                           "separated(s, r)", "separated(s, d)")}  # as the contracts of the core ask
GATE = ("proofs/refine/prove.py", "proofs/machine/prove.py", "proofs/frama.py", "proofs/wplog.py", "proofs/tree.py")
TOOLS = ("frama-c", "why3", "z3", "cvc4", "gcc")
# CVC4 first: it takes what Z3 loses itself in. No limit of their own: Why3's is one of the processor.
CONFIGURATION = """[main]
magic = 14
memlimit = 3000

[prover]
name = "Z3"
version = "4.8.12"
shortcut = "z3"
driver = "z3_471"
command = "z3 -smt2 sat.random_seed=42 nlsat.randomize=false smt.random_seed=42 smt.qi.eager_threshold=3 -st %f"

[prover]
name = "CVC4"
version = "1.8"
shortcut = "cvc4"
driver = "cvc4_17"
command = "cvc4 --stats --lang=smt2 %f"
"""
WHY3_PROVERS = ("Z3,4.8.12,", "CVC4,1.8,")  # Z3 first: it unfolds the causes in no time

_AXIOMATIC = re.compile(r"axiomatic \w+ \{(.*?)\n  \}", re.S)
_DECLARES = re.compile(r"type \w+|(?:logic \w+|predicate) \w+(?:\([\w, ]*\))?")
_BINDS = re.compile(r'(?:logic \w+|predicate|type) "(\w+)"(?:\([\w, ]*\))? = "(\w+)";')
_DRIVER = re.compile(r'library \w+:( \w+)?|why3\.file \+= "[\w./]+:\w+";')
_ASSUMES = re.compile(r"\b(axiom|lemma|admit|assume|inductive|__FRAMAC__)\b")


T = TypeVar("T")
R = TypeVar("R")


def each(ask: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """The answers in turn, asked side by side: Frama-C has one thread, and is longer at a unit than the provers."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(ask, items)


def plain(text: str) -> str:
    return re.sub(r"//[^\n]*", "", text)


def sources(root: Path) -> list[str]:
    """What would be believed unproved."""
    folder = root / FOLDER
    wrong = machine.believed(root / "spec/machine/machine.mlw")
    for link, theories in LINKS.items():
        wrong += machine.believed(folder / link)
        if set(machine.theories_of(folder / link)) != set(theories):
            wrong.append(f"{link}: a theory that prove.py does not know, or one less")
    texts = "".join((folder / link).read_text() for link in LINKS)
    defined = set(re.findall(r"^  (?:function|predicate|type) (\w+)", texts, re.M))
    bound = {}
    for driver, line in ((name, line) for name in DRIVERS for line in (folder / name).read_text().splitlines()):
        if match := _BINDS.fullmatch(line):
            bound[match[1]] = match[2]
            if match[2] not in defined:
                wrong.append(f"{driver}: {match[2]} is not defined in {' or '.join(LINKS)}")
        elif line and not line.startswith("//") and not _DRIVER.fullmatch(line):
            wrong.append(f"{driver}: this line is none that binds: {line}")
    wrong += [f"{path.name}: a driver that prove.py does not know" for path in folder.glob("*.driver")
              if path.name not in DRIVERS]
    declared = set()
    for path in sorted([*folder.glob("*.h"), *folder.glob("*.c")]):
        text = plain(path.read_text())
        wrong += [f"{path.name}: {word} assumes" for word in sorted(set(_ASSUMES.findall(text)))]
        if text.count("axiomatic") != len(_AXIOMATIC.findall(text)):
            wrong.append(f"{path.name}: an axiomatic block that cannot be read")
        for block in _AXIOMATIC.findall(text):
            for sentence in filter(None, (" ".join(s.split()) for s in block.split(";"))):
                if not _DECLARES.fullmatch(sentence):
                    wrong.append(f"{path.name}: more than a declaration: {sentence}")
                declared.add(re.sub(r"\(.*", "", sentence).split()[-1])
    unlike = sorted(declared ^ set(bound))
    wrong += [f"{name}: declared in ACSL or bound by a driver, and not both" for name in unlike]
    return wrong


def why3(root: Path, config: Path, theory: str, only: str = "") -> tuple[int, list[str]]:
    """How many goals of a theory are proved, and which not."""
    link = next(name for name, theories in LINKS.items() if theory in theories)
    left: list[str] | None = [only] if only else None
    proved: set[str] = set()
    for prover in WHY3_PROVERS:
        command = ["why3", "prove", "-L", str(root / "spec/machine"), "-L", str(root / FOLDER),
                   str(root / FOLDER / link), "-T", theory, "-P", prover, "-t", str(SECONDS), "-a", "split_vc"]
        command += [word for goal in left or [] for word in ("-G", goal)]
        said = subprocess.run(command, capture_output=True, text=True, env=frama.environment(Tree(root), config))
        output = re.sub(r"\n+", "\n", said.stdout + said.stderr)
        results = machine.RESULT.findall(output)
        if not results and "rror" in output:
            return 0, [f"{theory}: why3 says {output.strip()[-300:]}"]
        left = sorted({goal for goal, verdict in results if verdict.strip() != "Valid"})
        proved |= {goal for goal, _ in results} - set(left)
        if not left:
            break
    return len(proved), [f"{theory}: {goal} is not proved" for goal in left or []]


def flags_of(root: Path) -> list[str]:
    return [*Tree(root).include_flags(), f"-I{FOLDER}", frama.PLAIN]


def depends(root: Path, part: str) -> inputs.Inputs:
    """What the result of a part depends on: the texts that are read, the programs that ask, and the tools."""
    names = {"spec/machine/machine.mlw", *(f"{FOLDER}/{name}" for name in (*LINKS, *DRIVERS)), *GATE}
    names |= set() if part in UNITS else {f"{FOLDER}/parts.py"}
    for unit in [part] if part in UNITS else UNITS if part == "mutants" else ():
        command = ["gcc", "-MM", *shlex.split(" ".join(flags_of(root))), f"{FOLDER}/{unit}.c"]
        made = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
        names |= {Path(word).as_posix() for word in made.replace("\\\n", " ").split()[1:]}
    texts = {name: inputs.digest((root / name).read_text()) for name in sorted(names)}
    return {"texts": texts, "tools": inputs.tools(TOOLS)}


def functions_of(path: Path) -> list[str]:
    return sorted(set(re.findall(r"\b(dxgmap_refine_\w+)\([^;{]*\)\s*\{", path.read_text())))


def unit(root: Path, config: Path, name: str, only: str = "") -> tuple[int, list[str]]:
    """How many goals of a unit are proved, and which not."""
    path = root / FOLDER / f"{name}.c"
    functions = [only] if only else functions_of(path)
    flags = " ".join(flags_of(root))
    drivers = ",".join(f"{FOLDER}/{driver}" for driver in DRIVERS)
    command = [
        "frama-c", "-machdep=gcc_x86_64", f"-cpp-extra-args={flags}", "-no-unicode", f"{FOLDER}/{name}.c", "-wp",
        f"-wp-fct={','.join(functions)}", "-wp-rte", "-warn-unsigned-overflow", "-warn-unsigned-downcast",
        "-wp-warn-memory-model", f"-wp-driver={drivers}", "-wp-model=Typed+Ref", "-wp-cache=none",
        "-wp-prover=cvc4,z3", f"-wp-timeout={SECONDS}", "-wp-par=1",
    ]  # fmt: skip
    env = frama.environment(Tree(root), config) | {"PWD": str(root)}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True)
    log = Log()
    for line in (done.stdout + done.stderr).splitlines():
        log.feed(line)
    log.close()
    goals = list(log.goals.values())
    if done.returncode != 0 or not goals:
        return 0, [f"{name}: frama-c ended with {done.returncode}: {(done.stdout + done.stderr)[-600:]}"]
    wrong = [f"{name}: {goal.name} is not proved" for goal in goals if not goal.proved]
    for hypotheses in log.hypotheses:
        taken = re.findall(r"requires [^;]*;", " ".join(hypotheses.text.split()))
        if not {"requires \\valid(s);"} <= set(taken) <= TAKEN:
            wrong.append(f"{name}: {hypotheses.function}: WP takes for granted {taken}")
    wrong += [f"{name}: {warning}" for warning in log.warnings if "unused variable" not in warning]
    return sum(goal.proved for goal in goals), wrong


def mutant(root: Path, config: Path, file: str, old: str, new: str, where: str, function: str) -> tuple[int, list[str]]:
    with tempfile.TemporaryDirectory(prefix="dxgmap-refine-") as folder:
        copy = Path(folder).resolve()
        for part in ("model/core", "spec", FOLDER):
            shutil.copytree(root / part, copy / part)
        text = (copy / file).read_text()
        if text.count(old) != 1:
            return 0, [f"{file} has this {text.count(old)} times: {old}"]
        (copy / file).write_text(text.replace(old, new))
        return (unit if where in UNITS else why3)(copy, config, where, function)


def mutants(root: Path, config: Path) -> tuple[int, list[str]]:
    killed, wrong = 0, []
    for (what, *_), (_, red) in zip(MUTANTS, each(lambda row: mutant(root, config, *row[1:]), MUTANTS)):
        noticed = [line for line in red if line.endswith("is not proved")]
        killed += bool(noticed)
        print(f"  {'ok  ' if noticed else 'RED '}  mutant: {what}" + (f": {noticed[0]}" if noticed else ""), flush=True)
        wrong += [] if noticed else [f"nothing notices {what}: {red[:1]}"]
    return killed, wrong


def theories(root: Path, config: Path) -> tuple[int, list[str]]:
    named = [theory for names in PROVED.values() for theory in names]
    results = list(each(lambda theory: why3(root, config, theory), named))
    return sum(good for good, _ in results), [line for _, wrong in results for line in wrong]


def run(root: Path, config: Path, part: str) -> tuple[int, list[str], float]:
    """How many goals of a part are proved, or mutants killed; what is not; and the seconds that it took."""
    began = time.monotonic()
    if part in UNITS:
        good, wrong = unit(root, config, part)
    else:
        good, wrong = (theories if part == "why3" else mutants)(root, config)
    return good, wrong, time.monotonic() - began


def runs(root: Path, config: Path, parts: list[str]) -> Iterator[tuple[int, list[str], float]]:
    """Units are asked side by side, and so is what the two other parts are made of."""
    for of_units, some in groupby(parts, UNITS.__contains__):
        yield from (each if of_units else map)(lambda part: run(root, config, part), some)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = ["why3", *UNITS, "mutants"]
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--receipts", choices=["read", "mend", "renew"], default="renew")
    parser.add_argument("part", nargs="*", choices=[[], "sources", *parts], help="only these")
    options = parser.parse_args()
    root = options.root.resolve()
    shelf = receipts.Shelf(root, "refine", "refine")
    config = root / "build" / "refine" / "why3.conf"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(CONFIGURATION)
    wrong = sources(root)
    passed, failed, held, ran = int(not wrong), len(wrong), [], 0
    print("".join(f"  RED   {line}\n" for line in wrong) or "  ok    the sources\n", end="", flush=True)
    todo: dict[str, inputs.Inputs] = {}
    for part in [part for part in parts if part in options.part or not options.part]:
        before = depends(root, part)
        try:
            answer = shelf.ask(part, "all", before)
        except receipts.Wrong as error:
            raise SystemExit(f"{part}: {error}") from error
        if answer.holds and options.receipts != "renew":
            held.append(answer.verdict["passed"])
        else:
            todo[part] = before
    for (part, before), (good, wrong, seconds) in zip(todo.items(), runs(root, config, list(todo))):
        passed, failed, ran = passed + good, failed + len(wrong), ran + 1
        print(f"  {'RED ' if wrong else 'ok  '}  {part:<21} {good:>4} passed, {seconds:.0f} s", flush=True)
        print("".join(f"        {line}\n" for line in wrong), end="", flush=True)
        if wrong:
            shelf.refute(part, "all", before)
        elif before == depends(root, part):  # nobody has edited what it read
            shelf.write(part, "all", before, {"passed": good})
    report = root / "build" / "proofs" / "refine.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(json.dumps({"held": len(held), "run": ran, "failed": failed}) + "\n")
    print(f"{passed} passed, {failed} failed" + (f", {sum(held)} by receipt" if held else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
