/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RELEASE_H
#define DXGMAP_DDI_RELEASE_H

#include "ddi/call/note.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"

/* What ends with a mapping on the host's side. */

/* The core released the mapping: the host takes back what it gave for it. What the driver still does with its MDL is
   reported by `call`. */
void dxgmap_ddi_give_back(dxgmap_ddi_call *call, dxgmap_ddi_record *record);

/* The same without reports, for a stop. */
void dxgmap_ddi_take_back(dxgmap_ddi_record *record, const void *site);

#endif
