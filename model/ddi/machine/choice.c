/* SPDX-License-Identifier: MIT */
#include "ddi/machine/choice.h"

#include "ddi/machine/system.h"

/* A part of `below`, as a 32-bit number is one of all: a division takes longer than all the rest of a choice. */
/*@ requires some: 0 < below <= UINT32_MAX;
    requires share: share <= UINT32_MAX;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures below: \result < below; */
static uint64_t dxgmap_ddi_share_of(uint64_t below, uint64_t share)
{
  /*@ assert least: share * below <= UINT32_MAX * below; */
  /*@ assert most: share * below <= UINT32_MAX * UINT32_MAX; */
  return share * below / ((uint64_t)UINT32_MAX + 1);
}

uint64_t dxgmap_ddi_choose_from(uint64_t *choices, uint64_t below)
{
  *choices += 0x9E3779B97F4A7C15u;
  uint64_t mixed = (*choices ^ (*choices >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  mixed ^= mixed >> 31;
  return below <= UINT32_MAX ? dxgmap_ddi_share_of(below, mixed / ((uint64_t)UINT32_MAX + 1)) : mixed % below;
}

uint64_t dxgmap_ddi_choose(uint64_t below)
{
  return dxgmap_ddi_choose_from(&dxgmap_ddi.choices, below);
}
