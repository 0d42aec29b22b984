/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_VIEW_H
#define DXGMAP_DDI_VIEW_H

#include "ddi/call/note.h"

/* CPU views of an adapter's resources, for DxgkCbMapMemory and VideoPortMapMemory alike. */

/* Makes the view; `*address` is written on success. */
uint32_t dxgmap_ddi_map_view(dxgmap_ddi_call *call, dxgmap_view_request *request, void **address);

/* Releases what the core finds at the address. An address of the adapter's window is in memory space, one below the
   number of ports in I/O space. */
uint32_t dxgmap_ddi_unmap_view(dxgmap_ddi_call *call, uint32_t kind, void *address, uint64_t process);

#endif
