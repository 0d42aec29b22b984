/* SPDX-License-Identifier: MIT */
/* The translation unit with plain loads and stores in place of the ordered ones, as the proof reads it: what the order
   costs beside a writer. No program may use it so. */

#define DXGMAP_HOST 0
#define DXGMAP_PLAIN
#define DXGMAP_PREFIX bench_unit_plain_
#include "dxgmap.c"

#include "unit_table.h"

const contender bench_unit_plain = {.name = "unit, unsynchronised",
                                    .level = UNIT,
                                    .parts = THREADS,
                                    .sharing = "nothing",
                                    .open = table_open,
                                    .close = table_close,
                                    LOOPS};
