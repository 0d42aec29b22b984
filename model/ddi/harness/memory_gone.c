/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "ddi/call/trace.h"
#include "ddi/machine/mdls.h"
#include "dxgmap_page.h"

/* dxgmap_memory_gone. */

typedef struct {
  uint64_t first;
  uint64_t end;
} dxgmap_ddi_bytes;

static bool dxgmap_ddi_mdl_has(const dxgmap_ddi_mdl *entry, dxgmap_ddi_bytes range)
{
  uint64_t first = (uint64_t)(uintptr_t)entry->address;
  bool holds = entry->state == DXGMAP_DDI_MDL_LOCKED || (entry->state == DXGMAP_DDI_MDL_BUILT && entry->maps != NULL);
  return holds && first < range.end && range.first < first + entry->length;
}

/* Whether a locked MDL has bytes of the page, and none that are gone. */
static bool dxgmap_ddi_page_wanted(uint64_t page, dxgmap_ddi_bytes gone)
{
  dxgmap_ddi_bytes bytes = {page * PAGE_SIZE, (page + 1) * PAGE_SIZE};
  for (const dxgmap_ddi_mdl *e = dxgmap_ddi_mdl_after(NULL); e != NULL; e = dxgmap_ddi_mdl_after(e)) {
    if (dxgmap_ddi_mdl_has(e, bytes) && !dxgmap_ddi_mdl_has(e, gone)) {
      return true;
    }
  }
  return false;
}

/* Without the pages at its ends that somebody else has a part of. */
static dxgmap_ddi_bytes dxgmap_ddi_gone_pages(dxgmap_ddi_bytes gone)
{
  dxgmap_ddi_bytes rest = gone;
  if (gone.first % PAGE_SIZE != 0 && dxgmap_ddi_page_wanted(gone.first / PAGE_SIZE, gone)) {
    rest.first = (gone.first / PAGE_SIZE + 1) * PAGE_SIZE;
  }
  if (gone.end % PAGE_SIZE != 0 && dxgmap_ddi_page_wanted(gone.end / PAGE_SIZE, gone)) {
    rest.end = gone.end / PAGE_SIZE * PAGE_SIZE;
  }
  return rest;
}

static void dxgmap_ddi_report_locked(dxgmap_ddi_call *call, dxgmap_ddi_bytes gone)
{
  const dxgmap_ddi_mdl *one = NULL;
  uint64_t count = 0;
  for (const dxgmap_ddi_mdl *e = dxgmap_ddi_mdl_after(NULL); e != NULL; e = dxgmap_ddi_mdl_after(e)) {
    if (dxgmap_ddi_mdl_has(e, gone)) {
      one = e;
      count += 1;
    }
  }
  if (one != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MEMORY_GONE, 0);
    note->address = gone.first;
    dxgmap_ddi_tell(note, DXGMAP_MAPPING_MDL_ITSELF, &one->lock, NULL);
    dxgmap_ddi_detail_numbers(note, "MDLs that lock a part of it: ", count, ", one of them at ",
                              (uint64_t)(uintptr_t)one->mdl);
  }
}

uint32_t dxgmap_memory_gone(const void *address, uint64_t bytes)
{
  dxgmap_ddi_call call;
  uint64_t first = (uint64_t)(uintptr_t)address;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MEMORY_GONE, NULL, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  DXGMAP_DDI_TRACE(&call, first, bytes);
  if (bytes > UINT64_MAX - first) {
    cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  } else if (bytes > 0) {
    dxgmap_ddi_bytes gone = {first, first + bytes};
    dxgmap_ddi_bytes pages = dxgmap_ddi_gone_pages(gone);
    dxgmap_ddi_report_locked(&call, gone);
    dxgmap_host_memory_gone((const void *)(uintptr_t)pages.first,
                            pages.end > pages.first ? pages.end - pages.first : 0);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
