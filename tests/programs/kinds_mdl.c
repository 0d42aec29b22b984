/* SPDX-License-Identifier: MIT */
/* MDLs of the driver's own memory, their views, and what is mapped of them to the IOMMU. */
#include <string.h>

#include "kinds.h"

/* ---- MDLs ---- */

/* What an MDL may describe: memory that has an address of its own. */
static bool has_memory(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == K_POOL || h->kind == K_HEAP || h->kind == K_CONTIGUOUS;
}

/* In memory of the pool's, by MmInitializeMdl. */
static PMDL mdl_by_hand(driver *d, PVOID address, ULONG length)
{
  PMDL mdl = ExAllocatePool2(POOL_FLAG_NON_PAGED, MmSizeOfMdl(address, length), 0x4C444D50);
  if (mdl == NULL) {
    expect(d, "pool memory is there, unless on purpose", true, d->tight || dxgmap_failures() > d->failures);
    return NULL;
  }
  MmInitializeMdl(mdl, address, length);
  return mdl;
}

static void mdl_free(const hold *h)
{
  if (h->by_hand) {
    ExFreePoolWithTag(h->mdl, 0x4C444D50);
  } else {
    IoFreeMdl(h->mdl);
  }
}

/* Locks it, or builds it; false: the lock failed. */
static bool mdl_fill(driver *d, hold *h, const hold *of)
{
  static const LOCK_OPERATION operations[] = {IoReadAccess, IoWriteAccess, IoModifyAccess};
  bool nonpaged = (of->kind == K_POOL && !of->paged) || of->kind == K_CONTIGUOUS;
  h->built = nonpaged && draw_percent(&d->dice, 50);
  if (h->built) {
    MmBuildMdlForNonPagedPool(h->mdl);
    return (h->mdl->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL) != 0;
  }
  LOCK_OPERATION operation = operations[draw_below(&d->dice, 3)];
  h->read_only = operation == IoReadAccess;
  MmProbeAndLockPages(h->mdl, KernelMode, operation);
  return (h->mdl->MdlFlags & MDL_PAGES_LOCKED) != 0;
}

enum outcome take_mdl(driver *d)
{
  hold *of = hold_any(d, has_memory);
  if (of == NULL) {
    return NOT_NOW;
  }
  size_t from = draw_percent(&d->dice, 50) ? 0 : draw_below(&d->dice, of->bytes);
  size_t length = draw_percent(&d->dice, 50) ? of->bytes - from : 1 + draw_below(&d->dice, of->bytes - from);
  PVOID address = of->cpu + from;
  hold made = {.by_hand = draw_percent(&d->dice, 20)};
  tell(d, "%s(hold %u, %zu at %zu)", made.by_hand ? "MmInitializeMdl" : "IoAllocateMdl", hold_number(d, of), length,
       from);
  made.mdl =
      made.by_hand ? mdl_by_hand(d, address, (ULONG)length) : IoAllocateMdl(address, (ULONG)length, FALSE, FALSE, NULL);
  if (made.mdl == NULL) {
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, STATUS_INSUFFICIENT_RESOURCES);
  }
  if (!mdl_fill(d, &made, of)) {
    mdl_free(&made);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, STATUS_INSUFFICIENT_RESOURCES);
  }
  hold *h = hold_new(d, K_MDL, of);
  h->mdl = made.mdl;
  h->by_hand = made.by_hand;
  h->built = made.built;
  h->read_only = made.read_only;
  hold_memory(h, of->memory, of->at + from, length);
  tell(d, "  hold %u%s%s", hold_number(d, h), h->built ? ", built" : ", locked", h->read_only ? " for reading" : "");
  return TOOK;
}

NTSTATUS release_mdl(driver *d, const hold *h)
{
  (void)d;
  if (!h->built) {
    MmUnlockPages(h->mdl);
  }
  mdl_free(h);
  return STATUS_SUCCESS;
}

/* ---- To the IOMMU ---- */

static bool is_mdl(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == K_MDL;
}

enum outcome take_iommu(driver *d)
{
  hold *of = hold_any(d, is_mdl);
  if (of == NULL) {
    return NOT_NOW;
  }
  DXGKARGCB_MAPMDLTOIOMMU map = {of->mdl, NULL};
  tell(d, "MapMdlToIoMmu(hold %u)", hold_number(d, of));
  NTSTATUS status = d->dxgk.DxgkCbMapMdlToIoMmu(d->adapter, &map);
  if (status != STATUS_SUCCESS) {
    expect(d, "the handle of a map that failed", 0, (uintptr_t)map.hMemoryHandle);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, status);
  }
  hold *h = hold_new(d, K_IOMMU, of);
  h->handle = map.hMemoryHandle;
  h->mdl = of->mdl;
  h->read_only = of->read_only;
  h->first = MmGetMdlByteOffset(of->mdl);
  hold_memory(h, of->memory, of->at, of->bytes);
  hold_pages(h, (uint32_t)ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(of->mdl), of->bytes));
  memcpy(h->page, MmGetMdlPfnArray(of->mdl), h->pages * sizeof(*h->page));
  tell(d, "  hold %u", hold_number(d, h));
  return TOOK;
}

NTSTATUS release_iommu(driver *d, const hold *h)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {h->handle};
  d->dxgk.DxgkCbUnmapMdlFromIoMmu(d->adapter, &unmap);
  return STATUS_SUCCESS;
}

/* ---- Views ---- */

static bool may_have_views(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == K_MDL || h->kind == K_PAGES || h->kind == K_PIN;
}

static PVOID mdl_map(driver *d, const hold *of, bool user)
{
  if (!user && draw_percent(&d->dice, 50)) {
    return MmGetSystemAddressForMdlSafe(of->mdl, NormalPagePriority | MdlMappingNoExecute);
  }
  return MmMapLockedPagesSpecifyCache(of->mdl, user ? UserMode : KernelMode, MmCached, NULL, FALSE, NormalPagePriority);
}

enum outcome take_mdl_view(driver *d)
{
  hold *of = hold_any(d, may_have_views);
  if (of == NULL) {
    return NOT_NOW;
  }
  bool user = of->built || of->system || draw_percent(&d->dice, 30);
  tell(d, "%s view of the MDL of hold %u", user ? "user" : "system", hold_number(d, of));
  PVOID address = mdl_map(d, of, user);
  if (address == NULL) {
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, STATUS_INSUFFICIENT_RESOURCES);
  }
  hold *h = hold_new(d, K_MDL_VIEW, of);
  h->base = address;
  h->cpu = address;
  h->mdl = of->mdl;
  h->user = user;
  h->process = d->process;
  h->read_only = of->read_only;
  of->system = of->system || !user;
  hold_memory(h, of->memory, of->at, of->bytes);
  tell(d, "  hold %u at %p", hold_number(d, h), address);
  return TOOK;
}

NTSTATUS release_mdl_view(driver *d, const hold *h)
{
  MmUnmapLockedPages(h->base, h->mdl);
  if (!h->user) {
    hold_parent(d, h)->system = false;
  }
  return STATUS_SUCCESS;
}
