/* SPDX-License-Identifier: MIT */
/* DxgkCbMapPhysicalMemory, DxgkCbUnmapPhysicalMemory. */
#include "world_all.h"

#include "model/ddi/callbacks/object_view.c"

#include "inputs.h"

static void map_at(HANDLE object, SIZE_T offset, SIZE_T bytes)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY arguments;
  arguments.hPhysicalMemoryObject = object;
  Frama_C_make_unknown((char *)&arguments.AccessMode, sizeof(arguments.AccessMode));
  arguments.Offset = offset;
  arguments.Size = bytes;
  arguments.pMappedAddress = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbMapPhysicalMemory(INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pMappedAddress == WORLD_OWN; */
    /*@ check in_out: bytes != 4096 || (arguments.Size == 4096 && arguments.Offset == offset); */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired; */
    /*@ check address: \base_addr(arguments.pMappedAddress) == \base_addr(dxgmap_ddi.window.base); */
  }
}

static void map(HANDLE object, SIZE_T bytes)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    map_at(object, 0, bytes);
    break;
  case 1:
    map_at(object, PAGE_SIZE, bytes);
    break;
  case 2:
    map_at(object, PAGE_SIZE + 5, bytes);
    break;
  default:
    map_at(object, (SIZE_T)WORLD_PAGES * PAGE_SIZE, bytes);
    break;
  }
}

static void unmap(HANDLE object)
{
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY arguments;
  arguments.hPhysicalMemoryObject = object;
  arguments.pBaseAddress = (PVOID)(uintptr_t)world_any64();
  arguments.Size = world_any64();
  input_live(DXGMAP_MAPPING_OBJECT_VIEW);
  world_begin();
  DxgkCbUnmapPhysicalMemory(INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE object = input_handle(WORLD_OBJECT);
  input_machine();
  if (world_any()) {
    INPUT_SIZES(map, object);
  } else {
    unmap(object);
  }
}
