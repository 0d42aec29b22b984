/* SPDX-License-Identifier: MIT */
/* A display miniport, as far as mapping goes, written as such drivers are: against the Windows headers alone, in the
   common subset of C and C++. It maps its registers, its frame buffer and its ports at start and gives them back at
   stop. */

#include <ntddk.h>

#include <d3dkmddi.h>
#include <dispmprt.h>

#define BARE_TAG 'eraB'
#define BARE_REGISTER_CONTROL 0x10
#define BARE_CONTROL_ENABLE 0x1
#define BARE_PORT_STATUS 0x2
#define BARE_STATUS_PRESENT 0x80

typedef struct _BARE_DEVICE {
  PDEVICE_OBJECT PhysicalDeviceObject;
  DXGKRNL_INTERFACE Dxgk;
  volatile UCHAR *Registers;
  ULONG RegistersLength;
  PVOID FrameBuffer;
  PHYSICAL_ADDRESS FrameBufferAddress;
  ULONG FrameBufferLength;
  PUCHAR Ports;
  ULONG PortsLength;
} BARE_DEVICE, *PBARE_DEVICE;

#ifdef __cplusplus
extern "C" {
#endif

DRIVER_INITIALIZE DriverEntry;
DXGKDDI_ADD_DEVICE BareAddDevice;
DXGKDDI_START_DEVICE BareStartDevice;
DXGKDDI_STOP_DEVICE BareStopDevice;
DXGKDDI_REMOVE_DEVICE BareRemoveDevice;
DXGKDDI_SET_POWER_STATE BareSetPowerState;
DXGKDDI_QUERYADAPTERINFO BareQueryAdapterInfo;
DXGKDDI_UNLOAD BareUnload;

#ifdef __cplusplus
}
#endif

static NTSTATUS BareMap(_In_ PBARE_DEVICE Device, _In_ PHYSICAL_ADDRESS Address, _In_ ULONG Length,
                        _In_ BOOLEAN InIoSpace, _In_ MEMORY_CACHING_TYPE CacheType, _Out_ PVOID *VirtualAddress)
{
  return Device->Dxgk.DxgkCbMapMemory(Device->Dxgk.DeviceHandle, Address, Length, InIoSpace, FALSE, CacheType,
                                      VirtualAddress);
}

/* The prefetchable range is the frame buffer, the other memory range the registers. */
static NTSTATUS BareMapResource(_In_ PBARE_DEVICE Device, _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Resource)
{
  PVOID base = NULL;
  NTSTATUS status;

  if (Resource->Type == CmResourceTypePort && Device->Ports == NULL) {
    status = BareMap(Device, Resource->u.Port.Start, Resource->u.Port.Length, TRUE, MmNonCached, &base);
    if (NT_SUCCESS(status)) {
      Device->Ports = (PUCHAR)base;
      Device->PortsLength = Resource->u.Port.Length;
    }
    return status;
  }
  if (Resource->Type != CmResourceTypeMemory) {
    return STATUS_SUCCESS;
  }
  if ((Resource->Flags & CM_RESOURCE_MEMORY_PREFETCHABLE) != 0 && Device->FrameBuffer == NULL) {
    status = BareMap(Device, Resource->u.Memory.Start, Resource->u.Memory.Length, FALSE, MmWriteCombined, &base);
    if (NT_SUCCESS(status)) {
      Device->FrameBuffer = base;
      Device->FrameBufferAddress = Resource->u.Memory.Start;
      Device->FrameBufferLength = Resource->u.Memory.Length;
    }
    return status;
  }
  if ((Resource->Flags & CM_RESOURCE_MEMORY_PREFETCHABLE) == 0 && Device->Registers == NULL) {
    status = BareMap(Device, Resource->u.Memory.Start, Resource->u.Memory.Length, FALSE, MmNonCached, &base);
    if (NT_SUCCESS(status)) {
      Device->Registers = (volatile UCHAR *)base;
      Device->RegistersLength = Resource->u.Memory.Length;
    }
    return status;
  }
  return STATUS_SUCCESS;
}

static NTSTATUS BareMapResources(_In_ PBARE_DEVICE Device, _In_ PCM_RESOURCE_LIST List)
{
  PCM_PARTIAL_RESOURCE_LIST partial;
  NTSTATUS status = STATUS_SUCCESS;
  ULONG i;

  if (List == NULL || List->Count == 0) {
    return STATUS_DEVICE_NOT_CONNECTED;
  }
  partial = &List->List[0].PartialResourceList;
  for (i = 0; i < partial->Count && NT_SUCCESS(status); i++) {
    status = BareMapResource(Device, &partial->PartialDescriptors[i]);
  }
  if (NT_SUCCESS(status) && (Device->Registers == NULL || Device->FrameBuffer == NULL)) {
    status = STATUS_DEVICE_NOT_CONNECTED;
  }
  return status;
}

static VOID BareUnmap(_In_ PBARE_DEVICE Device, _In_opt_ PVOID VirtualAddress)
{
  if (VirtualAddress != NULL) {
    (VOID) Device->Dxgk.DxgkCbUnmapMemory(Device->Dxgk.DeviceHandle, VirtualAddress);
  }
}

static VOID BareUnmapResources(_In_ PBARE_DEVICE Device)
{
  BareUnmap(Device, Device->Ports);
  BareUnmap(Device, Device->FrameBuffer);
  BareUnmap(Device, (PVOID)(ULONG_PTR)Device->Registers);
  Device->Ports = NULL;
  Device->FrameBuffer = NULL;
  Device->Registers = NULL;
}

static VOID BareEnable(_In_ PBARE_DEVICE Device, _In_ ULONG Control)
{
  volatile ULONG *control = (volatile ULONG *)(volatile VOID *)(Device->Registers + BARE_REGISTER_CONTROL);

  WRITE_REGISTER_ULONG(control, Control);
  /* The read pushes the write out to the device. */
  (VOID) READ_REGISTER_ULONG(control);
}

NTSTATUS BareAddDevice(IN_CONST_PDEVICE_OBJECT PhysicalDeviceObject, PVOID *MiniportDeviceContext)
{
  PBARE_DEVICE device = (PBARE_DEVICE)ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(BARE_DEVICE), BARE_TAG);

  PAGED_CODE();
  if (device == NULL) {
    return STATUS_NO_MEMORY;
  }
  device->PhysicalDeviceObject = PhysicalDeviceObject;
  *MiniportDeviceContext = device;
  return STATUS_SUCCESS;
}

/* Dxgkrnl may be older than this driver's headers, so its structure may be shorter than ours. */
static NTSTATUS BareTakeInterface(_In_ PBARE_DEVICE Device, _In_ PDXGKRNL_INTERFACE DxgkInterface)
{
  SIZE_T size = DxgkInterface->Size < sizeof(Device->Dxgk) ? DxgkInterface->Size : sizeof(Device->Dxgk);

  if (DxgkInterface->Version < DXGKDDI_INTERFACE_VERSION_VISTA) {
    return STATUS_REVISION_MISMATCH;
  }
  RtlZeroMemory(&Device->Dxgk, sizeof(Device->Dxgk));
  RtlCopyMemory(&Device->Dxgk, DxgkInterface, size);
  return STATUS_SUCCESS;
}

NTSTATUS BareStartDevice(IN_CONST_PVOID MiniportDeviceContext, IN_PDXGK_START_INFO DxgkStartInfo,
                         IN_PDXGKRNL_INTERFACE DxgkInterface, PULONG NumberOfVideoPresentSources,
                         PULONG NumberOfChildren)
{
  PBARE_DEVICE device = (PBARE_DEVICE)MiniportDeviceContext;
  DXGK_DEVICE_INFO information;
  NTSTATUS status;

  PAGED_CODE();
  UNREFERENCED_PARAMETER(DxgkStartInfo);

  status = BareTakeInterface(device, DxgkInterface);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  RtlZeroMemory(&information, sizeof(information));
  status = device->Dxgk.DxgkCbGetDeviceInformation(device->Dxgk.DeviceHandle, &information);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  status = BareMapResources(device, information.TranslatedResourceList);
  if (NT_SUCCESS(status) && device->Ports != NULL &&
      (READ_PORT_UCHAR(device->Ports + BARE_PORT_STATUS) & BARE_STATUS_PRESENT) == 0) {
    status = STATUS_NO_SUCH_DEVICE;
  }
  if (!NT_SUCCESS(status)) {
    KdPrint(("bare: start failed with 0x%08x\n", status));
    BareUnmapResources(device);
    return status;
  }
  BareEnable(device, BARE_CONTROL_ENABLE);
  *NumberOfVideoPresentSources = 1;
  *NumberOfChildren = 1;
  return STATUS_SUCCESS;
}

/* What start took, stop gives back. */
NTSTATUS BareStopDevice(IN_CONST_PVOID MiniportDeviceContext)
{
  PBARE_DEVICE device = (PBARE_DEVICE)MiniportDeviceContext;

  PAGED_CODE();
  if (device->Registers != NULL) {
    BareEnable(device, 0);
  }
  BareUnmapResources(device);
  return STATUS_SUCCESS;
}

NTSTATUS BareRemoveDevice(IN_CONST_PVOID MiniportDeviceContext)
{
  PAGED_CODE();
  ExFreePoolWithTag(MiniportDeviceContext, BARE_TAG);
  return STATUS_SUCCESS;
}

NTSTATUS BareSetPowerState(IN_CONST_PVOID MiniportDeviceContext, ULONG DeviceUid, DEVICE_POWER_STATE DevicePowerState,
                           POWER_ACTION ActionType)
{
  PBARE_DEVICE device = (PBARE_DEVICE)MiniportDeviceContext;

  UNREFERENCED_PARAMETER(ActionType);
  if (DeviceUid == DISPLAY_ADAPTER_HW_ID && device->Registers != NULL) {
    BareEnable(device, DevicePowerState == PowerDeviceD0 ? BARE_CONTROL_ENABLE : 0);
  }
  return STATUS_SUCCESS;
}

/* Its frame buffer is the BIOS's business across a power transition: there is nothing to save. */
NTSTATUS BareQueryAdapterInfo(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARG_QUERYADAPTERINFO pQueryAdapterInfo)
{
  UNREFERENCED_PARAMETER(hAdapter);
  if (pQueryAdapterInfo->Type != DXGKQAITYPE_FRAMEBUFFERSAVESIZE) {
    return STATUS_NOT_SUPPORTED;
  }
  if (pQueryAdapterInfo->OutputDataSize < sizeof(DXGK_FRAMEBUFFERSAVEAREA)) {
    return STATUS_BUFFER_TOO_SMALL;
  }
  ((DXGK_FRAMEBUFFERSAVEAREA *)pQueryAdapterInfo->pOutputData)->MaximumSize = 0;
  return STATUS_SUCCESS;
}

VOID BareUnload(VOID)
{
  PAGED_CODE();
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
  DRIVER_INITIALIZATION_DATA initialization;

  RtlZeroMemory(&initialization, sizeof(initialization));
  initialization.Version = DXGKDDI_INTERFACE_VERSION;
  initialization.DxgkDdiAddDevice = BareAddDevice;
  initialization.DxgkDdiStartDevice = BareStartDevice;
  initialization.DxgkDdiStopDevice = BareStopDevice;
  initialization.DxgkDdiRemoveDevice = BareRemoveDevice;
  initialization.DxgkDdiSetPowerState = BareSetPowerState;
  initialization.DxgkDdiQueryAdapterInfo = BareQueryAdapterInfo;
  initialization.DxgkDdiUnload = BareUnload;
  return DxgkInitialize(DriverObject, RegistryPath, &initialization);
}
