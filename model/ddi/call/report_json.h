/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REPORT_JSON_H
#define DXGMAP_DDI_REPORT_JSON_H

#include "dxgmap.h"
#include "host/host.h"

/* What happens as a line of JSON each, ended by \n: reports, failures on purpose, and the end. report.schema.json says
   what is in them. */

void dxgmap_ddi_json_report(dxgmap_host_text *text, const dxgmap_violation *v);

/* An acquisition was made to fail, the nth of the process. */
void dxgmap_ddi_json_failed(dxgmap_host_text *text, uint32_t operation, uint64_t nth, const dxgmap_stack *call);

/* So many reports were left out by a line of the file of suppressions. */
void dxgmap_ddi_json_suppressed(dxgmap_host_text *text, const char *file, uint32_t line, const char *words,
                                uint64_t count);

/* The system was closed: what was reported since it was opened, by severity, and how many acquisitions the process
   has tried. */
void dxgmap_ddi_json_closed(dxgmap_host_text *text, const uint64_t *reports, uint64_t suppressed,
                            uint64_t acquisitions);

#endif
