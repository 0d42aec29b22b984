/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_HEAP_H
#define DXGMAP_DDI_HEAP_H

#include "wdm.h"

/* Pool memory, for whichever function of Windows gives it and takes it back. */

PVOID dxgmap_ddi_heap_typed(POOL_TYPE type, SIZE_T bytes, ULONG tag, const void *site);
void dxgmap_ddi_heap_free_call(PVOID address, uint32_t tag, const void *site); /* tag 0: whatever it has */

#endif
