/* SPDX-License-Identifier: MIT */
/* DxgkCbMapMemory, DxgkCbUnmapMemory. */
#include "world_all.h"

#include "model/ddi/call/cache.c"
#include "model/ddi/call/view.c"
#include "model/ddi/callbacks/map_memory.c"

#include "inputs.h"

static void map(HANDLE adapter, int cache)
{
  PVOID address = WORLD_OWN;
  PHYSICAL_ADDRESS physical;
  physical.QuadPart = (LONGLONG)world_any64();
  world_begin();
  NTSTATUS status = DxgkCbMapMemory(adapter, physical, world_any32(), (BOOLEAN)world_any(), (BOOLEAN)world_any(),
                                    (MEMORY_CACHING_TYPE)cache, INPUT_POINTER(&address));
  if (status != STATUS_SUCCESS) {
    /*@ check out: address == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired; */
  }
}

static void unmap(HANDLE adapter)
{
  input_live(DXGMAP_MAPPING_VIEW);
  world_begin();
  (void)DxgkCbUnmapMemory(adapter, (PVOID)(uintptr_t)world_any64());
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  input_machine();
  if (world_any()) {
    switch (Frama_C_interval(0, 7)) {
    case 0:
      map(adapter, MmNonCached);
      break;
    case 1:
      map(adapter, MmCached);
      break;
    case 2:
      map(adapter, MmWriteCombined);
      break;
    case 3:
      map(adapter, MmHardwareCoherentCached);
      break;
    case 4:
      map(adapter, MmNonCachedUnordered);
      break;
    case 5:
      map(adapter, MmUSWCCached);
      break;
    case 6:
      map(adapter, Frama_C_interval(MmMaximumCacheType, INT32_MAX));
      break;
    default:
      map(adapter, Frama_C_interval(INT32_MIN, -1));
      break;
    }
  } else {
    unmap(adapter);
  }
}
