/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_MDL_H
#define DXGMAP_DDI_MDL_H

#include "ddi/call.h"
#include "ddi/mdls.h"
#include "ddi/record.h"

/* In what the MDL of a mapping differs from what was captured; NULL when it does not, when the mapping has none, and
   when it is not known to be alive. */
const char *dxgmap_ddi_mdl_change(const dxgmap_ddi_record *record);

/* The MDL is freed, unlocked or taken back. If it is mapped to the IOMMU, that is reported. */
void dxgmap_ddi_report_gone(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why);

/* Ends the system mapping of the MDL, if it has one. */
void dxgmap_ddi_mdl_unmap_system(dxgmap_ddi_mdl *entry);

#endif
