/* SPDX-License-Identifier: MIT */
/* The functions that call sites stand in. */
#include "host/interface/stacks.h"
#include "host/os/os.h"
#include "host/reports/demangle.h"

#define DXGMAP_HOST_FUNCTION_PLAIN 256u

static bool dxgmap_host_names_are_wanted = true;

void dxgmap_host_symbolize(bool names)
{
  __atomic_store_n(&dxgmap_host_names_are_wanted, names, __ATOMIC_RELAXED);
}

/* A line behind: all but the last one of a site were inlined. */
typedef struct dxgmap_host_lines {
  dxgmap_host_function_visitor *visitor;
  void *context;
  const dxgmap_os_symbol *symbol;
  const char *name, *file; /* of the one before */
  uint32_t line;
} dxgmap_host_lines;

static void dxgmap_host_lines_visit(const dxgmap_host_lines *lines, bool inlined)
{
  char plain[DXGMAP_HOST_FUNCTION_PLAIN];
  const char *symbol = lines->symbol->name;
  const char *name = inlined || symbol[0] == '\0' ? lines->name : symbol;
  dxgmap_host_function function;
  function.name = dxgmap_host_demangle(name, plain, sizeof plain) ? plain : name;
  function.module = lines->symbol->module;
  function.offset = inlined ? 0 : lines->symbol->offset;
  function.file = lines->file;
  function.line = lines->line;
  function.inlined = inlined;
  lines->visitor(&function, lines->context);
}

static void dxgmap_host_lines_next(const char *name, const char *file, uint32_t line, void *context)
{
  dxgmap_host_lines *lines = context;
  if (lines->line != 0) {
    dxgmap_host_lines_visit(lines, true);
  }
  lines->name = name;
  lines->file = file;
  lines->line = line;
}

void dxgmap_host_functions_of(const void *site, dxgmap_host_function_visitor *visitor, void *context)
{
  bool names = __atomic_load_n(&dxgmap_host_names_are_wanted, __ATOMIC_RELAXED);
  dxgmap_os_symbol symbol;
  dxgmap_host_lines lines = {visitor, context, &symbol, "", "", 0};
  dxgmap_os_symbol_of(site, names, &symbol);
  if (names) {
    (void)dxgmap_os_lines_of(site, dxgmap_host_lines_next, &lines);
  }
  dxgmap_host_lines_visit(&lines, false);
}
