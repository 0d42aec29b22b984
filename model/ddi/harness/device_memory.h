/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_DEVICE_MEMORY_H
#define DXGMAP_DDI_DEVICE_MEMORY_H

#include "core/base/types.h"
#include "ddi/call/note.h"

/* What the device may do with the memory of a page that it reaches, and what it cannot. The caller holds the lock. */

/* NO_WRITE, with the subject filled, when every live mapping of the adapter that has the page was made of memory that
   was locked for reading alone; NONE otherwise, and for a read. */
uint32_t dxgmap_ddi_device_denied(dxgmap_ddi_call *call, const dxgmap_answer *answer, uint64_t logical, bool write);

/* The host could not move the bytes: why, MEMORY_GONE or NO_WRITE, with the subject filled. */
uint32_t dxgmap_ddi_blame_memory(dxgmap_ddi_call *call, const dxgmap_answer *answer, uint64_t logical);

#endif
