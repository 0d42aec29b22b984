/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_PLACE_H
#define DXGMAP_DDI_PLACE_H

#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* Where CPU views stand in a window: their adapter's, or that of the physical memory objects. */

/* An address that no view has: what the core is asked about when the driver's pointer is not in the window. */
#define DXGMAP_DDI_NOWHERE UINT64_MAX

/* Byte offset of an address in the window, DXGMAP_DDI_NOWHERE when it is outside. */
uint64_t dxgmap_ddi_window_offset(const dxgmap_ddi_window *window, const void *address);

/* How many pages without data stand before the data of a view. The pages of the callbacks leave the output Offset open,
   so it is neither less than a page nor the input. */
uint32_t dxgmap_ddi_slack(uint64_t offset);

/* Takes `span` window pages for the record. False: the host has no room. */
bool dxgmap_ddi_place_claim(const dxgmap_ddi_window *window, dxgmap_ddi_record *record, uint64_t span);

/* The mapping is no more: its window pages are free. */
void dxgmap_ddi_place_remove(const dxgmap_ddi_record *record);

/* The mapping did not come to be: nor does the record, and its window pages are free. */
void dxgmap_ddi_place_cancel(dxgmap_ddi_record *record);

/* What the core answered to the map: the mapping lives there under its identity, or did not come to be. The cause. */
uint32_t dxgmap_ddi_place_settle(dxgmap_ddi_record *record, dxgmap_outcome outcome);

#endif
