/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_QUARANTINE_H
#define DXGMAP_CHECK_QUARANTINE_H

#include "structures/quarantine.h"

/* Whether the memory is a range allocator with a quarantine: exactly the ids of the row have runs that wait; true of
   any memory. */
/*@ requires valid: \valid(r);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> RangesOk(*r); */
bool dxgmap_check_quarantine(const dxgmap_ranges *r);

#endif
