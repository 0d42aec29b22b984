/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_MDL_WATCH_H
#define DXGMAP_DDI_MDL_WATCH_H

#include "ddi/call/note.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"

/* In what the MDL of a mapping differs from what was captured; NULL when it does not, when the mapping has none, and
   when it is not known to be alive. */
const char *dxgmap_ddi_mdl_change(const dxgmap_ddi_record *record);

/* What is reported of an MDL that does not stay what it was while it is mapped to the IOMMU. */

/* Reports that the MDL of a mapping is not what it was when it was mapped, if so. */
void dxgmap_ddi_check_mdl(dxgmap_ddi_call *call, const dxgmap_ddi_record *record);

/* The MDL is freed, unlocked or taken back. If it is mapped to the IOMMU, that is reported. */
void dxgmap_ddi_report_gone(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why);

#endif
