/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_LINKS_H
#define DXGMAP_CHECK_LINKS_H

#include "structures/domain.h"
#include "structures/links.h"

/* Whether the links are counted as they are; true of any memory. Scratch is where they are tallied. */
/*@ requires valid: \valid(l) && \valid(scratch);
    requires separated: \separated(l, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> LinksOk(*l); */
bool dxgmap_check_links(const dxgmap_links *l, dxgmap_counts *scratch);

#endif
