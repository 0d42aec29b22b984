/* SPDX-License-Identifier: MIT */
/* A video miniport of the model before WDDM, written as such drivers are: against the Windows headers alone, in the
   common subset of C and C++. The device is a frame buffer with a register page and a block of ports. */

#include <dderror.h>
#include <devioctl.h>
#include <miniport.h>

#include <ntddvdeo.h>
#include <video.h>

#define PLAIN_FRAME_BUFFER 0
#define PLAIN_REGISTERS 1
#define PLAIN_PORTS 2
#define PLAIN_RANGES 3

#define PLAIN_CHIP_ID 0x504C4149UL
#define PLAIN_REGISTER_ID 0x00
#define PLAIN_REGISTER_MODE 0x04
#define PLAIN_PORT_INDEX 0
#define PLAIN_PORT_DATA 1
#define PLAIN_INDEX_BLANK 0x21
#define PLAIN_MODES 4

typedef struct _PLAIN_EXTENSION {
  PHYSICAL_ADDRESS FrameBuffer;
  ULONG FrameBufferLength;
  PUCHAR Registers;
  PUCHAR Ports;
  ULONG CurrentMode;
} PLAIN_EXTENSION, *PPLAIN_EXTENSION;

#ifdef __cplusplus
extern "C" {
#endif

ULONG DriverEntry(IN PVOID Context1, IN PVOID Context2);
VIDEO_HW_FIND_ADAPTER PlainFindAdapter;
VIDEO_HW_INITIALIZE PlainInitialize;
VIDEO_HW_START_IO PlainStartIO;
VIDEO_HW_RESET_HW PlainResetHw;

#ifdef __cplusplus
}
#endif

#if defined(ALLOC_PRAGMA)
#pragma alloc_text(PAGE, DriverEntry)
#pragma alloc_text(PAGE, PlainFindAdapter)
#pragma alloc_text(PAGE, PlainInitialize)
#pragma alloc_text(PAGE, PlainStartIO)
#endif

static VP_STATUS PlainMapRange(_In_ PPLAIN_EXTENSION Extension, _In_ PVIDEO_ACCESS_RANGE Range, _Out_ PUCHAR *Address)
{
  PVOID base = NULL;
  ULONG length = Range->RangeLength;
  ULONG space = Range->RangeInIoSpace ? VIDEO_MEMORY_SPACE_IO : VIDEO_MEMORY_SPACE_MEMORY;
  VP_STATUS status;

  status = VideoPortMapMemory(Extension, Range->RangeStart, &length, &space, &base);
  if (status == NO_ERROR) {
    *Address = (PUCHAR)base;
  }
  return status;
}

/* Maps what the miniport itself touches; the frame buffer waits for the display driver to ask. */
VP_STATUS PlainFindAdapter(PVOID HwDeviceExtension, PVOID HwContext, PWSTR ArgumentString,
                           PVIDEO_PORT_CONFIG_INFO ConfigInfo, PUCHAR Again)
{
  PPLAIN_EXTENSION extension = (PPLAIN_EXTENSION)HwDeviceExtension;
  VIDEO_ACCESS_RANGE ranges[PLAIN_RANGES];
  VP_STATUS status;

  UNREFERENCED_PARAMETER(HwContext);
  UNREFERENCED_PARAMETER(ArgumentString);
  *Again = FALSE;

  if (ConfigInfo->Length < sizeof(VIDEO_PORT_CONFIG_INFO)) {
    return ERROR_INVALID_PARAMETER;
  }
  VideoPortZeroMemory(ranges, sizeof(ranges));
  status = VideoPortGetAccessRanges(extension, 0, NULL, PLAIN_RANGES, ranges, NULL, NULL, NULL);
  if (status == NO_ERROR) {
    status = VideoPortVerifyAccessRanges(extension, PLAIN_RANGES, ranges);
  }
  if (status != NO_ERROR) {
    return status;
  }

  extension->FrameBuffer = ranges[PLAIN_FRAME_BUFFER].RangeStart;
  extension->FrameBufferLength = ranges[PLAIN_FRAME_BUFFER].RangeLength;
  status = PlainMapRange(extension, &ranges[PLAIN_REGISTERS], &extension->Registers);
  if (status != NO_ERROR) {
    return status;
  }
  status = PlainMapRange(extension, &ranges[PLAIN_PORTS], &extension->Ports);
  if (status != NO_ERROR) {
    (VOID) VideoPortUnmapMemory(extension, extension->Registers, NULL);
    extension->Registers = NULL;
    return status;
  }

  ConfigInfo->NumEmulatorAccessEntries = 0;
  ConfigInfo->EmulatorAccessEntries = NULL;
  ConfigInfo->EmulatorAccessEntriesContext = 0;
  ConfigInfo->VdmPhysicalVideoMemoryAddress.QuadPart = 0;
  ConfigInfo->VdmPhysicalVideoMemoryLength = 0;
  ConfigInfo->HardwareStateSize = 0;
  return NO_ERROR;
}

static VOID PlainBlank(_In_ PPLAIN_EXTENSION Extension, _In_ BOOLEAN Blank)
{
  VideoPortWritePortUchar(Extension->Ports + PLAIN_PORT_INDEX, PLAIN_INDEX_BLANK);
  VideoPortWritePortUchar(Extension->Ports + PLAIN_PORT_DATA, Blank);
}

BOOLEAN PlainInitialize(PVOID HwDeviceExtension)
{
  PPLAIN_EXTENSION extension = (PPLAIN_EXTENSION)HwDeviceExtension;
  PULONG id = (PULONG)(PVOID)(extension->Registers + PLAIN_REGISTER_ID);

  if (VideoPortReadRegisterUlong(id) != PLAIN_CHIP_ID) {
    VideoDebugPrint((0, "plain: not our chip\n"));
    return FALSE;
  }
  PlainBlank(extension, FALSE);
  return TRUE;
}

/* The input and the output share one buffer: what came in is read before anything is written. */
static VP_STATUS PlainMapVideoMemory(_In_ PPLAIN_EXTENSION Extension, _Inout_ PVIDEO_REQUEST_PACKET Packet)
{
  PVIDEO_MEMORY_INFORMATION information = (PVIDEO_MEMORY_INFORMATION)Packet->OutputBuffer;
  ULONG length = Extension->FrameBufferLength;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY | VIDEO_MEMORY_SPACE_P6CACHE;
  PVOID base;
  VP_STATUS status;

  if (Packet->InputBufferLength < sizeof(VIDEO_MEMORY) ||
      Packet->OutputBufferLength < sizeof(VIDEO_MEMORY_INFORMATION)) {
    return ERROR_INSUFFICIENT_BUFFER;
  }
  base = ((PVIDEO_MEMORY)Packet->InputBuffer)->RequestedVirtualAddress;
  status = VideoPortMapMemory(Extension, Extension->FrameBuffer, &length, &space, &base);
  if (status != NO_ERROR) {
    return status;
  }
  /* The length that came back may be rounded up; only what the device has may be shown. */
  information->VideoRamBase = base;
  information->VideoRamLength = Extension->FrameBufferLength;
  information->FrameBufferBase = base;
  information->FrameBufferLength = Extension->FrameBufferLength;
  Packet->StatusBlock->Information = sizeof(VIDEO_MEMORY_INFORMATION);
  return NO_ERROR;
}

static VP_STATUS PlainUnmapVideoMemory(_In_ PPLAIN_EXTENSION Extension, _In_ PVIDEO_REQUEST_PACKET Packet)
{
  if (Packet->InputBufferLength < sizeof(VIDEO_MEMORY)) {
    return ERROR_INSUFFICIENT_BUFFER;
  }
  return VideoPortUnmapMemory(Extension, ((PVIDEO_MEMORY)Packet->InputBuffer)->RequestedVirtualAddress, NULL);
}

/* Setting the mode that is set already leaves video memory where it is. */
static VP_STATUS PlainSetMode(_In_ PPLAIN_EXTENSION Extension, _In_ PVIDEO_REQUEST_PACKET Packet)
{
  ULONG mode;

  if (Packet->InputBufferLength < sizeof(VIDEO_MODE)) {
    return ERROR_INSUFFICIENT_BUFFER;
  }
  mode = ((PVIDEO_MODE)Packet->InputBuffer)->RequestedMode;
  if (mode >= PLAIN_MODES) {
    return ERROR_INVALID_PARAMETER;
  }
  if (mode != Extension->CurrentMode) {
    VideoPortWriteRegisterUlong((PULONG)(PVOID)(Extension->Registers + PLAIN_REGISTER_MODE), mode);
    Extension->CurrentMode = mode;
  }
  return NO_ERROR;
}

BOOLEAN PlainStartIO(PVOID HwDeviceExtension, PVIDEO_REQUEST_PACKET RequestPacket)
{
  PPLAIN_EXTENSION extension = (PPLAIN_EXTENSION)HwDeviceExtension;
  VP_STATUS status;

  switch (RequestPacket->IoControlCode) {
  case IOCTL_VIDEO_MAP_VIDEO_MEMORY:
    RequestPacket->StatusBlock->Information = 0;
    status = PlainMapVideoMemory(extension, RequestPacket);
    break;
  case IOCTL_VIDEO_UNMAP_VIDEO_MEMORY:
    status = PlainUnmapVideoMemory(extension, RequestPacket);
    break;
  case IOCTL_VIDEO_SET_CURRENT_MODE:
    status = PlainSetMode(extension, RequestPacket);
    break;
  case IOCTL_VIDEO_RESET_DEVICE:
    status = PlainResetHw(extension, 0, 0) ? NO_ERROR : ERROR_DEVICE_REINITIALIZATION_NEEDED;
    break;
  default:
    status = ERROR_INVALID_FUNCTION;
    break;
  }
  RequestPacket->StatusBlock->Status = status;
  return TRUE;
}

BOOLEAN PlainResetHw(PVOID HwDeviceExtension, ULONG Columns, ULONG Rows)
{
  PPLAIN_EXTENSION extension = (PPLAIN_EXTENSION)HwDeviceExtension;

  UNREFERENCED_PARAMETER(Columns);
  UNREFERENCED_PARAMETER(Rows);
  PlainBlank(extension, TRUE);
  VideoPortWriteRegisterUlong((PULONG)(PVOID)(extension->Registers + PLAIN_REGISTER_MODE), 0);
  extension->CurrentMode = 0;
  return TRUE;
}

ULONG DriverEntry(IN PVOID Context1, IN PVOID Context2)
{
  VIDEO_HW_INITIALIZATION_DATA initialization;

  VideoPortZeroMemory(&initialization, sizeof(initialization));
  initialization.HwInitDataSize = sizeof(initialization);
  initialization.AdapterInterfaceType = PCIBus;
  initialization.HwFindAdapter = PlainFindAdapter;
  initialization.HwInitialize = PlainInitialize;
  initialization.HwStartIO = PlainStartIO;
  initialization.HwResetHw = PlainResetHw;
  initialization.HwDeviceExtensionSize = sizeof(PLAIN_EXTENSION);
  return VideoPortInitialize(Context1, Context2, &initialization, NULL);
}
