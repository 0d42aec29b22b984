/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REPORT_TEXT_H
#define DXGMAP_DDI_REPORT_TEXT_H

#include "ddi/machine/record.h"
#include "dxgmap.h"

/* How a report reads: its lines, and the objects in words. What stands in the line "exactly" is explain.h's. */

#define DXGMAP_DDI_REPORT_BYTES 20480u
#define DXGMAP_DDI_LINE_BYTES 320u

/* "ADL", "pool memory": of the kinds of mappings. */
const char *dxgmap_ddi_kind_name(uint32_t kind);

/* "DxgkCbFreeAdl: the handle is not that of ..." in `line`, of DXGMAP_DDI_LINE_BYTES bytes. */
void dxgmap_ddi_put_verdict(char *line, const dxgmap_violation *v);

/* The mapping in words, and whether it is live, in `line`; "" for NULL. */
void dxgmap_ddi_put_object(char *line, const dxgmap_ddi_record *record);

/* The whole report in `string`, of DXGMAP_DDI_REPORT_BYTES bytes. */
void dxgmap_ddi_put_report(char *string, const dxgmap_violation *v);

#endif
