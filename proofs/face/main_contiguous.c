/* SPDX-License-Identifier: MIT */
/* DxgkCbAllocateContiguousMemory, and the calls that free what the two gave. */
#include "world_all.h"

#include "model/ddi/call/frames.c"
#include "model/ddi/call/lend.c"
#include "model/ddi/callbacks/allocate.c"

#include "inputs.h"
#include "plain_machine.h"

static LONGLONG any_address(void)
{
  return (LONGLONG)world_any64();
}

static void allocate_contiguous(HANDLE adapter, SIZE_T bytes)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY arguments;
  arguments.NumberOfBytes = bytes;
  arguments.LowestAcceptableAddress.QuadPart = any_address();
  arguments.HighestAcceptableAddress.QuadPart = any_address();
  arguments.BoundaryAddressMultiple.QuadPart = any_address();
  arguments.CacheType = (DXGK_MEMORY_CACHING_TYPE)world_any32();
  arguments.hMemoryHandle = WORLD_OWN;
  arguments.pMemory = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbAllocateContiguousMemory(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pMemory == WORLD_OWN && arguments.hMemoryHandle == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired && arguments.hMemoryHandle == (HANDLE)WORLD_MADE; */
    /*@ check address: arguments.pMemory == dxgmap_ddi.window.base; */
  }
}

static void free_pages(HANDLE adapter)
{
  DXGKARGCB_FREEPAGESFROMMDL arguments;
  arguments.hMemoryHandle = input_handle(WORLD_LIVE);
  input_live(DXGMAP_MAPPING_PAGE_LIST);
  world_begin();
  (void)DxgkCbFreePagesFromMdl(adapter, INPUT_POINTER(&arguments));
}

static void free_contiguous(HANDLE adapter)
{
  DXGKARGCB_FREECONTIGUOUSMEMORY arguments;
  arguments.hMemoryHandle = input_handle(WORLD_LIVE);
  input_live(DXGMAP_MAPPING_CONTIGUOUS);
  world_begin();
  (void)DxgkCbFreeContiguousMemory(adapter, INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    INPUT_SIZES(allocate_contiguous, adapter);
    break;
  case 1:
    free_pages(adapter);
    break;
  default:
    free_contiguous(adapter);
    break;
  }
}
