# SPDX-License-Identifier: MIT
"""Files that are part of no unit, and units that do not agree with one another."""

from plant import FULL, Case, Edit
from faults.box import BOX_C, BOX_H, OP_C

INCLUDES_OP = '#include "op_put.h"\n'
FEWER_CELLS = '#include "profile.h"\n#undef DXGMAP_CELLS\n#define DXGMAP_CELLS 5u\n'
AGAIN = "void dxgmap_box_put(dxgmap_box *s, uint32_t value);\n"
TURN = "void dxgmap_op_turn(const dxgmap_box *s)"
TURN_CONTRACT = (
    "/*@ requires valid: \\valid(s);\n    requires ok: Inv(*s);\n    terminates \\true;\n    exits \\false;\n"
    "    assigns \\nothing; */\n"
)
EACH = "ensures each: \\forall integer i; 0 <= i < s->count ==>"

FAULTS = [
    Case(
        "a header that no unit includes",
        (Edit("model/core/lonely.h", "#define DXGMAP_LONELY 1\n"),),
        r"model/core/lonely\.h: this file is part of no unit",
    ),
    Case(
        "a source file in a folder of its own is a unit too",
        (Edit("model/core/inner/hidden.c", "int dxgmap_hidden(int x)\n{\n  return x;\n}\n"),),
        r"model/core/inner/hidden\.c: dxgmap_hidden: no `terminates` clause",
        units=(),
        options=FULL,
    ),
    Case(
        "a caller that sees a better contract",
        (Edit(OP_C, f"{INCLUDES_OP}\n/*@ ensures lucky: s->count == 1; */\n{AGAIN}", INCLUDES_OP),),
        r"dxgmap_box_put: op_put sees another contract than box proves: assumed contract",
        units=("op_put",),
    ),
    Case(
        "a caller that sees a better contract behind a quantifier",
        (
            Edit(BOX_H, f"    {EACH} LUCK;\n    ensures count:", "    ensures count:"),
            Edit(BOX_H, "#ifndef LUCK\n#define LUCK s->cell[i] > 0\n#endif\n\n/* Adds one", "/* Adds one"),
            Edit(OP_C, f"#define LUCK s->cell[i] > 7\n{INCLUDES_OP}", INCLUDES_OP),
        ),
        r"dxgmap_box_put: op_put sees another contract than box proves: assumed contract",
        units=("op_put",),
        options=(*FULL, "--seconds", "1"),
    ),
    Case(
        "a predicate that means another thing in another unit",
        (Edit(OP_C, f"{FEWER_CELLS}{INCLUDES_OP}", INCLUDES_OP),),
        r"predicate Inv is not the same in box as in op_put",
        also=(r"struct __anonstruct_dxgmap_box is not the same",),
        units=("op_put",),
    ),
    Case(
        "calls in a ring through two units",
        (
            Edit(BOX_H, f"{TURN_CONTRACT}{TURN};\n\n/* Adds one more value. */", "/* Adds one more value. */"),
            Edit(OP_C, f"\n{TURN}\n{{\n  (void)dxgmap_box_find(s, 1u);\n}}\n"),
            Edit(BOX_C, "uint32_t i = 0;\n  dxgmap_op_turn(s);", "uint32_t i = 0;"),
        ),
        r"dxgmap_box_find -> dxgmap_op_turn -> dxgmap_box_find: calls in a ring through several units",
        units=(),
    ),
]
