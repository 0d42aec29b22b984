/* SPDX-License-Identifier: MIT */
#include "ddi/harness/device_memory.h"

#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

static bool dxgmap_ddi_record_has_page(const dxgmap_ddi_record *record, uint64_t page)
{
  const uint64_t *frames = dxgmap_ddi_record_frames(record);
  for (uint64_t i = 0; frames != NULL && i < record->pages; i++) {
    if (frames[i] == page) {
      return true;
    }
  }
  return false;
}

/* A live mapping of the adapter that has captured the page; with `writable`, one that the device may write by. With
   remapping the answer names the only one. */
static const dxgmap_ddi_record *dxgmap_ddi_mapping_of(const dxgmap_ddi_call *call, const dxgmap_answer *answer,
                                                      bool writable)
{
  if (answer->handle != 0) {
    const dxgmap_ddi_record *record = dxgmap_ddi_record_find(answer->handle);
    return writable && record->read_only ? NULL : record;
  }
  dxgmap_live live = dxgmap_ddi_live(call->adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    const dxgmap_ddi_record *record = dxgmap_ddi_record_find(live.handle);
    if (dxgmap_ddi_record_has_page(record, answer->page) && !(writable && record->read_only)) {
      return record;
    }
    live = dxgmap_ddi_live(call->adapter, cursor);
  }
  return NULL;
}

static void dxgmap_ddi_blame(dxgmap_ddi_call *call, const dxgmap_ddi_record *record, uint64_t logical, const char *why)
{
  call->subject.mapping = record != NULL ? record->mapping : 0;
  call->subject.address = logical;
  dxgmap_ddi_detail(&call->subject, why);
}

uint32_t dxgmap_ddi_device_denied(dxgmap_ddi_call *call, const dxgmap_answer *answer, uint64_t logical, bool write)
{
  if (!write || answer->status != DXGMAP_OK || !dxgmap_host_frame_guarded(answer->page) ||
      dxgmap_ddi_mapping_of(call, answer, true) != NULL) {
    return DXGMAP_CAUSE_NONE;
  }
  dxgmap_ddi_blame(call, dxgmap_ddi_mapping_of(call, answer, false), logical,
                   "the MDL was locked with IoReadAccess, and the device writes");
  return DXGMAP_CAUSE_NO_WRITE;
}

uint32_t dxgmap_ddi_blame_memory(dxgmap_ddi_call *call, const dxgmap_answer *answer, uint64_t logical)
{
  bool gone = dxgmap_host_frame_gone(answer->page);
  dxgmap_ddi_blame(call, dxgmap_ddi_mapping_of(call, answer, false), logical,
                   gone ? "the memory was freed or unmapped while its page was locked: nothing is at its address, or "
                          "memory of somebody else"
                        : "the memory is there, but cannot be written");
  return gone ? DXGMAP_CAUSE_MEMORY_GONE : DXGMAP_CAUSE_NO_WRITE;
}
