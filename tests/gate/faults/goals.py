# SPDX-License-Identifier: MIT
"""Goals that are not proved, and what smoke tests find."""

from plant import FULL, Case, Edit
from faults.box import BOX_C, BOX_H, OP_C, OP_H, contract

FLOOR = "proofs/floor.json"
FUNCTION = '"dxgmap_op_put": "cause done ok refused"'
PROMISES = (
    "    ensures ok: Inv(*s);\n"
    "    ensures done: \\result == 0 ==> s->count == \\old(s->count) + 1 && s->cell[\\old(s->count)] == list[0];\n"
    "    ensures refused: \\result != 0 ==> *s == \\old(*s);\n"
    "    ensures cause: \\result != 0 ==> count == 0 || list[0] == 0 || \\old(s->count) == DXGMAP_CELLS; */"
)
SMOKE = (*FULL, "--smoke")
TINY = "uint32_t dxgmap_tiny(uint32_t x)"
TWICE = "ensures count: s->count == \\old(s->count) + 1 && s->count == \\old(s->count); */"

FAULTS = [
    Case("an untouched tree is green", (), "", units=(), options=FULL),
    Case("the default profile is proved when none is named", (), "", units=(), options=()),
    Case("every profile is proved when asked for", (), "", units=(), options=("--profile", "all")),
    Case(
        "a goal is not proved",
        (Edit(BOX_H, "s->count == \\old(s->count) + 2; */", "s->count == \\old(s->count) + 1; */"),),
        r"box\.h:\d+: dxgmap_box_put: postcondition not proved \(unknown\): count: ",
        also=(
            r"look: frama-c .*-wp-fct=dxgmap_box_put -wp-prop=count",
            r"goal typed_ref_dxgmap_box_put_ensures_count not proved",
            r"again: make prove UNIT=box PROFILE=small",
        ),
        options=(*FULL, "--seconds", "1"),
    ),
    Case(
        "an overflow is a goal",
        (Edit(BOX_C, "(s->cell[0] + 1u) % 16u", "s->count % 16u"),),
        r"goal typed_ref_dxgmap_box_digit_assert_rte_unsigned_overflow not proved",
    ),
    Case(
        "a truncating cast is a goal",
        (Edit(BOX_C, "(uint8_t)s->count", "(uint8_t)(s->count % 16u)"),),
        r"goal typed_ref_dxgmap_box_digit_assert_rte_unsigned_downcast(_\d+)? not proved",
        options=("--profile", "default", "--stop", "--seconds", "1"),
    ),
    Case(
        "a contract that was emptied",
        (Edit(OP_H, "    ensures ok: Inv(*s); */", PROMISES),),
        r"dxgmap_op_put: `ensures cause` is gone: less than proofs/floor\.json says",
        also=(r"`ensures done` is gone", r"`ensures refused` is gone", r"prove\.py --save-floor --unit op_put"),
        units=("op_put",),
        options=FULL,
    ),
    Case(
        "a function that promised something and is gone",
        (Edit(FLOOR, '"dxgmap_op_put": "cause done ok refused",\n   "dxgmap_op_take": "ok"', FUNCTION),),
        r"dxgmap_op_take: `ensures ok` is gone",
        units=("op_put",),
        options=FULL,
    ),
    Case(
        "a goal less",
        (Edit(FLOOR, '"goals": 19', '"goals": 18'),),
        r"18 goals, not 19: less than proofs/floor\.json says",
        units=("op_put",),
        options=(),
    ),
    Case(
        "a unit that nothing is asked of",
        (Edit(FLOOR, '"op_puts": {', '"op_put": {'),),
        r"proofs/floor\.json does not say what this unit must prove",
        units=("op_put",),
        options=FULL,
    ),
    Case("a smoke run of a sound unit", (), "", options=SMOKE, units=("op_put",)),
    Case(
        "a smoke run of a unit in which nothing can contradict itself",
        (Edit("model/core/tiny.c", f"#include <stdint.h>\n\n{contract()}{TINY};\n\n{TINY}\n{{\n  return x;\n}}\n"),),
        "",
        options=SMOKE,
        units=("tiny",),
    ),
    Case(
        "a smoke test fails",
        (Edit(BOX_H, "value: value > 0 && value < s->count && s->count < 1;", "value: value > 0;"),),
        r"smoke test dxgmap_box_put_wp_smoke_default_requires fails",
        options=SMOKE,
    ),
    Case(
        "dead code after a callee that contradicts itself",
        (Edit(BOX_H, TWICE, "ensures count: s->count == \\old(s->count) + 1; */"),),
        r"smoke test dxgmap_box_put_wp_smoke_dead_call_s\d+ fails",
        also=(r"smoke test dxgmap_op_put_wp_smoke_dead_code_s\d+ fails",),
        options=SMOKE,
        units=("op_put",),
    ),
    Case(
        "dead code after an assertion that contradicts the code",
        (Edit(OP_C, "    /*@ assert none: s->count > 3 && s->count < 3; */\n    return 1u;", "    return 1u;"),),
        r"smoke test dxgmap_op_put_wp_smoke_dead_code_s\d+ fails",
        options=SMOKE,
        units=("op_put",),
    ),
]
