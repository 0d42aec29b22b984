/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_SEVERITY_H
#define DXGMAP_DDI_SEVERITY_H

#include "ddi/call/note.h"

/* How grave a report is: enum dxgmap_severity. Of a cause that is reported, as spec/status.md has it; the operation
   that met it may make it milder, and so may whoever found it. */
uint32_t dxgmap_ddi_severity(uint32_t operation, const dxgmap_ddi_note *note);

/* "error", "warning" or "note". */
const char *dxgmap_ddi_severity_word(uint32_t severity);

#endif
