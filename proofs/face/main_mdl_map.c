/* SPDX-License-Identifier: MIT */
/* MmMapLockedPagesSpecifyCache: of an MDL that has no view yet. */
#include "check_mdl_map.h"

/* Where no pages are locked, the header says how many there are: as many as there is room for, fewer or more. */
static void map(uint64_t locked, uint64_t pages)
{
  world_mdl[0].locked = locked;
  world_mdl_speaks(pages);
  check_mdl_map(world_mdl[0].mdl, world_any() ? KernelMode : UserMode);
}

void main(void)
{
  world_make_one(3, MDL_PAGES_LOCKED);
  world_mdl[0].mdl->ByteCount = 0x1234;
  world_mdl[0].mdl->ByteOffset = 0x123;
  switch (Frama_C_interval(0, 5)) {
  case 0:
    map(0, 0);
    break;
  case 1:
    map(0, 1);
    break;
  case 2:
    map(0, 2);
    break;
  case 3:
    map(0, 3);
    break;
  case 4:
    map(0, Frama_C_unsigned_long_interval(4, 0x100001));
    break;
  default:
    map(3, 3);
    break;
  }
}
