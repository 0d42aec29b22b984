/* SPDX-License-Identifier: MIT */
#include "ddi/call/object.h"

#include "ddi/call/frames.h"
#include "ddi/machine/resources.h"
#include "ddi/machine/system.h"

_Static_assert((int)DXGK_PHYSICAL_MEMORY_TYPE_MDL == (int)DXGMAP_OBJECT_MDL &&
                   (int)DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY == (int)DXGMAP_OBJECT_CONTIGUOUS &&
                   (int)DXGK_PHYSICAL_MEMORY_TYPE_SECTION == (int)DXGMAP_OBJECT_SECTION &&
                   (int)DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE == (int)DXGMAP_OBJECT_IO_SPACE,
               "public and core numbers differ: the types of objects");

static bool dxgmap_ddi_protection_known(ULONG protection)
{
  return protection == PAGE_READONLY || protection == PAGE_READWRITE || protection == PAGE_EXECUTE ||
         protection == PAGE_WRITECOPY;
}

static const char *dxgmap_ddi_section_fault(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments->CacheType == DXGK_MEMORY_CACHING_TYPE_NON_CACHED) {
    return "a section is cached or write-combined (P12)";
  }
  return dxgmap_ddi_protection_known(arguments->Section.PageProtection)
             ? NULL
             : "PageProtection is not one of PAGE_READONLY, PAGE_READWRITE, PAGE_EXECUTE and PAGE_WRITECOPY (P12)";
}

const char *dxgmap_ddi_object_fault(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if ((uint32_t)arguments->CacheType > DXGK_MEMORY_CACHING_TYPE_WRITE_COMBINED) {
    return "CacheType is unknown";
  }
  switch ((uint32_t)arguments->Type) {
  case DXGK_PHYSICAL_MEMORY_TYPE_MDL:
    return dxgmap_ddi_skip_fault(arguments->Mdl.SkipBytes, arguments->Mdl.Flags, arguments->Size);
  case DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY:
    return dxgmap_ddi_boundary_fault(arguments->ContiguousMemory.BoundaryAddressMultiple);
  case DXGK_PHYSICAL_MEMORY_TYPE_SECTION:
    return dxgmap_ddi_section_fault(arguments);
  case DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE:
    return NULL;
  default:
    return "Type is unknown";
  }
}

uint64_t dxgmap_ddi_object_owner(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  const dxgmap_ddi_adapter *a =
      dxgmap_ddi_adapter_of_memory((uint64_t)arguments->IOSpace.BaseAddress.QuadPart, arguments->Size);
  return a != NULL ? a->handle : 0;
}

static bool dxgmap_ddi_object_io(uint64_t first, dxgmap_ddi_record *record)
{
  uint64_t *frames = dxgmap_ddi_record_frames(record);
  for (uint64_t i = 0; i < record->pages; i++) {
    frames[i] = first + i;
  }
  return true;
}

bool dxgmap_ddi_object_fill(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_ddi_record *record)
{
  uint64_t last = dxgmap_ddi.installed_pages - 1;
  dxgmap_ddi_frames_wish wish;
  switch ((uint32_t)arguments->Type) {
  case DXGK_PHYSICAL_MEMORY_TYPE_MDL:
    wish.low = arguments->Mdl.LowAddress;
    wish.high = arguments->Mdl.HighAddress;
    wish.skip = arguments->Mdl.SkipBytes;
    wish.flags = arguments->Mdl.Flags;
    return dxgmap_ddi_frames_search(&wish, record);
  case DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY:
    return dxgmap_ddi_frames_run(arguments->ContiguousMemory.LowestAcceptableAddress,
                                 arguments->ContiguousMemory.HighestAcceptableAddress,
                                 arguments->ContiguousMemory.BoundaryAddressMultiple, record);
  case DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE:
    return dxgmap_ddi_object_io((uint64_t)arguments->IOSpace.BaseAddress.QuadPart / PAGE_SIZE, record);
  default:
    return dxgmap_host_frames_allocate(0, last, record->pages, dxgmap_ddi_record_frames(record)) == DXGMAP_HOST_OK;
  }
}

dxgmap_ddi_record *dxgmap_ddi_opened_new(const dxgmap_ddi_call *call, uint64_t adapter, uint64_t length)
{
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_ADAPTER_OBJECT, adapter, 0, 0);
  if (record != NULL) {
    record->length = length;
  }
  return record;
}
