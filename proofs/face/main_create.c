/* SPDX-License-Identifier: MIT */
/* DxgkCbCreatePhysicalMemoryObject. */
#include "world_all.h"

#include "model/ddi/call/frames.c"
#include "model/ddi/call/object.c"
#include "model/ddi/callbacks/object_create.c"

#include "inputs.h"
#include "plain_machine.h"

static void any_kind(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  switch (Frama_C_interval(0, 4)) {
  case 0:
    arguments->Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
    arguments->Mdl.LowAddress.QuadPart = (LONGLONG)world_any64();
    arguments->Mdl.HighAddress.QuadPart = (LONGLONG)world_any64();
    arguments->Mdl.SkipBytes.QuadPart = input_chunk();
    arguments->Mdl.Flags = world_any32();
    break;
  case 1:
    arguments->Type = DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY;
    arguments->ContiguousMemory.LowestAcceptableAddress.QuadPart = (LONGLONG)world_any64();
    arguments->ContiguousMemory.HighestAcceptableAddress.QuadPart = (LONGLONG)world_any64();
    arguments->ContiguousMemory.BoundaryAddressMultiple.QuadPart = (LONGLONG)world_any64();
    break;
  case 2:
    arguments->Type = DXGK_PHYSICAL_MEMORY_TYPE_SECTION;
    arguments->Section.PageProtection = world_any32();
    break;
  case 3:
    arguments->Type = DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
    arguments->IOSpace.BaseAddress.QuadPart = (LONGLONG)world_any64();
    break;
  default:
    arguments->Type = (DXGK_PHYSICAL_MEMORY_TYPE)Frama_C_unsigned_int_interval(4, UINT32_MAX);
    break;
  }
}

static void create(HANDLE adapter, SIZE_T bytes)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT arguments;
  arguments.hAdapter = adapter;
  arguments.Size = bytes;
  arguments.Context = world_any64();
  arguments.CacheType = (DXGK_MEMORY_CACHING_TYPE)world_any32();
  any_kind(&arguments);
  arguments.hPhysicalMemoryObject = WORLD_OWN;
  arguments.hAdapterMemoryObject = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbCreatePhysicalMemoryObject(INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.hPhysicalMemoryObject == WORLD_OWN && arguments.hAdapterMemoryObject == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired && arguments.hPhysicalMemoryObject == (HANDLE)WORLD_MADE; */
    /*@ check opened: adapter == \null || arguments.hAdapterMemoryObject == (HANDLE)WORLD_MADE_TOO; */
    /*@ check alone: adapter != \null || arguments.hAdapterMemoryObject == \null; */
  }
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  INPUT_SIZES(create, adapter);
}
