#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of receipts and sessions: which are believed, which are stale, and which are no run's work.

    run.py [word ...]     only tests with one of these words in their names
"""

import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import box  # noqa: E402
import believed  # noqa: E402
import parts  # noqa: E402

Test = Callable[[Path], str]  # on a tree that is up to date; gives what is wrong, or nothing


def run_one(name: str, test: Test, base: Path) -> tuple[str, str, float]:
    started = time.monotonic()
    try:
        with box.copied(base) as tree:
            wrong = test(tree)
    except Exception as error:  # a test that breaks is a test that fails
        wrong = f"{type(error).__name__}: {error}"
    return name, wrong, time.monotonic() - started


def main() -> int:
    wanted = sys.argv[1:]
    tests = believed.TESTS | parts.TESTS
    tests = {name: test for name, test in tests.items() if not wanted or any(word in name for word in wanted)}
    failed = 0
    with tempfile.TemporaryDirectory(prefix="dxgmap-receipts-") as name, ThreadPoolExecutor(2) as pool:
        base = Path(name).resolve() / "base"
        made = box.make(base).lacks(0, "Everything is up to date")
        if made:
            print(f"FAIL  the tree is not brought up to date\n{made}\n0 passed, 1 failed")
            return 1
        for name, wrong, seconds in pool.map(lambda item: run_one(*item, base), tests.items()):
            failed += bool(wrong)
            print(f"{'FAIL' if wrong else 'ok  '}  {name}  ({seconds:.1f} s)", flush=True)
            if wrong:
                print("      " + wrong.replace("\n", "\n      "))
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 1 if failed or not tests else 0


if __name__ == "__main__":
    sys.exit(main())
