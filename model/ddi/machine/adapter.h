/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_ADAPTER_H
#define DXGMAP_DDI_ADAPTER_H

#include "ddi/machine/system.h"

/* What the host gives for an adapter: its resources, its save areas, its window. */

/* A place for an adapter; NULL when all are taken. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_place(void);

/* DXGMAP_CAUSE_BAD_RESOURCE or DXGMAP_CAUSE_NO_HOST; dxgmap_ddi_adapter_release undoes what was done. */
uint32_t dxgmap_ddi_adapter_acquire(dxgmap_ddi_adapter *a, const dxgmap_start *start);

/* Gives back what the host holds for an adapter that has nothing live, and frees its place. The window of one that was
   started stays for the next in the place: its addresses wait, and keep the names of those who had them. */
void dxgmap_ddi_adapter_release(dxgmap_ddi_adapter *a);

#endif
