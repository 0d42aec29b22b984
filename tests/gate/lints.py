# SPDX-License-Identifier: MIT
"""Tests of the lint of the specification: each fault that it promises to find, planted in a copy."""

from collections.abc import Callable

import lint_spec
from plant import Edit, planted

GOOD_XLATE = (
    "/*@ predicate Xlate(box s, integer l, integer p) =\n"
    "  \\exists integer i; Live(s, i) && s.page[i] == p && HandleIndex(i) == l; */\n"
)
GOOD_THEOREM = "| T-UAU | words | `Xlate` | spec/logic/xlate.h |\n| T-COH | words | `TCoh` | absent: no cache |\n"


def lint(edits: tuple[Edit, ...], says: str) -> Callable[[], str]:
    def test() -> str:
        good = (Edit("spec/logic/xlate.h", GOOD_XLATE), Edit("spec/theorems.md", GOOD_THEOREM))
        with planted((*good, *edits)) as root:
            found = [*lint_spec.reference_faults(root), *lint_spec.theorem_faults(root)]
        if not says:
            return "; ".join(found)
        return "" if any(says in fault for fault in found) else f"not noticed: {found}"

    return test


LINTS: dict[str, Callable[[], str]] = {
    "lint: a good reference and good theorems": lint((), ""),
    "lint: an owner array in the reference": lint(
        (Edit("spec/logic/xlate.h", "s.owner_of[i] == p", "s.page[i] == p"),), "`owner_of` in `Xlate`"
    ),
    "lint: a count through another predicate": lint(
        (Edit("spec/logic/xlate.h", "/*@ predicate Live(box s, integer i) = s.lockCount[i] > 0; */\n"),),
        "`lockCount` in `Live`",
    ),
    "lint: a cache in the reference": lint(
        (Edit("spec/logic/xlate.h", "Cached(s, i)", "Live(s, i)"),), "`Cached` in `Xlate`"
    ),
    "lint: an index in the reference": lint(
        (Edit("spec/logic/xlate.h", "s.index[i]", "s.page[i]"),), "`index` in `Xlate`"
    ),
    "lint: a theorem that names nothing": lint((Edit("spec/theorems.md", "`TUau`", "`Xlate`"),), "T-UAU names `TUau`"),
    "lint: a theorem in another file": lint(
        (Edit("spec/theorems.md", "box_logic.h", "xlate.h"),), "`Xlate` is not in spec/logic/box_logic.h"
    ),
    "lint: a theorem that is absent no longer": lint(
        (Edit("spec/logic/xlate.h", "/*@ predicate TCoh(box s) = \\true; */\n"),), "T-COH is said to be absent"
    ),
}
