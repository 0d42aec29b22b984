/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/acquire.h"
#include "ddi/call/cache.h"
#include "ddi/call/call.h"
#include "ddi/call/mdl_hand.h"
#include "ddi/call/mdl_view.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"
#include "dxgmap_mdl.h"
#include "host/host.h"

/* MmMapLockedPagesSpecifyCache, MmUnmapLockedPages, MmGetSystemAddressForMdlSafe: the pages of an MDL in view of the
   system, once, and of processes, any number of times. */

static const char *dxgmap_ddi_mdl_empty_fault(const dxgmap_ddi_mdl *entry)
{
  return (entry->mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)) != 0
             ? "the MDL's flags say that its pages are locked, but nothing is behind its page numbers"
             : "the MDL is neither locked nor built";
}

/* The entry of an MDL whose pages are there, be it the driver's or lent; NULL, with the subject filled, otherwise. */
static dxgmap_ddi_mdl *dxgmap_ddi_mdl_with_pages(dxgmap_ddi_call *call, PMDL mdl, uint32_t *cause)
{
  dxgmap_ddi_mdl_adopt(mdl);
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  call->subject.address = (uint64_t)(uintptr_t)mdl;
  *cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (entry == NULL || !dxgmap_ddi_mdl_there(entry)) {
    (void)dxgmap_ddi_bad(call, "no MDL is alive at this address: it was freed, or never made");
    return NULL;
  }
  call->subject.mapping = entry->owner;
  if (entry->state == DXGMAP_DDI_MDL_GONE) {
    *cause = DXGMAP_CAUSE_LIST_GONE;
    return NULL;
  }
  if (entry->state == DXGMAP_DDI_MDL_EMPTY && !dxgmap_ddi_mdl_claims(entry)) {
    (void)dxgmap_ddi_bad(call, dxgmap_ddi_mdl_empty_fault(entry));
    return NULL;
  }
  *cause = DXGMAP_CAUSE_NONE;
  return entry;
}

static dxgmap_ddi_record *dxgmap_ddi_system_view(const dxgmap_ddi_mdl *entry, bool doubtful)
{
  dxgmap_ddi_record *view = entry->views;
  while (view != NULL && (dxgmap_ddi_mdl_view_of_process(view) || view->doubtful != doubtful)) {
    view = view->beside;
  }
  return view;
}

/* ---- Map ---- */

static uint32_t dxgmap_ddi_map_fault(dxgmap_ddi_call *call, const dxgmap_ddi_mdl *entry, uint64_t pages, bool user)
{
  if (!user && (entry->state == DXGMAP_DDI_MDL_BUILT || dxgmap_ddi_system_view(entry, false) != NULL)) {
    return dxgmap_ddi_bad(call, "the MDL has a system address already");
  }
  if (user && call->who.irql > DXGMAP_APC_LEVEL) {
    return DXGMAP_CAUSE_BAD_IRQL;
  }
  for (uint64_t i = 0; i < pages; i++) {
    if (dxgmap_host_frame_gone(entry->frames[i])) {
      dxgmap_ddi_tell(&call->subject, DXGMAP_MAPPING_MDL_ITSELF, &entry->lock, NULL);
      dxgmap_ddi_detail(&call->subject, "the memory that the MDL describes was freed or unmapped since it was locked");
      return DXGMAP_CAUSE_MEMORY_GONE;
    }
  }
  return DXGMAP_CAUSE_NONE;
}

/* A view with its place, of the system or of the current process; NULL: the host has no room. */
static dxgmap_ddi_record *dxgmap_ddi_mdl_view_acquire(const dxgmap_ddi_call *call, const dxgmap_ddi_mdl *entry,
                                                      uint64_t pages, bool user)
{
  dxgmap_ddi_record *view = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_MDL_VIEW, 0, pages, 0);
  uint64_t identity = dxgmap_ddi_identity();
  if (view == NULL) {
    return NULL;
  }
  if (dxgmap_host_kernel_map(entry->frames, pages, identity, &view->address) != DXGMAP_HOST_OK) {
    dxgmap_ddi_record_cancel(view);
    return NULL;
  }
  dxgmap_host_location where = dxgmap_host_locate(view->address);
  view->window = where.window;
  view->at = where.at;
  view->span = where.place == DXGMAP_HOST_PLACE_LIVE && where.owner == identity ? pages : 0;
  view->type = user ? UserMode : KernelMode;
  view->process = user ? call->who.process : 0;
  view->mdl = entry->mdl;
  view->parent = entry->owner;
  memcpy(dxgmap_ddi_record_frames(view), entry->frames, (size_t)pages * sizeof(uint64_t));
  dxgmap_host_frames_hold(dxgmap_ddi_record_frames(view), pages);
  dxgmap_ddi_record_bind(view, identity);
  return view;
}

static uint32_t dxgmap_ddi_map_locked(dxgmap_ddi_call *call, PMDL mdl, bool user, PVOID *address)
{
  uint32_t cause;
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_with_pages(call, mdl, &cause);
  if (entry == NULL) {
    return cause;
  }
  uint64_t pages = entry->locked > 0 ? entry->locked : dxgmap_ddi_mdl_span(mdl);
  pages = pages < entry->pages ? pages : entry->pages;
  cause = dxgmap_ddi_map_fault(call, entry, pages, user);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  bool pressure = dxgmap_ddi_pressed(call, 0, 0, mdl->ByteCount);
  dxgmap_ddi_record *view = pressure ? NULL : dxgmap_ddi_mdl_view_acquire(call, entry, pages, user);
  if (view == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  view->address = (PCHAR)view->address + mdl->ByteOffset;
  view->length = mdl->ByteCount;
  dxgmap_ddi_mdl_show(entry, view);
  *address = view->address;
  if (!user) {
    mdl->MdlFlags = (CSHORT)(mdl->MdlFlags | MDL_MAPPED_TO_SYSTEM_VA);
    mdl->MappedSystemVa = *address;
  }
  return DXGMAP_CAUSE_NONE;
}

static PVOID dxgmap_ddi_map_pages_of(PMDL mdl, const char *fault, bool user, const void *site)
{
  dxgmap_ddi_call call;
  PVOID address = NULL;
  uint32_t cause = DXGMAP_CAUSE_BAD_ARGUMENT;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_MAP_LOCKED, NULL, site)) {
    cause = fault != NULL ? dxgmap_ddi_bad(&call, fault) : dxgmap_ddi_map_locked(&call, mdl, user, &address);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return address;
}

PVOID MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
                                   PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority)
{
  const char *fault = NULL;
  (void)RequestedAddress;
  (void)BugCheckOnFailure;
  (void)Priority;
  if (AccessMode != KernelMode && AccessMode != UserMode) {
    fault = "AccessMode is neither KernelMode nor UserMode";
  } else if (!dxgmap_ddi_cache_known((uint32_t)CacheType)) {
    fault = "CacheType is none of MEMORY_CACHING_TYPE";
  }
  return dxgmap_ddi_map_pages_of(MemoryDescriptorList, fault, AccessMode == UserMode, DXGMAP_DDI_SITE);
}

/* The address that the MDL has, if it has one that is good. One that nobody here made is as good as its flags say. */
static PVOID dxgmap_ddi_system_address(PMDL mdl)
{
  PVOID address = NULL;
  dxgmap_host_lock();
  dxgmap_ddi_mdl_adopt(mdl);
  const dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_find(mdl);
  if (entry != NULL && entry->state != DXGMAP_DDI_MDL_GONE && dxgmap_ddi_mdl_there(entry) &&
      (mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) != 0 &&
      (dxgmap_ddi_system_view(entry, true) == NULL || dxgmap_ddi_system_view(entry, false) != NULL)) {
    address = mdl->MappedSystemVa;
  }
  dxgmap_host_unlock();
  return address;
}

PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority)
{
  PVOID address = dxgmap_ddi_system_address(Mdl);
  (void)Priority;
  return address != NULL ? address : dxgmap_ddi_map_pages_of(Mdl, NULL, false, DXGMAP_DDI_SITE);
}

/* ---- Unmap ---- */

/* A view at the address, of whatever process. */
static const dxgmap_ddi_record *dxgmap_ddi_view_of_any(const dxgmap_ddi_mdl *entry, const void *base)
{
  const dxgmap_ddi_record *view = entry->views;
  while (view != NULL && view->address != base) {
    view = view->beside;
  }
  return view;
}

/* A view at the address that the current process may end. Memory that is not the library's has one address for all its
   views (decision 70): its own goes first, and of those of the system one in doubt. */
static dxgmap_ddi_record *dxgmap_ddi_view_at(const dxgmap_ddi_call *call, const dxgmap_ddi_mdl *entry, const void *base)
{
  dxgmap_ddi_record *found = NULL;
  for (dxgmap_ddi_record *view = entry->views; view != NULL; view = view->beside) {
    bool of_process = dxgmap_ddi_mdl_view_of_process(view);
    if (view->address == base && of_process && view->process == call->who.process) {
      return view;
    }
    if (view->address == base && !of_process && (found == NULL || view->doubtful)) {
      found = view;
    }
  }
  return found;
}

/* The unmap of one view at an address may have been that of another one there, which the system has. */
static void dxgmap_ddi_view_doubt(const dxgmap_ddi_mdl *entry, const dxgmap_ddi_record *unmapped)
{
  for (dxgmap_ddi_record *view = entry->views; view != NULL; view = view->beside) {
    view->doubtful = view->doubtful ||
                     (view != unmapped && !dxgmap_ddi_mdl_view_of_process(view) && view->address == unmapped->address);
  }
}

static uint32_t dxgmap_ddi_no_view(dxgmap_ddi_call *call, const dxgmap_ddi_mdl *entry, const void *base)
{
  const dxgmap_ddi_record *of_another = dxgmap_ddi_view_of_any(entry, base);
  call->subject.address = (uint64_t)(uintptr_t)base;
  if (of_another != NULL) {
    call->subject.mapping = of_another->mapping;
    dxgmap_ddi_detail(&call->subject, "the view is one of another process; in this one the call would unmap whatever "
                                      "is at the address here");
    return DXGMAP_CAUSE_BAD_PROCESS;
  }
  const dxgmap_ddi_record *last = dxgmap_ddi_record_find(entry->view);
  if (last != NULL && last->address == base) {
    call->subject.mapping = last->mapping;
    return dxgmap_ddi_bad(call, "the view at this address was unmapped already");
  }
  call->subject.mapping = dxgmap_host_locate(base).owner;
  return dxgmap_ddi_bad(call, "the MDL is not mapped at this address");
}

static uint32_t dxgmap_ddi_unmap_locked(dxgmap_ddi_call *call, PVOID base, PMDL mdl)
{
  uint32_t cause;
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_with_pages(call, mdl, &cause);
  if (entry == NULL) {
    return cause;
  }
  dxgmap_ddi_record *view = dxgmap_ddi_view_at(call, entry, base);
  if (view == NULL) {
    return dxgmap_ddi_no_view(call, entry, base);
  }
  dxgmap_ddi_view_doubt(entry, view);
  dxgmap_ddi_mdl_view_end(entry, view, call->site);
  return DXGMAP_CAUSE_NONE;
}

VOID MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_UNMAP_LOCKED, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_unmap_locked(&call, BaseAddress, MemoryDescriptorList)
                                     : (uint32_t)DXGMAP_CAUSE_BAD_ARGUMENT);
}
