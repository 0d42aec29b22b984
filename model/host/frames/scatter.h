/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_SCATTER_H
#define DXGMAP_HOST_SCATTER_H

#include "host/interface/result.h"

/* One free frame of [first, end), which the caller must take; end if there is none. */
DXGMAP_HOST_API uint64_t dxgmap_host_scatter_one(uint64_t first, uint64_t end);
DXGMAP_HOST_API uint64_t dxgmap_host_scatter_low(void); /* the first frame that may be given out */

#endif
