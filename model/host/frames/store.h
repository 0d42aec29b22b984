/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_STORE_H
#define DXGMAP_HOST_STORE_H

#include "host/os/os.h"

#include "host/interface/result.h"

/*
 * What frames keep their bytes in: pages of one sparse file, given out side by side however scattered the frames are
 * that get them. So a list of frames that were allocated together is one mapping, and is given back in one call of the
 * system. The host itself has the file mapped as far as it was ever in use.
 */
DXGMAP_HOST_API bool dxgmap_host_store_open(uint64_t pages); /* at most so many are in use at a time */
DXGMAP_HOST_API void dxgmap_host_store_close(void);
DXGMAP_HOST_API void dxgmap_host_store_fork(void); /* in a copy of the process, where every page is to fault */

DXGMAP_HOST_API dxgmap_os_file dxgmap_host_store_file(void);
DXGMAP_HOST_API unsigned char *dxgmap_host_store_at(uint64_t page); /* of one that was ever taken */

DXGMAP_HOST_API bool dxgmap_host_store_room(uint64_t pages); /* so many can be taken; false: the system refuses */
DXGMAP_HOST_API uint64_t dxgmap_host_store_take(void);       /* all zero */
/* Its memory goes back to the system by the flush, a run of pages at a time in whatever order they were given. */
DXGMAP_HOST_API void dxgmap_host_store_give(uint64_t page);
DXGMAP_HOST_API void dxgmap_host_store_flush(void);

#endif
