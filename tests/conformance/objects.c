/* SPDX-License-Identifier: MIT */
#include "objects.h"

#include <string.h>

HANDLE remapped;

void remapped_open(void)
{
  static const uint64_t save[2] = {SAVE_BYTES, 0};
  static const dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, IO_START, IO_BYTES};
  dxgmap_system_description system;
  dxgmap_adapter_description d;
  memset(&system, 0, sizeof(system));
  memset(&d, 0, sizeof(d));
  system.seed = 11;
#ifdef DXGMAP_PROFILE_SMALL
  system.installed_pages = DXGMAP_PAGES - IO_PAGES;
#endif
  machine_open_with(&system);
  d.physical_adapters = 2;
  d.save_bytes = save;
  d.resources = 1;
  d.resource = &range;
  d.mode = DXGMAP_MODE_REMAPPING;
  remapped = machine_adapter_as(&d);
}

DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object_wish(DXGK_PHYSICAL_MEMORY_TYPE type, HANDLE which)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish;
  memset(&wish, 0, sizeof(wish));
  wish.hAdapter = which;
  wish.Size = OBJECT_BYTES;
  wish.Type = type;
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  switch (type) {
  case DXGK_PHYSICAL_MEMORY_TYPE_MDL:
    wish.Mdl.HighAddress.QuadPart = -1;
    break;
  case DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY:
    wish.ContiguousMemory.HighestAcceptableAddress.QuadPart = -1;
    break;
  case DXGK_PHYSICAL_MEMORY_TYPE_SECTION:
    wish.Section.PageProtection = PAGE_READWRITE;
    break;
  default:
    wish.Size = IO_BYTES;
    wish.IOSpace.BaseAddress = physical(IO_START);
    break;
  }
  return wish;
}

DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object_made(DXGK_PHYSICAL_MEMORY_TYPE type, HANDLE which)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(type, which);
  CHECK_OK(dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  return wish;
}

NTSTATUS object_open(HANDLE object, HANDLE which, HANDLE *opened)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT a = {object, which, NULL};
  NTSTATUS status = dxgk.DxgkCbOpenPhysicalMemoryObject(&a);
  *opened = a.hAdapterMemoryObject;
  return status;
}

NTSTATUS object_close(HANDLE opened)
{
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT a = {opened};
  dxgk.DxgkCbClosePhysicalMemoryObject(&a);
  return reports.status;
}

NTSTATUS object_destroy(HANDLE object, HANDLE opened)
{
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT a = {object, opened};
  dxgk.DxgkCbDestroyPhysicalMemoryObject(&a);
  return reports.status;
}

NTSTATUS adl_allocate(HANDLE opened, SIZE_T offset, SIZE_T size, UINT flags, DXGK_ADL **adl)
{
  DXGKARGCB_ALLOCATE_ADL a;
  a.hAdapterMemoryObject = opened;
  a.Offset = offset;
  a.Size = size;
  a.Flags.Value = flags;
  a.pAdl = NULL;
  NTSTATUS status = dxgk.DxgkCbAllocateAdl(&a);
  *adl = a.pAdl;
  return status;
}

NTSTATUS adl_free(HANDLE opened, DXGK_ADL *adl)
{
  DXGKARGCB_FREE_ADL a = {opened, adl};
  dxgk.DxgkCbFreeAdl(&a);
  return reports.status;
}

uint64_t adl_page(const DXGK_ADL *adl, uint32_t i)
{
  return adl->Flags.Contiguous != 0 ? adl->BasePageNumber + i : adl->Pages[i];
}
