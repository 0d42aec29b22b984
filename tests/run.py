#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the test suites side by side and adds up what they say.

    python3 tests/run.py [--quick | --all] [suite ...]

A suite is a folder of tests/ with a run.sh or run.py, or a make target of TARGETS. It passes when it exits with 0; its
last line `N passed, N failed` is what it counts for, and a suite without one counts as one test. Its output goes to
build/test/<suite>.log, and to the terminal when it fails. --quick leaves out what is about proofs, and of a suite that
can be shorter what its first lines say.
A suite may end with `N passed, N failed, N by receipt` (proofs/receipts.py): what was not run is no passed test, and is
told apart. --all believes nothing that is stored, and runs it.
The last line is the sum, `N passed, N failed`, alone, and so is build/test/sum; the exit code is 1 unless all passed.
"""

import argparse
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "test"
PLACES = max(2, os.cpu_count() or 1)
# Make targets that count as suites: the proof of the default profile; the abstract machine's theorems, smoke tests and
# mutants as far as no receipt holds; the stored verdicts of every profile (red as soon as a text is not the proved
# one).
TARGETS = ["prove RECEIPTS=read", "smoke RECEIPTS=read", "mutants RECEIPTS=read", "analyse RECEIPTS=read",
           "machine-mutants RECEIPTS=read", "replay PROFILE=all", "check-generated", "lint"]
ALL = {"prove": "PROFILE=all", "smoke": "RECEIPTS=renew", "mutants": "RECEIPTS=renew",
       "analyse": "RECEIPTS=renew", "machine-mutants": "RECEIPTS=renew"}  # what --all says instead
QUICK = {"lint": "QUICK=1"}  # and what --quick says
# Suites that keep the provers busy: alone, because a goal has a time limit.
PROVERS = {"prove", "smoke", "mutants", "machine-mutants", "analyse", "gate", "receipts"}
PROOFS = PROVERS | {"replay"}  # what --quick leaves out
# So that none of them is alone at the end.
LONG = ["protocol", "lint", "conformance", "programs", "cases", "fuzz", "check_driver"]
SUM = re.compile(r"^(\d+) passed, (\d+) failed(?:, (\d+) by receipt)?$")


class Suite:
    def __init__(self, name, command):
        self.name, self.command = name, command
        self.passed, self.failed, self.receipts, self.seconds = 0, 0, 0, 0.0
        self.places = PLACES if name in PROVERS else 1

    @property
    def log(self):
        return LOGS / f"{self.name}.log"

    def run(self):
        start = time.monotonic()
        with self.log.open("wb") as log:
            code = subprocess.run(self.command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, check=False).returncode
        self.seconds = time.monotonic() - start
        self.count(code)

    def count(self, code):
        lines = self.output().splitlines()
        total = SUM.match(lines[-1]) if lines else None
        self.passed, self.failed = (int(total[1]), int(total[2])) if total else (int(code == 0), 0)
        self.receipts = int(total[3] or 0) if total else 0
        if code != 0 and self.failed == 0:
            self.failed = 1
        if total and self.passed + self.failed + self.receipts == 0:
            self.failed = 1

    def output(self):
        return self.log.read_text(encoding="utf-8", errors="replace")

    def report(self, short=False):
        print(f"  {'ok  ' if self.failed == 0 else 'FAIL'}  {self.name:<18} {self.passed:>7} passed "
              f"{self.failed:>4} failed {self.seconds:>8.1f} s"
              f"{f'   and {self.receipts} by receipt' if self.receipts else ''}", flush=True)
        if self.failed and not short:
            tail = self.output().splitlines()[-30:]
            print("".join(f"        {line}\n" for line in tail) + f"        whole output: {self.log.relative_to(ROOT)}",
                  flush=True)


def suites(quick, everything):
    targets = [words.split() for words in TARGETS]
    instead = ALL if everything else QUICK if quick else {}
    targets = [[words[0], instead[words[0]]] if words[0] in instead else words for words in targets]
    found = [Suite(words[0], ["make", "--no-print-directory", *words]) for words in targets]
    found += [Suite(p.parent.name, [sys.executable, "-B", str(p)]) for p in sorted((ROOT / "tests").glob("*/run.py"))]
    for path in sorted((ROOT / "tests").glob("*/run.sh")):
        shorter = quick and "/suite.sh\"" in path.read_text(encoding="utf-8")
        found.append(Suite(path.parent.name, ["bash", str(path), *(["--quick"] if shorter else [])]))
    return [s for s in found if not (quick and s.name in PROOFS)]


def run_all(chosen):
    """Starts each suite as soon as its places are free: first those that take all places, then those that are long."""
    waiting = sorted(chosen, key=lambda s: (-s.places, LONG.index(s.name) if s.name in LONG else len(LONG)))
    free, change = PLACES, threading.Condition()

    def work(suite):
        nonlocal free
        suite.run()
        with change:
            suite.report()
            free += suite.places
            change.notify()

    threads = []
    for suite in waiting:
        with change:
            change.wait_for(lambda s=suite: free >= s.places)
            free -= suite.places
        threads.append(threading.Thread(target=work, args=(suite,)))
        threads[-1].start()
    for thread in threads:
        thread.join()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave out what is about proofs")
    parser.add_argument("--all", action="store_true", help="believe nothing that is stored")
    parser.add_argument("suite", nargs="*", help="only these")
    options = parser.parse_args()
    chosen = suites(options.quick, options.all)
    unknown = set(options.suite) - {s.name for s in chosen}
    if unknown:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}; there are {', '.join(s.name for s in chosen)}")
    chosen = [s for s in chosen if not options.suite or s.name in options.suite]
    LOGS.mkdir(parents=True, exist_ok=True)
    run_all(chosen)
    print(f"\n{len(chosen)} suites, the slowest first:")
    for suite in sorted(chosen, key=lambda s: -s.seconds):
        suite.report(short=True)
    passed, failed = sum(s.passed for s in chosen), sum(s.failed for s in chosen)
    for suite in chosen:
        if suite.failed:
            print(f"again, alone: python3 tests/run.py {suite.name}")
    if by_receipt := [f"{s.receipts} of {s.name}" for s in chosen if s.receipts]:
        print(f"by receipt, not run: {', '.join(by_receipt)}; a receipt is no proof, and make test-all runs them")
    total = f"{passed} passed, {failed} failed"
    (LOGS / "sum").write_text(total + "\n", encoding="utf-8")
    print(total)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
