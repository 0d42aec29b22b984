/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_STOP_H
#define DXGMAP_DDI_STOP_H

#include "dxgmap.h"

/* The end of an adapter, and of what is left at the end. */

/* dxgmap_adapter_stop, for a call site of the caller's. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site);

/* When no adapter is started any more: reports the physical memory objects that are left as leaks, and destroys them. */
void dxgmap_ddi_stop_objects(const void *site);

#endif
