/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REPORT_H
#define DXGMAP_DDI_REPORT_H

#include "ddi/call.h"

/* Builds the report of one note under the lock and delivers it outside. The caller does not hold the lock. */
void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status);

/* How reports are delivered. */
void dxgmap_ddi_report_open(dxgmap_violation_handler *handler, void *context, uint32_t policy);

#endif
