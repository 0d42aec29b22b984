/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/call/mdl_hand.h"
#include "ddi/call/mdl_view.h"
#include "ddi/call/release.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"
#include "ddi/machine/shard.h"
#include "ddi/machine/system.h"

/* DxgkCbMapMdlToIoMmu, DxgkCbUnmapMdlFromIoMmu. */

#define DXGMAP_DDI_IOMMU_FEW 8u /* pages that are looked at faster than all are compared */

/* A page number that is not the one of the lock is refused here, but for one outside the machine, which the core
   refuses: so a mapping never names a frame that nobody holds. */
static bool dxgmap_ddi_iommu_pages_true(const dxgmap_ddi_mdl *entry, uint64_t pages)
{
  const PFN_NUMBER *page = MmGetMdlPfnArray(entry->mdl);
  if (pages > DXGMAP_DDI_IOMMU_FEW && memcmp(page, entry->frames, (size_t)pages * sizeof(PFN_NUMBER)) == 0) {
    return true;
  }
  for (uint64_t i = 0; i < pages; i++) {
    if (page[i] != entry->frames[i] && page[i] < DXGMAP_PAGES) {
      return false;
    }
  }
  return true;
}

/* Under the lock of a part: an MDL that IoAllocateMdl made, which holds its frames, and the part's mappings alone. Of
   any other the frames are held for each mapping, and they may be anybody's. */
static bool dxgmap_ddi_iommu_alone(dxgmap_ddi_mdl *entry)
{
  return entry != NULL && entry->state == DXGMAP_DDI_MDL_LOCKED && !entry->by_hand && entry->locked != 0 &&
         dxgmap_ddi_mdl_own(entry);
}

/* The entry of an MDL that may be mapped, and its pages; NULL with the cause otherwise. */
static dxgmap_ddi_mdl *dxgmap_ddi_iommu_entry(dxgmap_ddi_call *call, PMDL mdl, uint64_t *span, uint32_t *cause)
{
  if (!call->alone) {
    dxgmap_ddi_mdl_adopt(mdl);
  }
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  *cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (call->alone && !dxgmap_ddi_iommu_alone(entry)) {
    return NULL;
  }
  call->subject.address = (uint64_t)(uintptr_t)mdl;
  if (entry == NULL || !dxgmap_ddi_mdl_there(entry)) {
    (void)dxgmap_ddi_bad(call, mdl == NULL ? "pMdl is NULL" : "no MDL is alive at pMdl: it was freed, or never made");
    return NULL;
  }
  call->subject.mapping = entry->owner;
  if (entry->state == DXGMAP_DDI_MDL_GONE) {
    *cause = DXGMAP_CAUSE_LIST_GONE;
    return NULL;
  }
  if (entry->state == DXGMAP_DDI_MDL_EMPTY && !dxgmap_ddi_mdl_claims(entry)) {
    (void)dxgmap_ddi_bad(call, "the MDL is neither locked nor built, so its page numbers mean nothing");
    return NULL;
  }
  uint64_t pages = dxgmap_ddi_mdl_span(mdl);
  uint64_t held = entry->locked > 0 ? entry->locked : entry->pages;
  if (pages > held || !dxgmap_ddi_iommu_pages_true(entry, pages)) {
    (void)dxgmap_ddi_bad(call, "the MDL was changed after it was locked: its pages are not those of the lock");
    return NULL;
  }
  *span = pages;
  *cause = DXGMAP_CAUSE_NONE;
  return entry;
}

/* Page numbers that were true when they were looked at, though another thread of the driver may write to them: one in
   the machine is that of the lock. */
static void dxgmap_ddi_iommu_numbers(uint64_t *frames, const dxgmap_ddi_mdl *entry, uint64_t pages)
{
  size_t bytes = (size_t)pages * sizeof(PFN_NUMBER);
  if (pages == 0) {
    return;
  }
  memcpy(frames, MmGetMdlPfnArray(entry->mdl), bytes);
  if (memcmp(frames, entry->frames, bytes) != 0) { /* page by page, a pair of 256 pages takes 9 % longer */
    for (uint64_t i = 0; i < pages; i++) {
      frames[i] = frames[i] < DXGMAP_PAGES ? entry->frames[i] : frames[i];
    }
  }
}

static bool dxgmap_ddi_iommu_same_head(const MDL *a, const MDL *b)
{
  return a->Next == b->Next && a->Size == b->Size && a->MdlFlags == b->MdlFlags && a->Process == b->Process &&
         a->MappedSystemVa == b->MappedSystemVa && a->StartVa == b->StartVa && a->ByteCount == b->ByteCount &&
         a->ByteOffset == b->ByteOffset;
}

/* The header as it is now, once for all mappings that find the same. */
static void dxgmap_ddi_iommu_head(dxgmap_ddi_mdl *entry, const dxgmap_ddi_record *record)
{
  MDL *own = dxgmap_ddi_record_own_head(record);
  if (own != NULL) {
    *own = *entry->mdl;
  } else if (entry->maps == NULL) {
    entry->head = *entry->mdl;
  }
}

/* `pages` is what the header said when it was looked at. */
static dxgmap_ddi_record *dxgmap_ddi_iommu_capture(const dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, uint64_t pages)
{
  bool same = entry->maps == NULL || dxgmap_ddi_iommu_same_head(entry->mdl, &entry->head);
  size_t bytes = same ? 0 : sizeof(MDL);
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_MDL, call->adapter, pages, bytes);
  if (record != NULL) {
    record->mdl = entry->mdl;
    dxgmap_ddi_iommu_head(entry, record);
    uint64_t *frames = dxgmap_ddi_record_frames(record);
    dxgmap_ddi_iommu_numbers(frames, entry, pages);
    if (entry->read_only) {
      record->read_only = true;
      dxgmap_host_frames_guard(frames, pages);
    }
  }
  return record;
}

static void dxgmap_ddi_iommu_warn_chain(dxgmap_ddi_call *call, const dxgmap_ddi_record *record, const MDL *next)
{
  if (next != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_CHAIN, record->mapping);
    note->address = (uint64_t)(uintptr_t)next;
    dxgmap_ddi_detail(note, "Next is not NULL; the MDLs that follow are not mapped");
  }
}

static uint32_t dxgmap_ddi_map_mdl(dxgmap_ddi_call *call, DXGKARGCB_MAPMDLTOIOMMU *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pMapMdlToIoMmu", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause;
  uint64_t pages = 0;
  dxgmap_ddi_mdl *entry = dxgmap_ddi_iommu_entry(call, arguments->pMdl, &pages, &cause);
  if (entry == NULL) {
    return cause;
  }
  if (!call->alone) { /* where the order of causes is no matter, the step itself says it soon enough */
    cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_MDL);
  }
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const MDL *next = entry->mdl->Next;
  bool pressure = dxgmap_ddi_pressed(call, 0, 0, entry->mdl->ByteCount);
  dxgmap_ddi_record *record = pressure ? NULL : dxgmap_ddi_iommu_capture(call, entry, pages);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_host_read_show();
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_MDL,
                                               dxgmap_ddi_record_frames(record), record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  if (entry->by_hand) { /* whether one of the driver's own is still there, nobody knows */
    dxgmap_host_frames_hold(dxgmap_ddi_record_frames(record), record->pages);
  } else {
    dxgmap_ddi_mdl_join(entry, record);
  }
  arguments->hMemoryHandle = (HANDLE)(uintptr_t)outcome.handle;
  dxgmap_ddi_iommu_warn_chain(call, record, next);
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapMdlToIoMmu(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_MAPMDLTOIOMMU pMapMdlToIoMmu)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADAPTER;
  uint32_t place = dxgmap_handle_index((uint64_t)(uintptr_t)hAdapter);
  bool in = dxgmap_ddi_enter_alone(&call, DXGMAP_OPERATION_MAP_MDL, place, hAdapter, DXGMAP_DDI_SITE);
  for (; in; in = dxgmap_ddi_over(&call, &cause, DXGMAP_CAUSE_BAD_ADAPTER)) {
    cause = dxgmap_ddi_map_mdl(&call, pMapMdlToIoMmu);
  }
  return dxgmap_ddi_leave(&call, cause);
}

/* Under the lock of a part: the part's own mapping, whose MDL is as it was when that was made under such a lock. */
static bool dxgmap_ddi_iommu_unmaps_alone(const dxgmap_ddi_record *record)
{
  return record != NULL && record->live && record->kind == DXGMAP_MAPPING_MDL && record->borrows && record->joined &&
         dxgmap_ddi_mdl_own(record->source) && dxgmap_ddi_record_release_alone(dxgmap_ddi_shard_of(record->mapping));
}

static uint32_t dxgmap_ddi_unmap_mdl(dxgmap_ddi_call *call, const DXGKARGCB_UNMAPMDLFROMIOMMU *arguments)
{
  if (!dxgmap_ddi_argument_in(call, "pUnmapMdlFromIoMmu", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint64_t mapping = (uint64_t)(uintptr_t)arguments->hMemoryHandle;
  dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  if (call->alone && !dxgmap_ddi_iommu_unmaps_alone(record)) {
    return DXGMAP_CAUSE_BAD_HANDLE;
  }
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_MDL, mapping);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, record);
  } else if (!call->alone) {
    dxgmap_ddi_blame_handle(call, outcome.status, arguments->hMemoryHandle, DXGMAP_MAPPING_MDL);
  }
  return outcome.status;
}

VOID DxgkCbUnmapMdlFromIoMmu(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_UNMAPMDLFROMIOMMU pUnmapMdlFromIoMmu)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADAPTER;
  uint32_t place = dxgmap_handle_index((uint64_t)(uintptr_t)hAdapter);
  bool in = dxgmap_ddi_enter_alone(&call, DXGMAP_OPERATION_UNMAP_MDL, place, hAdapter, DXGMAP_DDI_SITE);
  for (; in; in = dxgmap_ddi_over(&call, &cause, DXGMAP_CAUSE_BAD_ADAPTER)) {
    cause = dxgmap_ddi_unmap_mdl(&call, pUnmapMdlFromIoMmu);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}
