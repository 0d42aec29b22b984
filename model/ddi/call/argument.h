/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_ARGUMENT_H
#define DXGMAP_DDI_ARGUMENT_H

#include "ddi/call/note.h"

/* What a callback reads and writes through a pointer that the driver gives. Each such pointer is asked about here
   before it is followed and before anything changes, so that the library never faults on the driver's behalf. */

/* Whether `bytes` bytes at the argument of that name can be read. False: the subject says why not, and the cause is
   DXGMAP_CAUSE_BAD_ARGUMENT. */
bool dxgmap_ddi_argument_in(dxgmap_ddi_call *call, const char *name, const void *at, size_t bytes);

/* And written. */
bool dxgmap_ddi_argument_out(dxgmap_ddi_call *call, const char *name, const void *at, size_t bytes);

#endif
