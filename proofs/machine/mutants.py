#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mutants of the abstract machine, each of which must leave a goal open: python3 -B proofs/machine/mutants.py

A mutant is a change of machine.mlw and the goal that it must turn red; the goal is proved of the machine as it is, in
the same time, or the mutant says nothing. --receipts read believes the receipt of a run over the same texts. The last
line is `N passed, N failed, N by receipt`, where a mutant is a test.
"""

import argparse
import json
import tempfile
from pathlib import Path

import prove

# What is there, what the mutant has for it, and who notices: file, theory, goal.
MUTANTS = [
    ("if has_adl s h then InUse", "if false then InUse", "steps", "Keeps", "close_ends"),
    ("if opened s o \\/ has_view s o then InUse", "if opened s o then InUse", "steps", "Keeps", "destroy_ends"),
    ("else if pinned s x index then Pinned", "else if false then Pinned", "always", "Made", "pin_joins"),
    ("else if opened s o then Opened", "else if false then Opened", "always", "Made", "adapter_object_joins"),
    ("0 < h < handles /\\ not s.given h", "0 < h < handles /\\ not s.live h", "theorems", "Known",
     "told_not_again'vc"),
    ("live = (fun g -> g <> h /\\ s.live g)", "live = s.live", "always", "Seen", "release_seen"),
    ("live = (fun g -> (s.what g).on <> x /\\ s.live g)", "live = s.live", "always", "Kept", "leave_each"),
    ("commit = s.commit + charge a", "commit = s.commit", "always", "Commit", "enter_rest"),
    ("has_logical (s.what h) l /\\ p =", "p =", "theorems", "Domain", "answers_at"),
    ("else t = s /\\ a.id = 0", "else a.id = 0", "steps", "Shape", "step_refused"),
    ("{ s with adapter = (fun y -> if y = x then a else s.adapter y) }", "{ s with adapter = (fun _ -> a) }",
     "always", "Seen", "switch_adapters"),
    ("e.handle_left /\\ exists h. fresh s h", "e.handle_left", "theorems", "Total", "room_handle"),
    ("is_pin m.kind /\\ m.on = x /\\ m.index = index", "is_pin m.kind /\\ m.on = x", "theorems", "Keys", "sole'vc"),
    ("else if p = NoPower then BadPower", "else if true then BadPower", "witnesses", "Adapters", "can_set_power'vc"),
]
SECONDS = 1  # of the processor, for a part of a goal: what is proved of the machine takes a twentieth of it


def opens(folder, stem, theory, goal):
    """Whether no prover proves the goal about the machine in the folder, the way that it is proved or another."""
    found = json.loads(prove.FOUND.read_text(encoding="utf-8"))[theory][goal]
    path = prove.HERE / f"{stem}.mlw"
    for way in dict.fromkeys([found, *(f"{prover}: {found.split(': ')[1]}" for prover in prove.PROVERS)]):
        if prove.trial(folder, path, theory, way, [goal], SECONDS)[0]:
            return False
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--receipts", choices=["read", "renew"], default="renew")
    parser.add_argument("number", type=int, nargs="*", help="only these mutants")
    options = parser.parse_args()
    believed = 0 if options.number else prove.by_receipt("mutants", options.receipts)
    if believed:
        print(f"0 passed, 0 failed, {believed} by receipt")
        return 0
    before = prove.depends()
    prove.configure()
    text = (prove.ROOT / "spec/machine/machine.mlw").read_text(encoding="utf-8")
    passed = failed = 0
    for number in options.number or range(len(MUTANTS)):
        there, planted, stem, theory, goal = MUTANTS[number]
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "machine.mlw").write_text(text.replace(there, planted), encoding="utf-8")
            wrong = [f"{there!r} stands {text.count(there)} times in machine.mlw"] if text.count(there) != 1 else []
            if opens(prove.ROOT / "spec/machine", stem, theory, goal):
                wrong.append(f"{goal} is open without the mutant too")
            elif not opens(Path(folder), stem, theory, goal):
                wrong.append(f"{goal} is proved of the mutant {planted!r}")
        print(f"  {'ok  ' if not wrong else 'FAIL'}  {number}: {goal} {'; '.join(wrong)}", flush=True)
        passed += not wrong
        failed += bool(wrong)
    if not options.number:
        prove.keep_receipt("mutants", before, passed, failed)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
