# SPDX-License-Identifier: MIT
"""Runs the tests of this folder; the last line is `N passed, N failed`."""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "proofs")]

result = unittest.TextTestRunner().run(unittest.TestLoader().discover(str(HERE), pattern="test_*.py"))
bad = len(result.failures) + len(result.errors)
print(f"{result.testsRun - bad} passed, {bad} failed")
sys.exit(1 if bad or not result.testsRun else 0)
