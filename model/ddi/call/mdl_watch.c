/* SPDX-License-Identifier: MIT */
#include "ddi/call/mdl_watch.h"

#include <string.h>

#include "ddi/call/trace.h"

/* What the library itself may change while the MDL is mapped to the IOMMU. */
#define DXGMAP_DDI_MDL_OWN_FLAGS ((uint32_t)MDL_MAPPED_TO_SYSTEM_VA)

static uint32_t dxgmap_ddi_mdl_flags(const MDL *mdl)
{
  return (uint16_t)mdl->MdlFlags & ~DXGMAP_DDI_MDL_OWN_FLAGS;
}

const char *dxgmap_ddi_mdl_change(const dxgmap_ddi_record *record)
{
  if (!record->joined) {
    return NULL;
  }
  const MDL *now = record->source->mdl;
  const MDL *then = dxgmap_ddi_record_head(record);
  if (now->StartVa != then->StartVa || now->ByteCount != then->ByteCount || now->ByteOffset != then->ByteOffset) {
    return "the range in the header of the MDL";
  }
  if (now->Next != then->Next || now->Size != then->Size || now->Process != then->Process) {
    return "Next, Size or Process in the header of the MDL";
  }
  if (dxgmap_ddi_mdl_flags(now) != dxgmap_ddi_mdl_flags(then)) {
    return "MdlFlags";
  }
  size_t size = (size_t)record->pages * sizeof(PFN_NUMBER);
  bool same = memcmp(MmGetMdlPfnArray(record->source->mdl), dxgmap_ddi_record_frames(record), size) == 0;
  return same ? NULL : "a page number of the MDL";
}

void dxgmap_ddi_check_mdl(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  const char *change = dxgmap_ddi_mdl_change(record);
  if (change != NULL) {
    if (dxgmap_ddi_traced()) {
      dxgmap_ddi_trace_mdl(dxgmap_ddi_record_mdl(record));
    }
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_CHANGED, record->mapping);
    note->address = (uint64_t)(uintptr_t)dxgmap_ddi_record_mdl(record);
    dxgmap_ddi_detail(note, change);
  }
}

void dxgmap_ddi_report_gone(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why)
{
  uint64_t mappings;
  uint64_t one = dxgmap_ddi_mdl_abandon(entry, &mappings);
  if (mappings > 0) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_GONE, one);
    note->address = (uint64_t)(uintptr_t)entry->mdl;
    dxgmap_ddi_detail(note, why);
  }
}
