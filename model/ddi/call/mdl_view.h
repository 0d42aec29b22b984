/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_MDL_VIEW_H
#define DXGMAP_DDI_MDL_VIEW_H

#include "ddi/call/note.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"

/* The views of MmMapLockedPagesSpecifyCache, and how they end. */

/* Whether the MDL, header and page numbers, may be read and written: one that the driver made may be gone. */
bool dxgmap_ddi_mdl_there(const dxgmap_ddi_mdl *entry);

/* Of a process, and not of the system. */
bool dxgmap_ddi_mdl_view_of_process(const dxgmap_ddi_record *view);

/* The view ends: its addresses fault. */
void dxgmap_ddi_mdl_view_end(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *view, const void *site);

/* All of them end: the pages of the MDL are locked no more. */
void dxgmap_ddi_mdl_views_end(dxgmap_ddi_mdl *entry, const void *site);

/* The same, and those of processes are reported: the memory manager ends that of the system alone (decision 70). */
void dxgmap_ddi_mdl_views_report(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why);

#endif
