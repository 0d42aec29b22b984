# SPDX-License-Identifier: MIT
"""What a text takes for granted: axioms, logic without a meaning, admitted properties, contracts that nobody proves."""

from plant import Case, Edit
from faults.box import BOX_C, BOX_H, HELPER, LEDGER, LOGIC, OP_C, TOTAL, USES_HELPER, before_return, helper

GIVEN = "logic integer given(integer x); axiom given_is: \\forall integer x; given(x) == x;"
HARMLESS = Edit(LOGIC, f"/*@ axiomatic Given {{ {GIVEN} }} */\n")
LISTED = Edit(
    LEDGER, "| A-GIVEN | axiom | `given_is` | test | test |\n| A-GIVEN-BLOCK | axiomatic | `Given` | test | test |\n"
)
CONTRADICTION = Edit(LOGIC, "/*@ axiomatic Given { axiom given_is: 1 == 2; } */\n")
ODD = "case odd: \\forall integer n; !Even(n) ==> Even(n);"
INDUCTIVE = f"/*@ inductive Even(integer n) {{ case zero: Even(0); {ODD} }} */\n"
SAME = f"/*@ {TOTAL} ensures same: \\result == x; */\n"
NAMED = Edit(BOX_H, "    ensures low: \\result == Given(s->count) || \\true;\n    ensures low:", "    ensures low:")
TOTAL_SMALL = "/*@ global invariant total: dxgmap_total < 3; */"
SENSELESS = "it need not have a solution"


def logic(definition: str) -> Edit:
    return Edit(LOGIC, f"/*@ {definition} */\n")


FAULTS = [
    Case(
        "an axiom that the ledger does not list",
        (HARMLESS,),
        r"axiom: `given_is` is assumed and the ledger does not list it",
    ),
    Case("an axiom that the ledger lists", (HARMLESS, LISTED), ""),
    Case(
        "a ledger entry for what is gone",
        (LISTED,),
        r"A-GIVEN: lists given_is, which is not in the text: take the entry out",
    ),
    Case(
        "a ledger entry of an unknown kind",
        (Edit(LEDGER, "| A-ODD | belief | `Inv` | test | test |\n"),),
        r"A-ODD: no such kind: belief",
    ),
    Case(
        "the sentinel is proved from a contradiction",
        (CONTRADICTION, LISTED),
        r"the sentinel \\false is proved",
        units=("op_put",),
    ),
    Case(
        "an inductive predicate is axioms",
        (Edit(LOGIC, INDUCTIVE), Edit(BOX_C, "  /*@ assert even: Even(7); */\n  return i;", "  return i;")),
        r"inductive: the rules of `Even` are axioms, and the ledger does not list it",
    ),
    Case(
        "a logic function that is declared and not defined",
        (logic("logic integer Given(integer x);"), NAMED),
        r"logic Given: declared and not defined: it means anything",
    ),
    Case(
        "a predicate that is declared and not defined",
        (logic("predicate Given(integer x);"),),
        r"predicate Given: declared and not defined: it means anything",
    ),
    Case(
        "a logic function that no function can be",
        (logic("logic integer Given(integer x) = Given(x) + 1;"), NAMED),
        rf"logic Given: calls itself .*: {SENSELESS}",
    ),
    Case(
        "a predicate that is its own opposite",
        (logic("predicate Given(integer x) = !Given(x);"),),
        rf"predicate Given: calls itself .*: {SENSELESS}",
    ),
    Case(
        "a logic function that goes up",
        (logic("logic integer Given(integer n) = n <= 0 ? 0 : Given(n + 1) + 1;"), NAMED),
        rf"logic Given: calls itself .*: {SENSELESS}",
    ),
    Case(
        "a logic function that begins with itself",
        (logic("logic integer Given(integer n) = n <= 0 ? Given(n - 1) + 1 : 0;"), NAMED),
        rf"logic Given: calls itself .*: {SENSELESS}",
    ),
    Case(
        "a logic function that goes down",
        (logic("logic integer Given(integer n) = n <= 0 ? 0 : Given(n - 1) + 1;"), NAMED),
        "",
    ),
    Case(
        "two definitions of one name",
        (logic("predicate BoxHolds(integer x) = \\true;"),),
        r"predicate BoxHolds: two definitions of one name in this unit",
    ),
    Case(
        "an invariant of a type",
        (Edit(LOGIC, "/*@ type invariant Small(dxgmap_box s) = s.count < 3; */\n"),),
        r"`type invariant Small.*`: no proof looks at an annotation of this kind",
    ),
    Case(
        "a global invariant",
        (Edit(BOX_H, f"extern uint32_t dxgmap_total;\n{TOTAL_SMALL}\n\n/* Adds", "/* Adds"),),
        r"`global invariant total.*`: no proof looks at an annotation of this kind",
    ),
    Case(
        "an admitted lemma",
        (logic("admit lemma surely: \\forall integer x; x * x >= x;"),),
        r"`surely` is assumed and the ledger does not list it",
    ),
    Case("an admitted assertion", (before_return("/*@ admit surely: i == 0; */"),), r"admit: dxgmap_box_find admits"),
    Case(
        "an admitted postcondition",
        (Edit(BOX_H, "admit ensures surely: \\result == 3;\n    ensures low:", "ensures low:"),),
        r"admit: dxgmap_box_digit admits",
    ),
    Case(
        "a contract that no unit proves",
        (helper(SAME, f"{HELPER.splitlines()[0].removeprefix('static ')};\n"), USES_HELPER),
        r"dxgmap_box_helper: declared with a contract, defined in no unit: assumed contract",
    ),
    Case(
        "a library function",
        (
            Edit(BOX_C, '#include "box.h"\n#include <stdlib.h>\n', '#include "box.h"\n'),
            Edit(BOX_C, "uint32_t i = (uint32_t)abs(0);", "uint32_t i = 0;"),
        ),
        r"dxgmap_box_find: calls `abs`, which model/core does not define: assumed contract",
    ),
    Case(
        "a missing specification",
        (
            Edit(OP_C, "void dxgmap_helper(void);\n\nuint32_t dxgmap_op_put", "uint32_t dxgmap_op_put"),
            Edit(OP_C, "dxgmap_helper();\n    return 2u;", "return 2u;"),
        ),
        r"Frama-C warns, so something is missing: .*Neither code nor specification for function dxgmap_helper",
        units=("op_put",),
        options=("--profile", "small", "--seconds", "1"),
    ),
    Case(
        "assembly",
        (before_return('__asm__("incl %0" : "+r"(i));'),),
        r"model/core/box\.c:\d+: `__asm__`: assembly: Frama-C takes its operands for all that it does",
    ),
    Case(
        "an attribute",
        (helper(SAME, f"__attribute__((const)) {HELPER}"), USES_HELPER),
        r"model/core/box\.c:\d+: `__attribute__`: an attribute: compiler, linker and Frama-C may each make something",
    ),
]
