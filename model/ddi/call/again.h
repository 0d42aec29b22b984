/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_AGAIN_H
#define DXGMAP_DDI_AGAIN_H

#include "ddi/call/note.h"
#include "ddi/machine/record.h"

/* A video miniport has no stop, so what it maps may live for ever; but not more of it at each mode set. `record` is its
   new view. Reports that its range is mapped again when the same calls, by their stack, have mapped it before, or any
   two have, for the same process, and those views live; once for all of them. */
void dxgmap_ddi_note_again(dxgmap_ddi_call *call, const dxgmap_ddi_record *record);

#endif
