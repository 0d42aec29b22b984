/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CACHE_H
#define DXGMAP_DDI_CACHE_H

#include "ddi/call/note.h"
#include "ddi/machine/record.h"

/* The cache types of DxgkCbMapMemory. */

/* Whether MEMORY_CACHING_TYPE has the value. */
bool dxgmap_ddi_cache_known(uint32_t cache);

/* Reports what is wrong with the cache type of a view in memory space that was made: another live view of the range has
   another one, or it is a cache before the device's memory. */
void dxgmap_ddi_note_cache(dxgmap_ddi_call *call, const dxgmap_ddi_record *record);

#endif
