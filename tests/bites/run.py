#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the generator of mutants (tests/gate/bites). The last line is `N passed, N failed`."""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests" / "gate"), str(ROOT / "proofs")]

result = unittest.TextTestRunner().run(unittest.TestLoader().discover(str(HERE), pattern="test_*.py"))
bad = len(result.failures) + len(result.errors)
print(f"{result.testsRun - bad} passed, {bad} failed")
sys.exit(1 if bad or not result.testsRun else 0)
