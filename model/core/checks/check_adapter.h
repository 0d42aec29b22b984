/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_ADAPTER_H
#define DXGMAP_CHECK_ADAPTER_H

#include "state/adapter.h"

/* Whether the adapter is one that steps can reach; true of any memory. Scratch is where its cells and links are
   tallied. */
/*@ requires valid: \valid(a) && \valid(scratch);
    requires separated: \separated(a, scratch);
    terminates \true;
    exits \false;
    assigns *scratch;
    ensures iff: \result != 0 <==> AdapterOk(*a); */
bool dxgmap_check_adapter(const dxgmap_adapter *a, dxgmap_counts *scratch);

#endif
