/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_H
#define DXGMAP_CHECK_H

#include "state/state.h"

/* Whether the machine is in a state that the invariant allows. For debug builds and tests: it asks nothing of the
   memory but that it is there, so it may be called on a state that something else has overwritten. Scratch is where
   cells and links are tallied; its contents do not matter. */
/*@ requires valid: \valid(s) && \valid(scratch);
    requires separated: \separated(s, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> Inv(*s); */
bool dxgmap_check(const dxgmap_state *s, dxgmap_counts *scratch);

#endif
