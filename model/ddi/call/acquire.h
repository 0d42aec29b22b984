/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_ACQUIRE_H
#define DXGMAP_DDI_ACQUIRE_H

#include "ddi/call/note.h"

/* Whether a call that acquires is to fail for want of memory, because the harness wished so. Asked when nothing else
   can refuse the call but the core and the host; `bytes` from `offset` is what the call would hold. */
bool dxgmap_ddi_pressed(const dxgmap_ddi_call *call, uint32_t index, uint64_t offset, uint64_t bytes);

#endif
