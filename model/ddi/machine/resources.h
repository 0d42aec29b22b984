/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RESOURCES_H
#define DXGMAP_DDI_RESOURCES_H

#include "ddi/machine/system.h"

/* The ranges that an adapter owns: their memory, and the list that the driver is shown. */

/* Takes over what the list says beside the ranges; before dxgmap_ddi_resources_open. */
void dxgmap_ddi_resources_describe(dxgmap_ddi_adapter *a, const dxgmap_adapter_description *d);

/* DXGMAP_CAUSE_BAD_RESOURCE: a range overlaps memory or another one, or cannot be listed. DXGMAP_CAUSE_NO_HOST. After
   a failure dxgmap_ddi_resources_close undoes what was done. */
uint32_t dxgmap_ddi_resources_open(dxgmap_ddi_adapter *a, const dxgmap_start *start);
void dxgmap_ddi_resources_close(dxgmap_ddi_adapter *a);

/* Why a start is refused for its resource i, with these flags of a resource list: "is empty"; NULL if it is not. */
const char *dxgmap_ddi_resource_fault(const dxgmap_start *start, uint32_t i, uint16_t flags);

/* The resource of that space that holds all of [start, start + length); DXGMAP_RESOURCES when none does. */
uint32_t dxgmap_ddi_resource_of(const dxgmap_ddi_adapter *a, uint32_t space, uint64_t start, uint64_t length);

/* The started adapter one of whose memory resources holds all of it; NULL when none does. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_memory(uint64_t physical, uint64_t length);

/* The started adapter one of whose port resources holds [port, port + width); NULL when none does. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_port(uint64_t port, uint32_t width);

/* The device's own view of a byte of memory resource i. */
uint8_t *dxgmap_ddi_resource_byte(const dxgmap_ddi_adapter *a, uint32_t i, uint64_t physical);

#endif
