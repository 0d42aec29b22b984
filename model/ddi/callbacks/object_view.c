/* SPDX-License-Identifier: MIT */
#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain_object.h"
#include "ddi/call/place.h"
#include "ddi/call/release.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* DxgkCbMapPhysicalMemory, DxgkCbUnmapPhysicalMemory. */

/* The whole pages of an object that hold what is asked for. */
typedef struct {
  bool user;
  uint32_t slack;
  uint64_t object;
  uint64_t offset; /* of the first page */
  uint64_t bytes;
} dxgmap_ddi_part;

/* Outwards to whole pages; none for a range that is empty, or ends beyond the last page. */
static void dxgmap_ddi_part_of(const DXGKARGCB_MAP_PHYSICAL_MEMORY *arguments, dxgmap_ddi_part *part)
{
  const uint64_t end = UINT64_MAX - DXGMAP_IN_PAGE; /* a multiple of the page */
  part->user = arguments->AccessMode == DXGK_ACCESS_MODE_USER_MODE;
  part->slack = dxgmap_ddi_slack(arguments->Offset);
  part->object = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  part->offset = arguments->Offset - arguments->Offset % PAGE_SIZE;
  part->bytes = 0;
  if (arguments->Size > 0 && arguments->Offset <= end && arguments->Size <= end - arguments->Offset) {
    part->bytes = ROUND_TO_PAGES(arguments->Offset + arguments->Size) - part->offset;
  }
}

static dxgmap_ddi_record *dxgmap_ddi_object_view_acquire(const dxgmap_ddi_call *call, const dxgmap_ddi_part *part)
{
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(part->object);
  uint64_t pages = part->bytes / PAGE_SIZE;
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_OBJECT_VIEW, dxgmap_ddi_record_adapter(object), 0, 0);
  if (record == NULL) {
    return NULL;
  }
  if (!dxgmap_ddi_place_claim(&dxgmap_ddi.window, record, part->slack + pages) ||
      dxgmap_host_window_place_frames(record->window, record->at + part->slack,
                                      dxgmap_ddi_record_frames(object) + part->offset / PAGE_SIZE,
                                      pages) != DXGMAP_HOST_OK) {
    dxgmap_ddi_place_cancel(record);
    return NULL;
  }
  record->parent = part->object;
  record->type = object->type;
  record->slack = part->slack;
  record->process = part->user ? call->who.process : 0;
  record->pages = (uint32_t)pages;
  record->physical = part->offset;
  record->length = part->bytes;
  record->address = dxgmap_ddi.window.base + record->at * PAGE_SIZE;
  return record;
}

static uint32_t dxgmap_ddi_map_part(dxgmap_ddi_call *call, const dxgmap_ddi_part *part, dxgmap_ddi_record **view)
{
  uint32_t cause =
      dxgmap_object_view_admit(dxgmap_ddi.state, call->who, part->object, part->user, part->offset, part->bytes);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_object_view_acquire(call, part);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  bool pressure = dxgmap_ddi_pressed(call, 0, part->offset, part->bytes);
  dxgmap_outcome outcome = dxgmap_op_map_object(dxgmap_ddi.state, call->who, part->object, part->user, part->offset,
                                                part->bytes, record->at, part->slack, pressure);
  cause = dxgmap_ddi_place_settle(record, outcome);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  *view = record;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_map_object(dxgmap_ddi_call *call, DXGKARGCB_MAP_PHYSICAL_MEMORY *arguments)
{
  dxgmap_ddi_part part;
  dxgmap_ddi_record *record = NULL;
  if (!dxgmap_ddi_argument_out(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if ((uint32_t)arguments->AccessMode > DXGK_ACCESS_MODE_USER_MODE) {
    return dxgmap_ddi_bad(call, "AccessMode is unknown");
  }
  dxgmap_ddi_part_of(arguments, &part);
  uint32_t cause = dxgmap_ddi_map_part(call, &part, &record);
  if (cause != DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_blame_map_object(call, cause, part.object, part.offset + part.bytes);
    return cause;
  }
  arguments->Offset = part.slack * (SIZE_T)PAGE_SIZE + arguments->Offset % PAGE_SIZE;
  arguments->Size = record->span * PAGE_SIZE;
  arguments->pMappedAddress = record->address;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapPhysicalMemory(INOUT_PDXGKARGCB_MAP_PHYSICAL_MEMORY pArgs)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_OBJECT, NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_map_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

/* The view of an object at an address, to which the core is to be asked about; NULL when there is none. */
static const dxgmap_ddi_record *dxgmap_ddi_object_view_at(const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(where.owner);
  return where.place == DXGMAP_HOST_PLACE_LIVE && where.window == dxgmap_ddi.window.id ? record : NULL;
}

/* The driver's Size counts the pages before the data, the core's does not. */
static uint32_t dxgmap_ddi_unmap_object(dxgmap_ddi_call *call, const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments)
{
  if (!dxgmap_ddi_argument_in(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const dxgmap_ddi_record *view = dxgmap_ddi_object_view_at(arguments->pBaseAddress);
  uint64_t slack = view != NULL ? view->slack * (uint64_t)PAGE_SIZE : 0;
  dxgmap_outcome outcome =
      dxgmap_op_unmap_object(dxgmap_ddi.state, call->who, (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject,
                             dxgmap_ddi_window_offset(&dxgmap_ddi.window, arguments->pBaseAddress),
                             arguments->Size - slack); /* wraps to what no view has */
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_unmap_object(call, outcome.status, arguments, view);
  return outcome.status;
}

VOID DxgkCbUnmapPhysicalMemory(IN_CONST_PDXGKARGCB_UNMAP_PHYSICAL_MEMORY pArgs)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
