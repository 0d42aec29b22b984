/* SPDX-License-Identifier: MIT */
/*
 * Call stacks on Windows, by its own unwinder each time, and where their sites are: the module and an offset from its
 * start, which `addr2line -e MODULE` takes with the module's base added. Functions and lines have no names here: they
 * are in files of debug information that Windows has no small reader for.
 */
#include "host/os/os_windows.h"

#ifdef _WIN32

#include <string.h>

#define DXGMAP_OS_SYMBOLS_PATH 512u
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

/* ---- Modules ---- */

/* Of what is mapped there, past the loader, which another thread may be in. */
static void dxgmap_os_symbol_module(const void *base, dxgmap_os_symbol *symbol)
{
  char path[DXGMAP_OS_SYMBOLS_PATH];
  unsigned long length = K32GetMappedFileNameA(GetCurrentProcess(), (void *)(uintptr_t)base, path, sizeof path);
  unsigned long begin = length;
  size_t size = 0;
  while (begin > 0 && path[begin - 1] != '\\') {
    begin--;
  }
  size = length - begin < sizeof symbol->module - 1 ? length - begin : sizeof symbol->module - 1;
  memcpy(symbol->module, path + begin, size);
}

void dxgmap_os_symbol_of(const void *site, bool name, dxgmap_os_symbol *symbol)
{
  dxgmap_win_memory found;
  (void)name;
  memset(symbol, 0, sizeof *symbol);
  symbol->offset = (uint64_t)(uintptr_t)site;
  /* A site is where a call returns to, which may be the first byte after the module. */
  if (site != NULL && VirtualQuery((const char *)site - 1, &found, sizeof found) != 0 &&
      found.Type == DXGMAP_WIN_MEM_IMAGE) {
    symbol->offset = (uint64_t)((uintptr_t)site - (uintptr_t)found.AllocationBase);
    dxgmap_os_symbol_module(found.AllocationBase, symbol);
  }
}

uint32_t dxgmap_os_lines_of(const void *site, dxgmap_os_line_visitor *visitor, void *context)
{
  (void)site;
  (void)visitor;
  (void)context;
  return 0;
}

#endif
