/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/machine/record.h"
#include "host/host.h"

/* dxgmap_adapter_live, dxgmap_object_live. */

static void dxgmap_ddi_show(const dxgmap_live *live, dxgmap_mapping *mapping)
{
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(live->handle);
  dxgmap_host_stack made;
  memset(mapping, 0, sizeof(*mapping));
  mapping->mapping = live->handle;
  mapping->kind = record->kind;
  mapping->physical_adapter = live->descriptor.index;
  mapping->pages = live->pages > 0 ? live->pages : live->span;
  mapping->length = live->descriptor.length;
  mapping->physical = live->descriptor.physical;
  mapping->address = dxgmap_ddi_record_has_place(record) ? record->address : NULL;
  if (record->kind != DXGMAP_MAPPING_MDL) {
    mapping->logical = record->logical;
    mapping->object = record->parent;
  }
  dxgmap_host_stack_kept(record->made, &made);
  mapping->map.count = made.count;
  mapping->map.lost = made.lost;
  memcpy(mapping->map.site, made.site, sizeof(mapping->map.site));
}

static uint32_t dxgmap_ddi_live_shown(dxgmap_ddi_call *call, uint32_t cursor, dxgmap_mapping *mapping)
{
  if (!dxgmap_ddi_argument_out(call, "mapping", mapping, sizeof(*mapping))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_live live = dxgmap_ddi_live(call->adapter, cursor);
  if (live.status == DXGMAP_OK) {
    dxgmap_ddi_show(&live, mapping);
  }
  return live.status;
}

uint32_t dxgmap_adapter_live(HANDLE adapter, uint32_t cursor, dxgmap_mapping *mapping)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LIVE, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause =
      call.adapter != 0 ? dxgmap_ddi_live_shown(&call, cursor, mapping) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER;
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_object_live(uint32_t cursor, dxgmap_mapping *mapping)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_OBJECT_LIVE, NULL, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = dxgmap_ddi_live_shown(&call, cursor, mapping);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
