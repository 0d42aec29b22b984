/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_VIEWS_H
#define DXGMAP_CHECK_VIEWS_H

#include "structures/views.h"

/* Whether each window page belongs to the one view that has it; true of any memory. */
/*@ requires valid: \valid(v);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures iff: \result != 0 <==> ViewsOk(*v); */
bool dxgmap_check_views(const dxgmap_views *v);

#endif
