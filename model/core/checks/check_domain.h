/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_DOMAIN_H
#define DXGMAP_CHECK_DOMAIN_H

#include "structures/domain.h"

/* Whether the domain of an adapter of this mode is one that steps can reach; true of any memory. Scratch is where the
   cells are tallied. */
/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> DomainOk(*d) && Coherent(*d, mode); */
bool dxgmap_check_domain(const dxgmap_domain *d, uint32_t mode, dxgmap_counts *scratch);

#endif
