# SPDX-License-Identifier: MIT
"""Text that is proved and another that is compiled."""

from plant import FULL, Case, Edit
from faults.box import ACCESS, BOX_C, BOX_H

OTHER = "the text that Frama-C proves is not the text that"
ADDS = "  s->count = s->count + 1u;\n"
SELECT = "#ifdef {macro}\n#define {name} {one}\n#else\n#define {name} {other}\n#endif\n"
RELAXED = "__atomic_store_n(word, value, __ATOMIC_RELAXED)"
UNORDERED = (
    "/*@ requires valid: \\valid(word);\n    terminates \\true;\n    exits \\false;\n    assigns *word;\n"
    "    ensures written: *word == value; */\n"
    "static inline void dxgmap_store_unordered(uint32_t *word, uint32_t value)\n{\n  DXGMAP_STORE;\n}\n"
)
ACQUIRE = (
    "/*@ requires valid: \\valid(word);\n    terminates \\true;\n    exits \\false;\n    assigns \\nothing;\n"
    "    ensures read: \\result == *word; */\n"
    "static inline uint32_t dxgmap_load_acquire(const uint32_t *word)\n{\n  return DXGMAP_LOAD;\n}\n"
)
USES_ACCESS = Edit(BOX_C, '#include "box.h"\n#include "base/access.h"\n', '#include "box.h"\n')


def only_if(condition: str) -> Edit:
    return Edit(BOX_C, f"{condition}\n{ADDS}#endif\n", ADDS)


def access(function: str, macro: str, name: str, one: str, other: str, before: str = "") -> Edit:
    return Edit(ACCESS, before + SELECT.format(macro=macro, name=name, one=one, other=other) + function)


def stored(strict: str, default: str = "*word = value", before: str = "") -> Edit:
    return access(UNORDERED, "DXGMAP_STRICT", "DXGMAP_STORE", strict, default, before)


PLAIN_STORE = SELECT.format(macro="DXGMAP_PLAIN", name="DXGMAP_STRICT_STORE", one="*word = value", other=RELAXED)
CLANG_CELLS = SELECT.format(macro="__clang__", name="DXGMAP_CELLS_USED", one="3u", other="DXGMAP_CELLS")
ANY_ACCESS = SELECT.format(macro="DXGMAP_PLAIN", name="DXGMAP_ATOMIC(builtin, plain)", one="plain", other="builtin")

FAULTS = [
    Case("text for Frama-C alone", (only_if("#ifdef __FRAMAC__"),), rf"model/core/box\.c:\d+: {OTHER} gcc compiles"),
    Case(
        "text for clang alone",
        (
            Edit(BOX_H, f'{CLANG_CELLS}\n#include "box_logic.h"', '#include "box_logic.h"'),
            Edit(BOX_C, "uint32_t i = DXGMAP_CELLS_USED - DXGMAP_CELLS_USED;", "uint32_t i = 0;"),
        ),
        rf"model/core/box\.c:\d+: {OTHER} clang compiles",
    ),
    Case("text for strict C alone", (only_if("#ifdef __STRICT_ANSI__"),), rf"{OTHER} gcc compiles"),
    Case("text for optimised builds alone", (only_if("#ifndef NDEBUG"),), r"is not the text that gcc -O2 compiles"),
    Case(
        "text for the proof alone, as an atomic access that is none",
        (
            Edit(ACCESS, ANY_ACCESS),
            Edit(BOX_C, '#include "base/access.h"\n  uint32_t i = DXGMAP_ATOMIC(s->count, 0);', "uint32_t i = 0;"),
        ),
        rf"model/core/box\.c:\d+: {OTHER} gcc compiles",
    ),
    Case(
        "an atomic access of another order",
        (
            access(ACQUIRE, "DXGMAP_PLAIN", "DXGMAP_LOAD", "*word", "__atomic_load_n(word, __ATOMIC_RELAXED)"),
            USES_ACCESS,
        ),
        rf"model/core/base/access\.h:\d+: {OTHER} gcc compiles",
    ),
    Case(
        "a word in no order that is stored by an atomic store in a strict build",
        (stored(RELAXED), USES_ACCESS),
        "",
        options=FULL,
    ),
    Case(
        "a word in no order that is stored by another atomic store in a strict build",
        (stored(RELAXED.replace("RELAXED", "SEQ_CST")), USES_ACCESS),
        rf"model/core/base/access\.h:\d+: {OTHER} gcc -DDXGMAP_STRICT compiles",
    ),
    Case(
        "a word in no order that is stored by an atomic store in other builds too",
        (stored("DXGMAP_STRICT_STORE", "DXGMAP_STRICT_STORE", PLAIN_STORE), USES_ACCESS),
        rf"model/core/base/access\.h:\d+: {OTHER} gcc compiles",
    ),
    Case(
        "text for strict builds alone",
        (only_if("#ifdef DXGMAP_STRICT"),),
        rf"model/core/box\.c:\d+: {OTHER} gcc -DDXGMAP_STRICT compiles",
    ),
]
