/* SPDX-License-Identifier: MIT */
/* Call stacks, and those of each identity. */
#ifndef DXGMAP_HOST_INTERFACE_STACKS_H
#define DXGMAP_HOST_INTERFACE_STACKS_H

#include "host/interface/result.h"

#define DXGMAP_HOST_STACK_FRAMES 24u /* call sites kept of one stack */

typedef struct dxgmap_host_stack {
  uint32_t count; /* 0 if none was captured */
  const void *site[DXGMAP_HOST_STACK_FRAMES];
} dxgmap_host_stack;

typedef struct dxgmap_host_history {
  dxgmap_host_stack map;
  dxgmap_host_stack unmap; /* empty while live */
} dxgmap_host_history;

/*
 * The stack of the running thread from `caller` outwards, which is __builtin_return_address(0) of the public function
 * (so that no frame of the library shows), or NULL for all of it. Allocates nothing. [any]
 */
DXGMAP_HOST_API void dxgmap_host_stack_capture(const void *caller, dxgmap_host_stack *stack);

/* Whether both are of the same calls. [any] */
DXGMAP_HOST_API bool dxgmap_host_stack_same(const dxgmap_host_stack *a, const dxgmap_host_stack *b);

/* Where the function begins that a call site stands in; NULL if that is not known. [any] */
DXGMAP_HOST_API const void *dxgmap_host_function_of(const void *site);

/*
 * History of an identity, in the order of an acquisition: reserve a record before the core is asked (the step that
 * can fail), then either bind it to the handle or cancel it. Release fills in the second stack; after
 * `released_stacks` later releases it is forgotten. Release of an unknown handle does nothing.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_history_reserve(const void *caller, uint64_t *ticket);
DXGMAP_HOST_API void dxgmap_host_history_cancel(uint64_t ticket);
DXGMAP_HOST_API void dxgmap_host_history_bind(uint64_t ticket, uint64_t handle);
DXGMAP_HOST_API void dxgmap_host_history_release(uint64_t handle, const void *caller);

/* Copies what is known of `handle`; false if nothing is. */
DXGMAP_HOST_API bool dxgmap_host_history_find(uint64_t handle, dxgmap_host_history *history);

#endif
