/* SPDX-License-Identifier: MIT */
#include "driver.h"

/* Of the ranges that Dxgkrnl found for the device, the first of memory. */
static NTSTATUS ToyMapRegisters(PTOY Toy)
{
  DXGK_DEVICE_INFO info;
  PCM_PARTIAL_RESOURCE_LIST list;
  NTSTATUS status = Toy->Dxgk.DxgkCbGetDeviceInformation(Toy->Dxgk.DeviceHandle, &info);
  ULONG i;

  if (!NT_SUCCESS(status)) {
    return status;
  }
  list = &info.TranslatedResourceList->List[0].PartialResourceList;
  for (i = 0; i < list->Count; i++) {
    const CM_PARTIAL_RESOURCE_DESCRIPTOR *range = &list->PartialDescriptors[i];
    if (range->Type == CmResourceTypeMemory) {
      return Toy->Dxgk.DxgkCbMapMemory(Toy->Dxgk.DeviceHandle, range->u.Memory.Start, range->u.Memory.Length, FALSE,
                                       FALSE, MmNonCached, &Toy->Registers);
    }
  }
  return STATUS_INSUFFICIENT_RESOURCES;
}

static NTSTATUS ToyAllocateRing(PTOY Toy)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL allocate;
  NTSTATUS status;

  RtlZeroMemory(&allocate, sizeof(allocate));
  allocate.HighAddress.QuadPart = -1;
  allocate.TotalBytes = TOY_RING_PAGES * PAGE_SIZE;
  allocate.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  allocate.Flags = MM_ALLOCATE_FULLY_REQUIRED;
  status = Toy->Dxgk.DxgkCbAllocatePagesForMdl(Toy->Dxgk.DeviceHandle, &allocate);
  if (NT_SUCCESS(status)) {
    Toy->Ring = allocate.hMemoryHandle;
    Toy->RingMdl = allocate.pMdl;
  }
  return status;
}

NTSTATUS ToyStartDevice(PTOY Toy, const DXGKRNL_INTERFACE *DxgkInterface)
{
  NTSTATUS status;

  RtlZeroMemory(Toy, sizeof(*Toy));
  Toy->Dxgk = *DxgkInterface;
  status = ToyMapRegisters(Toy);
  if (NT_SUCCESS(status)) {
    status = ToyAllocateRing(Toy);
  }
#if !defined(TOY_FORGETS) /* the mistake that the harnesses must find: on this path nothing is given back */
  if (!NT_SUCCESS(status)) {
    ToyStopDevice(Toy);
  }
#endif
  return status;
}

VOID ToyStopDevice(PTOY Toy)
{
  if (Toy->Ring != NULL) {
    DXGKARGCB_FREEPAGESFROMMDL release;
    release.hMemoryHandle = Toy->Ring;
    (VOID) Toy->Dxgk.DxgkCbFreePagesFromMdl(Toy->Dxgk.DeviceHandle, &release);
    Toy->Ring = NULL;
  }
  if (Toy->Registers != NULL) {
    (VOID) Toy->Dxgk.DxgkCbUnmapMemory(Toy->Dxgk.DeviceHandle, Toy->Registers);
    Toy->Registers = NULL;
  }
}

NTSTATUS ToySave(PTOY Toy, SIZE_T Bytes)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin;
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin;
  PVOID address;
  NTSTATUS status;

  RtlZeroMemory(&pin, sizeof(pin));
  pin.CommitSize = Bytes;
  status = Toy->Dxgk.DxgkCbPinFrameBufferForSave(Toy->Dxgk.DeviceHandle, &pin);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  address = MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority);
  if (address != NULL) {
    RtlFillMemory(address, Bytes, 0x5A);
  }
  unpin.PhysicalAdapterIndex = 0;
  status = Toy->Dxgk.DxgkCbUnpinFrameBufferForSave(Toy->Dxgk.DeviceHandle, &unpin);
  return address != NULL ? status : STATUS_INSUFFICIENT_RESOURCES;
}
