#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Differences between machine and C that a replay must find: python3 planted.py TRACE OBJECTS FOLDER

Each is planted in a copy of proofs/machine/run.mlw, which is extracted and compiled with OBJECTS (replay.o) into
FOLDER, and then judges the trace of the C as it is; or in a step of the trace, which the machine as it is judges.
Prints those that are not found; the last line is `N passed, N failed`.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN = HERE.parent.parent / "proofs/machine/run.mlw"
# What is there, and what is planted. Each text stands once in run.mlw.
MACHINE = [
    ("else if pinned_found b x index then Pinned", "else if false then Pinned"),
    ("if some_live b (fun m -> kind_of m Adl h) then InUse else Ok", "Ok"),
    (" || some_live b (fun m -> kind_of m ObjectView o)", ""),
    ("else if some_live b (fun m -> kind_of m AdapterObject o) then Opened", "else if false then Opened"),
    ("let others = without s h rest in if g = h then others", "let others = without s h rest in if false then others"),
    ("if m.on = x then others else Entry", "if false then others else Entry"),
    ("m.physical < v.vphysical + v.vlength &&", ""),
    ("(not (same_kind k View) || address = first) &&", ""),
    ("in_run m x l && p = m.captured.nth (l - m.base)", "in_run m x l && p = m.captured.nth 0"),
    ("charged = b.charged + charge_of a", "charged = b.charged"),
    ("first + n <= limit", "first + n < limit"),
]
# The numbers of a step that can be wrong: status, handle, first logical page, page; the operation in the first column.
TRACE = [1, 2, 3, 4]
CAPTURING = {"5", "7", "17"}


def link(machine: Path, objects: list[str], program: Path) -> Path:
    subprocess.run(["gcc", *objects, str(machine), "-lgmp", "-lm", "-ldl", "-o", str(program)], check=True)
    return program


def found(program: Path, trace: Path) -> bool:
    said = subprocess.run([str(program), str(trace)], capture_output=True, text=True, check=False)
    return said.returncode == 1 and said.stdout.endswith(" passed, 1 failed\n")


def in_machine(number: int, trace: Path, objects: list[str], folder: Path) -> str:
    there, planted = MACHINE[number]
    text = RUN.read_text(encoding="utf-8")
    if text.count(there) != 1:
        return f"{there!r} stands {text.count(there)} times in {RUN.name}"
    own = folder / f"planted-{number}"
    own.mkdir(exist_ok=True)
    (own / "run.mlw").write_text(text.replace(there, planted), encoding="utf-8")
    subprocess.run([str(HERE / "build"), str(own / "machine.o"), str(own / "run.mlw")], check=True)
    program = link(own / "machine.o", objects, own / "replay")
    return "" if found(program, trace) else f"not found: {planted!r} for {there!r}"


def in_trace(column: int, trace: Path, program: Path, folder: Path) -> str:
    lines = trace.read_text(encoding="ascii").splitlines()
    steps = [line.split() for line in lines]
    at = [n for n, step in enumerate(steps) if step[0] in CAPTURING and step[1] == "0" and n > 0][column]
    steps[at][column] = {1: "6", 2: "0", 3: "0", 4: "1"}[column]
    changed = folder / f"changed-{column}"
    changed.write_text("\n".join(" ".join(step) for step in steps[:at + 1]) + "\n", encoding="ascii")
    return "" if found(program, changed) else f"not found: another number {column} in line {at + 1}"


def main() -> int:
    trace, objects, folder = Path(sys.argv[1]), sys.argv[2].split(), Path(sys.argv[3])
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(lambda n: in_machine(n, trace, objects, folder), range(len(MACHINE))))
    said += [in_trace(column, trace, folder / "replay", folder) for column in TRACE]
    missed = [line for line in said if line]
    print("\n".join([*missed, f"{len(said) - len(missed)} passed, {len(missed)} failed"]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
