/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_FOREIGN_H
#define DXGMAP_HOST_FOREIGN_H

#include "host/interface/frames.h"

/* Pages of the process's own memory, by their numbers: an address divided by the size of a page. */

DXGMAP_HOST_API bool dxgmap_host_foreign_probe(uint64_t page, uint64_t pages, bool write);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes,
                                                            uint64_t length, bool write);

/* The frame that stands for a page. There must be room before one is remembered. */
DXGMAP_HOST_API bool dxgmap_host_foreign_room(uint64_t pages); /* for so many more */
DXGMAP_HOST_API void dxgmap_host_foreign_remember(uint64_t page, uint64_t frame);
DXGMAP_HOST_API bool dxgmap_host_foreign_find(uint64_t page, uint64_t *frame);
DXGMAP_HOST_API void dxgmap_host_foreign_forget(uint64_t page);
DXGMAP_HOST_API void dxgmap_host_foreign_close(void);

#endif
