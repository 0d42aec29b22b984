/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REPORT_H
#define DXGMAP_DDI_REPORT_H

#include "ddi/call/note.h"

/* Reports: what is known of a fault is put together and delivered. Their words are report_text.h's and explain.h's. */

/* Builds the report of one note under the lock and delivers it outside. The caller does not hold the lock. */
void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status);

/* How reports are delivered, and how many there were since the last opening. The caller holds the lock. */
void dxgmap_ddi_report_open(dxgmap_violation_handler *handler, void *context, uint32_t policy);
void dxgmap_ddi_report_to(dxgmap_violation_handler *handler, void *context);
void dxgmap_ddi_report_policy(uint32_t policy);
uint64_t dxgmap_ddi_report_count(uint32_t severity); /* 0 for what is no severity */

/* Nothing more is reported: the log is told what there was, and closed. The caller does not hold the lock. */
void dxgmap_ddi_report_close(void);

#endif
