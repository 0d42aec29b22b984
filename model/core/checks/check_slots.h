/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_SLOTS_H
#define DXGMAP_CHECK_SLOTS_H

#include "structures/slots.h"

/* Whether the handle table is one that steps can reach; true of any memory. */
/*@ requires valid: \valid(t);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> SlotsOk(*t); */
bool dxgmap_check_slots(const dxgmap_slots *t);

#endif
