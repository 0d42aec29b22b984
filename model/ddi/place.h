#ifndef DXGMAP_DDI_PLACE_H
#define DXGMAP_DDI_PLACE_H

#include "ddi/record.h"
#include "ddi/system.h"

/* Where CPU views stand in the window of their adapter. */

/* An address that no view has: what the core is asked about when the driver's pointer is not in the window. */
#define DXGMAP_DDI_NOWHERE UINT64_MAX

/* Byte offset of an address in the adapter's window, DXGMAP_DDI_NOWHERE when it is outside. */
uint64_t dxgmap_ddi_window_offset(const dxgmap_ddi_adapter *a, const void *address);

/* Takes `slack + pages` window pages for the record. 0: the host has no room. */
int dxgmap_ddi_place_claim(const dxgmap_ddi_adapter *a, dxgmap_ddi_record *record, uint64_t span);

/* The mapping did not come to be. */
void dxgmap_ddi_place_cancel(const dxgmap_ddi_adapter *a, const dxgmap_ddi_record *record);

/* The mapping lives there. */
void dxgmap_ddi_place_own(const dxgmap_ddi_adapter *a, const dxgmap_ddi_record *record);

/* Says who had, or has, the address that could not be released. */
void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address);

#endif
