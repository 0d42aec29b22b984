/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RELEASE_H
#define DXGMAP_DDI_RELEASE_H

#include "ddi/record.h"
#include "ddi/system.h"

/* The core released the mapping: the host takes back what it gave for it. What the driver still does with its MDL is
   reported by `call`. */
void dxgmap_ddi_give_back(dxgmap_ddi_call *call, dxgmap_ddi_record *record);

/* The same without reports, for a stop. */
void dxgmap_ddi_take_back(dxgmap_ddi_record *record, const void *site);

/* Reports that the MDL of a mapping is not what it was when it was mapped, if so. */
void dxgmap_ddi_check_mdl(dxgmap_ddi_call *call, const dxgmap_ddi_record *record);

#endif
