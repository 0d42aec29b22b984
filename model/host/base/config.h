/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_CONFIG_H
#define DXGMAP_HOST_CONFIG_H

#include "host/interface/machine.h"

/* What the machine was opened with; NULL while it is closed. */
DXGMAP_HOST_API const dxgmap_host_config *dxgmap_host_opened(void);

/* The machine is open with a copy of *config, or closed if that is NULL. */
DXGMAP_HOST_API void dxgmap_host_open_with(const dxgmap_host_config *config);

#endif
