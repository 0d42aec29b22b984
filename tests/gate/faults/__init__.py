# SPDX-License-Identifier: MIT
"""The faults that the gate must find, one each. `says` is a regular expression that its output must match."""

from faults import annotations, assumed, contracts, goals, text, units

FAULTS = [
    *goals.FAULTS,
    *assumed.FAULTS,
    *contracts.FAULTS,
    *annotations.FAULTS,
    *text.FAULTS,
    *units.FAULTS,
]
