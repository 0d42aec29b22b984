/* SPDX-License-Identifier: MIT */
/* The caller's own pointers: whether they lead to memory. [any] */
#ifndef DXGMAP_HOST_INTERFACE_REACH_H
#define DXGMAP_HOST_INTERFACE_REACH_H

#include "host/interface/result.h"

/* The bytes are surely of the running thread's stack, and so can be read and written. */
DXGMAP_HOST_API bool dxgmap_host_on_stack(const void *address, uint64_t length);

/* Copies memory that may not be there: false then. */
DXGMAP_HOST_API bool dxgmap_host_peek(const void *address, void *to, size_t length);

#endif
