/* SPDX-License-Identifier: MIT */
#include "ddi/machine/choice.h"

#include "ddi/machine/system.h"

uint64_t dxgmap_ddi_choose_from(uint64_t *choices, uint64_t below)
{
  *choices += 0x9E3779B97F4A7C15u;
  uint64_t mixed = (*choices ^ (*choices >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  mixed ^= mixed >> 31;
  return below <= UINT32_MAX ? (mixed >> 32) * below >> 32 : mixed % below; /* a division takes longer than all else */
}

uint64_t dxgmap_ddi_choose(uint64_t below)
{
  return dxgmap_ddi_choose_from(&dxgmap_ddi.choices, below);
}
