#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The gate's own tests: every fault that the gate promises to find is planted once, and must turn it red.

    run.py [word ...]     only tests with one of these words in their names

The mutants of the core itself are another matter: mutants.py.
"""

import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "proofs")]

import checks  # noqa: E402
import faults  # noqa: E402
import lints  # noqa: E402
import plant  # noqa: E402
import shares  # noqa: E402


def fault(case: plant.Case) -> str:
    """What is wrong with the gate's answer to a planted fault, or nothing."""
    with plant.planted(case.edits) as tree:
        outcome = plant.prove(tree, case.units, *case.options)
    if not case.says:
        return "" if outcome.code == 0 else f"expected green:\n{outcome.output}"
    if outcome.code != 1:
        return f"expected red, exit code {outcome.code}:\n{outcome.output}"
    missing = [text for text in (case.says, *case.also) if not re.search(text, outcome.output)]
    return f"red, but not for `{missing}`:\n{outcome.output}" if missing else ""


def run_one(item: tuple[str, object]) -> tuple[str, str, float]:
    name, test = item
    started = time.monotonic()
    try:
        wrong = fault(test) if isinstance(test, plant.Case) else test()  # type: ignore[operator]
    except Exception as error:  # a test that breaks is a test that fails
        wrong = f"{type(error).__name__}: {error}"
    return name, wrong or "", time.monotonic() - started


def main() -> int:
    wanted = sys.argv[1:]
    tests: list[tuple[str, object]] = [(case.name, case) for case in faults.FAULTS]
    tests += [*checks.CHECKS.items(), *lints.LINTS.items(), *shares.SHARES.items()]
    tests = [t for t in tests if not wanted or any(w in t[0] for w in wanted)]
    failed = 0
    with ThreadPoolExecutor(2) as pool:
        for name, wrong, seconds in pool.map(run_one, tests):
            failed += bool(wrong)
            print(f"{'FAIL' if wrong else 'ok  '}  {name}  ({seconds:.1f} s)", flush=True)
            if wrong:
                print("      " + wrong.replace("\n", "\n      "))
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
