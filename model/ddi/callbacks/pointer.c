/* SPDX-License-Identifier: MIT */
#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/call/explain_view.h"
#include "ddi/call/place.h"
#include "ddi/call/release.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* DxgkCbMapFrameBufferPointer, DxgkCbUnmapFrameBufferPointer. */

static dxgmap_ddi_record *dxgmap_ddi_pointer_acquire(const dxgmap_ddi_call *call, uint32_t index, uint64_t size,
                                                     uint64_t offset, uint32_t slack)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  uint64_t pages = size / PAGE_SIZE;
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_POINTER, call->adapter, 0, 0);
  if (record == NULL) {
    return NULL;
  }
  record->index = index;
  record->physical = offset;
  record->length = size;
  if (!dxgmap_ddi_place_claim(&a->window, record, slack + pages) ||
      dxgmap_host_window_place_section(a->window.id, record->at + slack, a->section[index], offset / PAGE_SIZE,
                                       pages) != DXGMAP_HOST_OK) {
    dxgmap_ddi_place_cancel(record);
    return NULL;
  }
  record->address = a->window.base + record->at * PAGE_SIZE;
  return record;
}

static uint32_t dxgmap_ddi_map_pointer(dxgmap_ddi_call *call, DXGKARGCB_MAPFRAMEBUFFERPOINTER *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pMapFrameBufferPointer", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t index = arguments->PhysicalAdapterIndex;
  uint64_t size = arguments->Size;
  uint64_t offset = arguments->Offset;
  call->subject.index = index;
  uint32_t cause = dxgmap_pointer_admit(dxgmap_ddi.state, call->who, call->adapter, index, size, offset);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_size(call, cause, index, size, offset);
    return cause;
  }
  uint32_t slack = dxgmap_ddi_slack(offset);
  dxgmap_ddi_record *record = dxgmap_ddi_pointer_acquire(call, index, size, offset, slack);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  bool pressure = dxgmap_ddi_pressed(call, index, offset, size);
  dxgmap_outcome outcome = dxgmap_op_map_pointer(dxgmap_ddi.state, call->who, call->adapter, index, size, offset,
                                                 record->at, slack, pressure);
  cause = dxgmap_ddi_place_settle(record, outcome);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  arguments->Offset = (SIZE_T)slack * PAGE_SIZE;
  arguments->pBaseAddress = record->address;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_MAPFRAMEBUFFERPOINTER pMapFrameBufferPointer)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_POINTER, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_pointer(&call, pMapFrameBufferPointer)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_unmap_pointer(dxgmap_ddi_call *call, const DXGKARGCB_UNMAPFRAMEBUFFERPOINTER *arguments)
{
  if (!dxgmap_ddi_argument_in(call, "pUnmapFrameBufferPointer", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  uint64_t offset = a != NULL ? dxgmap_ddi_window_offset(&a->window, arguments->pBaseAddress) : DXGMAP_DDI_NOWHERE;
  call->subject.index = arguments->PhysicalAdapterIndex;
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pointer(dxgmap_ddi.state, call->who, call->adapter, arguments->PhysicalAdapterIndex, offset);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_size(call, outcome.status, arguments->PhysicalAdapterIndex, 0, 0);
  if (outcome.status == DXGMAP_BAD_ADDRESS) {
    dxgmap_ddi_blame_unmap(call, "pBaseAddress", arguments->pBaseAddress);
  }
  return outcome.status;
}

NTSTATUS DxgkCbUnmapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNMAPFRAMEBUFFERPOINTER pUnmapFrameBufferPointer)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_POINTER, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_pointer(&call, pUnmapFrameBufferPointer)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
