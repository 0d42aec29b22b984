/* SPDX-License-Identifier: MIT */
/* Call stacks, and those of each identity. */
#ifndef DXGMAP_HOST_INTERFACE_STACKS_H
#define DXGMAP_HOST_INTERFACE_STACKS_H

#include "host/interface/result.h"

#define DXGMAP_HOST_STACK_FRAMES 24u /* call sites kept of one stack */

typedef struct dxgmap_host_stack {
  uint32_t count; /* 0 if none was captured */
  uint32_t lost;  /* 1: one was, but there was no room to keep it */
  const void *site[DXGMAP_HOST_STACK_FRAMES];
} dxgmap_host_stack;

/* What is known of an object that has no record. */
typedef struct dxgmap_host_history {
  dxgmap_host_stack map;
  dxgmap_host_stack unmap; /* empty while live */
} dxgmap_host_history;

/* How the stacks that are kept are found; those of reports alone are always. */
enum dxgmap_host_stacks {
  DXGMAP_HOST_STACKS_FAST = 0, /* by what is known of each call site, which the unwinder has proved once */
  DXGMAP_HOST_STACKS_FULL = 1, /* by the unwinder */
  DXGMAP_HOST_STACKS_OFF = 2   /* none is kept */
};

/*
 * The stack of the running thread from `caller` outwards, which is __builtin_return_address(0) of the public function
 * (so that no frame of the library shows), or NULL for all of it. Allocates nothing. [any]
 */
DXGMAP_HOST_API void dxgmap_host_stack_capture(const void *caller, dxgmap_host_stack *stack);

/* The same, kept: one copy of equal stacks, by its number, until the machine is closed. 0: none is kept; the last
   number: there is no room for another. */
#define DXGMAP_HOST_STACK_NOT_KEPT UINT32_MAX
DXGMAP_HOST_API uint32_t dxgmap_host_stack_keep(const void *caller);
DXGMAP_HOST_API void dxgmap_host_stack_kept(uint32_t number, dxgmap_host_stack *stack);

/* Whether both are of the same calls. [any] */
DXGMAP_HOST_API bool dxgmap_host_stack_same(const dxgmap_host_stack *a, const dxgmap_host_stack *b);

/* Where the function begins that a call site stands in; NULL if that is not known. [any] */
DXGMAP_HOST_API const void *dxgmap_host_function_of(const void *site);

/* A function that a call site stands in. What is not known is "" or 0. */
typedef struct dxgmap_host_function {
  const char *name;
  const char *module; /* base name of the program or library */
  const char *file;   /* by debug information, if this build reads it */
  uint32_t line;
  uint64_t offset; /* of the site, from where the function begins, or from the module if there is no name */
  bool inlined;    /* into the next one; no offset then */
} dxgmap_host_function;

/* Each of a site, the innermost first; the last is not inlined. The words die when the visitor returns. [any] */
typedef void dxgmap_host_function_visitor(const dxgmap_host_function *function, void *context);
DXGMAP_HOST_API void dxgmap_host_functions_of(const void *site, dxgmap_host_function_visitor *visitor, void *context);

/* Whether names and lines are looked for; at first they are. [any] */
DXGMAP_HOST_API void dxgmap_host_symbolize(bool names);

#endif
