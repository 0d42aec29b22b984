/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_NUMBERS_H
#define DXGMAP_HOST_NUMBERS_H

#include "host/interface/result.h"

/* Page numbers of the machine, [0, pages), and which of them are not to be given out. */

DXGMAP_HOST_API bool dxgmap_host_numbers_open(uint64_t pages);
DXGMAP_HOST_API void dxgmap_host_numbers_close(void);

DXGMAP_HOST_API void dxgmap_host_numbers_take(uint64_t frame); /* which is free */
DXGMAP_HOST_API void dxgmap_host_numbers_give(uint64_t frame); /* it waits first */
/* So many of those that wait, the oldest first, are free now; false: none waits. */
DXGMAP_HOST_API bool dxgmap_host_numbers_hurry(uint64_t frames); /* which was taken so */

/* All of [first, end) that is in the machine, for device memory; false if one is taken. */
DXGMAP_HOST_API bool dxgmap_host_numbers_block(uint64_t first, uint64_t end);
DXGMAP_HOST_API void dxgmap_host_numbers_unblock(uint64_t first, uint64_t end);

DXGMAP_HOST_API const uint64_t *dxgmap_host_numbers_taken(void); /* one bit each */
DXGMAP_HOST_API uint64_t dxgmap_host_numbers_spare(void);        /* how many that were taken are free again */
DXGMAP_HOST_API uint64_t dxgmap_host_numbers_spare_at(uint64_t index);

#endif
