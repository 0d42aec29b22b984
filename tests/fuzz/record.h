/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_RECORD_H
#define DXGMAP_FUZZ_RECORD_H

#include "call.h"

#include <stdio.h>

/* For tests/judge/judge.py: the sizes of the profile in the first line, and a line for each step, which is numbers
   alone, in an order that both files have. No line for what the machine of spec/machine does not have: the cursor, an
   operation that there is none of, and a list that is not in the pool. */
void record_profile(FILE *out);
/* handle_left: whether the model has a handle for what the call would make. */
void record_step(FILE *out, const call *c, bool handle_left, const dxgmap_result *r);

#endif
