/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_MEMORY_H
#define DXGMAP_HOST_MEMORY_H

#include "host/interface/machine.h"
#include "host/interface/memory.h"
#include "host/os/os.h"

/* What is taken from the system, counted in pages, each an acquisition that can be made to fail. */

/* Reserves at once what lasts, so many bytes of regions and pages of ranges, if the system has room for it. */
DXGMAP_HOST_API bool dxgmap_host_memory_open(size_t bytes, uint64_t pages);
DXGMAP_HOST_API dxgmap_os_file dxgmap_host_file_open(const char *name, uint64_t pages); /* or DXGMAP_OS_NO_FILE */
DXGMAP_HOST_API void dxgmap_host_file_close(dxgmap_os_file file);                       /* NO_FILE: nothing */
DXGMAP_HOST_API void *dxgmap_host_file_map(dxgmap_os_file file, uint64_t first, uint64_t pages); /* NULL on failure */
DXGMAP_HOST_API void dxgmap_host_file_unmap(void *base, uint64_t pages);                         /* NULL: nothing */
/* Addresses that fault, or NULL; fewer pages if the system refuses so many. */
DXGMAP_HOST_API void *dxgmap_host_range_open(uint64_t *pages);
DXGMAP_HOST_API void dxgmap_host_range_close(void *base, uint64_t pages); /* NULL: nothing */

/* The system allows a process a limited number of mappings. Views take theirs here, up to three quarters of the
   limit, so that the splits which a removal may need, and the rest of the process, never run out. What must not fail
   may go beyond. */
DXGMAP_HOST_API bool dxgmap_host_maps_take(uint64_t maps, bool must);
DXGMAP_HOST_API void dxgmap_host_maps_give(uint64_t maps);

DXGMAP_HOST_API void dxgmap_host_memory_usage(dxgmap_host_usage *usage); /* [any] */

#endif
