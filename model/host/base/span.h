/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_SPAN_H
#define DXGMAP_HOST_SPAN_H

#include "host/interface/result.h"

/*
 * What lasts until the machine is closed, the regions and the ranges, is taken of the system at once, as one span, and
 * given back at once: a call for each would be most of what the opening and the closing of a machine cost. Where there
 * is no span, or no room in it, a piece is asked of the system on its own. Under the lock.
 */
DXGMAP_HOST_API void dxgmap_host_span_open(size_t bytes, uint64_t pages); /* of regions, and of ranges */
DXGMAP_HOST_API void dxgmap_host_span_close(void);                        /* as soon as no piece is taken any more */
/* From now on what is given back goes with the span, and not before. */
DXGMAP_HOST_API void dxgmap_host_span_closing(void);

/* Pieces of it: NULL, there is no room; false, it is none. */
DXGMAP_HOST_API void *dxgmap_host_span_region(size_t bytes);
DXGMAP_HOST_API void *dxgmap_host_span_range(uint64_t pages);
DXGMAP_HOST_API bool dxgmap_host_span_give_region(void *region, size_t bytes);
DXGMAP_HOST_API bool dxgmap_host_span_give_range(void *base, uint64_t pages);

#endif
