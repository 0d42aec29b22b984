/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_EXPLAIN_VIEW_H
#define DXGMAP_DDI_EXPLAIN_VIEW_H

#include "ddi/call/note.h"
#include "ddi/machine/core.h"

/* What exactly is wrong, as in explain.h, for the callbacks that map and unmap a view for the CPU. */

/* Says how the range lies to the adapter's resources: which one holds its beginning, and by how much it ends beyond;
   which one of the other space holds it. */
void dxgmap_ddi_blame_range(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_view_request *request);

/* Says what is wrong with the address that an unmap was given in the argument `name`: NULL, the address of the variable
   that has the view's, or as dxgmap_ddi_blame_address says. */
void dxgmap_ddi_blame_unmap(dxgmap_ddi_call *call, const char *name, const void *address);

#endif
