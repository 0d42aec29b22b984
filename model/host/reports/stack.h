/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_STACK_H
#define DXGMAP_HOST_STACK_H

#include "host/interface/stacks.h"
#include "host/os/os.h"

/* While true, captures of this thread give the caller alone: unwinding would read code that cannot be read. [any] */
DXGMAP_HOST_API void dxgmap_host_stack_shallow(bool shallow);

/* The stack from `caller` on, at least that: DXGMAP_HOST_STACK_FRAMES sites at most; as of dxgmap_os_stack. [any] */
DXGMAP_HOST_API uint32_t dxgmap_host_stack_sites(const void *caller, void **site, dxgmap_os_trace *trace);

#endif
