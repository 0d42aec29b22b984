/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_HISTORY_H
#define DXGMAP_HOST_HISTORY_H

#include "host/interface/machine.h"

/* Room for the stacks of `released` identities that are released, besides those of the live ones. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_history_open(uint64_t released);
DXGMAP_HOST_API void dxgmap_host_history_close(void);
DXGMAP_HOST_API void dxgmap_host_history_usage(dxgmap_host_usage *usage);

#endif
