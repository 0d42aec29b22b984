#ifndef DXGMAP_DDI_HANDLE_H
#define DXGMAP_DDI_HANDLE_H

#include "ddi/system.h"

/* Mapping handles as they come from the driver. */

/* Says whose the handle that could not be released is, or was. */
void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, HANDLE handle, uint32_t kind);

#endif
