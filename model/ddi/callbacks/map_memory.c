/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/cache.h"
#include "ddi/call/call.h"
#include "ddi/call/trace.h"
#include "ddi/call/view.h"

/* DxgkCbMapMemory, DxgkCbUnmapMemory. */

static uint32_t dxgmap_ddi_map_memory(dxgmap_ddi_call *call, dxgmap_view_request *request, PVOID *address)
{
  if (!dxgmap_ddi_argument_out(call, "VirtualAddress", address, sizeof(*address))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (!dxgmap_ddi_cache_known(request->cache)) {
    return dxgmap_ddi_bad(call, "CacheType is unknown");
  }
  return dxgmap_ddi_map_view(call, request, address);
}

NTSTATUS DxgkCbMapMemory(HANDLE DeviceHandle, PHYSICAL_ADDRESS TranslatedAddress, ULONG Length, BOOLEAN InIoSpace,
                         BOOLEAN MapToUserMode, MEMORY_CACHING_TYPE CacheType, PVOID *VirtualAddress)
{
  dxgmap_ddi_call call;
  dxgmap_view_request request;
  memset(&request, 0, sizeof(request));
  request.kind = DXGMAP_MAPPING_VIEW;
  request.space = InIoSpace != 0 ? DXGMAP_IO_SPACE : DXGMAP_MEMORY_SPACE;
  request.user = InIoSpace == 0 && MapToUserMode != 0;
  request.cache = (uint32_t)CacheType;
  request.physical = (uint64_t)TranslatedAddress.QuadPart;
  request.length = Length;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_VIEW, DeviceHandle, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, request.physical, Length, InIoSpace, MapToUserMode, (uint32_t)CacheType);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_memory(&call, &request, VirtualAddress)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbUnmapMemory(HANDLE DeviceHandle, PVOID VirtualAddress)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_VIEW, DeviceHandle, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(VirtualAddress));
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_view(&call, DXGMAP_MAPPING_VIEW, VirtualAddress, 0)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
