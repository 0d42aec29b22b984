# SPDX-License-Identifier: MIT
"""The faults that the gate must find, one each. `says` is a regular expression that its output must match."""

from plant import FULL, Case, Edit

BOX_C, BOX_H = "model/core/box.c", "model/core/box.h"
OP_C, OP_H = "model/core/op_put.c", "model/core/op_put.h"
LOGIC, LEDGER = "spec/logic/box_logic.h", "proofs/ASSUMPTIONS.md"

TOTAL = "terminates \\true;\n    exits \\false;\n    assigns \\nothing;"
HARMLESS = "/*@ axiomatic Given { logic integer given(integer x); axiom given_is: \\forall integer x; given(x) == x; } */\n"
LISTED = (
    "| A-GIVEN | axiom | `given_is` | test | test |\n"
    "| A-GIVEN-BLOCK | axiomatic | `Given` | test | test |\n"
)  # fmt: skip
CONTRADICTION = "/*@ axiomatic Given { axiom given_is: 1 == 2; } */\n"
HELPER = "static uint32_t dxgmap_box_helper(uint32_t x)\n{\n  return x;\n}\n"
UNORDERED = (
    "#ifdef DXGMAP_STRICT\n#define DXGMAP_STORE {strict}\n#else\n#define DXGMAP_STORE {default}\n#endif\n"
    "/*@ requires valid: \\valid(word);\n    terminates \\true;\n    exits \\false;\n    assigns *word;\n    ensures written: *word == value; */\n"
    "static inline void dxgmap_store_unordered(uint32_t *word, uint32_t value)\n{{\n  DXGMAP_STORE;\n}}\n"
)  # fmt: skip
USES_UNORDERED = Edit(BOX_C, '#include "box.h"\n#include "base/access.h"\n', '#include "box.h"\n')
USES_HELPER = Edit(BOX_C, "uint32_t i = dxgmap_box_helper(0);", "uint32_t i = 0;")


def helper(contract: str, body: str = HELPER) -> Edit:
    return Edit(BOX_C, f"{contract}{body}\nuint32_t dxgmap_box_find", "uint32_t dxgmap_box_find")


def contract(*, terminates: bool = True, exits: bool = True, assigns: bool = True) -> str:
    words = ["terminates \\true;"] * terminates + ["exits \\false;"] * exits + ["assigns \\nothing;"] * assigns
    return f"/*@ {' '.join(words)} ensures same: \\result == x; */\n"


FAULTS = [
    Case("an untouched tree is green", (), "", units=(), options=FULL),
    Case("the default profile is proved when none is named", (), "", units=(), options=()),
    Case("every profile is proved when asked for", (), "", units=(), options=("--profile", "all")),
    Case(
        "a goal is not proved",
        (Edit(BOX_H, "ensures count: s->count == \\old(s->count) + 2; */", "ensures count: s->count == \\old(s->count) + 1; */"),),
        r"box\.h:\d+: dxgmap_box_put: postcondition not proved \(unknown\): count: ",
        also=(r"look: frama-c .*-wp-fct=dxgmap_box_put -wp-prop=count", r"goal typed_ref_dxgmap_box_put_ensures_count not proved", r"again: make prove UNIT=box PROFILE=small"),
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
    Case("an axiom that the ledger does not list", (Edit(LOGIC, HARMLESS),), r"axiom: `given_is` is assumed and the ledger does not list it"),
    Case("an axiom that the ledger lists", (Edit(LOGIC, HARMLESS), Edit(LEDGER, LISTED)), ""),
    Case("a ledger entry for what is gone", (Edit(LEDGER, LISTED),), r"A-GIVEN: lists given_is, which is not in the text: take the entry out"),
    Case("a ledger entry of an unknown kind", (Edit(LEDGER, "| A-ODD | belief | `Inv` | test | test |\n"),), r"A-ODD: no such kind: belief"),
    Case(
        "the sentinel is proved from a contradiction",
        (Edit(LOGIC, CONTRADICTION), Edit(LEDGER, LISTED)),
        r"the sentinel \\false is proved",
        units=("op_put",),
    ),
    Case("an admitted lemma", (Edit(LOGIC, "/*@ admit lemma surely: \\forall integer x; x * x >= x; */\n"),), r"`surely` is assumed and the ledger does not list it"),
    Case("an admitted assertion", (Edit(BOX_C, "  /*@ admit surely: i == 0; */\n  return i;", "  return i;"),), r"admit: dxgmap_box_find admits"),
    Case(
        "an admitted postcondition",
        (Edit(BOX_H, "admit ensures surely: \\result == 3;\n    ensures low:", "ensures low:"),),
        r"admit: dxgmap_box_digit admits",
    ),
    Case(
        "a contract that no unit proves",
        (helper(f"/*@ {TOTAL} ensures same: \\result == x; */\n", "uint32_t dxgmap_box_helper(uint32_t x);\n"), USES_HELPER),
        r"dxgmap_box_helper: declared with a contract, defined in no unit: assumed contract",
    ),
    Case(
        "a library function",
        (Edit(BOX_C, '#include "box.h"\n#include <stdlib.h>\n', '#include "box.h"\n'), Edit(BOX_C, "uint32_t i = (uint32_t)abs(0);", "uint32_t i = 0;")),
        r"dxgmap_box_find: calls `abs`, which model/core does not define: assumed contract",
    ),
    Case("no terminates", (helper(contract(terminates=False)), USES_HELPER), r"dxgmap_box_helper: no `terminates` clause"),
    Case("no exits", (helper(contract(exits=False)), USES_HELPER), r"dxgmap_box_helper: no `exits` clause"),
    Case("no assigns", (helper(contract(assigns=False)), USES_HELPER), r"dxgmap_box_helper: no `assigns` clause"),
    Case(
        "terminates under a condition",
        (helper(contract().replace("terminates \\true", "terminates x > 0")), USES_HELPER),
        r"dxgmap_box_helper: `terminates` must be `\\true`",
    ),
    Case("no contract at all", (helper(""), USES_HELPER), r"dxgmap_box_helper: no `terminates` clause"),
    Case(
        "a missing specification",
        (Edit(OP_C, "void dxgmap_helper(void);\n\nuint32_t dxgmap_op_put", "uint32_t dxgmap_op_put"), Edit(OP_C, "dxgmap_helper();\n    return 2u;", "return 2u;")),
        r"Frama-C warns, so something is missing: .*Neither code nor specification for function dxgmap_helper",
        units=("op_put",),
        options=(*FULL, "--seconds", "1"),
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
            Edit(BOX_C, "  if (i > s->count) {\n    goto again;\n  }\n  return i;", "  return i;"),
        ),
        r"dxgmap_box_find: `goto again` goes backward",
    ),
    Case(
        "a loop made of a goto to a block that leads back",
        (
            Edit(
                BOX_C,
                "  top:;\n  if (s->count > 9u) {\n    again: {\n      i = 0u;\n      goto top;\n    }\n  }\n"
                "  /*@ loop invariant range",
                "  /*@ loop invariant range",
            ),
            Edit(BOX_C, "  if (i > s->count) {\n    goto again;\n  }\n  return i;", "  return i;"),
        ),
        r"dxgmap_box_find: `goto again` goes backward",
        also=(r"dxgmap_box_find: `goto top` goes backward",),
    ),
    Case(
        "a goto to a block that leads on is no loop",
        (
            Edit(BOX_C, "  if (i > s->count) {\n    left: {\n      goto done;\n    }\n  }\n  /*@ loop invariant range", "  /*@ loop invariant range"),
            Edit(BOX_C, "  if (i > 4u) {\n    goto left;\n  }\n  done:\n  return i;", "  return i;"),
        ),
        "",
        options=FULL,
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
        (Edit(OP_H, "requires valid: \\valid(s) && (\\valid_read(list + (0 .. count - 1)) || count == 7);", "requires valid: \\valid(s) && \\valid_read(list + (0 .. count - 1));"),),
        r"dxgmap_op_put: requires `\\valid_read.*\|\|count==7`",
        units=("op_put",),
    ),
    Case(
        "a hypothesis of the memory model that is not required",
        (Edit(OP_H, "", "    requires apart: \\separated(s, list + (..));\n"),),
        r"dxgmap_op_put: the memory model assumes `\\separated\(s,list\+\(\.\.\)\)`, which its `requires` do not ask for",
        units=("op_put",),
    ),
    Case(
        "text for Frama-C alone",
        (Edit(BOX_C, "#ifdef __FRAMAC__\n  s->count = s->count + 1u;\n#endif\n", "  s->count = s->count + 1u;\n"),),
        r"model/core/box\.c:\d+: the text that Frama-C proves is not the text that gcc compiles",
    ),
    Case(
        "text for clang alone",
        (Edit(BOX_H, "#ifdef __clang__\n#define DXGMAP_CELLS_USED 3u\n#else\n#define DXGMAP_CELLS_USED DXGMAP_CELLS\n#endif\n\n#include \"box_logic.h\"", "#include \"box_logic.h\""),
         Edit(BOX_C, "uint32_t i = DXGMAP_CELLS_USED - DXGMAP_CELLS_USED;", "uint32_t i = 0;")),
        r"model/core/box\.c:\d+: the text that Frama-C proves is not the text that clang compiles",
    ),
    Case(
        "text for strict C alone",
        (Edit(BOX_C, "#ifdef __STRICT_ANSI__\n  s->count = s->count + 1u;\n#endif\n", "  s->count = s->count + 1u;\n"),),
        r"the text that Frama-C proves is not the text that gcc compiles",
    ),
    Case(
        "text for optimised builds alone",
        (Edit(BOX_C, "#ifndef NDEBUG\n  s->count = s->count + 1u;\n#endif\n", "  s->count = s->count + 1u;\n"),),
        r"is not the text that gcc -O2 compiles",
    ),
    Case(
        "text for the proof alone, as an atomic access that is none",
        (Edit("model/core/base/access.h", "#ifdef DXGMAP_PLAIN\n#define DXGMAP_ATOMIC(builtin, plain) plain\n#else\n#define DXGMAP_ATOMIC(builtin, plain) builtin\n#endif\n"),
         Edit(BOX_C, "#include \"base/access.h\"\n  uint32_t i = DXGMAP_ATOMIC(s->count, 0);", "uint32_t i = 0;")),
        r"model/core/box\.c:\d+: the text that Frama-C proves is not the text that gcc compiles",
    ),
    Case(
        "an atomic access of another order",
        (Edit("model/core/base/access.h", "#ifdef DXGMAP_PLAIN\n#define DXGMAP_LOAD *word\n#else\n#define DXGMAP_LOAD __atomic_load_n(word, __ATOMIC_RELAXED)\n#endif\n"
              "/*@ requires valid: \\valid(word);\n    terminates \\true;\n    exits \\false;\n    assigns \\nothing;\n    ensures read: \\result == *word; */\n"
              "static inline uint32_t dxgmap_load_acquire(const uint32_t *word)\n{\n  return DXGMAP_LOAD;\n}\n"),
         Edit(BOX_C, "#include \"box.h\"\n#include \"base/access.h\"\n", "#include \"box.h\"\n")),
        r"model/core/base/access\.h:\d+: the text that Frama-C proves is not the text that gcc compiles",
    ),
    Case(
        "a word in no order that is stored by an atomic store in a strict build",
        (Edit("model/core/base/access.h", UNORDERED.format(strict="__atomic_store_n(word, value, __ATOMIC_RELAXED)", default="*word = value")), USES_UNORDERED),
        "",
        options=FULL,
    ),
    Case(
        "a word in no order that is stored by another atomic store in a strict build",
        (Edit("model/core/base/access.h", UNORDERED.format(strict="__atomic_store_n(word, value, __ATOMIC_SEQ_CST)", default="*word = value")), USES_UNORDERED),
        r"model/core/base/access\.h:\d+: the text that Frama-C proves is not the text that gcc -DDXGMAP_STRICT compiles",
    ),
    Case(
        "a word in no order that is stored by an atomic store in other builds too",
        (Edit("model/core/base/access.h", "#ifdef DXGMAP_PLAIN\n#define DXGMAP_STRICT_STORE *word = value\n#else\n#define DXGMAP_STRICT_STORE __atomic_store_n(word, value, __ATOMIC_RELAXED)\n#endif\n"
              + UNORDERED.format(strict="DXGMAP_STRICT_STORE", default="DXGMAP_STRICT_STORE")), USES_UNORDERED),
        r"model/core/base/access\.h:\d+: the text that Frama-C proves is not the text that gcc compiles",
    ),
    Case(
        "text for strict builds alone",
        (Edit(BOX_C, "#ifdef DXGMAP_STRICT\n  s->count = s->count + 1u;\n#endif\n", "  s->count = s->count + 1u;\n"),),
        r"model/core/box\.c:\d+: the text that Frama-C proves is not the text that gcc -DDXGMAP_STRICT compiles",
    ),
    Case("a header that no unit includes", (Edit("model/core/lonely.h", "#define DXGMAP_LONELY 1\n"),), r"model/core/lonely\.h: this file is part of no unit"),
    Case(
        "a source file out of sight",
        (Edit("model/core/inner/hidden.c", "int dxgmap_hidden(int x)\n{\n  return x;\n}\n"),),
        r"model/core/inner/hidden\.c: this file is part of no unit: left out of the proof",
    ),
    Case(
        "a caller that sees a better contract",
        (Edit(OP_C, '#include "op_put.h"\n\n/*@ ensures lucky: s->count == 1; */\nvoid dxgmap_box_put(dxgmap_box *s, uint32_t value);\n', '#include "op_put.h"\n'),),
        r"dxgmap_box_put: op_put sees another contract than box proves: assumed contract",
        units=("op_put",),
    ),
    Case(
        "a predicate that means another thing in another unit",
        (Edit(OP_C, '#include "profile.h"\n#undef DXGMAP_CELLS\n#define DXGMAP_CELLS 5u\n#include "op_put.h"\n', '#include "op_put.h"\n'),),
        r"predicate Inv is not the same in box as in op_put",
        also=(r"struct __anonstruct_dxgmap_box is not the same",),
        units=("op_put",),
    ),
    Case(
        "calls in a ring through two units",
        (
            Edit(BOX_H, "/*@ requires valid: \\valid(s);\n    requires ok: Inv(*s);\n    terminates \\true;\n    exits \\false;\n    assigns \\nothing; */\nvoid dxgmap_op_turn(const dxgmap_box *s);\n\n/* Adds one more value. */", "/* Adds one more value. */"),
            Edit(OP_C, "\nvoid dxgmap_op_turn(const dxgmap_box *s)\n{\n  (void)dxgmap_box_find(s, 1u);\n}\n"),
            Edit(BOX_C, "uint32_t i = 0;\n  dxgmap_op_turn(s);", "uint32_t i = 0;"),
        ),
        r"dxgmap_box_find -> dxgmap_op_turn -> dxgmap_box_find: calls in a ring through several units",
        units=(),
    ),
    Case("a smoke run of a sound unit", (), "", options=(*FULL, "--smoke"), units=("op_put",)),
    Case(
        "a smoke run of a unit in which nothing can contradict itself",
        (Edit("model/core/tiny.c", f"#include <stdint.h>\n\n{contract()}uint32_t dxgmap_tiny(uint32_t x);\n\nuint32_t dxgmap_tiny(uint32_t x)\n{{\n  return x;\n}}\n"),),
        "",
        options=(*FULL, "--smoke"),
        units=("tiny",),
    ),
    Case(
        "a smoke test fails",
        (Edit(BOX_H, "requires value: value > 0 && value < s->count && s->count < 1;", "requires value: value > 0;"),),
        r"smoke test dxgmap_box_put_wp_smoke_default_requires fails",
        options=(*FULL, "--smoke"),
    ),
]  # fmt: skip
