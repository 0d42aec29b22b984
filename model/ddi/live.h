/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_LIVE_H
#define DXGMAP_DDI_LIVE_H

#include "ddi/system.h"

/* The cursor-th live mapping of the adapter; with 0, of the physical memory objects and their views. */
dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor);

#endif
