# SPDX-License-Identifier: MIT
"""Mutants that a generator makes of the core and of its contracts: do the proofs bite?"""
