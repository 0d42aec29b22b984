/* SPDX-License-Identifier: MIT */
/* MmGetSystemAddressForMdlSafe. */
#include "world_mdl_view.h"

#include "model/ddi/call/cache.c"
#include "model/ddi/call/mdl_view.c"
#include "model/ddi/callbacks/mdl_map.c"

/* The address that the header has is told where its flags say that it is one; else a view of the system is made. */
static void address_of(PMDL given)
{
  const dxgmap_ddi_record *views = world_mdl[0].views;
  const MDL *mdl = world_mdl[0].mdl;
  CSHORT flags = mdl->MdlFlags;
  PVOID address = MmGetSystemAddressForMdlSafe(given, world_any32());
  const dxgmap_ddi_record *view = world_shown;
  world_unlocked();
  if (view != NULL) {
    /*@ check made: address == view->address && view->type == 0 && view->beside == views; */
    /*@ check header: mdl->MappedSystemVa == address && (mdl->MdlFlags & 1) == 1; */
  } else if (address != NULL) {
    /*@ check known: (flags & 5) != 0 && address == (void *)&world_own[0]; */
    /*@ check kept: mdl->MdlFlags == flags && world_mdl[0].views == views; */
  } else {
    /*@ check nothing: world_mdl[0].views == views && mdl->MappedSystemVa == (void *)&world_own[0]; */
  }
}

void main(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    world_make_one(1, MDL_PAGES_LOCKED);
    break;
  case 1:
    world_make_one(1, MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA);
    break;
  default:
    world_make_one(1, MDL_SOURCE_IS_NONPAGED_POOL);
    break;
  }
  world_mdl[0].mdl->ByteCount = 0x1000;
  world_mdl[0].mdl->ByteOffset = 0x123;
  if (world_any()) {
    world_make_view(0, WORLD_OWN);
  }
  address_of(world_any_mdl());
}
