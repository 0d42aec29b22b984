/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <string.h>

/* DxgkCbMapMemory, MmMapIoSpace, and the calls that release what they gave. */

uint32_t dxgmap_check_map_view(uint64_t adapter, dxgmap_view_request *request, dxgmap_check_entry **made)
{
  uint32_t cause = dxgmap_view_admit(&dxgmap_checked.core, dxgmap_check_who(), adapter, request);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  bool memory = request->space == DXGMAP_MEMORY_SPACE;
  uint64_t within = memory ? request->physical % PAGE_SIZE : 0;
  uint64_t span = memory ? (within + request->length - 1) / PAGE_SIZE + 1 : 0;
  request->at = memory ? dxgmap_check_window(span) : 0;
  dxgmap_outcome outcome = dxgmap_op_map_view(&dxgmap_checked.core, dxgmap_check_who(), adapter, request);
  if (outcome.status != DXGMAP_OK) {
    return outcome.status;
  }
  dxgmap_check_entry *entry = dxgmap_check_new(request->kind, outcome.handle);
  entry->adapter = adapter;
  entry->space = request->space;
  entry->at = memory ? request->at * PAGE_SIZE + within : request->physical;
  entry->length = request->length;
  entry->block = dxgmap_check_memory(memory ? span * PAGE_SIZE : request->length);
  entry->address = (PUCHAR)entry->block + within;
  *made = entry;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_check_unmap_view(uint64_t adapter, uint32_t kind, const void *address)
{
  dxgmap_check_entry *entry = dxgmap_check_by_address(kind, address);
  uint32_t space = entry != NULL ? entry->space : (uint32_t)DXGMAP_MEMORY_SPACE;
  dxgmap_outcome outcome = dxgmap_op_unmap_view(&dxgmap_checked.core, dxgmap_check_who(), adapter, kind, space,
                                                entry != NULL ? entry->at : DXGMAP_CHECK_NOWHERE, 0);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_check_end(entry);
  } else {
    dxgmap_check_about(dxgmap_check_ended_address(kind, address));
  }
  return outcome.status;
}

static bool dxgmap_check_cache_known(uint32_t cache)
{
  return cache < MmMaximumCacheType;
}

static uint32_t dxgmap_check_map_memory(uint64_t adapter, dxgmap_view_request *request, PVOID *address,
                                        dxgmap_check_entry **made)
{
  if (address == NULL) {
    return dxgmap_check_bad("VirtualAddress is NULL");
  }
  if (!dxgmap_check_cache_known(request->cache)) {
    return dxgmap_check_bad("CacheType is unknown");
  }
  uint32_t cause = dxgmap_check_map_view(adapter, request, made);
  if (cause == DXGMAP_CAUSE_NONE) {
    *address = (*made)->address;
  }
  return cause;
}

NTSTATUS DxgkCbMapMemory(HANDLE DeviceHandle, PHYSICAL_ADDRESS TranslatedAddress, ULONG Length, BOOLEAN InIoSpace,
                         BOOLEAN MapToUserMode, MEMORY_CACHING_TYPE CacheType, PVOID *VirtualAddress)
{
  dxgmap_view_request request;
  dxgmap_check_entry *made = NULL;
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_VIEW);
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIEW;
  request.space = InIoSpace != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  request.user = InIoSpace == 0 && MapToUserMode != 0;
  request.cache = (uint32_t)CacheType;
  request.physical = (uint64_t)TranslatedAddress.QuadPart;
  request.length = Length;
  uint32_t cause = dxgmap_check_map_memory((uint64_t)(uintptr_t)DeviceHandle, &request, VirtualAddress, &made);
  return dxgmap_check_leave(DXGMAP_OPERATION_MAP_VIEW, cause, made);
}

NTSTATUS DxgkCbUnmapMemory(HANDLE DeviceHandle, PVOID VirtualAddress)
{
  dxgmap_check_enter(DXGMAP_OPERATION_UNMAP_VIEW);
  uint32_t cause = dxgmap_check_unmap_view((uint64_t)(uintptr_t)DeviceHandle, DXGMAP_MAPPING_VIEW, VirtualAddress);
  return dxgmap_check_leave(DXGMAP_OPERATION_UNMAP_VIEW, cause, NULL);
}

/* The adapter that has the range; 0: none. */
static uint64_t dxgmap_check_owner(uint64_t physical, uint64_t length)
{
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    const dxgmap_adapter *a = &dxgmap_checked.core.adapter[k];
    for (uint32_t i = 0; a->started != 0 && i < a->resources.count; i++) {
      const dxgmap_resource *r = &a->resources.at[i];
      if (r->space == DXGMAP_MEMORY_SPACE && physical >= r->start && physical - r->start < r->length &&
          length <= r->length - (physical - r->start)) {
        return dxgmap_handle_make(DXGMAP_ADAPTER_TAG, a->generation, k);
      }
    }
  }
  return 0;
}

static PVOID dxgmap_check_io_space(uint64_t physical, uint64_t bytes, uint32_t cache)
{
  dxgmap_view_request request;
  dxgmap_check_entry *made = NULL;
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_IO_SPACE);
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIEW;
  request.space = DXGMAP_MEMORY_SPACE;
  request.cache = cache;
  request.physical = physical;
  request.length = bytes;
  uint64_t adapter = dxgmap_check_owner(physical, bytes);
  uint32_t cause = DXGMAP_CAUSE_NOT_OWNED;
  if (bytes == 0) {
    cause = dxgmap_check_bad("NumberOfBytes is zero");
  } else if (!dxgmap_check_cache_known(cache)) {
    cause = dxgmap_check_bad("CacheType is unknown");
  } else if (adapter != 0) {
    cause = dxgmap_check_map_view(adapter, &request, &made);
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_MAP_IO_SPACE, cause, made);
  return made != NULL ? made->address : NULL;
}

PVOID MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType)
{
  return dxgmap_check_io_space((uint64_t)PhysicalAddress.QuadPart, NumberOfBytes, (uint32_t)CacheType);
}

PVOID MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect)
{
  uint32_t cached = (Protect & PAGE_WRITECOMBINE) != 0 ? MmWriteCombined : MmCached;
  return dxgmap_check_io_space((uint64_t)PhysicalAddress.QuadPart, NumberOfBytes,
                               (Protect & PAGE_NOCACHE) != 0 ? (uint32_t)MmNonCached : cached);
}

VOID MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
  dxgmap_check_enter(DXGMAP_OPERATION_UNMAP_IO_SPACE);
  dxgmap_check_entry *entry = dxgmap_check_by_address(DXGMAP_MAPPING_VIEW, BaseAddress);
  uint32_t cause = DXGMAP_CAUSE_BAD_ADDRESS;
  if (entry != NULL && entry->length != NumberOfBytes) {
    cause = dxgmap_check_bad("NumberOfBytes is not that of the map");
  } else if (entry != NULL) {
    cause = dxgmap_check_unmap_view(entry->adapter, DXGMAP_MAPPING_VIEW, BaseAddress);
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_UNMAP_IO_SPACE, cause, NULL);
}
