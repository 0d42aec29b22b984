/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_FRAMES_H
#define DXGMAP_DDI_FRAMES_H

#include "ddi/machine/record.h"

/* Physical memory as drivers ask for it. Each fills record->frames with record->pages page numbers; false: the host
   has none such. */

/* What MmAllocatePagesForMdl is given. */
typedef struct {
  PHYSICAL_ADDRESS low;
  PHYSICAL_ADDRESS high; /* the last byte */
  PHYSICAL_ADDRESS skip;
  ULONG flags;
} dxgmap_ddi_frames_wish;

/* Scattered, within [low, high]; when that range has too few pages, the next one, `skip` further up, is tried. */
bool dxgmap_ddi_frames_search(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record);

/* A run within [low, high] that crosses no multiple of `boundary` (bytes, a power of two, or 0). */
bool dxgmap_ddi_frames_run(PHYSICAL_ADDRESS low, PHYSICAL_ADDRESS high, PHYSICAL_ADDRESS boundary,
                           dxgmap_ddi_record *record);

/* What is wrong with such a skip or boundary; NULL: nothing. */
const char *dxgmap_ddi_skip_fault(PHYSICAL_ADDRESS skip);
const char *dxgmap_ddi_boundary_fault(PHYSICAL_ADDRESS boundary);

#endif
