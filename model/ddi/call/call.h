/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CALL_H
#define DXGMAP_DDI_CALL_H

#include "ddi/call/note.h"

/* One call of the driver or the harness, from the moment it takes the lock to the reports that follow it. */

/* Takes the lock of the machine. False: the system is not open, nothing may be called but leave. */
bool dxgmap_ddi_enter(dxgmap_ddi_call *call, uint32_t operation, HANDLE adapter, const void *site);

/* An operation that is its adapter's alone (operation.h) goes in by these two. The first takes the lock of the part
   that is the adapter's, by its place in the core's table, which the caller takes from a handle that nobody has judged
   yet; or else the lock of the machine, as above. Under the lock of a part a call either succeeds, or leaves all as it
   was, asks nobody else's state, and explains nothing: for then the second takes the lock of the machine in its stead,
   and the call is made anew, with what it says and reports. False: it is done, or the system is not open any more, and
   *cause is `otherwise`. */
bool dxgmap_ddi_enter_alone(dxgmap_ddi_call *call, uint32_t operation, uint32_t place, HANDLE adapter,
                            const void *site);
bool dxgmap_ddi_over(dxgmap_ddi_call *call, uint32_t *cause, uint32_t otherwise);

/* Gives the lock back, then delivers what there is to report. The answer is the status of `cause`. */
NTSTATUS dxgmap_ddi_leave(dxgmap_ddi_call *call, uint32_t cause);

/* The return address of the function it stands in. */
#define DXGMAP_DDI_SITE __builtin_extract_return_addr(__builtin_return_address(0))

#endif
