/* SPDX-License-Identifier: MIT */
/* Call stacks on Windows, by its own unwinder each time. */
#include "host/os/os_windows.h"

#ifdef _WIN32

#define DXGMAP_OS_STACK_DEPTH 104u /* frames looked at, those of the library and of this file included */

void dxgmap_os_stack_by(bool unwinder)
{
  (void)unwinder;
}

void dxgmap_os_stack_know(void)
{
}

__attribute__((noinline)) uint32_t dxgmap_os_stack(const void *caller, void **site, uint32_t most,
                                                   dxgmap_os_trace *trace)
{
  void *all[DXGMAP_OS_STACK_DEPTH];
  uint32_t count = RtlCaptureStackBackTrace(0, DXGMAP_OS_STACK_DEPTH, all, NULL), first = 0, kept = 0;
  caller = caller != NULL ? caller : __builtin_return_address(0);
  trace->words = 0;
  while (first < count && all[first] != caller) {
    first++;
  }
  while (first + kept < count && kept < most) {
    site[kept] = all[first + kept];
    kept++;
  }
  return kept;
}

#endif
