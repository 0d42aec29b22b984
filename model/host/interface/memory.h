/* SPDX-License-Identifier: MIT */
/* Memory for the caller's own bookkeeping. [any], but for what is said to be under the lock. */
#ifndef DXGMAP_HOST_INTERFACE_MEMORY_H
#define DXGMAP_HOST_INTERFACE_MEMORY_H

#include "host/interface/result.h"

/* A zeroed block of `bytes` from the heap (so that sanitizers watch it); NULL on failure or for zero bytes. */
DXGMAP_HOST_API void *dxgmap_host_allocate(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_free(void *block, size_t bytes);

/* The same for small blocks that come and go with each call: what is given back waits to be taken again. Under the
   lock. */
DXGMAP_HOST_API void *dxgmap_host_take(size_t bytes);
DXGMAP_HOST_API void *dxgmap_host_take_with(size_t bytes, size_t zeroed); /* of which so many are zero, at least */
DXGMAP_HOST_API void dxgmap_host_give(void *block, size_t bytes);

/* A zeroed region of whole pages that costs only what is touched; NULL on failure. Works on a closed host too. */
DXGMAP_HOST_API void *dxgmap_host_reserve(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_unreserve(void *region, size_t bytes);

/* The same for what stays until the machine is closed: a part of what that has reserved at once, if there is room (the
   configuration's `lasting_bytes`). Under the lock. */
DXGMAP_HOST_API void *dxgmap_host_reserve_lasting(size_t bytes);
DXGMAP_HOST_API void dxgmap_host_unreserve_lasting(void *region, size_t bytes);

/* The limit of the system that the last refusal came from, once; NULL if there was none since. A failure that was asked
   for is none. */
DXGMAP_HOST_API const char *dxgmap_host_shortage(void);

#endif
