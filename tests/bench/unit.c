/* SPDX-License-Identifier: MIT */
/* The translation unit alone, which is what SPDK and Linux have of all this: dxgmap_translation, as generated/dxgmap.c
   has it. The library's text is part of this file, so the compiler may inline it. */

#define DXGMAP_HOST 0
#define DXGMAP_PREFIX bench_unit_ /* beside operation.c, which has the text too */
#include "dxgmap.c"

#include "unit_table.h"

const contender bench_unit = {.name = "unit",
                              .level = UNIT,
                              .parts = ALL | WATCHED,
                              .sharing = "lock-free readers",
                              .open = table_open,
                              .close = table_close,
                              LOOPS};
