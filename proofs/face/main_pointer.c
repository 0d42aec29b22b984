/* SPDX-License-Identifier: MIT */
/* DxgkCbMapFrameBufferPointer, DxgkCbUnmapFrameBufferPointer. */
#include "world_all.h"

#include "model/ddi/callbacks/pointer.c"

#include "inputs.h"

static void map_pointer(HANDLE adapter, SIZE_T bytes)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER arguments;
  SIZE_T offset = world_any64();
  arguments.PhysicalAdapterIndex = world_any32();
  arguments.Size = bytes;
  arguments.Offset = offset;
  arguments.pBaseAddress = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbMapFrameBufferPointer(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pBaseAddress == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired; */
    /*@ check offset: 0 < arguments.Offset <= 3 * 4096; */
    /*@ check address: \base_addr(arguments.pBaseAddress) == \base_addr(dxgmap_ddi.window.base); */
  }
}

static void unmap_pointer(HANDLE adapter)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER arguments;
  arguments.PhysicalAdapterIndex = world_any32();
  arguments.pBaseAddress = (PVOID)(uintptr_t)world_any64();
  input_live(DXGMAP_MAPPING_POINTER);
  world_begin();
  (void)DxgkCbUnmapFrameBufferPointer(adapter, INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  input_machine();
  if (world_any()) {
    INPUT_SIZES(map_pointer, adapter);
  } else {
    unmap_pointer(adapter);
  }
}
