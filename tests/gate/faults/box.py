# SPDX-License-Identifier: MIT
"""The parts of the small tree that faults are planted in, and the edits that several of them use."""

from plant import Edit

BOX_C, BOX_H = "model/core/box.c", "model/core/box.h"
OP_C, OP_H = "model/core/op_put.c", "model/core/op_put.h"
LOGIC, LEDGER = "spec/logic/box_logic.h", "proofs/ASSUMPTIONS.md"
ACCESS = "model/core/base/access.h"

TOTAL = "terminates \\true;\n    exits \\false;\n    assigns \\nothing;"
HELPER = "static uint32_t dxgmap_box_helper(uint32_t x)\n{\n  return x;\n}\n"
USES_HELPER = Edit(BOX_C, "uint32_t i = dxgmap_box_helper(0);", "uint32_t i = 0;")


def helper(contract: str, body: str = HELPER) -> Edit:
    return Edit(BOX_C, f"{contract}{body}\nuint32_t dxgmap_box_find", "uint32_t dxgmap_box_find")


def contract(*, terminates: bool = True, exits: bool = True, assigns: bool = True, more: str = "") -> str:
    words = ["terminates \\true;"] * terminates + ["exits \\false;"] * exits + ["assigns \\nothing;"] * assigns
    return f"/*@ {' '.join(words)} ensures same: \\result == x; {more}*/\n"


def before_return(text: str) -> Edit:
    """Puts text before the last statement of dxgmap_box_find."""
    return Edit(BOX_C, f"  {text}\n  return i;", "  return i;")


def in_loop(text: str) -> Edit:
    """Puts text before the only statement of the loop of dxgmap_box_find."""
    return Edit(BOX_C, f"    {text}\n    i = i + 1u;", "    i = i + 1u;")
