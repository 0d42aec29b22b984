/* SPDX-License-Identifier: MIT */
/* MmMapLockedPagesSpecifyCache: of an MDL that has a view already, of the system, of this process or of another. */
#include "check_mdl_map.h"

/* The system has one good view of an MDL at most. */
static void map(KPROCESSOR_MODE mode)
{
  bool had = world_view[0].type == KernelMode && !world_view[0].doubtful;
  check_mdl_map(world_any_mdl(), mode);
  const dxgmap_ddi_record *view = world_shown;
  if (view != NULL && mode == KernelMode) {
    /*@ check once: !had; */
  }
}

void main(void)
{
  world_make_one(1, 0);
  world_mdl[0].by_hand = false;
  world_mdl[0].mdl->ByteCount = 0x1000;
  world_mdl[0].mdl->ByteOffset = 0;
  world_make_view(0, WORLD_HERE);
  world_view[0].doubtful = world_any();
  map(world_any() ? KernelMode : UserMode);
}
