/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_JUDGE_H
#define DXGMAP_DDI_JUDGE_H

#include "ddi/call/note.h"

/* Calls that only have to be judged: what they do is no business of the core's. */

/* Begins the call on an object of the driver's, which it writes to. False: the object is not there; the call has ended,
   and that was reported. */
bool dxgmap_ddi_judge_enter(dxgmap_ddi_call *call, uint32_t operation, const char *name, const void *object,
                            size_t bytes, const void *site);

/* Ends it; a fault that is not NULL is reported. True: there is none. */
bool dxgmap_ddi_judge_leave(dxgmap_ddi_call *call, const char *fault);

#endif
