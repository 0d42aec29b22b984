/* SPDX-License-Identifier: MIT */
/* MmMapLockedPagesSpecifyCache, MmGetSystemAddressForMdlSafe, MmUnmapLockedPages: of what is no MDL any more,
   in no mode and no caching type that there is, and with numbers in the header that no MDL has. */
#include "world_mdl_view.h"

#include "model/ddi/call/cache.c"
#include "model/ddi/call/mdl_view.c"
#include "model/ddi/callbacks/mdl_map.c"

static void no_arguments(void)
{
  int cache = Frama_C_interval(INT32_MIN, INT32_MAX);
  KPROCESSOR_MODE mode = (KPROCESSOR_MODE)Frama_C_interval(-128, 127);
  if (world_any()) {
    cache = world_any() ? Frama_C_interval(INT32_MIN, -1) : Frama_C_interval(MmMaximumCacheType, INT32_MAX);
  } else {
    mode = (KPROCESSOR_MODE)(world_any() ? Frama_C_interval(-128, -1) : Frama_C_interval(2, 127));
  }
  world_make_one(1, MDL_PAGES_LOCKED);
  PVOID address = MmMapLockedPagesSpecifyCache(world_mdl[0].mdl, mode, (MEMORY_CACHING_TYPE)cache, WORLD_OWN,
                                               world_any32(), world_any32());
  /*@ check refused: address == \null && world_shown == \null; */
}

static void no_mdl(void)
{
  PMDL given = WORLD_ABSENT;
  PVOID address = NULL;
  world_make_absent();
  world_make_view(0, WORLD_HERE);
  switch (Frama_C_interval(0, 2)) {
  case 0:
    address = MmMapLockedPagesSpecifyCache(given, KernelMode, MmCached, NULL, 0, 0);
    break;
  case 1:
    address = MmGetSystemAddressForMdlSafe(given, 0);
    break;
  default:
    MmUnmapLockedPages(WORLD_HERE, given);
    break;
  }
  /*@ check absent: address == \null && world_shown == \null && world_hidden == \null; */
}

/* Where the driver has written over the offset and the length. */
static void no_header(void)
{
  world_make_one(1, MDL_PAGES_LOCKED);
  (void)MmMapLockedPagesSpecifyCache(world_mdl[0].mdl, KernelMode, MmCached, NULL, 0, 0);
  const dxgmap_ddi_record *view = world_shown;
  if (view != NULL) {
    /*@ check one: view->pages == 1; */
  }
}

void main(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    no_arguments();
    break;
  case 1:
    no_mdl();
    break;
  default:
    no_header();
    break;
  }
  world_unlocked();
}
