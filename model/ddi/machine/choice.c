/* SPDX-License-Identifier: MIT */
#include "ddi/machine/choice.h"

#include "ddi/machine/system.h"

uint64_t dxgmap_ddi_choose_from(uint64_t *choices, uint64_t below)
{
  *choices += 0x9E3779B97F4A7C15u;
  uint64_t mixed = (*choices ^ (*choices >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return (mixed ^ (mixed >> 31)) % below;
}

uint64_t dxgmap_ddi_choose(uint64_t below)
{
  return dxgmap_ddi_choose_from(&dxgmap_ddi.choices, below);
}
