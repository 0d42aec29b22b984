/* SPDX-License-Identifier: MIT */
#include "buffer.h"

#define SAMPLE_BUFFER_SIZE ((SIZE_T)SAMPLE_BUFFER_PAGES * PAGE_SIZE)

/* ---- Without DMA remapping: pages with an MDL ---- */

static NTSTATUS SampleAllocatePages(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL allocate;
  NTSTATUS status;

  RtlZeroMemory(&allocate, sizeof(allocate));
  allocate.HighAddress.QuadPart = -1;
  allocate.TotalBytes = SAMPLE_BUFFER_SIZE;
  allocate.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  allocate.Flags = MM_ALLOCATE_FULLY_REQUIRED;
  status = Device->Dxgk.DxgkCbAllocatePagesForMdl(Device->Dxgk.DeviceHandle, &allocate);
  if (!NT_SUCCESS(status)) {
    return status;
  }
  Device->Buffer.Memory = allocate.hMemoryHandle;
  Device->Buffer.List.Mdl = allocate.pMdl;
  Device->Buffer.Address =
      (PUCHAR)MmGetSystemAddressForMdlSafe(allocate.pMdl, NormalPagePriority | MdlMappingNoExecute);
  return Device->Buffer.Address != NULL ? STATUS_SUCCESS : STATUS_INSUFFICIENT_RESOURCES;
}

static VOID SampleFreePages(PSAMPLE_DEVICE Device)
{
  PMDL mdl = Device->Buffer.List.Mdl;
  DXGKARGCB_FREEPAGESFROMMDL release;

  if (mdl == NULL) {
    return;
  }
  if ((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0) {
    MmUnmapLockedPages(Device->Buffer.Address, mdl);
  }
  RtlZeroMemory(&release, sizeof(release));
  release.hMemoryHandle = Device->Buffer.Memory;
  (VOID) Device->Dxgk.DxgkCbFreePagesFromMdl(Device->Dxgk.DeviceHandle, &release);
}

/* ---- With DMA remapping: a physical memory object, which the CPU reaches by a map and the device by an ADL ---- */

static NTSTATUS SampleCreateObject(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create;
  NTSTATUS status;

  RtlZeroMemory(&create, sizeof(create));
  create.hAdapter = Device->Dxgk.DeviceHandle;
  create.Size = SAMPLE_BUFFER_SIZE;
  create.Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
  create.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  create.Mdl.HighAddress.QuadPart = -1;
  create.Mdl.Flags = MM_ALLOCATE_FULLY_REQUIRED;
  status = Device->Dxgk.DxgkCbCreatePhysicalMemoryObject(&create);
  if (NT_SUCCESS(status)) {
    Device->Buffer.Object = create.hPhysicalMemoryObject;
    Device->Buffer.AdapterObject = create.hAdapterMemoryObject;
  }
  return status;
}

static NTSTATUS SampleMapObject(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  NTSTATUS status;

  RtlZeroMemory(&map, sizeof(map));
  map.hPhysicalMemoryObject = Device->Buffer.Object;
  map.AccessMode = DXGK_ACCESS_MODE_KERNEL_MODE;
  map.Size = SAMPLE_BUFFER_SIZE;
  status = Device->Dxgk.DxgkCbMapPhysicalMemory(&map);
  if (NT_SUCCESS(status)) {
    Device->Buffer.MappedAddress = map.pMappedAddress;
    Device->Buffer.MappedSize = map.Size;
    /* The Offset that came out, not the one that went in. */
    Device->Buffer.Address = (PUCHAR)map.pMappedAddress + map.Offset;
  }
  return status;
}

static NTSTATUS SampleAllocateAdl(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_ALLOCATE_ADL allocate;
  NTSTATUS status;

  RtlZeroMemory(&allocate, sizeof(allocate));
  allocate.hAdapterMemoryObject = Device->Buffer.AdapterObject;
  allocate.Size = SAMPLE_BUFFER_SIZE;
  allocate.Flags.PreferContiguous = Device->Board.PrefersContiguousLists ? 1 : 0;
  status = Device->Dxgk.DxgkCbAllocateAdl(&allocate);
  if (NT_SUCCESS(status)) {
    Device->Buffer.List.Adl = allocate.pAdl;
  }
  return status;
}

static NTSTATUS SampleAllocateObject(PSAMPLE_DEVICE Device)
{
  NTSTATUS status = SampleCreateObject(Device);

  if (NT_SUCCESS(status)) {
    status = SampleMapObject(Device);
  }
  if (NT_SUCCESS(status)) {
    status = SampleAllocateAdl(Device);
  }
  return status;
}

static VOID SampleFreeAdl(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_FREE_ADL release;

  if (Device->Buffer.List.Adl == NULL) {
    return;
  }
  RtlZeroMemory(&release, sizeof(release));
  release.hAdapterMemoryObject = Device->Buffer.AdapterObject;
  release.pAdl = Device->Buffer.List.Adl;
  Device->Dxgk.DxgkCbFreeAdl(&release);
}

static VOID SampleUnmapObject(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap;

  if (Device->Buffer.MappedAddress == NULL) {
    return;
  }
  RtlZeroMemory(&unmap, sizeof(unmap));
  unmap.hPhysicalMemoryObject = Device->Buffer.Object;
  unmap.pBaseAddress = Device->Buffer.MappedAddress;
  unmap.Size = Device->Buffer.MappedSize;
  Device->Dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
}

/* Closes the adapter object too, so that there is no call to Close. */
static VOID SampleDestroyObject(PSAMPLE_DEVICE Device)
{
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy;

  if (Device->Buffer.Object == NULL) {
    return;
  }
  RtlZeroMemory(&destroy, sizeof(destroy));
  destroy.hPhysicalMemoryObject = Device->Buffer.Object;
  destroy.hAdapterMemoryObject = Device->Buffer.AdapterObject;
  Device->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&destroy);
}

static VOID SampleFreeObject(PSAMPLE_DEVICE Device)
{
  SampleFreeAdl(Device);
  SampleUnmapObject(Device);
  SampleDestroyObject(Device);
}

/* ---- Either ---- */

NTSTATUS SampleAllocateBuffer(PSAMPLE_DEVICE Device)
{
  return Device->Board.UsesAddressDescriptorLists ? SampleAllocateObject(Device) : SampleAllocatePages(Device);
}

VOID SampleFreeBuffer(PSAMPLE_DEVICE Device)
{
  if (Device->Board.UsesAddressDescriptorLists) {
    SampleFreeObject(Device);
  } else {
    SampleFreePages(Device);
  }
  RtlZeroMemory(&Device->Buffer, sizeof(Device->Buffer));
}
