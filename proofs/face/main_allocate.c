/* SPDX-License-Identifier: MIT */
/* DxgkCbAllocatePagesForMdl, DxgkCbAllocateContiguousMemory, and the calls that free what they gave. */
#include "world_all.h"

#include "model/ddi/call/frames.c"
#include "model/ddi/call/lend.c"
#include "model/ddi/callbacks/allocate.c"

#include "inputs.h"

static LONGLONG any_address(void)
{
  return (LONGLONG)world_any64();
}

static void allocate_pages(HANDLE adapter, SIZE_T bytes)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL arguments;
  arguments.LowAddress.QuadPart = any_address();
  arguments.HighAddress.QuadPart = any_address();
  arguments.SkipBytes.QuadPart = input_chunk();
  arguments.TotalBytes = bytes;
  arguments.CacheType = (DXGK_MEMORY_CACHING_TYPE)world_any32();
  arguments.Flags = world_any32();
  arguments.hMemoryHandle = WORLD_OWN;
  arguments.pMdl = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbAllocatePagesForMdl(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.pMdl == WORLD_OWN && arguments.hMemoryHandle == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired; */
    /*@ check handle: arguments.hMemoryHandle == (HANDLE)WORLD_MADE; */
    const PFN_NUMBER *page = MmGetMdlPfnArray(arguments.pMdl);
    for (uint32_t i = 0; i < world_captures; i++) {
      /*@ check says: page[i] == world_captured[i]; */
    }
  }
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
  input_machine();
  switch (Frama_C_interval(0, 3)) {
  case 0:
    INPUT_SIZES(allocate_pages, adapter);
    break;
  case 1:
    INPUT_SIZES(allocate_contiguous, adapter);
    break;
  case 2:
    free_pages(adapter);
    break;
  default:
    free_contiguous(adapter);
    break;
  }
}
