/* SPDX-License-Identifier: MIT */
/* Memory that the allocation callbacks give. */
#include <string.h>

#include "kinds.h"

#define SYSTEM_PAGES_MAX 6u

static size_t some_bytes(driver *d)
{
  if (draw_percent(&d->dice, 60)) {
    return (size_t)PAGE_SIZE * draw_from(&d->dice, 1, SYSTEM_PAGES_MAX);
  }
  return draw_from(&d->dice, 1, SYSTEM_PAGES_MAX * PAGE_SIZE);
}

static hold *system_hold(driver *d, enum kind kind, HANDLE handle, size_t bytes)
{
  store *memory = store_new(bytes);
  hold *h = hold_new(d, kind, NULL);
  h->handle = handle;
  hold_memory(h, memory, 0, bytes);
  store_drop(memory);
  tell(d, "  hold %u, %s", hold_number(d, h), kind_name(kind));
  return h;
}

/* ---- Pages ---- */

enum outcome take_pages(driver *d)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL allocate;
  memset(&allocate, 0, sizeof(allocate));
  allocate.HighAddress.QuadPart = draw_percent(&d->dice, 50) ? -1 : (LONGLONG)0xFFFFFFFF;
  allocate.TotalBytes = some_bytes(d);
  allocate.CacheType =
      draw_percent(&d->dice, 50) ? DXGK_MEMORY_CACHING_TYPE_CACHED : DXGK_MEMORY_CACHING_TYPE_NON_CACHED;
  allocate.Flags = MM_ALLOCATE_FULLY_REQUIRED;
  allocate.Flags |= draw_percent(&d->dice, 30) ? MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS : 0;
  tell(d, "AllocatePagesForMdl(%zu)", (size_t)allocate.TotalBytes);
  NTSTATUS status = d->dxgk.DxgkCbAllocatePagesForMdl(d->adapter, &allocate);
  if (status != STATUS_SUCCESS) {
    expect(d, "the MDL of an allocation that failed", 0, (uintptr_t)allocate.pMdl);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, status);
  }
  hold *h = system_hold(d, K_PAGES, allocate.hMemoryHandle, allocate.TotalBytes);
  h->mdl = allocate.pMdl;
  hold_pages(h, (uint32_t)BYTES_TO_PAGES(allocate.TotalBytes));
  memcpy(h->page, MmGetMdlPfnArray(allocate.pMdl), h->pages * sizeof(*h->page));
  return TOOK;
}

NTSTATUS release_pages(driver *d, const hold *h)
{
  DXGKARGCB_FREEPAGESFROMMDL release = {h->handle};
  return d->dxgk.DxgkCbFreePagesFromMdl(d->adapter, &release);
}

/* ---- Contiguous memory ---- */

/* The device's address of it is what an MDL that is built for it says. */
static void contiguous_look(driver *d, hold *h)
{
  PMDL mdl = IoAllocateMdl(h->cpu, (ULONG)h->bytes, FALSE, FALSE, NULL);
  if (mdl == NULL) {
    expect(d, "IoAllocateMdl fails on purpose alone", true, dxgmap_failures() > d->failures || d->tight);
    return;
  }
  MmBuildMdlForNonPagedPool(mdl);
  hold_pages(h, (uint32_t)BYTES_TO_PAGES(h->bytes));
  memcpy(h->page, MmGetMdlPfnArray(mdl), h->pages * sizeof(*h->page));
  for (uint32_t i = 1; i < h->pages; i++) {
    expect(d, "a page of contiguous memory", h->page[0] + i, h->page[i]);
  }
  IoFreeMdl(mdl);
}

enum outcome take_contiguous(driver *d)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY allocate;
  memset(&allocate, 0, sizeof(allocate));
  allocate.NumberOfBytes = some_bytes(d);
  allocate.HighestAcceptableAddress.QuadPart = -1;
  allocate.BoundaryAddressMultiple.QuadPart = draw_percent(&d->dice, 50) ? 0 : 16 * PAGE_SIZE;
  allocate.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  tell(d, "AllocateContiguousMemory(%zu)", (size_t)allocate.NumberOfBytes);
  NTSTATUS status = d->dxgk.DxgkCbAllocateContiguousMemory(d->adapter, &allocate);
  if (status != STATUS_SUCCESS) {
    expect(d, "the address of an allocation that failed", 0, (uintptr_t)allocate.pMemory);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, status);
  }
  hold *h = system_hold(d, K_CONTIGUOUS, allocate.hMemoryHandle, allocate.NumberOfBytes);
  h->cpu = allocate.pMemory;
  h->base = allocate.pMemory;
  contiguous_look(d, h);
  return TOOK;
}

NTSTATUS release_contiguous(driver *d, const hold *h)
{
  DXGKARGCB_FREECONTIGUOUSMEMORY release = {h->handle};
  return d->dxgk.DxgkCbFreeContiguousMemory(d->adapter, &release);
}
