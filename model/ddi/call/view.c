/* SPDX-License-Identifier: MIT */
#include "ddi/call/view.h"

#include "ddi/call/acquire.h"
#include "ddi/call/again.h"
#include "ddi/call/cache.h"
#include "ddi/call/explain_view.h"
#include "ddi/call/place.h"
#include "ddi/call/release.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

static bool dxgmap_ddi_view_place(const dxgmap_ddi_adapter *a, const dxgmap_view_request *r, dxgmap_ddi_record *record)
{
  uint64_t first = r->physical / PAGE_SIZE;
  uint64_t span = (r->physical + (r->length - 1)) / PAGE_SIZE - first + 1;
  if (r->space == DXGMAP_IO_SPACE) {
    record->address = (void *)(uintptr_t)r->physical;
    return true;
  }
  if (!dxgmap_ddi_place_claim(&a->window, record, span)) {
    return false;
  }
  record->pages = (uint32_t)span;
  record->address = a->window.base + record->at * PAGE_SIZE + r->physical % PAGE_SIZE;
  return dxgmap_host_window_place_device(a->window.id, record->at, first, span) == DXGMAP_HOST_OK;
}

static dxgmap_ddi_record *dxgmap_ddi_view_acquire(const dxgmap_ddi_call *call, const dxgmap_view_request *r)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, r->kind, call->adapter, 0, 0);
  if (record == NULL) {
    return NULL;
  }
  record->ports = r->space == DXGMAP_IO_SPACE;
  record->physical = r->physical;
  record->length = r->length;
  record->process = r->user ? r->process : 0;
  record->cache = r->cache;
  if (!dxgmap_ddi_view_place(a, r, record)) {
    dxgmap_ddi_place_cancel(record);
    return NULL;
  }
  return record;
}

uint32_t dxgmap_ddi_map_view(dxgmap_ddi_call *call, dxgmap_view_request *request, void **address)
{
  call->subject.address = request->physical;
  uint32_t cause = dxgmap_view_admit(dxgmap_ddi.state, call->who, call->adapter, request);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_range(call, cause, request);
    return cause;
  }
  bool pressure = dxgmap_ddi_pressed(call, 0, request->physical, request->length);
  dxgmap_ddi_record *record = pressure ? NULL : dxgmap_ddi_view_acquire(call, request);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  request->at = record->at;
  dxgmap_outcome outcome = dxgmap_op_map_view(dxgmap_ddi.state, call->who, call->adapter, request);
  cause = dxgmap_ddi_place_settle(record, outcome);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (request->kind == DXGMAP_MAPPING_VIDEO) {
    dxgmap_ddi_note_again(call, record);
  }
  if (request->kind == DXGMAP_MAPPING_VIEW && request->space == DXGMAP_MEMORY_SPACE) {
    dxgmap_ddi_note_cache(call, record);
  }
  *address = record->address;
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_ddi_unmap_view(dxgmap_ddi_call *call, uint32_t kind, void *address, uint64_t process)
{
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  uint64_t at = a != NULL ? dxgmap_ddi_window_offset(&a->window, address) : DXGMAP_DDI_NOWHERE;
  uint32_t space = DXGMAP_MEMORY_SPACE;
  if ((uint64_t)(uintptr_t)address < DXGMAP_HOST_PORTS) {
    space = DXGMAP_IO_SPACE;
    at = (uint64_t)(uintptr_t)address;
  }
  dxgmap_outcome outcome = dxgmap_op_unmap_view(dxgmap_ddi.state, call->who, call->adapter, kind, space, at, process);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  if (outcome.status == DXGMAP_BAD_ADDRESS || outcome.status == DXGMAP_BAD_PROCESS) {
    dxgmap_ddi_blame_unmap(call, "VirtualAddress", address);
  }
  return outcome.status;
}
