/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_POOL_H
#define DXGMAP_HOST_POOL_H

#include "host/interface/machine.h"
#include "host/interface/memory.h"

/* Gives back what waits to be used again, and takes it off what is in use. */
DXGMAP_HOST_API void dxgmap_host_pool_close(void);
DXGMAP_HOST_API void dxgmap_host_pool_usage(dxgmap_host_usage *usage);

#endif
