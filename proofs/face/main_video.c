/* SPDX-License-Identifier: MIT */
/* VideoPortMapMemory, VideoPortUnmapMemory, VideoPortGetDeviceBase, VideoPortFreeDeviceBase. */
#include "world_all.h"

#include "model/ddi/call/cache.c"
#include "model/ddi/call/view.c"
#include "model/ddi/callbacks/video_port.c"

#include "inputs.h"
#include "plain_machine.h"

static dxgmap_ddi_adapter video_adapter;

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension)
{
  (void)extension;
  if (world_any()) {
    return NULL;
  }
  video_adapter.handle = WORLD_ADAPTER;
  return &video_adapter;
}

static PVOID any_extension(void)
{
  return world_any() ? (PVOID)WORLD_OWN : (PVOID)(uintptr_t)world_any64();
}

static PHYSICAL_ADDRESS any_physical(void)
{
  PHYSICAL_ADDRESS physical;
  physical.QuadPart = (LONGLONG)world_any64();
  return physical;
}

/* What the driver says of the process is in the out field. */
static PVOID any_process(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    return NULL;
  case 1:
    return (PVOID)(uintptr_t)UINT64_MAX;
  default:
    return WORLD_OWN;
  }
}

static void map(ULONG space)
{
  PVOID before = any_process();
  PVOID address = before;
  const ULONG asked = world_any32();
  ULONG length = asked;
  ULONG flags = space;
  world_begin();
  VP_STATUS status = VideoPortMapMemory(any_extension(), any_physical(), INPUT_POINTER(&length), INPUT_POINTER(&flags),
                                        INPUT_POINTER(&address));
  /*@ check flags: space != 0 || flags == 0; */
  if (status != NO_ERROR) {
    /*@ check out: address == before; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired; */
  }
}

static void unmap(void)
{
  input_live(DXGMAP_MAPPING_VIDEO);
  world_begin();
  (void)VideoPortUnmapMemory(any_extension(), (PVOID)(uintptr_t)world_any64(), any_process());
}

static void device_base(void)
{
  world_begin();
  PVOID address = VideoPortGetDeviceBase(any_extension(), any_physical(), world_any32(), (UCHAR)world_any32());
  if (!world_acquired) {
    /*@ check none: address == \null; */
  }
}

static void free_device_base(void)
{
  input_live(DXGMAP_MAPPING_VIDEO);
  world_begin();
  VideoPortFreeDeviceBase(any_extension(), (PVOID)(uintptr_t)world_any64());
}

void main(void)
{
  plain_machine();
  switch (Frama_C_interval(0, 6)) {
  case 0:
    map(0);
    break;
  case 1:
    map(VIDEO_MEMORY_SPACE_IO);
    break;
  case 2:
    map(VIDEO_MEMORY_SPACE_P6CACHE);
    break;
  case 3:
    map(Frama_C_unsigned_int_interval(1, UINT32_MAX));
    break;
  case 4:
    unmap();
    break;
  case 5:
    device_base();
    break;
  default:
    free_device_base();
    break;
  }
}
