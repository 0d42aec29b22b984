/* SPDX-License-Identifier: MIT */
/* Open, Close and Destroy of physical memory objects. */
#include "world_all.h"

#include "model/ddi/call/frames.c"
#include "model/ddi/call/object.c"
#include "model/ddi/callbacks/object_open.c"

#include "inputs.h"
#include "plain_machine.h"

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
  plain_machine();
  if (world_any()) {
    open_object(input_handle(WORLD_ADAPTER));
  } else {
    release(input_handle(WORLD_OPENED));
  }
}
