/* SPDX-License-Identifier: MIT */
/* DxgkCbAllocatePagesForMdl. */
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

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  INPUT_SIZES(allocate_pages, adapter);
}
