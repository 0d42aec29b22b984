# SPDX-License-Identifier: MIT
"""Runs the tests of this folder; the last line is `N passed, N failed`."""

import sys
import unittest

import scratch  # noqa: F401  (where the modules are)

loader = unittest.TestLoader()
result = unittest.TextTestRunner().run(loader.discover(".", pattern="test_*.py"))
bad = len(result.failures) + len(result.errors)
print(f"{result.testsRun - bad} passed, {bad} failed")
sys.exit(1 if bad else 0)
