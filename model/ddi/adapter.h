/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_ADAPTER_H
#define DXGMAP_DDI_ADAPTER_H

#include "ddi/system.h"

/* Gives back what the host holds for an adapter that has nothing live, and frees its place. */
void dxgmap_ddi_adapter_release(dxgmap_ddi_adapter *a);

#endif
