/* SPDX-License-Identifier: MIT */
#include "ddi/call/adl.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/release.h"
#include "ddi/call/trace.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* dxgmap_system_map, dxgmap_system_unmap. */

_Static_assert((int)DXGMAP_MAPPING_SYSTEM != (int)DXGMAP_SYSTEM, "one of the two numbers is taken for the other");

/* Any page but the first, which is never given out. */
static bool dxgmap_ddi_system_fill(dxgmap_ddi_record *record, bool contiguous)
{
  uint64_t last = dxgmap_ddi.installed_pages - 1;
  uint64_t *frames = dxgmap_ddi_record_frames(record);
  uint64_t base;
  if (!contiguous) {
    return dxgmap_host_frames_allocate(1, last, record->pages, frames) == DXGMAP_HOST_OK;
  }
  if (dxgmap_host_frames_allocate_run(1, last, 0, record->pages, &base) != DXGMAP_HOST_OK) {
    return false;
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    frames[i] = base + i;
  }
  return true;
}

static dxgmap_ddi_record *dxgmap_ddi_system_acquire(const dxgmap_ddi_call *call, uint64_t pages, bool contiguous)
{
  if (pages >= dxgmap_ddi.installed_pages) {
    return NULL;
  }
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_SYSTEM, call->adapter, pages, dxgmap_ddi_adl_bytes(pages));
  if (record == NULL || !dxgmap_ddi_system_fill(record, contiguous)) {
    if (record != NULL) {
      dxgmap_ddi_record_cancel(record);
    }
    return NULL;
  }
  record->length = pages * PAGE_SIZE;
  if (!dxgmap_ddi_adl_arrange(record, contiguous ? DXGMAP_DDI_ADL_REQUIRE : DXGMAP_DDI_ADL_ANY)) {
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), pages);
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

/* Dxgkrnl's own call: at PASSIVE_LEVEL, in no process. */
static const dxgmap_caller dxgmap_ddi_dxgkrnl = {DXGMAP_PASSIVE_LEVEL, 0, 0};

static uint32_t dxgmap_ddi_system_map(const dxgmap_ddi_call *call, uint64_t bytes, bool contiguous,
                                      dxgmap_system_mapping *made)
{
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, dxgmap_ddi_dxgkrnl, call->adapter, DXGMAP_SYSTEM);
  if (cause != DXGMAP_OK || bytes == 0) {
    return cause != DXGMAP_OK ? cause : (uint32_t)DXGMAP_CAUSE_BAD_COUNT;
  }
  uint64_t pages = bytes / PAGE_SIZE + (bytes % PAGE_SIZE != 0 ? 1 : 0);
  dxgmap_ddi_record *record = dxgmap_ddi_system_acquire(call, pages, contiguous);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_host_read_show();
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, dxgmap_ddi_dxgkrnl, call->adapter, DXGMAP_SYSTEM,
                                               dxgmap_ddi_record_frames(record), record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), record->pages);
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  made->mapping = (HANDLE)(uintptr_t)outcome.handle;
  made->adl = dxgmap_ddi_adl_lend(record);
  return DXGMAP_CAUSE_NONE;
}

uint32_t dxgmap_system_map(HANDLE adapter, uint64_t bytes, bool contiguous, dxgmap_system_mapping *made)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_SYSTEM_MAP, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  DXGMAP_DDI_TRACE(&call, bytes, contiguous ? 1 : 0);
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_argument_out(&call, "made", made, sizeof(*made))) {
    cause = dxgmap_ddi_system_map(&call, bytes, contiguous, made);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_system_unmap(HANDLE adapter, HANDLE mapping)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_SYSTEM_UNMAP, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(mapping));
  dxgmap_outcome outcome = dxgmap_op_unmap_pages(dxgmap_ddi.state, dxgmap_ddi_dxgkrnl, call.adapter, DXGMAP_SYSTEM,
                                                 (uint64_t)(uintptr_t)mapping);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(&call, dxgmap_ddi_record_find(outcome.handle));
  }
  (void)dxgmap_ddi_leave(&call, outcome.status);
  return outcome.status;
}
