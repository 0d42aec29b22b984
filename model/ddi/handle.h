/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_HANDLE_H
#define DXGMAP_DDI_HANDLE_H

#include "ddi/system.h"

/* Handles as they come from the driver. */

/* Says whose the handle that could not be released is, or was. */
void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, HANDLE handle, uint32_t kind);

/* The same for BAD_HANDLE, and no other cause, where an object's handle was expected, or an adapter object's. */
void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle);

/* A live mapping of this kind that belongs to `parent`; 0: none. Looks at all that is live: for reports. */
uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind);

#endif
