#ifndef DXGMAP_DDI_ADAPTER_H
#define DXGMAP_DDI_ADAPTER_H

#include "ddi/system.h"

/* dxgmap_adapter_stop, for a call site of the caller's. */
uint32_t dxgmap_ddi_stop(HANDLE adapter, uint64_t *leaks, const void *site);

#endif
