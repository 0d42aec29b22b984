/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_DEPOT_H
#define DXGMAP_HOST_DEPOT_H

#include "host/interface/machine.h"
#include "host/interface/stacks.h"

/* How stacks are found, and room for those that are kept. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_depot_open(const dxgmap_host_config *config);
DXGMAP_HOST_API void dxgmap_host_depot_close(void);

#endif
