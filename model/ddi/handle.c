/* SPDX-License-Identifier: MIT */
#include "ddi/handle.h"

#include "ddi/live.h"
#include "ddi/record.h"

static const char *dxgmap_ddi_handle_fault(const dxgmap_ddi_record *record, uint64_t adapter, uint32_t kind)
{
  if (record == NULL) {
    return "no mapping ever had this handle, or it was released long ago";
  }
  if (record->adapter != adapter) {
    return "the handle belongs to another adapter, or to an earlier start of this one";
  }
  if (record->live == 0) {
    return "the mapping was released already";
  }
  return record->kind != kind ? "the handle came from another callback" : "";
}

void dxgmap_ddi_blame_handle(dxgmap_ddi_call *call, HANDLE handle, uint32_t kind)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  call->subject.mapping = mapping;
  dxgmap_ddi_detail(&call->subject, dxgmap_ddi_handle_fault(record, call->adapter, kind));
}

static const char *dxgmap_ddi_handle_kind_fault(const dxgmap_ddi_record *record, uint64_t mapping)
{
  if (mapping == 0) {
    return "the handle is NULL";
  }
  if (record == NULL) {
    return "no object ever had this handle, or it was released long ago";
  }
  if (record->live == 0) {
    return record->kind == DXGMAP_MAPPING_OBJECT ? "the object was destroyed already, or its adapter stopped"
                                                 : "it was closed or destroyed already, or its adapter stopped";
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return "the handle is a physical memory object's: an adapter object's is asked for";
  }
  return record->kind == DXGMAP_MAPPING_ADAPTER_OBJECT
             ? "the handle is an adapter object's: a physical memory object's is asked for"
             : "the handle came from another callback";
}

void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_handle_kind_fault(dxgmap_ddi_record_find(mapping), mapping));
  }
}

static uint64_t dxgmap_ddi_child_in(uint64_t adapter, uint64_t parent, uint32_t kind)
{
  dxgmap_live live = dxgmap_ddi_live(adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    if (live.descriptor.kind == kind && dxgmap_ddi_record_find(live.handle)->parent == parent) {
      return live.handle;
    }
    live = dxgmap_ddi_live(adapter, cursor);
  }
  return 0;
}

uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind)
{
  uint64_t child = dxgmap_ddi_child_in(0, parent, kind);
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS && child == 0; i++) {
    if (dxgmap_ddi.adapter[i].handle != 0) {
      child = dxgmap_ddi_child_in(dxgmap_ddi.adapter[i].handle, parent, kind);
    }
  }
  return child;
}
