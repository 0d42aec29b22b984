/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_RANGES_H
#define DXGMAP_CHECK_RANGES_H

#include "structures/ranges.h"

/* Whether the memory is a range allocator: zeroed, or a ring that tiles the pages; true of any memory. What waits is
   checked in check_quarantine.h. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RunsOk(*r); */
bool dxgmap_check_ranges(const dxgmap_ranges *r);

#endif
