/* SPDX-License-Identifier: MIT */
#include "chain.h"

static PSAMPLE_DEVICE SampleDevices;

VOID SampleEnterDevice(PSAMPLE_DEVICE Device)
{
  Device->Next = SampleDevices;
  SampleDevices = Device;
}

VOID SampleLeaveDevice(PSAMPLE_DEVICE Device)
{
  PSAMPLE_DEVICE *at = &SampleDevices;

  while (*at != Device) {
    at = &(*at)->Next;
  }
  *at = Device->Next;
}

BOOLEAN SampleFollows(const SAMPLE_DEVICE *Device)
{
  return Device->Board.Links != 0 && Device->Board.Link != 0;
}

UINT SampleAdapters(const SAMPLE_DEVICE *Device)
{
  return Device->Board.Links != 0 ? Device->Board.Links : Device->Board.PhysicalAdapters;
}

PSAMPLE_DEVICE SampleDeviceOf(PSAMPLE_DEVICE Device, UINT Index)
{
  PSAMPLE_DEVICE other;

  if (Device->Board.Links == 0) {
    return Device;
  }
  for (other = SampleDevices; other != NULL; other = other->Next) {
    if (other->Board.Links != 0 && other->Board.ChainUid == Device->Board.ChainUid && other->Board.Link == Index) {
      return other;
    }
  }
  return NULL;
}

SIZE_T SampleBytes(PSAMPLE_DEVICE Device, UINT Index)
{
  PSAMPLE_DEVICE other = SampleDeviceOf(Device, Index);

  if (other == NULL) {
    return 0;
  }
  return other->Board.FrameBufferSize[Device->Board.Links != 0 ? 0 : Index];
}

NTSTATUS SampleLinkDevice(IN_CONST_PDEVICE_OBJECT PhysicalDeviceObject, IN_CONST_PVOID MiniportDeviceContext,
                          INOUT_PLINKED_DEVICE LinkedDevice)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)MiniportDeviceContext;

  UNREFERENCED_PARAMETER(PhysicalDeviceObject);
  if (device->Board.Links == 0) {
    return STATUS_NOT_SUPPORTED;
  }
  LinkedDevice->ChainUid = device->Board.ChainUid;
  LinkedDevice->NumberOfLinksInChain = device->Board.Links;
  LinkedDevice->LeadLink = !SampleFollows(device);
  return STATUS_SUCCESS;
}
