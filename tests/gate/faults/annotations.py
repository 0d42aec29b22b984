# SPDX-License-Identifier: MIT
"""Annotations between statements that WP skips, and loops that say too little."""

from plant import Case, Edit
from faults.box import BOX_C, BOX_H, before_return, contract, helper, in_loop

ADDS = "  s->count = s->count + 1u;\n"
SKIPPED = "which WP does not prove"
ONE_CASE = (
    "    behavior none: assumes s->count == 0;\n    behavior some: assumes s->count > 0;\n    complete behaviors; */"
)
LAST = "ensures absent: \\result == s->count ==> !BoxHolds(*s, value);"

FAULTS = [
    Case(
        "a statement contract",
        (in_loop("/*@ ensures sure: i == 7; */"),),
        rf"dxgmap_box_find: `ensures sure: i == 7`: a statement contract, {SKIPPED}",
    ),
    Case(
        "a statement contract that only assigns",
        (in_loop("/*@ assigns \\nothing; */"),),
        rf"dxgmap_box_find: `assigns \\nothing`: a statement contract, {SKIPPED}",
    ),
    Case(
        "a statement contract on a block",
        (Edit(BOX_C, f"  /*@ requires some: s->count > 3; */\n  {{\n  {ADDS}  }}\n", ADDS),),
        rf"dxgmap_box_put: `requires some: s->count > 3`: a statement contract, {SKIPPED}",
    ),
    Case(
        "a generalised invariant",
        (in_loop("/*@ invariant sure: i == 7; */"),),
        rf"dxgmap_box_find: `invariant sure: i == 7`: a generalised invariant, {SKIPPED}",
    ),
    Case(
        "a loop invariant between statements",
        (in_loop("/*@ loop invariant sure: i == 7; */"),),
        r"the run failed: (.*\n)+ *syntax error",
    ),
    Case(
        "an assertion of one behavior",
        (Edit(BOX_H, f"{LAST}\n{ONE_CASE}", f"{LAST} */"), before_return("/*@ for some: assert sure: i <= 7; */")),
        rf"dxgmap_box_find: `for some: assert sure: i <= 7`: an annotation of one behavior, {SKIPPED}",
    ),
    Case(
        "a loop invariant of one behavior",
        (
            Edit(BOX_H, f"{LAST}\n{ONE_CASE}", f"{LAST} */"),
            Edit(BOX_C, "for some: loop invariant sure: i <= 7;\n      loop assigns i;", "loop assigns i;"),
        ),
        rf"dxgmap_box_find: `for some: loop invariant sure: i <= 7`: an annotation of one behavior, {SKIPPED}",
    ),
    Case(
        "where a loop takes its values from",
        (Edit(BOX_C, "loop assigns i \\from \\nothing;", "loop assigns i;"),),
        r"dxgmap_box_find: `loop assigns i \\from \\nothing`: no goal of WP stands for what comes from where",
    ),
    Case(
        "a pragma of a loop",
        (Edit(BOX_C, "loop pragma UNROLL 3; */", "loop variant s->count - i; */"),),
        r"dxgmap_box_find: a loop without `loop variant`",
    ),
    Case(
        "a loop without variant",
        (Edit(BOX_C, "loop assigns i; */", "loop assigns i;\n      loop variant s->count - i; */"),),
        r"dxgmap_box_find: a loop without `loop variant`",
    ),
    Case(
        "a loop made of goto",
        (
            Edit(BOX_C, "  again:;\n  /*@ loop invariant range", "  /*@ loop invariant range"),
            before_return("if (i > s->count) {\n    goto again;\n  }"),
        ),
        r"model/core/box\.c:27: `goto`: a loop that is made of it has no variant",
    ),
    Case(
        "a loop made of goto in ghost code",
        (before_return("/*@ ghost\n    again:;\n    if (i > s->count) {\n      goto again;\n    } */"),),
        r"model/core/box\.c:25: `goto`: a loop that is made of it has no variant",
    ),
    Case(
        "a jump backward that Frama-C makes of an alternative is no loop",
        (
            helper(contract()),
            before_return("if (s->count > 9u || dxgmap_box_helper(i) > 9u) {\n    return i;\n  }"),
        ),
        "",
    ),
]
