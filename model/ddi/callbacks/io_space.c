/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/cache.h"
#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/call/trace.h"
#include "ddi/call/view.h"
#include "ddi/machine/record.h"
#include "ddi/machine/resources.h"

/* MmMapIoSpace, MmMapIoSpaceEx, MmUnmapIoSpace: views as those of DxgkCbMapMemory, of whichever adapter owns the range.
   They may be made and released at DISPATCH_LEVEL. A harness that has its own functions keeps them: these are weak. */

#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak MmMapIoSpace
#pragma weak MmMapIoSpaceEx
#pragma weak MmUnmapIoSpace
#endif

static bool dxgmap_ddi_io_space_level(dxgmap_ddi_call *call)
{
  if (call->who.irql > DISPATCH_LEVEL) {
    return false;
  }
  call->who.irql = PASSIVE_LEVEL;
  return true;
}

static uint32_t dxgmap_ddi_map_io_space(dxgmap_ddi_call *call, uint64_t physical, uint64_t bytes,
                                        MEMORY_CACHING_TYPE cache, PVOID *address)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of_memory(physical, bytes);
  if (!dxgmap_ddi_io_space_level(call)) {
    return DXGMAP_CAUSE_BAD_IRQL;
  }
  if (bytes == 0) {
    return dxgmap_ddi_bad(call, "NumberOfBytes is zero");
  }
  if (!dxgmap_ddi_cache_known((uint32_t)cache)) {
    return dxgmap_ddi_bad(call, "CacheType is unknown");
  }
  if (a == NULL) {
    call->subject.address = physical;
    dxgmap_ddi_detail(&call->subject, "there is no memory but the resources of started adapters, and none holds it");
    return DXGMAP_CAUSE_NOT_OWNED;
  }
  call->adapter = a->handle;
  dxgmap_view_request request;
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIEW;
  request.space = DXGMAP_MEMORY_SPACE;
  request.cache = (uint32_t)cache;
  request.physical = physical;
  request.length = bytes;
  return dxgmap_ddi_map_view(call, &request, address);
}

static PVOID dxgmap_ddi_io_space(uint64_t physical, uint64_t bytes, MEMORY_CACHING_TYPE cache, const void *site)
{
  dxgmap_ddi_call call;
  PVOID address = NULL;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADAPTER;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_IO_SPACE, NULL, site)) {
    DXGMAP_DDI_TRACE(&call, physical, bytes, (uint32_t)cache);
    cause = dxgmap_ddi_map_io_space(&call, physical, bytes, cache, &address);
    DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(address));
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return address;
}

PVOID MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType)
{
  return dxgmap_ddi_io_space((uint64_t)PhysicalAddress.QuadPart, NumberOfBytes, CacheType, DXGMAP_DDI_SITE);
}

PVOID MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect)
{
  MEMORY_CACHING_TYPE cache = (Protect & PAGE_WRITECOMBINE) != 0 ? MmWriteCombined : MmCached;
  return dxgmap_ddi_io_space((uint64_t)PhysicalAddress.QuadPart, NumberOfBytes,
                             (Protect & PAGE_NOCACHE) != 0 ? MmNonCached : cache, DXGMAP_DDI_SITE);
}

static uint32_t dxgmap_ddi_unmap_io_space(dxgmap_ddi_call *call, PVOID address, uint64_t bytes)
{
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(dxgmap_host_locate(address).owner);
  if (!dxgmap_ddi_io_space_level(call)) {
    return DXGMAP_CAUSE_BAD_IRQL;
  }
  if (record == NULL || !record->live) {
    dxgmap_ddi_blame_address(call, address);
    return DXGMAP_CAUSE_BAD_ADDRESS;
  }
  call->adapter = dxgmap_ddi_record_adapter(record);
  if (record->address == address && record->length != bytes) {
    call->subject.mapping = record->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "NumberOfBytes is ", bytes, ", the map has ", record->length);
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  return dxgmap_ddi_unmap_view(call, DXGMAP_MAPPING_VIEW, address, 0);
}

VOID MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADDRESS;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_IO_SPACE, NULL, DXGMAP_DDI_SITE)) {
    DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(BaseAddress), NumberOfBytes);
    cause = dxgmap_ddi_unmap_io_space(&call, BaseAddress, NumberOfBytes);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}
