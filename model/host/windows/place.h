/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_PLACE_H
#define DXGMAP_HOST_PLACE_H

#include "host/windows/window.h"

/* Which place of a window a view gets, and when a released one is free again. */

DXGMAP_HOST_API bool dxgmap_host_place_find(dxgmap_host_window *w, uint64_t pages, uint64_t *at);
DXGMAP_HOST_API void dxgmap_host_place_release(dxgmap_host_window *w, uint64_t at, uint64_t pages);
DXGMAP_HOST_API size_t dxgmap_host_place_ring_size(void);

#endif
