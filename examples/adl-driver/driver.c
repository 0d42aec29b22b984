/* SPDX-License-Identifier: MIT */
#include "driver.h"

#define ADL_BUFFER_SIZE ((SIZE_T)ADL_BUFFER_PAGES * PAGE_SIZE)

static NTSTATUS AdlCreate(PADL_DEVICE Device)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create;
  NTSTATUS status;

  RtlZeroMemory(&create, sizeof(create));
  create.hAdapter = Device->Dxgk.DeviceHandle;
  create.Size = ADL_BUFFER_SIZE;
  create.Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
  create.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  create.Mdl.HighAddress.QuadPart = -1;
  create.Mdl.Flags = MM_ALLOCATE_FULLY_REQUIRED;
  status = Device->Dxgk.DxgkCbCreatePhysicalMemoryObject(&create);
  if (NT_SUCCESS(status)) {
    Device->Object = create.hPhysicalMemoryObject;
    Device->AdapterObject = create.hAdapterMemoryObject;
  }
  return status;
}

static NTSTATUS AdlAllocate(PADL_DEVICE Device)
{
  DXGKARGCB_ALLOCATE_ADL allocate;
  NTSTATUS status;

  RtlZeroMemory(&allocate, sizeof(allocate));
  allocate.hAdapterMemoryObject = Device->AdapterObject;
  allocate.Size = ADL_BUFFER_SIZE;
  status = Device->Dxgk.DxgkCbAllocateAdl(&allocate);
  if (NT_SUCCESS(status)) {
    Device->Adl = allocate.pAdl;
  }
  return status;
}

static NTSTATUS AdlMap(PADL_DEVICE Device)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  NTSTATUS status;

  RtlZeroMemory(&map, sizeof(map));
  map.hPhysicalMemoryObject = Device->Object;
  map.AccessMode = DXGK_ACCESS_MODE_KERNEL_MODE;
  map.Size = ADL_BUFFER_SIZE;
  status = Device->Dxgk.DxgkCbMapPhysicalMemory(&map);
  if (NT_SUCCESS(status)) {
    Device->Mapped = map.pMappedAddress;
    Device->MappedSize = map.Size;
    Device->Address = (PUCHAR)map.pMappedAddress + map.Offset;
  }
  return status;
}

NTSTATUS AdlStartDevice(PADL_DEVICE Device, const DXGKRNL_INTERFACE *DxgkInterface)
{
  NTSTATUS status;

  RtlZeroMemory(Device, sizeof(*Device));
  Device->Dxgk = *DxgkInterface;
  status = AdlCreate(Device);
  if (NT_SUCCESS(status)) {
    status = AdlAllocate(Device);
  }
  if (NT_SUCCESS(status)) {
    status = AdlMap(Device);
  }
#if !defined(TOY_FORGETS) /* the mistake that the harness must find: on this path nothing is given back */
  if (!NT_SUCCESS(status)) {
    AdlStopDevice(Device);
  }
#endif
  return status;
}

VOID AdlStopDevice(PADL_DEVICE Device)
{
  if (Device->Mapped != NULL) {
    DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap;
    RtlZeroMemory(&unmap, sizeof(unmap));
    unmap.hPhysicalMemoryObject = Device->Object;
    unmap.pBaseAddress = Device->Mapped;
    unmap.Size = Device->MappedSize;
    Device->Dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
    Device->Mapped = NULL;
  }
  if (Device->Adl != NULL) {
    DXGKARGCB_FREE_ADL release;
    RtlZeroMemory(&release, sizeof(release));
    release.hAdapterMemoryObject = Device->AdapterObject;
    release.pAdl = Device->Adl;
    Device->Dxgk.DxgkCbFreeAdl(&release);
    Device->Adl = NULL;
  }
  if (Device->Object != NULL) {
    DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy;
    RtlZeroMemory(&destroy, sizeof(destroy));
    destroy.hPhysicalMemoryObject = Device->Object;
    destroy.hAdapterMemoryObject = Device->AdapterObject;
    Device->Dxgk.DxgkCbDestroyPhysicalMemoryObject(&destroy);
    Device->Object = NULL;
  }
}

DXGK_PAGE_NUMBER AdlPage(const ADL_DEVICE *Device, UINT Index)
{
  return Device->Adl->Flags.Contiguous ? Device->Adl->BasePageNumber + Index : Device->Adl->Pages[Index];
}
