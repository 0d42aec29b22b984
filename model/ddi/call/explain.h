/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_EXPLAIN_H
#define DXGMAP_DDI_EXPLAIN_H

#include "ddi/call/note.h"

/* What exactly is wrong, in words, and which mapping it is about: the line "exactly" of a report, for the causes that the
   core gave. One that takes the cause says nothing of a cause that is not its own. Those of physical memory objects are in
   explain_object.h. */

/* What the gate found: adapter, mode, IRQL. */
void dxgmap_ddi_blame_caller(dxgmap_ddi_call *call, uint32_t cause);

/* Names the numbers that a pin or a frame buffer pointer was refused for. */
void dxgmap_ddi_blame_size(dxgmap_ddi_call *call, uint32_t cause, uint32_t index, uint64_t size, uint64_t offset);

/* Names the pin that is in the way, or the one that was there before. */
void dxgmap_ddi_blame_pin(dxgmap_ddi_call *call, uint32_t cause, uint32_t index);

/* Says whose the handle that could not be released is, or was. */
void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle, uint32_t kind);

/* Says who had, or has, the address that could not be released. */
void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address);

/* Names who had the page that the device may not reach. */
void dxgmap_ddi_blame_page(dxgmap_ddi_call *call, uint32_t cause, uint64_t logical);

#endif
