/* SPDX-License-Identifier: MIT */
/* Physical memory objects: their adapter objects, ADLs and views. */
#include <string.h>

#include "kinds.h"

#define OBJECT_PAGES_MAX 6u

/* ---- Objects ---- */

static void object_wish(driver *d, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *wish)
{
  memset(wish, 0, sizeof(*wish));
  wish->Type = (DXGK_PHYSICAL_MEMORY_TYPE)draw_below(&d->dice, 4);
  wish->CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  wish->Size = draw_percent(&d->dice, 60) ? (SIZE_T)PAGE_SIZE * draw_from(&d->dice, 1, OBJECT_PAGES_MAX)
                                          : draw_from(&d->dice, 1, OBJECT_PAGES_MAX * PAGE_SIZE);
  wish->hAdapter = draw_percent(&d->dice, 50) ? d->adapter : NULL;
  switch (wish->Type) {
  case DXGK_PHYSICAL_MEMORY_TYPE_MDL:
    wish->Mdl.HighAddress.QuadPart = -1;
    break;
  case DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY:
    wish->ContiguousMemory.HighestAcceptableAddress.QuadPart = -1;
    break;
  case DXGK_PHYSICAL_MEMORY_TYPE_SECTION:
    wish->Section.PageProtection = PAGE_READWRITE;
    break;
  default: {
    uint32_t first = draw_below(&d->dice, BAR_PAGES);
    wish->IOSpace.BaseAddress.QuadPart = (LONGLONG)(d->bar_start + (uint64_t)first * PAGE_SIZE);
    wish->CacheType = DXGK_MEMORY_CACHING_TYPE_NON_CACHED;
    wish->Size = (SIZE_T)PAGE_SIZE * draw_from(&d->dice, 1, BAR_PAGES - first < 6 ? BAR_PAGES - first : 6);
    break;
  }
  }
}

static void object_hold(driver *d, const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *made)
{
  size_t bytes = ROUND_TO_PAGES(made->Size);
  bool io = made->Type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
  store *memory = io ? d->bar : store_new(bytes);
  hold *h = hold_new(d, K_OBJECT, NULL);
  h->handle = made->hPhysicalMemoryObject;
  h->type = (uint32_t)made->Type;
  h->bound = made->hAdapter != NULL;
  hold_memory(h, memory, io ? (size_t)((uint64_t)made->IOSpace.BaseAddress.QuadPart - d->bar_start) : 0, bytes);
  tell(d, "  hold %u, object of type %u, %zu bytes%s", hold_number(d, h), h->type, bytes, h->bound ? ", bound" : "");
  if (!io) {
    store_drop(memory);
  }
  if (h->bound) {
    hold *opened = hold_new(d, K_OPENED, h);
    opened->handle = made->hAdapterMemoryObject;
    opened->bound = true;
    opened->type = h->type;
    hold_memory(opened, h->memory, h->at, bytes);
    tell(d, "  hold %u, its adapter object", hold_number(d, opened));
  }
}

enum outcome take_object(driver *d)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create;
  object_wish(d, &create);
  tell(d, "CreatePhysicalMemoryObject(%zu)", (size_t)create.Size);
  NTSTATUS status = d->dxgk.DxgkCbCreatePhysicalMemoryObject(&create);
  if (status != STATUS_SUCCESS) {
    expect(d, "the object of a creation that failed", 0, (uintptr_t)create.hPhysicalMemoryObject);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, status);
  }
  object_hold(d, &create);
  return TOOK;
}

NTSTATUS release_object(driver *d, const hold *h)
{
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {h->handle, NULL};
  d->dxgk.DxgkCbDestroyPhysicalMemoryObject(&destroy);
  return STATUS_SUCCESS;
}

NTSTATUS release_both(driver *d, const hold *object, const hold *opened)
{
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {object->handle, opened->handle};
  tell(d, "DestroyPhysicalMemoryObject(holds %u and %u)", hold_number(d, object), hold_number(d, opened));
  d->dxgk.DxgkCbDestroyPhysicalMemoryObject(&destroy);
  return STATUS_SUCCESS;
}

/* ---- Adapter objects ---- */

static bool is_open(const driver *d, const hold *object)
{
  for (uint32_t i = 0; i < HOLDS; i++) {
    const hold *h = &d->hold[i];
    if (h->kind == K_OPENED && h->parent == hold_number(d, object) + 1) {
      return true;
    }
  }
  return false;
}

static bool may_be_opened(const driver *d, const hold *h)
{
  return h->kind == K_OBJECT && !h->bound && !is_open(d, h);
}

enum outcome take_opened(driver *d)
{
  hold *of = hold_any(d, may_be_opened);
  if (of == NULL) {
    return NOT_NOW;
  }
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT open = {of->handle, d->adapter, NULL};
  tell(d, "OpenPhysicalMemoryObject(hold %u)", hold_number(d, of));
  NTSTATUS status = d->dxgk.DxgkCbOpenPhysicalMemoryObject(&open);
  if (status != STATUS_SUCCESS) {
    expect(d, "the adapter object of an Open that failed", 0, (uintptr_t)open.hAdapterMemoryObject);
    return refused(d, STATUS_INSUFFICIENT_RESOURCES, status);
  }
  hold *h = hold_new(d, K_OPENED, of);
  h->handle = open.hAdapterMemoryObject;
  h->type = of->type;
  hold_memory(h, of->memory, of->at, of->bytes);
  tell(d, "  hold %u", hold_number(d, h));
  return TOOK;
}

NTSTATUS release_opened(driver *d, const hold *h)
{
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT close = {h->handle};
  d->dxgk.DxgkCbClosePhysicalMemoryObject(&close);
  return STATUS_SUCCESS;
}

/* ---- ADLs ---- */

static bool is_opened(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == K_OPENED;
}

static bool may_require(const hold *h)
{
  return h->type == DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY || h->type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
}

enum outcome take_adl(driver *d)
{
  hold *of = hold_any(d, is_opened);
  if (of == NULL) {
    return NOT_NOW;
  }
  DXGKARGCB_ALLOCATE_ADL allocate;
  uint32_t pages = (uint32_t)(of->bytes / PAGE_SIZE);
  uint32_t first = draw_percent(&d->dice, 60) ? 0 : draw_below(&d->dice, pages);
  memset(&allocate, 0, sizeof(allocate));
  allocate.hAdapterMemoryObject = of->handle;
  allocate.Offset = (SIZE_T)first * PAGE_SIZE;
  allocate.Size = (SIZE_T)PAGE_SIZE * draw_from(&d->dice, 1, pages - first);
  allocate.Flags.RequireContiguous = may_require(of) && draw_percent(&d->dice, 50) ? 1 : 0;
  allocate.Flags.PreferContiguous = draw_percent(&d->dice, 50) ? 1 : 0;
  tell(d, "AllocateAdl(hold %u, %zu at %zu)", hold_number(d, of), (size_t)allocate.Size, (size_t)allocate.Offset);
  NTSTATUS status = d->dxgk.DxgkCbAllocateAdl(&allocate);
  if (status != STATUS_SUCCESS) {
    expect(d, "the ADL of an allocation that failed", 0, (uintptr_t)allocate.pAdl);
    return refused(d, STATUS_NO_MEMORY, status);
  }
  hold *h = hold_new(d, K_ADL, of);
  h->handle = of->handle;
  h->adl = allocate.pAdl;
  h->type = of->type;
  hold_memory(h, of->memory, of->at + allocate.Offset, allocate.Size);
  hold_adl_pages(d, h);
  if (allocate.Flags.RequireContiguous != 0) {
    expect(d, "Contiguous of an ADL that must be", 1, h->adl->Flags.Contiguous);
  }
  tell(d, "  hold %u%s", hold_number(d, h), h->adl->Flags.Contiguous != 0 ? ", contiguous" : "");
  return TOOK;
}

NTSTATUS release_adl(driver *d, const hold *h)
{
  DXGKARGCB_FREE_ADL release = {h->handle, h->adl};
  d->dxgk.DxgkCbFreeAdl(&release);
  return STATUS_SUCCESS;
}

/* ---- Views ---- */

static bool is_object(const driver *d, const hold *h)
{
  (void)d;
  return h->kind == K_OBJECT;
}

enum outcome take_object_view(driver *d)
{
  hold *of = hold_any(d, is_object);
  if (of == NULL) {
    return NOT_NOW;
  }
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  bool user = of->type != DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE && draw_percent(&d->dice, 30);
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = of->handle;
  map.AccessMode = user ? DXGK_ACCESS_MODE_USER_MODE : DXGK_ACCESS_MODE_KERNEL_MODE;
  map.Offset = draw_percent(&d->dice, 50) ? 0 : draw_below(&d->dice, of->bytes);
  map.Size = draw_percent(&d->dice, 50) ? of->bytes - map.Offset : 1 + draw_below(&d->dice, of->bytes - map.Offset);
  size_t from = map.Offset;
  size_t bytes = map.Size;
  tell(d, "MapPhysicalMemory(hold %u, %zu at %zu, %s)", hold_number(d, of), bytes, from, user ? "user" : "kernel");
  NTSTATUS status = d->dxgk.DxgkCbMapPhysicalMemory(&map);
  if (status != STATUS_SUCCESS) {
    expect(d, "the address of a map that failed", 0, (uintptr_t)map.pMappedAddress);
    return refused(d, STATUS_NO_MEMORY, status);
  }
  hold *h = hold_new(d, K_OBJECT_VIEW, of);
  h->handle = of->handle;
  h->base = map.pMappedAddress;
  h->size = map.Size;
  h->cpu = (uint8_t *)map.pMappedAddress + map.Offset;
  h->user = user;
  h->process = d->process;
  h->type = of->type;
  hold_memory(h, of->memory, of->at + from, bytes);
  tell(d, "  hold %u", hold_number(d, h));
  return TOOK;
}

NTSTATUS release_object_view(driver *d, const hold *h)
{
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {h->handle, h->base, h->size};
  d->dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  return STATUS_SUCCESS;
}
