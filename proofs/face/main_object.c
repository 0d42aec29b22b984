/* SPDX-License-Identifier: MIT */
/* Create, Open, Close and Destroy of physical memory objects. */
#include "world_all.h"

#include "model/ddi/call/frames.c"
#include "model/ddi/call/object.c"
#include "model/ddi/callbacks/object_create.c"
#include "model/ddi/callbacks/object_open.c"

#include "inputs.h"

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

static void open_object(HANDLE adapter)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT arguments;
  arguments.hPhysicalMemoryObject = input_handle(WORLD_OBJECT);
  arguments.hAdapter = adapter;
  arguments.hAdapterMemoryObject = WORLD_OWN;
  world_begin();
  NTSTATUS status = DxgkCbOpenPhysicalMemoryObject(INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.hAdapterMemoryObject == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired && arguments.hAdapterMemoryObject == (HANDLE)WORLD_MADE; */
  }
}

static void release(HANDLE opened)
{
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT close = {opened};
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {input_handle(WORLD_OBJECT), opened};
  world_begin();
  if (world_any()) {
    DxgkCbClosePhysicalMemoryObject(INPUT_POINTER(&close));
  } else {
    DxgkCbDestroyPhysicalMemoryObject(INPUT_POINTER(&destroy));
  }
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  input_machine();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    INPUT_SIZES(create, adapter);
    break;
  case 1:
    open_object(adapter);
    break;
  default:
    release(input_handle(WORLD_OPENED));
    break;
  }
}
