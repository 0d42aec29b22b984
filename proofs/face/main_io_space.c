/* SPDX-License-Identifier: MIT */
/* MmMapIoSpace, MmMapIoSpaceEx, MmUnmapIoSpace. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/call/cache.c"
#include "model/ddi/call/view.c"
#include "model/ddi/callbacks/io_space.c"

#include "input_caches.h"
#include "inputs.h"
#include "plain_machine.h"

void dxgmap_ddi_blame_address(dxgmap_ddi_call *call, const void *address)
{
}

static void map(HANDLE unused, int cache)
{
  (void)unused;
  PHYSICAL_ADDRESS physical;
  physical.QuadPart = (LONGLONG)world_any64();
  world_begin_once();
  PVOID address = MmMapIoSpace(physical, world_any64(), (MEMORY_CACHING_TYPE)cache);
  /*@ check told: (address != \null) == world_acquired; */
}

static void map_by_protection(ULONG protect)
{
  PHYSICAL_ADDRESS physical;
  physical.QuadPart = (LONGLONG)world_any64();
  world_begin_once();
  PVOID address = MmMapIoSpaceEx(physical, world_any64(), protect);
  /*@ check told: (address != \null) == world_acquired; */
}

static void unmap(void)
{
  input_live(DXGMAP_MAPPING_VIEW);
  world_live.length = world_any64();
  world_live.address = dxgmap_ddi.window.base;
  world_begin_once();
  MmUnmapIoSpace(world_any() ? (PVOID)dxgmap_ddi.window.base : (PVOID)(uintptr_t)world_any64(), world_any64());
}

void main(void)
{
  plain_machine();
  switch (Frama_C_interval(0, 4)) {
  case 0:
    INPUT_CACHES(map, NULL);
    break;
  case 1:
    map_by_protection(PAGE_READWRITE);
    break;
  case 2:
    map_by_protection(PAGE_READWRITE | PAGE_NOCACHE);
    break;
  case 3:
    map_by_protection(PAGE_READWRITE | PAGE_WRITECOMBINE);
    break;
  default:
    unmap();
    break;
  }
}
