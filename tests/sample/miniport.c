/* SPDX-License-Identifier: MIT */
#include "miniport.h"

#include "buffer.h"
#include "chain.h"
#include "device.h"
#include "large.h"
#include "transfer.h"

#define SAMPLE_TAG 0x6c706d53UL /* the pool tag 'lpmS' */

NTSTATUS SampleAddDevice(IN_CONST_PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(SAMPLE_DEVICE), SAMPLE_TAG);

  if (device == NULL) {
    return STATUS_NO_MEMORY;
  }
  device->PhysicalDeviceObject = PhysicalDeviceObject;
  SampleEnterDevice(device);
  *MiniportDeviceContext = device;
  return STATUS_SUCCESS;
}

NTSTATUS SampleInsertBoard(PVOID MiniportDeviceContext, const SAMPLE_BOARD *Board)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)MiniportDeviceContext;
  UINT index;

  if (Board->PhysicalAdapters == 0 || Board->PhysicalAdapters > SAMPLE_MAXIMUM_ADAPTERS ||
      Board->Parts > SAMPLE_MAXIMUM_PARTS || (Board->PhysicalAdapters > 1 && Board->Parts + Board->Links > 0)) {
    return STATUS_INVALID_PARAMETER;
  }
  for (index = 0; index < Board->PhysicalAdapters; index++) {
    if (Board->FrameBufferSize[index] % PAGE_SIZE != 0) {
      return STATUS_INVALID_PARAMETER;
    }
  }
  device->Board = *Board;
  return STATUS_SUCCESS;
}

/* Pin and its kin came with WDDM 2.4, ADLs with WDDM 2.9; an older Dxgkrnl passes a structure without them. */
static NTSTATUS SampleTakeInterface(PSAMPLE_DEVICE Device, PDXGKRNL_INTERFACE DxgkInterface)
{
  ULONG version =
      Device->Board.UsesAddressDescriptorLists ? DXGKDDI_INTERFACE_VERSION_WDDM2_9 : DXGKDDI_INTERFACE_VERSION_WDDM2_4;
  SIZE_T size = DxgkInterface->Size < sizeof(Device->Dxgk) ? DxgkInterface->Size : sizeof(Device->Dxgk);

  if (DxgkInterface->Version < version) {
    return STATUS_REVISION_MISMATCH;
  }
  RtlZeroMemory(&Device->Dxgk, sizeof(Device->Dxgk));
  RtlCopyMemory(&Device->Dxgk, DxgkInterface, size);
  return STATUS_SUCCESS;
}

/* ---- The device's memory ranges ---- */

static VOID SampleUnmapRanges(PSAMPLE_DEVICE Device)
{
  while (Device->Ranges > 0) {
    Device->Ranges--;
    (VOID) Device->Dxgk.DxgkCbUnmapMemory(Device->Dxgk.DeviceHandle, Device->Range[Device->Ranges]);
    Device->Range[Device->Ranges] = NULL;
  }
}

/* Of a large range only where it is: what is needed of it is mapped when it is needed. */
static VOID SampleTakeLarge(PSAMPLE_DEVICE Device, const CM_PARTIAL_RESOURCE_DESCRIPTOR *Resource)
{
  ULONGLONG start;

  Device->LargeSize = RtlCmDecodeMemIoResource((PCM_PARTIAL_RESOURCE_DESCRIPTOR)Resource, &start);
  Device->Large.QuadPart = (LONGLONG)start;
}

static NTSTATUS SampleMapRange(PSAMPLE_DEVICE Device, const CM_PARTIAL_RESOURCE_DESCRIPTOR *Resource)
{
  NTSTATUS status;

  if (Resource->Type == CmResourceTypeMemoryLarge) {
    SampleTakeLarge(Device, Resource);
    return STATUS_SUCCESS;
  }
  if (Resource->Type != CmResourceTypeMemory || Device->Ranges == SAMPLE_MAXIMUM_RANGES) {
    return STATUS_SUCCESS;
  }
  status = Device->Dxgk.DxgkCbMapMemory(Device->Dxgk.DeviceHandle, Resource->u.Memory.Start, Resource->u.Memory.Length,
                                        FALSE, FALSE, MmWriteCombined, &Device->Range[Device->Ranges]);
  if (NT_SUCCESS(status)) {
    Device->Ranges++;
  }
  return status;
}

static NTSTATUS SampleMapRanges(PSAMPLE_DEVICE Device)
{
  DXGK_DEVICE_INFO information;
  PCM_PARTIAL_RESOURCE_LIST resources;
  NTSTATUS status;
  ULONG i;

  RtlZeroMemory(&information, sizeof(information));
  status = Device->Dxgk.DxgkCbGetDeviceInformation(Device->Dxgk.DeviceHandle, &information);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  if (information.TranslatedResourceList == NULL || information.TranslatedResourceList->Count == 0) {
    return STATUS_DEVICE_NOT_CONNECTED;
  }
  resources = &information.TranslatedResourceList->List[0].PartialResourceList;
  for (i = 0; i < resources->Count && NT_SUCCESS(status); i++) {
    status = SampleMapRange(Device, &resources->PartialDescriptors[i]);
  }
  if (NT_SUCCESS(status) && Device->Ranges == 0 && Device->LargeSize == 0) {
    status = STATUS_DEVICE_NOT_CONNECTED;
  }
  return status;
}

/* ---- Start and stop ---- */

NTSTATUS SampleStartDevice(IN_CONST_PVOID MiniportDeviceContext, IN_PDXGK_START_INFO DxgkStartInfo,
                           IN_PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                           PULONG NumberOfChildren)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)MiniportDeviceContext;
  NTSTATUS status;

  UNREFERENCED_PARAMETER(DxgkStartInfo);
  if (device->Started || device->Board.PhysicalAdapters == 0) {
    return STATUS_INVALID_DEVICE_STATE;
  }
  status = SampleTakeInterface(device, DxgkInterface);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  status = SampleMapRanges(device);
  /* One buffer is enough for a chain, and what it is of is allocated by the lead's handle. */
  if (NT_SUCCESS(status) && !SampleFollows(device)) {
    status = SampleAllocateBuffer(device);
  }
  if (!NT_SUCCESS(status)) {
    SampleFreeBuffer(device);
    SampleUnmapRanges(device);
    return status;
  }
  RtlZeroMemory(&device->Statistics, sizeof(device->Statistics));
  device->Saved = FALSE;
  device->Started = TRUE;
  *NumberOfVideoPresentSources = 1;
  *NumberOfChildren = 1;
  return STATUS_SUCCESS;
}

NTSTATUS SampleStopDevice(IN_CONST_PVOID MiniportDeviceContext)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)MiniportDeviceContext;

  SampleFreeBuffer(device);
  SampleUnmapRanges(device);
  device->LargeSize = 0;
  device->Started = FALSE;
  return STATUS_SUCCESS;
}

/* It may come inside another function of the driver, which then fails and gives back what it holds; StopDevice gives
   back the rest. */
NTSTATUS SampleNotifySurpriseRemoval(PVOID MiniportDeviceContext, DXGK_SURPRISE_REMOVAL_TYPE RemovalType)
{
  UNREFERENCED_PARAMETER(RemovalType);
  ((PSAMPLE_DEVICE)MiniportDeviceContext)->Removed = TRUE;
  return STATUS_SUCCESS;
}

NTSTATUS SampleRemoveDevice(IN_CONST_PVOID MiniportDeviceContext)
{
  SampleLeaveDevice((PSAMPLE_DEVICE)MiniportDeviceContext);
  ExFreePoolWithTag(MiniportDeviceContext, SAMPLE_TAG);
  return STATUS_SUCCESS;
}

/* ---- Power ---- */

static NTSTATUS SampleTransferAll(PSAMPLE_DEVICE Device, SAMPLE_DIRECTION Direction)
{
  NTSTATUS status = STATUS_SUCCESS;
  UINT index;

  for (index = 0; index < SampleAdapters(Device) && NT_SUCCESS(status); index++) {
    PSAMPLE_DEVICE other = SampleDeviceOf(Device, index);
    if (other == NULL || other->Removed) {
      return STATUS_DEVICE_REMOVED;
    }
    if (Direction == SampleSave) {
      status = SampleRememberLarge(other);
    }
    if (NT_SUCCESS(status)) {
      status = SampleTransfer(Device, index, Direction);
    }
    if (NT_SUCCESS(status) && Direction == SampleRestore) {
      status = SampleCompareLarge(other);
    }
  }
  return status;
}

/* A save that fails is cancelled: the device keeps its power and its frame buffer, and the caller learns why. The frame
   buffers of a chain are its lead's matter. */
NTSTATUS SampleSetPowerState(IN_CONST_PVOID MiniportDeviceContext, ULONG DeviceUid, DEVICE_POWER_STATE DevicePowerState,
                             POWER_ACTION ActionType)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)MiniportDeviceContext;
  BOOLEAN down = DevicePowerState != PowerDeviceD0;
  NTSTATUS status;

  UNREFERENCED_PARAMETER(ActionType);
  if (DeviceUid != DISPLAY_ADAPTER_HW_ID || down == device->Saved || SampleFollows(device)) {
    return STATUS_SUCCESS;
  }
  if (!device->Started) {
    return STATUS_INVALID_DEVICE_STATE;
  }
  status = SampleTransferAll(device, down ? SampleSave : SampleRestore);
  if (NT_SUCCESS(status)) {
    device->Saved = down;
  }
  return status;
}

/* ---- What the driver tells ---- */

static NTSTATUS SampleQuerySaveArea(PSAMPLE_DEVICE Device, IN_CONST_PDXGKARG_QUERYADAPTERINFO Query)
{
  UINT index;

  if (Query->InputDataSize < sizeof(UINT) || Query->OutputDataSize < sizeof(DXGK_FRAMEBUFFERSAVEAREA)) {
    return STATUS_BUFFER_TOO_SMALL;
  }
  index = *(const UINT *)Query->pInputData;
  if (index >= SampleAdapters(Device)) {
    return STATUS_INVALID_PARAMETER;
  }
  ((DXGK_FRAMEBUFFERSAVEAREA *)Query->pOutputData)->MaximumSize = SampleBytes(Device, index);
  return STATUS_SUCCESS;
}

static NTSTATUS SampleQueryIommuCaps(PSAMPLE_DEVICE Device, IN_CONST_PDXGKARG_QUERYADAPTERINFO Query)
{
  DXGK_IOMMU_CAPS *caps = (DXGK_IOMMU_CAPS *)Query->pOutputData;

  if (Query->OutputDataSize < sizeof(DXGK_IOMMU_CAPS)) {
    return STATUS_BUFFER_TOO_SMALL;
  }
  caps->Value = 0;
  caps->IommuIsolationSupported = 1;
  caps->DmaRemappingSupported = Device->Board.UsesAddressDescriptorLists ? 1 : 0;
  return STATUS_SUCCESS;
}

NTSTATUS SampleQueryAdapterInfo(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARG_QUERYADAPTERINFO pQueryAdapterInfo)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)hAdapter;

  switch (pQueryAdapterInfo->Type) {
  case DXGKQAITYPE_FRAMEBUFFERSAVESIZE:
    return SampleQuerySaveArea(device, pQueryAdapterInfo);
  case DXGKQAITYPE_IOMMU_CAPS:
    return SampleQueryIommuCaps(device, pQueryAdapterInfo);
  default:
    return STATUS_NOT_SUPPORTED;
  }
}

PVOID SampleMappedRange(PVOID MiniportDeviceContext, UINT Number)
{
  PSAMPLE_DEVICE device = (PSAMPLE_DEVICE)MiniportDeviceContext;

  return Number < device->Ranges ? device->Range[Number] : NULL;
}

SAMPLE_STATISTICS SampleStatistics(PVOID MiniportDeviceContext)
{
  return ((PSAMPLE_DEVICE)MiniportDeviceContext)->Statistics;
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA initialization;

  RtlZeroMemory(&initialization, sizeof(initialization));
  initialization.Version = DXGKDDI_INTERFACE_VERSION;
  initialization.DxgkDdiAddDevice = SampleAddDevice;
  initialization.DxgkDdiStartDevice = SampleStartDevice;
  initialization.DxgkDdiStopDevice = SampleStopDevice;
  initialization.DxgkDdiRemoveDevice = SampleRemoveDevice;
  initialization.DxgkDdiSetPowerState = SampleSetPowerState;
  initialization.DxgkDdiQueryAdapterInfo = SampleQueryAdapterInfo;
  return DxgkInitialize(DriverObject, RegistryPath, &initialization);
}
