/* SPDX-License-Identifier: MIT */
#include "mdl.h"

#include <stdlib.h>
#include <string.h>

/* MDLs of the driver's own. Their StartVa is the address that was given, and ByteOffset 0: the analyser knows addresses
   by what they point to, and not by their bits. */

/* ---- What is alive ---- */

static bool dxgmap_check_lends(uint32_t kind)
{
  return kind == DXGMAP_MAPPING_PIN || kind == DXGMAP_MAPPING_PAGE_LIST;
}

const dxgmap_check_entry *dxgmap_check_mdl_with_pages(PMDL mdl)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    bool own = e->kind == DXGMAP_MAPPING_MDL_ITSELF && (e->locked || e->built);
    if (e->live && (own || dxgmap_check_lends(e->kind)) && e->list == mdl) {
      return e;
    }
  }
  return NULL;
}

uint32_t dxgmap_check_no_mdl(PMDL mdl, const char *detail)
{
  const dxgmap_check_entry *ended = dxgmap_check_ended_list(mdl);
  dxgmap_check_about(ended);
  if (ended != NULL && dxgmap_check_lends(ended->kind)) {
    return DXGMAP_CAUSE_LIST_GONE;
  }
  return dxgmap_check_bad(detail);
}

void dxgmap_check_mdl_ends(PMDL mdl)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == DXGMAP_MAPPING_MDL_VIEW && e->mdl == mdl) {
      dxgmap_check_end(e);
    } else if (e->live && e->kind == DXGMAP_MAPPING_MDL && e->mdl == mdl) {
      e->mdl = NULL;
    }
  }
}

/* A live mapping of the MDL to an IOMMU, or a view of it by a process; NULL: none. */
static const dxgmap_check_entry *dxgmap_check_use_of(PMDL mdl, uint32_t kind)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    bool of_kind = e->kind == kind && (kind != DXGMAP_MAPPING_MDL_VIEW || e->parent != 0);
    if (e->live && of_kind && e->mdl == mdl) {
      return e;
    }
  }
  return NULL;
}

/* The pages go: whoever uses them still is told. */
static void dxgmap_check_mdl_goes(uint32_t operation, PMDL mdl)
{
  const dxgmap_check_entry *mapped = dxgmap_check_use_of(mdl, DXGMAP_MAPPING_MDL);
  const dxgmap_check_entry *view = dxgmap_check_use_of(mdl, DXGMAP_MAPPING_MDL_VIEW);
  if (mapped != NULL) {
    dxgmap_check_report(operation, DXGMAP_CAUSE_MDL_GONE, mapped, "the MDL is mapped to the IOMMU");
  }
  if (view != NULL) {
    dxgmap_check_report(operation, DXGMAP_CAUSE_MDL_IN_VIEW, view, "a process has its pages in view");
  }
  dxgmap_check_mdl_ends(mdl);
}

/* ---- Make, free ---- */

PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  (void)SecondaryBuffer;
  (void)ChargeQuota;
  dxgmap_check_enter(DXGMAP_OPERATION_ALLOCATE_MDL);
  if (Irp != NULL) {
    cause = dxgmap_check_bad("an IRP was given, and IRPs are not modelled");
  } else if (dxgmap_check_fails()) {
    cause = DXGMAP_CAUSE_NO_HOST;
  } else {
    made = dxgmap_check_new(DXGMAP_MAPPING_MDL_ITSELF, 0);
    made->pages = ((uint64_t)Length + PAGE_SIZE - 1) / PAGE_SIZE;
    made->length = Length;
    made->address = VirtualAddress;
    made->list = malloc(sizeof(MDL) + (size_t)made->pages * sizeof(PFN_NUMBER));
    memset(made->list, 0, sizeof(MDL));
    PMDL mdl = made->list;
    mdl->StartVa = VirtualAddress;
    mdl->ByteCount = Length;
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_ALLOCATE_MDL, cause, made);
  return made != NULL ? made->list : NULL;
}

static uint32_t dxgmap_check_free_mdl(PMDL mdl)
{
  dxgmap_check_entry *entry = dxgmap_check_by_list(DXGMAP_MAPPING_MDL_ITSELF, mdl);
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (entry == NULL) {
    return dxgmap_check_no_mdl(mdl, "no MDL of the driver's is alive at this address");
  }
  bool mapped = dxgmap_check_use_of(mdl, DXGMAP_MAPPING_MDL) != NULL;
  dxgmap_check_mdl_goes(DXGMAP_OPERATION_FREE_MDL, mdl);
  if (!mapped && entry->locked) {
    cause = dxgmap_check_bad("the MDL is freed while its pages are locked");
  }
  dxgmap_check_end(entry);
  return cause;
}

VOID IoFreeMdl(PMDL Mdl)
{
  dxgmap_check_enter(DXGMAP_OPERATION_FREE_MDL);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_FREE_MDL, dxgmap_check_free_mdl(Mdl), NULL);
}

/* ---- Lock, build ---- */

static uint32_t dxgmap_check_lock_mdl(PMDL mdl, bool lock)
{
  dxgmap_check_entry *entry = dxgmap_check_by_list(DXGMAP_MAPPING_MDL_ITSELF, mdl);
  if (entry == NULL) {
    return dxgmap_check_no_mdl(mdl, "no MDL of the driver's is alive at this address");
  }
  if (entry->locked || entry->built) {
    return dxgmap_check_bad("the MDL is locked or built already");
  }
  if (lock && dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  entry->frames = dxgmap_check_frames(entry->pages);
  for (uint64_t i = 0; i < entry->pages; i++) {
    MmGetMdlPfnArray(mdl)[i] = entry->frames[i];
  }
  entry->locked = lock;
  entry->built = !lock;
  return DXGMAP_CAUSE_NONE;
}

VOID MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
  (void)AccessMode;
  dxgmap_check_enter(DXGMAP_OPERATION_LOCK_MDL);
  uint32_t cause = dxgmap_check_lock_mdl(MemoryDescriptorList, true);
  if (cause == DXGMAP_CAUSE_NONE) {
    int flags = MDL_PAGES_LOCKED | (Operation != IoReadAccess ? MDL_WRITE_OPERATION : 0);
    MemoryDescriptorList->MdlFlags = (CSHORT)(MemoryDescriptorList->MdlFlags | flags);
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_LOCK_MDL, cause, NULL);
}

VOID MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList)
{
  dxgmap_check_enter(DXGMAP_OPERATION_BUILD_MDL);
  uint32_t cause = dxgmap_check_lock_mdl(MemoryDescriptorList, false);
  if (cause == DXGMAP_CAUSE_NONE) {
    MemoryDescriptorList->MdlFlags = (CSHORT)(MemoryDescriptorList->MdlFlags | MDL_SOURCE_IS_NONPAGED_POOL);
    MemoryDescriptorList->MappedSystemVa = MemoryDescriptorList->StartVa;
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_BUILD_MDL, cause, NULL);
}

VOID MmUnlockPages(PMDL MemoryDescriptorList)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_UNLOCK_MDL);
  dxgmap_check_entry *entry = dxgmap_check_by_list(DXGMAP_MAPPING_MDL_ITSELF, MemoryDescriptorList);
  if (entry == NULL) {
    cause = dxgmap_check_no_mdl(MemoryDescriptorList, "no MDL of the driver's is alive at this address");
  } else if (!entry->locked) {
    cause = dxgmap_check_bad("the pages of the MDL are not locked");
  } else {
    dxgmap_check_mdl_goes(DXGMAP_OPERATION_UNLOCK_MDL, MemoryDescriptorList);
    entry->locked = false;
    free(entry->frames);
    entry->frames = NULL;
    MemoryDescriptorList->MdlFlags =
        (CSHORT)(MemoryDescriptorList->MdlFlags & ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION | MDL_MAPPED_TO_SYSTEM_VA));
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_UNLOCK_MDL, cause, NULL);
}

/* ---- Views ---- */

/* The system's view of the MDL; NULL: none. */
static dxgmap_check_entry *dxgmap_check_system_view(PMDL mdl)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == DXGMAP_MAPPING_MDL_VIEW && e->parent == 0 && e->mdl == mdl) {
      return e;
    }
  }
  return NULL;
}

/* Memory of the driver's has one address for the system; what Dxgkrnl has lent, and a process, get one of their own. */
static dxgmap_check_entry *dxgmap_check_view_new(const dxgmap_check_entry *of, PMDL mdl, bool user)
{
  dxgmap_check_entry *view = dxgmap_check_new(DXGMAP_MAPPING_MDL_VIEW, 0);
  bool apart = user || of->kind != DXGMAP_MAPPING_MDL_ITSELF;
  view->mdl = mdl;
  view->parent = user ? dxgmap_checked.process : 0;
  view->block = apart ? dxgmap_check_memory(of->pages * PAGE_SIZE) : NULL;
  view->address = apart ? view->block : of->address;
  if (!user) {
    mdl->MdlFlags = (CSHORT)(mdl->MdlFlags | MDL_MAPPED_TO_SYSTEM_VA);
    mdl->MappedSystemVa = view->address;
  }
  return view;
}

static uint32_t dxgmap_check_map_locked(PMDL mdl, bool user, dxgmap_check_entry **made)
{
  const dxgmap_check_entry *of = dxgmap_check_mdl_with_pages(mdl);
  if (of == NULL) {
    return dxgmap_check_no_mdl(mdl, "no MDL is alive at this address, or it is neither locked nor built");
  }
  if (!user && (of->built || dxgmap_check_system_view(mdl) != NULL)) {
    return dxgmap_check_bad("the MDL has a system address already");
  }
  if (user && dxgmap_checked.irql > APC_LEVEL) {
    return DXGMAP_CAUSE_BAD_IRQL;
  }
  if (dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  *made = dxgmap_check_view_new(of, mdl, user);
  return DXGMAP_CAUSE_NONE;
}

PVOID MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
                                   PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  (void)RequestedAddress;
  (void)BugCheckOnFailure;
  (void)Priority;
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_LOCKED);
  if (AccessMode != KernelMode && AccessMode != UserMode) {
    cause = dxgmap_check_bad("AccessMode is neither KernelMode nor UserMode");
  } else if ((uint32_t)CacheType >= MmMaximumCacheType) {
    cause = dxgmap_check_bad("CacheType is none of MEMORY_CACHING_TYPE");
  } else {
    cause = dxgmap_check_map_locked(MemoryDescriptorList, AccessMode == UserMode, &made);
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_MAP_LOCKED, cause, made);
  return made != NULL ? made->address : NULL;
}

PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority)
{
  dxgmap_check_entry *made = NULL;
  (void)Priority;
  if (dxgmap_check_mdl_with_pages(Mdl) != NULL &&
      (Mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) != 0) {
    return Mdl->MappedSystemVa;
  }
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_LOCKED);
  uint32_t cause = dxgmap_check_map_locked(Mdl, false, &made);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_MAP_LOCKED, cause, made);
  return made != NULL ? made->address : NULL;
}

static uint32_t dxgmap_check_unmap_locked(const void *base, PMDL mdl)
{
  if (dxgmap_check_mdl_with_pages(mdl) == NULL) {
    return dxgmap_check_no_mdl(mdl, "no MDL is alive at this address, or it is neither locked nor built");
  }
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == DXGMAP_MAPPING_MDL_VIEW && e->mdl == mdl && e->address == base) {
      if (e->parent != 0 && e->parent != dxgmap_checked.process) {
        return DXGMAP_CAUSE_BAD_PROCESS;
      }
      if (e->parent == 0) {
        mdl->MdlFlags = (CSHORT)(mdl->MdlFlags & ~MDL_MAPPED_TO_SYSTEM_VA);
      }
      dxgmap_check_end(e);
      return DXGMAP_CAUSE_NONE;
    }
  }
  return dxgmap_check_bad("the MDL is not mapped at this address");
}

VOID MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList)
{
  dxgmap_check_enter(DXGMAP_OPERATION_UNMAP_LOCKED);
  uint32_t cause = dxgmap_check_unmap_locked(BaseAddress, MemoryDescriptorList);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_UNMAP_LOCKED, cause, NULL);
}
