/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CONFIG_SPACE_H
#define DXGMAP_DDI_CONFIG_SPACE_H

#include "ddi/machine/system.h"

/* The PCI configuration space of an adapter. */

/* What the description has, or a header of a display controller with a base address for each resource that has room. */
void dxgmap_ddi_config_open(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d);

/* How many bytes of [offset, offset + length) there are. */
ULONG dxgmap_ddi_config_length(ULONG offset, ULONG length);

/* Copies what of [offset, offset + length) there is; how many bytes. */
ULONG dxgmap_ddi_config_read(const dxgmap_ddi_adapter *a, void *to, ULONG offset, ULONG length);
ULONG dxgmap_ddi_config_write(dxgmap_ddi_adapter *a, const void *from, ULONG offset, ULONG length);

#endif
