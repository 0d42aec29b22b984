/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/trace.h"
#include "ddi/call/view.h"
#include "ddi/machine/system.h"
#include "video.h"

/* VideoPortMapMemory, VideoPortUnmapMemory, VideoPortGetDeviceBase, VideoPortFreeDeviceBase. */

/* A harness that has its own keeps them. */
#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak VideoPortGetDeviceBase
#pragma weak VideoPortFreeDeviceBase
#endif

#define DXGMAP_DDI_VIDEO_FLAGS \
  (VIDEO_MEMORY_SPACE_IO | VIDEO_MEMORY_SPACE_USER_MODE | VIDEO_MEMORY_SPACE_DENSE | VIDEO_MEMORY_SPACE_P6CACHE)

/* The video port knows two answers (V1). */
static VP_STATUS dxgmap_ddi_video_leave(dxgmap_ddi_call *call, uint32_t cause)
{
  (void)dxgmap_ddi_leave(call, cause);
  return cause == DXGMAP_CAUSE_NONE ? NO_ERROR : ERROR_INVALID_PARAMETER;
}

/* Takes the lock and finds the adapter behind the extension; the core refuses the call when there is none. */
static bool dxgmap_ddi_video_enter(dxgmap_ddi_call *call, uint32_t operation, const void *extension, const void *site)
{
  if (!dxgmap_ddi_enter(call, operation, NULL, site)) {
    return false;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of_extension(extension);
  call->adapter = a != NULL ? a->handle : 0;
  return true;
}

/* (HANDLE)-1, NtCurrentProcess(), names the process that the caller runs in (decision 35). */
static uint64_t dxgmap_ddi_video_process(const dxgmap_ddi_call *call, const void *handle)
{
  uint64_t process = (uint64_t)(uintptr_t)handle;
  return process == UINT64_MAX ? call->who.process : process;
}

/* V2 lets the length come out rounded up, so it does, wherever a ULONG holds it. */
static ULONG dxgmap_ddi_video_length(ULONG length)
{
  uint64_t rounded = ROUND_TO_PAGES(length);
  return rounded <= MAXULONG ? (ULONG)rounded : length;
}

/* The flags say which space and cache, `process` for whom: 0 is the system. */
static uint32_t dxgmap_ddi_video_view(dxgmap_ddi_call *call, PHYSICAL_ADDRESS physical, ULONG length, ULONG flags,
                                      uint64_t process, PVOID *address)
{
  dxgmap_view_request request;
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIDEO;
  request.space = (flags & VIDEO_MEMORY_SPACE_IO) != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  request.process = process;
  request.user = request.space == DXGMAP_MEMORY_SPACE && process != 0;
  request.cache = (flags & VIDEO_MEMORY_SPACE_P6CACHE) != 0 ? 1 : 0;
  request.physical = (uint64_t)physical.QuadPart;
  request.length = length;
  return dxgmap_ddi_map_view(call, &request, address);
}

static uint32_t dxgmap_ddi_video_map(dxgmap_ddi_call *call, PHYSICAL_ADDRESS physical, PULONG length, PULONG space,
                                     PVOID *address)
{
  if (!dxgmap_ddi_argument_out(call, "Length", length, sizeof(*length)) ||
      !dxgmap_ddi_argument_in(call, "InIoSpace", space, sizeof(*space)) ||
      !dxgmap_ddi_argument_out(call, "VirtualAddress", address, sizeof(*address))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if ((*space & ~(ULONG)DXGMAP_DDI_VIDEO_FLAGS) != 0) {
    return dxgmap_ddi_bad(call, "*InIoSpace has a bit that no flag has");
  }
  uint64_t process = dxgmap_ddi_video_process(call, *address);
  uint32_t cause = dxgmap_ddi_video_view(call, physical, *length, *space, process, address);
  if (cause == DXGMAP_CAUSE_NONE) {
    *length = dxgmap_ddi_video_length(*length);
  }
  return cause;
}

VP_STATUS VideoPortMapMemory(PVOID HwDeviceExtension, PHYSICAL_ADDRESS PhysicalAddress, PULONG Length, PULONG InIoSpace,
                             PVOID *VirtualAddress)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_video_enter(&call, DXGMAP_OPERATION_VIDEO_MAP, HwDeviceExtension, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, (uint64_t)PhysicalAddress.QuadPart);
  return dxgmap_ddi_video_leave(&call,
                                open ? dxgmap_ddi_video_map(&call, PhysicalAddress, Length, InIoSpace, VirtualAddress)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

VP_STATUS VideoPortUnmapMemory(PVOID HwDeviceExtension, PVOID VirtualAddress, HANDLE ProcessHandle)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_video_enter(&call, DXGMAP_OPERATION_VIDEO_UNMAP, HwDeviceExtension, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(VirtualAddress), DXGMAP_DDI_TRACE_POINTER(ProcessHandle));
  uint64_t process = dxgmap_ddi_video_process(&call, ProcessHandle);
  return dxgmap_ddi_video_leave(&call, open
                                           ? dxgmap_ddi_unmap_view(&call, DXGMAP_MAPPING_VIDEO, VirtualAddress, process)
                                           : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_device_base(dxgmap_ddi_call *call, PHYSICAL_ADDRESS physical, ULONG length, ULONG flags,
                                       PVOID *address)
{
  if ((flags & ~(ULONG)DXGMAP_DDI_VIDEO_FLAGS) != 0) {
    return dxgmap_ddi_bad(call, "InIoSpace has a bit that no flag has");
  }
  return dxgmap_ddi_video_view(call, physical, length, flags, 0, address);
}

PVOID VideoPortGetDeviceBase(PVOID HwDeviceExtension, PHYSICAL_ADDRESS IoAddress, ULONG NumberOfUchars, UCHAR InIoSpace)
{
  dxgmap_ddi_call call;
  PVOID address = NULL;
  bool open = dxgmap_ddi_video_enter(&call, DXGMAP_OPERATION_GET_DEVICE_BASE, HwDeviceExtension, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, (uint64_t)IoAddress.QuadPart, NumberOfUchars, InIoSpace);
  uint32_t cause = open ? dxgmap_ddi_device_base(&call, IoAddress, NumberOfUchars, InIoSpace, &address)
                        : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER;
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(address));
  (void)dxgmap_ddi_leave(&call, cause);
  return address;
}

VOID VideoPortFreeDeviceBase(PVOID HwDeviceExtension, PVOID MappedAddress)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_video_enter(&call, DXGMAP_OPERATION_FREE_DEVICE_BASE, HwDeviceExtension, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(MappedAddress));
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_view(&call, DXGMAP_MAPPING_VIDEO, MappedAddress, 0)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
