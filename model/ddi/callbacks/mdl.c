/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/acquire.h"
#include "ddi/call/call.h"
#include "ddi/call/mdl_hand.h"
#include "ddi/call/mdl_view.h"
#include "ddi/call/mdl_watch.h"
#include "ddi/call/trace.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/pool.h"
#include "dxgmap_mdl.h"
#include "host/host.h"

/* The functions of the I/O and memory managers that make, lock and build MDLs. Where Windows raises an exception
   or stops, these report, and leave the MDL as it was: a driver sees it in MdlFlags. */

#define DXGMAP_DDI_FREED 0xDB

/* The entry of an MDL that the driver names; NULL, with the subject filled, when it may not use it so. */
static dxgmap_ddi_mdl *dxgmap_ddi_mdl_of_driver(dxgmap_ddi_call *call, PMDL mdl)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  call->subject.address = (uint64_t)(uintptr_t)mdl;
  if (entry == NULL || !dxgmap_ddi_mdl_there(entry)) {
    (void)dxgmap_ddi_bad(call, "no MDL is alive at this address: it was freed, or never made");
    return NULL;
  }
  if (entry->state == DXGMAP_DDI_MDL_LENT || entry->state == DXGMAP_DDI_MDL_GONE) {
    call->subject.mapping = entry->owner;
    (void)dxgmap_ddi_bad(call, "the MDL is Dxgkrnl's: the driver neither frees nor unlocks it");
    return NULL;
  }
  return entry;
}

PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
  dxgmap_ddi_call call;
  PMDL mdl = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  uint64_t pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(VirtualAddress, Length);
  size_t bytes = dxgmap_ddi_mdl_size(pages);
  (void)SecondaryBuffer;
  (void)ChargeQuota;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_MDL, NULL, DXGMAP_DDI_SITE)) {
    return NULL;
  }
  if (Irp != NULL) {
    cause = dxgmap_ddi_bad(&call, "an IRP was given, and IRPs are not modelled");
  } else if (!dxgmap_ddi_pressed(&call, 0, 0, Length)) {
    mdl = dxgmap_host_allocate(bytes);
  }
  dxgmap_ddi_mdl *entry = mdl != NULL ? dxgmap_ddi_mdl_entry(mdl, bytes, pages) : NULL;
  if (entry == NULL) {
    dxgmap_host_free(mdl, bytes);
    mdl = NULL;
  } else {
    dxgmap_ddi_mdl_describe(mdl, VirtualAddress, Length);
    dxgmap_host_stack_capture(call.site, &entry->made);
    dxgmap_ddi_mdl_add(entry);
  }
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(VirtualAddress), Length, DXGMAP_DDI_TRACE_POINTER(mdl));
  (void)dxgmap_ddi_leave(&call, cause);
  return mdl;
}

static uint32_t dxgmap_ddi_free_mdl(dxgmap_ddi_call *call, PMDL mdl)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_of_driver(call, mdl);
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (entry == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (entry->by_hand) {
    return dxgmap_ddi_bad(call, "IoAllocateMdl did not give the MDL: it is in memory of the driver's");
  }
  if (entry->maps != NULL) {
    dxgmap_ddi_report_gone(call, entry, "IoFreeMdl of an MDL that is mapped to the IOMMU");
  } else if (entry->state == DXGMAP_DDI_MDL_LOCKED) {
    dxgmap_ddi_tell(&call->subject, DXGMAP_MAPPING_MDL_ITSELF, &entry->lock, NULL);
    cause = dxgmap_ddi_bad(call, "the MDL is freed while its pages are locked; they are unlocked");
  }
  dxgmap_ddi_mdl_views_report(call, entry, "IoFreeMdl of an MDL that a process has in view; the view is gone");
  dxgmap_host_frames_drop(entry->frames, entry->locked);
  memset(mdl, DXGMAP_DDI_FREED, sizeof(*mdl)); /* so that it is no header of an MDL any more */
  dxgmap_host_free(mdl, (size_t)entry->bytes);
  dxgmap_ddi_mdl_remove(entry);
  return cause;
}

VOID IoFreeMdl(PMDL Mdl)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_MDL, NULL, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(Mdl));
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free_mdl(&call, Mdl) : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
}

static uint32_t dxgmap_ddi_lock_mdl(dxgmap_ddi_call *call, PMDL mdl, uint32_t state, bool write)
{
  dxgmap_ddi_mdl_adopt(mdl);
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_of_driver(call, mdl);
  if (entry == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (entry->state != DXGMAP_DDI_MDL_EMPTY) {
    return dxgmap_ddi_bad(call, "the MDL is locked or built already");
  }
  uint64_t pages = dxgmap_ddi_mdl_span(mdl);
  if (pages == 0 || pages > entry->pages) {
    return dxgmap_ddi_bad(call, "the MDL is empty, or its header speaks of more pages than it has room for");
  }
  const dxgmap_ddi_heap_block *pool =
      state == DXGMAP_DDI_MDL_BUILT ? dxgmap_ddi_heap_around(MmGetMdlVirtualAddress(mdl)) : NULL;
  if (pool != NULL && pool->paged) {
    dxgmap_ddi_tell(&call->subject, DXGMAP_MAPPING_POOL, &pool->made, NULL);
    return dxgmap_ddi_bad(call, "the memory is paged pool: MmProbeAndLockPages is for it");
  }
  if (state == DXGMAP_DDI_MDL_LOCKED && dxgmap_ddi_pressed(call, 0, 0, mdl->ByteCount)) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_host_result result = dxgmap_host_lock_pages(mdl->StartVa, pages, write, entry->frames);
  if (result == DXGMAP_HOST_BAD_ADDRESS) {
    return dxgmap_ddi_bad(call, "the memory cannot be accessed as asked; Windows raises an exception here");
  }
  if (result != DXGMAP_HOST_OK) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  memcpy(MmGetMdlPfnArray(mdl), entry->frames, (size_t)pages * sizeof(PFN_NUMBER));
  entry->locked = pages;
  entry->state = state;
  entry->read_only = !write;
  entry->address = MmGetMdlVirtualAddress(mdl);
  entry->length = MmGetMdlByteCount(mdl);
  dxgmap_host_stack_capture(call->site, &entry->lock);
  return DXGMAP_CAUSE_NONE;
}

VOID MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
  dxgmap_ddi_call call;
  bool write = Operation != IoReadAccess;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  (void)AccessMode;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_LOCK_MDL, NULL, DXGMAP_DDI_SITE)) {
    DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(MemoryDescriptorList), (uint32_t)Operation);
    cause = dxgmap_ddi_lock_mdl(&call, MemoryDescriptorList, DXGMAP_DDI_MDL_LOCKED, write);
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    int flags = MDL_PAGES_LOCKED | (write ? MDL_WRITE_OPERATION : 0);
    MemoryDescriptorList->MdlFlags = (CSHORT)(MemoryDescriptorList->MdlFlags | flags);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}

VOID MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_BUILD_MDL, NULL, DXGMAP_DDI_SITE)) {
    DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(MemoryDescriptorList));
    cause = dxgmap_ddi_lock_mdl(&call, MemoryDescriptorList, DXGMAP_DDI_MDL_BUILT, true);
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    MemoryDescriptorList->MdlFlags = (CSHORT)(MemoryDescriptorList->MdlFlags | MDL_SOURCE_IS_NONPAGED_POOL);
    MemoryDescriptorList->MappedSystemVa = MmGetMdlVirtualAddress(MemoryDescriptorList);
  }
  (void)dxgmap_ddi_leave(&call, cause);
}

static uint32_t dxgmap_ddi_unlock_mdl(dxgmap_ddi_call *call, PMDL mdl)
{
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_of_driver(call, mdl);
  if (entry == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  if (entry->state != DXGMAP_DDI_MDL_LOCKED) {
    return dxgmap_ddi_bad(call, "the pages of the MDL are not locked");
  }
  dxgmap_ddi_report_gone(call, entry, "MmUnlockPages of an MDL that is mapped to the IOMMU");
  dxgmap_ddi_mdl_views_report(call, entry, "MmUnlockPages of an MDL that a process has in view; the view is gone");
  dxgmap_host_frames_drop(entry->frames, entry->locked);
  entry->locked = 0;
  entry->state = DXGMAP_DDI_MDL_EMPTY;
  mdl->MdlFlags = (CSHORT)(mdl->MdlFlags & ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION));
  if (entry->by_hand) {
    dxgmap_ddi_mdl_remove(entry);
  }
  return DXGMAP_CAUSE_NONE;
}

VOID MmUnlockPages(PMDL MemoryDescriptorList)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNLOCK_MDL, NULL, DXGMAP_DDI_SITE);
  DXGMAP_DDI_TRACE(&call, DXGMAP_DDI_TRACE_POINTER(MemoryDescriptorList));
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unlock_mdl(&call, MemoryDescriptorList)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
}

SIZE_T MmSizeOfMdl(PVOID Base, SIZE_T Length)
{
  return dxgmap_ddi_mdl_size(ADDRESS_AND_SIZE_TO_SPAN_PAGES(Base, Length));
}
