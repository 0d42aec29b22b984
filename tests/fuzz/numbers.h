/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_NUMBERS_H
#define DXGMAP_FUZZ_NUMBERS_H

/* A step in numbers, as the abstract machine reads it and as a trace has it. */

#include "call.h"

#include "machine.h"

#include <stdio.h>

/* The machine has no cursor, no operation that there is none of, and no list that is not in the pool. */
bool numbers_has(const call *c);
/* handle_left: whether the model has a handle for what the call would make; where: the adapter on which it is, or 0.
   Answers how many numbers. */
uint32_t numbers_of(const call *c, bool handle_left, uint64_t where, const dxgmap_result *r,
                    uint64_t numbers[MACHINE_NUMBERS]);
/* Of this profile. */
void numbers_sizes(uint64_t sizes[MACHINE_SIZES]);

/* A trace, for tests/judge: the sizes in the first line, and a line for each step. */
void numbers_print(FILE *out, const uint64_t *numbers, uint32_t count);

#endif
