/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_VIEW_H
#define DXGMAP_CHECK_VIEW_H

#include "check.h"

/* Maps a range of the adapter's resources. NONE: *made is the entry. */
uint32_t dxgmap_check_map_view(uint64_t adapter, dxgmap_view_request *request, dxgmap_check_entry **made);
uint32_t dxgmap_check_unmap_view(uint64_t adapter, uint32_t kind, const void *address);

#endif
