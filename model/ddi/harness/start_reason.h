/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_START_REASON_H
#define DXGMAP_DDI_START_REASON_H

#include "ddi/call/note.h"
#include "ddi/machine/core.h"

/* Says which member of the description a start was refused for, and why. Under the lock. */
void dxgmap_ddi_blame_start(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_adapter_description *d,
                            const dxgmap_start *start);

#endif
