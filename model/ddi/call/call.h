/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CALL_H
#define DXGMAP_DDI_CALL_H

#include "ddi/call/note.h"

/* One call of the driver or the harness, from the moment it takes the lock to the reports that follow it. */

/* Takes the lock. False: the system is not open, nothing may be called but leave. */
bool dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site);

/* Gives the lock back, then delivers what there is to report. The answer is the status of `cause`. */
NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause);

/* The return address of the function it stands in. */
#define DXGMAP_DDI_SITE __builtin_extract_return_addr(__builtin_return_address(0))

#endif
