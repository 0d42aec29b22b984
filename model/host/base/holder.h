/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_HOLDER_H
#define DXGMAP_HOST_HOLDER_H

#include "host/interface/threads.h"

/* What dxgmap_host_holder answers the running thread from now on. */
DXGMAP_HOST_API void dxgmap_host_hold(uint32_t holder);

#endif
