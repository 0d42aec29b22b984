/* SPDX-License-Identifier: MIT */
#include "miniport.h"

#define OLD_TAG 0x20444C4FUL /* 'OLD ' */

static VP_STATUS OldMap(POLD_EXTENSION Extension, PVIDEO_ACCESS_RANGE Range, PVOID *Address)
{
  ULONG length = Range->RangeLength;
  ULONG space = Range->RangeInIoSpace ? VIDEO_MEMORY_SPACE_IO : VIDEO_MEMORY_SPACE_MEMORY;

  return VideoPortMapMemory(Extension, Range->RangeStart, &length, &space, Address);
}

VP_STATUS OldMapRanges(PVOID HwDeviceExtension, PVIDEO_ACCESS_RANGE Ranges)
{
  POLD_EXTENSION extension = (POLD_EXTENSION)HwDeviceExtension;
  VP_STATUS status;

  VideoPortZeroMemory(extension, sizeof(*extension));
  extension->FrameBuffer = Ranges[2];
  extension->Shadow = VideoPortAllocatePool(extension, VpNonPagedPool, Ranges[0].RangeLength, OLD_TAG);
  if (extension->Shadow == NULL) {
    return ERROR_NOT_ENOUGH_MEMORY;
  }
  status = OldMap(extension, &Ranges[0], &extension->Registers);
  if (status == NO_ERROR) {
    status = OldMap(extension, &Ranges[1], &extension->Ports);
  }
#if !defined(TOY_FORGETS) /* the mistake that the harness must find: the pool memory is never freed */
  if (status != NO_ERROR) {
    OldUnmapRanges(extension);
  }
#endif
  return status;
}

VOID OldUnmapRanges(PVOID HwDeviceExtension)
{
  POLD_EXTENSION extension = (POLD_EXTENSION)HwDeviceExtension;

  if (extension->Ports != NULL) {
    (VOID) VideoPortUnmapMemory(extension, extension->Ports, NULL);
    extension->Ports = NULL;
  }
  if (extension->Registers != NULL) {
    (VOID) VideoPortUnmapMemory(extension, extension->Registers, NULL);
    extension->Registers = NULL;
  }
  if (extension->Shadow != NULL) {
    VideoPortFreePool(extension, extension->Shadow);
    extension->Shadow = NULL;
  }
}

/* Input and output share one buffer: what came in is read before anything is written. */
static VP_STATUS OldMapVideoMemory(POLD_EXTENSION Extension, PVIDEO_REQUEST_PACKET Packet)
{
  PVIDEO_MEMORY_INFORMATION information = (PVIDEO_MEMORY_INFORMATION)Packet->OutputBuffer;
  PVOID base;
  VP_STATUS status;

  if (Packet->InputBufferLength < sizeof(VIDEO_MEMORY) ||
      Packet->OutputBufferLength < sizeof(VIDEO_MEMORY_INFORMATION)) {
    return ERROR_INSUFFICIENT_BUFFER;
  }
  base = ((PVIDEO_MEMORY)Packet->InputBuffer)->RequestedVirtualAddress;
  status = OldMap(Extension, &Extension->FrameBuffer, &base);
  if (status == NO_ERROR) {
    information->VideoRamBase = base;
    information->VideoRamLength = Extension->FrameBuffer.RangeLength;
    information->FrameBufferBase = base;
    information->FrameBufferLength = Extension->FrameBuffer.RangeLength;
    Packet->StatusBlock->Information = sizeof(VIDEO_MEMORY_INFORMATION);
  }
  return status;
}

BOOLEAN OldStartIO(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET RequestPacket)
{
  POLD_EXTENSION extension = (POLD_EXTENSION)HwDeviceExtension;
  VP_STATUS status = ERROR_INVALID_FUNCTION;

  RequestPacket->StatusBlock->Information = 0;
  if (RequestPacket->IoControlCode == IOCTL_VIDEO_MAP_VIDEO_MEMORY) {
    status = OldMapVideoMemory(extension, RequestPacket);
  } else if (RequestPacket->IoControlCode == IOCTL_VIDEO_UNMAP_VIDEO_MEMORY) {
    status = RequestPacket->InputBufferLength < sizeof(VIDEO_MEMORY)
                 ? ERROR_INSUFFICIENT_BUFFER
                 : VideoPortUnmapMemory(extension, ((PVIDEO_MEMORY)RequestPacket->InputBuffer)->RequestedVirtualAddress,
                                        NULL);
  }
  RequestPacket->StatusBlock->Status = status;
  return TRUE;
}
