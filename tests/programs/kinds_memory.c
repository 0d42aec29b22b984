/* SPDX-License-Identifier: MIT */
/* Memory of the driver's own: pool, and memory of the process. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "kinds.h"

#define MEMORY_PAGES_MAX 5u

static size_t some_bytes(driver *d)
{
  if (draw_percent(&d->dice, 50)) {
    return (size_t)PAGE_SIZE * draw_from(&d->dice, 1, MEMORY_PAGES_MAX);
  }
  return draw_from(&d->dice, 1, MEMORY_PAGES_MAX * PAGE_SIZE);
}

static hold *memory_hold(driver *d, enum kind kind, void *address, size_t bytes)
{
  store *memory = store_new(bytes);
  hold *h = hold_new(d, kind, NULL);
  h->base = address;
  h->cpu = address;
  h->size = bytes;
  hold_memory(h, memory, 0, bytes);
  store_drop(memory);
  tell(d, "  hold %u, %s, %zu bytes at %p", hold_number(d, h), kind_name(kind), bytes, address);
  return h;
}

/* ---- Pool ---- */

enum outcome take_pool(driver *d)
{
  static const POOL_TYPE types[] = {NonPagedPool, NonPagedPoolNx, PagedPool};
  size_t bytes = some_bytes(d);
  bool paged = draw_percent(&d->dice, 40);
  bool zero = draw_percent(&d->dice, 50);
  uint32_t tag = 0x50504D44u + draw_below(&d->dice, 4);
  PVOID address = NULL;
  if (zero || draw_percent(&d->dice, 50)) {
    POOL_FLAGS flags = (paged ? POOL_FLAG_PAGED : POOL_FLAG_NON_PAGED) | (zero ? 0 : POOL_FLAG_UNINITIALIZED);
    address = ExAllocatePool2(flags, bytes, tag);
  } else {
    POOL_TYPE type = types[draw_below(&d->dice, 3)];
    paged = type == PagedPool;
    address = ExAllocatePoolWithTag(type, bytes, tag);
  }
  if (address == NULL) {
    expect(d, "pool memory is there, unless on purpose", true, d->tight || dxgmap_failures() > d->failures);
    return REFUSED;
  }
  hold *h = memory_hold(d, K_POOL, address, bytes);
  h->tag = tag;
  h->paged = paged;
  if (zero) {
    store_zero(h->memory);
  }
  return TOOK;
}

NTSTATUS release_pool(driver *d, const hold *h)
{
  if (draw_percent(&d->dice, 30)) {
    ExFreePool(h->base);
  } else {
    ExFreePoolWithTag(h->base, draw_percent(&d->dice, 80) ? h->tag : 0);
  }
  return STATUS_SUCCESS;
}

/* ---- Memory of the process ---- */

enum outcome take_heap(driver *d)
{
  size_t bytes = some_bytes(d);
  bool mapped = draw_percent(&d->dice, 50);
  void *address =
      mapped ? mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) : malloc(bytes);
  if (address == NULL || address == MAP_FAILED) {
    abort();
  }
  memset(address, 0, bytes);
  hold *h = memory_hold(d, K_HEAP, address, bytes);
  h->paged = mapped;
  store_zero(h->memory);
  return TOOK;
}

void heap_free(const hold *h)
{
  if (h->paged) {
    (void)munmap(h->base, h->size);
  } else {
    free(h->base);
  }
}

/* The harness may say that memory which nobody has locked is gone, and need not. */
NTSTATUS release_heap(driver *d, const hold *h)
{
  if (draw_percent(&d->dice, 50)) {
    expect(d, "dxgmap_memory_gone", DXGMAP_CAUSE_NONE, dxgmap_memory_gone(h->base, h->size));
  }
  heap_free(h);
  return STATUS_SUCCESS;
}
