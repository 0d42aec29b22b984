/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_LEND_H
#define DXGMAP_DDI_LEND_H

#include "ddi/machine/record.h"

/* The MDLs that Dxgkrnl lends: of a pin, of allocated pages. They stand in the record's list and are poisoned when it
   is released. */

/* Makes the registry's entry for the MDL in record->list, over all frames of the record. False: no memory. */
bool dxgmap_ddi_lend_prepare(dxgmap_ddi_record *record, uint64_t bytes);
void dxgmap_ddi_lend_cancel(dxgmap_ddi_record *record);

/* The mapping lives: the MDL is one that the driver may use. */
PMDL dxgmap_ddi_lend(dxgmap_ddi_record *record);

#endif
