/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_FRAMES_H
#define DXGMAP_DDI_FRAMES_H

#include "ddi/call/note.h"
#include "ddi/machine/record.h"

/* Physical memory as drivers ask for it. Each gives a record its page numbers, record->pages of them; false: the host
   has none such. */

/* What MmAllocatePagesForMdl is given. */
typedef struct {
  PHYSICAL_ADDRESS low;
  PHYSICAL_ADDRESS high; /* the last byte */
  PHYSICAL_ADDRESS skip;
  ULONG flags;
} dxgmap_ddi_frames_wish;

/* Scattered, within [low, high]; when that range has too few pages, the next one, `skip` further up, is tried. With
   REQUIRE_CONTIGUOUS_CHUNKS: in chunks of `skip` bytes, each contiguous and on a multiple of its size, or in one chunk
   if it is 0. With DONT_ZERO they hold something. */
bool dxgmap_ddi_frames_search(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record);

/* A run within [low, high] that crosses no multiple of `boundary` (bytes, a power of two, or 0). It holds something. */
bool dxgmap_ddi_frames_run(PHYSICAL_ADDRESS low, PHYSICAL_ADDRESS high, PHYSICAL_ADDRESS boundary,
                           dxgmap_ddi_record *record);

/* Frames were refused: a note says so where the highest address that is acceptable allows none at all, which a
   structure of zeroes asks for. */
void dxgmap_ddi_frames_explain(dxgmap_ddi_call *call, PHYSICAL_ADDRESS high);

/* What is wrong with such a skip or boundary; NULL: nothing. */
const char *dxgmap_ddi_skip_fault(PHYSICAL_ADDRESS skip, ULONG flags, uint64_t bytes);
const char *dxgmap_ddi_boundary_fault(PHYSICAL_ADDRESS boundary);

#endif
