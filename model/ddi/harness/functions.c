/* SPDX-License-Identifier: MIT */
#include "dxgmap.h"
#include "host/host.h"

/* dxgmap_functions_of. */

typedef struct {
  dxgmap_function_visitor *visitor;
  void *context;
} dxgmap_ddi_functions;

static void dxgmap_ddi_function_found(const dxgmap_host_function *found, void *context)
{
  const dxgmap_ddi_functions *functions = context;
  dxgmap_function function = {found->name, found->module, found->file, found->line, found->offset, found->inlined};
  functions->visitor(&function, functions->context);
}

void dxgmap_functions_of(const void *site, dxgmap_function_visitor *visitor, void *context)
{
  dxgmap_ddi_functions functions = {visitor, context};
  if (visitor != NULL) {
    dxgmap_host_functions_of(site, dxgmap_ddi_function_found, &functions);
  }
}
