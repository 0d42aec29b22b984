/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REPORT_LOG_H
#define DXGMAP_DDI_REPORT_LOG_H

#include "dxgmap.h"

/* Where reports are written, and how: as text, coloured on a terminal, or as lines of JSON; on standard error, or in a
   file. Each is written as a whole, whatever other threads write, with or without the lock. */

/* By the options in force. False: the file cannot be opened; standard error was told. */
bool dxgmap_ddi_log_open(void);
void dxgmap_ddi_log_close(void);

/* In a forked copy of the process. */
void dxgmap_ddi_log_forked(void);

/* Standard error has what no handler has; the file of the option log_path has everything. */
void dxgmap_ddi_log_report(const dxgmap_violation *v, bool handled);

/* What is told as JSON alone. */
void dxgmap_ddi_log_failed(uint32_t operation, uint64_t nth, const dxgmap_stack *call);
void dxgmap_ddi_log_closed(const uint64_t *reports, uint64_t suppressed, uint64_t acquisitions);

/* How often a line of the file of suppressions was of use. */
void dxgmap_ddi_log_suppressed(const char *file, uint32_t line, const char *words, uint64_t count);

#endif
