# SPDX-License-Identifier: MIT
"""Contracts that say too little, or ask for too much."""

from plant import Case, Edit
from faults.box import BOX_H, OP_H, USES_HELPER, contract, helper

BEHAVIORS = "behavior small: assumes x < 8; ensures less: \\result < 8;"
LARGE = " behavior large: assumes x > 8; ensures more: \\result > 8;"
READABLE = "\\valid_read(list + (0 .. count - 1))"
QUIETLY = "behavior some: assumes x > 8; exits \\false; behavior rest: assumes x <= 8; complete behaviors; "

FAULTS = [
    Case("no terminates", (helper(contract(terminates=False)), USES_HELPER), r"box_helper: no `terminates` clause"),
    Case("no exits", (helper(contract(exits=False)), USES_HELPER), r"dxgmap_box_helper: no `exits` clause"),
    Case("no assigns", (helper(contract(assigns=False)), USES_HELPER), r"dxgmap_box_helper: no `assigns` clause"),
    Case(
        "exits in some cases",
        (helper(contract(exits=False, more=QUIETLY)), USES_HELPER),
        r"dxgmap_box_helper: no `exits` clause",
    ),
    Case(
        "terminates under a condition",
        (helper(contract().replace("terminates \\true", "terminates x > 0")), USES_HELPER),
        r"dxgmap_box_helper: `terminates` must be `\\true`",
    ),
    Case("no contract at all", (helper(""), USES_HELPER), r"dxgmap_box_helper: no `terminates` clause"),
    Case(
        "a behavior that is not complete",
        (helper(contract(more=f"{BEHAVIORS}{LARGE} ")), USES_HELPER),
        r"dxgmap_box_helper: behaviors large, small, and no `complete behaviors`: a case may be left out",
    ),
    Case(
        "behaviors that are called complete and leave a case out",
        (helper(contract(more=f"{BEHAVIORS}{LARGE} complete behaviors; ")), USES_HELPER),
        r"goal typed_ref_dxgmap_box_helper_complete_large_small not proved",
    ),
    Case(
        "behaviors that are complete",
        (helper(contract(more=f"{BEHAVIORS}{LARGE.replace('>', '>=')} complete behaviors; ")), USES_HELPER),
        "",
    ),
    Case(
        "where an assigned value comes from",
        (Edit(BOX_H, "assigns *s \\from \\nothing;", "assigns *s;"),),
        r"dxgmap_box_put: `assigns \.\. \\from \.\.`: no goal of WP stands for what comes from where",
    ),
    Case(
        "what a function allocates",
        (helper(contract(more="allocates \\nothing; ")), USES_HELPER),
        r"dxgmap_box_helper: `allocates \\nothing`: no goal of WP stands for such a clause",
    ),
    Case(
        "an operation that asks for more",
        (Edit(OP_H, "requires ok: Inv(*s);\n    requires some: count > 0;", "requires ok: Inv(*s);"),),
        r"dxgmap_op_put: requires `count>0`: an operation may require",
        units=("op_put",),
    ),
    Case(
        "an operation that hides more in a conjunction",
        (Edit(OP_H, "requires ok: Inv(*s) && s->count < 3;", "requires ok: Inv(*s);"),),
        r"dxgmap_op_put: requires `s->count<3`",
        units=("op_put",),
    ),
    Case(
        "an operation whose validity has an alternative",
        (Edit(OP_H, f"valid: \\valid(s) && ({READABLE} || count == 7);", f"valid: \\valid(s) && {READABLE};"),),
        r"dxgmap_op_put: requires `\\valid_read.*\|\|count==7`",
        units=("op_put",),
    ),
    Case(
        "a hypothesis of the memory model that is not required",
        (Edit(OP_H, "", "    requires apart: \\separated(s, list + (..));\n"),),
        r"dxgmap_op_put: the memory model assumes `\\separated\(s,list\+\(\.\.\)\)`, which its `requires` do not ask",
        units=("op_put",),
    ),
]
