/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_FORK_H
#define DXGMAP_HOST_FORK_H

#include "host/interface/forks.h"

/* The machine was closed: what this process opens next is its own. */
DXGMAP_HOST_API void dxgmap_host_fork_over(void);

#endif
