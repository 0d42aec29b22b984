/* SPDX-License-Identifier: MIT */
/* MmUnmapLockedPages: of an MDL that has no view, one or two, at an address where there is one or none. */
#include "world_mdl_view.h"

#include "model/ddi/call/mdl_view.c"
#include "model/ddi/callbacks/mdl_map.c"

static bool unmap_in_system(const dxgmap_ddi_record *view)
{
  return view->live && view->type == KernelMode;
}

static void unmap(PVOID base, PMDL given)
{
  const MDL *mdl = world_mdl[0].mdl;
  MmUnmapLockedPages(base, given);
  const dxgmap_ddi_record *ended = world_hidden;
  world_unlocked();
  bool in_system = unmap_in_system(&world_view[0]) || unmap_in_system(&world_view[1]);
  if (ended == NULL) {
    /*@ check kept: mdl->MappedSystemVa == (void *)&world_own[0] && (mdl->MdlFlags & 1) == 1; */
    return;
  }
  /*@ check at: ended->address == base && !ended->live; */
  if (ended->type == UserMode) {
    /*@ check current: ended->process == 0x7007; */
    /*@ check system_kept: mdl->MappedSystemVa == (void *)&world_own[0] && (mdl->MdlFlags & 1) == 1; */
  } else if (in_system) {
    /*@ check other_kept: mdl->MappedSystemVa == (void *)&world_own[0] && (mdl->MdlFlags & 1) == 1; */
  } else {
    bool there = !world_mdl[0].by_hand; /* else it may be gone by the time */
    /*@ check gone: !there || mdl->MappedSystemVa == \null && (mdl->MdlFlags & 1) == 0; */
  }
}

void main(void)
{
  world_make_one(1, MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA);
  world_mdl[0].by_hand = world_any();
  world_mdl[0].view = (uint64_t)Frama_C_nondet((int)WORLD_LIVE, 0); /* that ended before, at NULL */
  switch (Frama_C_interval(0, 3)) {
  case 0:
    break;
  case 1:
    world_make_view(0, WORLD_HERE);
    break;
  case 2:
    world_make_view(0, WORLD_HERE);
    world_make_view(1, WORLD_HERE);
    break;
  default:
    world_make_view(0, WORLD_HERE);
    world_make_view(1, WORLD_THERE);
    break;
  }
  unmap(world_any() ? WORLD_HERE : NULL, world_any_mdl());
}
