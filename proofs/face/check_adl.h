/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_CHECK_ADL_H
#define DXGMAP_FACE_CHECK_ADL_H

#include "world.h"

/* What an ADL says of its pages is what the core captured: page i of the ADL is, by the core's answer, the frame of
   page `first` + i of the memory. */
static inline void check_adl(const DXGK_ADL *adl, uint32_t first, uint32_t pages)
{
  bool remapped = world_mode == DXGMAP_MODE_REMAPPING;
  /*@ check acquired: world_acquired && world_captures == pages; */
  /*@ check count: adl->PageCount == pages; */
  /*@ check reserved: adl->Flags.Reserved == 0; */
  for (uint32_t i = 0; i < pages; i++) {
    uint64_t number = adl->Flags.Contiguous != 0 ? adl->BasePageNumber + i : adl->Pages[i];
    /*@ check in: !remapped || WORLD_BASE <= number < WORLD_BASE + pages; */
    uint64_t frame = remapped ? world_captured[number - WORLD_BASE] : number;
    /*@ check says: frame == world_memory[first + i]; */
    /*@ check captured: remapped || world_captured[i] == number; */
  }
}

#endif
