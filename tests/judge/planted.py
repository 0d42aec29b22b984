#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Differences between machine and C that judge.py must find: python3 planted.py TRACE

Each is planted in a copy of machine.mlw, which then judges the trace of the C as it is; or in a step of the trace,
which the machine as it is then judges. Prints those that are not found; the last line is `N passed, N failed`.
"""

import sys
from pathlib import Path

import judge

# What is there, and what is planted. Each text stands once in machine.mlw.
MACHINE = [
    ("else if pinned s x index then Pinned", "else if false then Pinned"),
    ("if has_adl s h then InUse", "if false then InUse"),
    ("if opened s o \\/ has_view s o then InUse", "if opened s o then InUse"),
    ("else if opened s o then Opened", "else if false then Opened"),
    ("else if e.list.count <> pages_of bytes then BadCount", "else if false then BadCount"),
    ("live = (fun g -> g <> h /\\ s.live g)", "live = s.live"),
    ("live = (fun g -> (s.what g).on <> x /\\ s.live g)", "live = s.live"),
    ("if (s.adapter x).removed then Removed else Ok", "Ok"),
    ("if excluded s e x then Exclusive", "if false then Exclusive"),
    ("else if (s.adapter x).linked then NotLead                             (* GATE-11 *)\n    else Ok",
     "else Ok"),
    ("if (s.what o).bound <> creating then Bound", "if (s.what o).bound = creating then Bound"),
    ("m.physical < v.vphysical + v.vlength /\\", ""),
    ("(k = View -> address = first) /\\", ""),
    ("else if (s.what adl).parent <> h then NotOfObject", "else if false then NotOfObject"),
    ("captured.nth (l - (s.what h).base)", "captured.nth 0"),
    ("{ (s.adapter x) with exclusive = true }", "{ (s.adapter x) with exclusive = false }"),
    ("else if a.power <> D0 then Asleep", "else if false then Asleep"),
    ("commit = s.commit + charge a", "commit = s.commit"),
    ("1 <= b /\\ b + n <= (s.adapter x).limit /\\", "1 <= b /\\"),
    ("constant apc_level : int = 1", "constant apc_level : int = 2"),
]
# The fields of a step that can be wrong, in every hundredth step that was done.
TRACE = ["status", "id", "base", "answer_page"]


def verdict(machine, sizes, steps):
    """The first step that is not the machine's, or None."""
    one = judge.Judge(machine, sizes)
    for number, step in enumerate(steps):
        if one.step(step):
            return number
    return None


def plant_in_machine(path, sizes, steps, folder):
    text, missed = path.read_text(encoding="utf-8"), []
    for there, planted in MACHINE:
        if text.count(there) != 1:
            missed.append(f"{there!r} stands {text.count(there)} times in {path.name}")
            continue
        changed = folder / "planted.mlw"
        changed.write_text(text.replace(there, planted), encoding="utf-8")
        if verdict(changed, sizes, steps) is None:
            missed.append(f"not found: {planted!r} for {there!r}")
    return missed


def plant_in_trace(path, sizes, steps):
    """A capturing step answered with another status, handle or page: each must be found at once."""
    missed = []
    capturing = [n for n, step in enumerate(steps) if step[1] == 0 and judge.CALLS[step[0]] in judge.CAPTURING]
    for at, field in zip(capturing[::3], TRACE):
        changed = [list(step) for step in steps[:at + 1]]
        place = judge.FIELDS.index(field)
        given = next(step[2] for step in steps if judge.CALLS[step[0]] == "Start" and step[1] == 0)
        changed[at][place] = given if field == "id" else 0 if field == "base" else 6
        if verdict(path, sizes, changed) != at:
            missed.append(f"not found: another {field} of step {at}")
    return missed


def main():
    trace = Path(sys.argv[1])
    lines = [[int(n) for n in line.split()] for line in trace.read_text(encoding="ascii").splitlines()]
    path = judge.ROOT / "spec/machine/machine.mlw"
    missed = plant_in_machine(path, lines[0], lines[1:], trace.parent) + plant_in_trace(path, lines[0], lines[1:])
    for line in missed:
        print(line)
    print(f"{len(MACHINE) + len(TRACE) - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
