/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_INJECT_H
#define DXGMAP_HOST_INJECT_H

#include "host/interface/result.h"

/* Every acquisition asks here first; false means that it is to fail. [any] */
DXGMAP_HOST_API bool dxgmap_host_acquire(void);

#endif
