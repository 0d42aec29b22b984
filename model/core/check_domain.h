#ifndef DXGMAP_CHECK_DOMAIN_H
#define DXGMAP_CHECK_DOMAIN_H

#include "domain.h"

/* Whether the domain is one that steps can reach; true of any memory. Scratch is where the cells are tallied. */
/*@ requires valid: \valid(d) && \valid(scratch);
    requires separated: \separated(d, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> DomainOk(*d); */
int dxgmap_check_domain(const dxgmap_domain *d, dxgmap_counts *scratch);

#endif
