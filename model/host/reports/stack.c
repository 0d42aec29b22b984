/* SPDX-License-Identifier: MIT */
/* Call stacks without the frames of the library. */
#include "host/reports/stack.h"

#include <string.h>

static DXGMAP_OS_OF_THREAD bool dxgmap_host_stack_is_shallow;

void dxgmap_host_stack_shallow(bool shallow)
{
  dxgmap_host_stack_is_shallow = shallow;
}

uint32_t dxgmap_host_stack_sites(const void *caller, void **site, dxgmap_os_trace *trace)
{
  uint32_t count = 0;
  if (dxgmap_host_stack_is_shallow) {
    trace->words = 0;
  } else {
    count = dxgmap_os_stack(caller, site, DXGMAP_HOST_STACK_FRAMES, trace);
  }
  if (count == 0) {
    /* All that is known: it sits deeper than was looked, or what it called has no unwind tables. */
    site[0] = (void *)(uintptr_t)caller;
    count = 1;
  }
  return count;
}

void dxgmap_host_stack_capture(const void *caller, dxgmap_host_stack *stack)
{
  void *site[DXGMAP_HOST_STACK_FRAMES];
  dxgmap_os_trace none;
  none.words = 0;
  memset(stack, 0, sizeof *stack);
  stack->count = dxgmap_host_stack_sites(caller != NULL ? caller : __builtin_return_address(0), site, &none);
  memcpy(stack->site, site, stack->count * sizeof site[0]);
}

const void *dxgmap_host_function_of(const void *site)
{
  dxgmap_os_symbol symbol;
  dxgmap_os_symbol_of(site, true, &symbol);
  return symbol.name[0] != '\0' ? (const char *)site - symbol.offset : NULL;
}

bool dxgmap_host_stack_same(const dxgmap_host_stack *a, const dxgmap_host_stack *b)
{
  return a->count == b->count && memcmp(a->site, b->site, a->count * sizeof(a->site[0])) == 0;
}
