# SPDX-License-Identifier: MIT
"""Runs the tests of this folder; the last line is `N passed, N failed`."""

import sys
import unittest

from scratch import ROOT

loader = unittest.TestLoader()
result = unittest.TextTestRunner().run(loader.discover(str(ROOT / "tests" / "cite"), pattern="test_*.py"))
bad = len(result.failures) + len(result.errors)
print(f"{result.testsRun - bad} passed, {bad} failed")
sys.exit(1 if bad else 0)
