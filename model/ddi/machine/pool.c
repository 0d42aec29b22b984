/* SPDX-License-Identifier: MIT */
#include "ddi/machine/pool.h"

#include <string.h>

#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

#define DXGMAP_DDI_POOL_BUCKETS ((size_t)1 << 12)
#define DXGMAP_DDI_POOL_FREED 1024u                      /* freed blocks that are remembered */
#define DXGMAP_DDI_POOL_WINDOW_PAGES ((uint64_t)1 << 22) /* at most */
#define DXGMAP_DDI_POOL_RUN ((uint64_t)64)               /* pages in a row of a large block, which cost one mapping */
#define DXGMAP_DDI_POOL_ALIGN ((uint64_t)16)
#define DXGMAP_DDI_POOL_POISON 0xDB

static struct {
  dxgmap_ddi_heap_block **bucket; /* of all blocks, by address */
  dxgmap_ddi_heap_block *oldest;  /* of the freed */
  dxgmap_ddi_heap_block *youngest;
  uint32_t freed;
  uint32_t window;
  uint64_t blocks; /* live and freed: an empty table is not looked through, which would touch it */
  uint8_t *base;
  uint64_t small;                /* live blocks that have a page alone though they are smaller */
  dxgmap_ddi_heap_place *shared; /* page that small blocks are taken from, or NULL */
} dxgmap_ddi_heap;

static size_t dxgmap_ddi_heap_hash(const void *address)
{
  return (size_t)(((uint64_t)(uintptr_t)address * 0x9E3779B97F4A7C15u) >> 52) % DXGMAP_DDI_POOL_BUCKETS;
}

/* ---- Places ---- */

static bool dxgmap_ddi_heap_frames(dxgmap_ddi_heap_place *place)
{
  uint64_t last = dxgmap_ddi.installed_pages - 1;
  uint64_t run = place->pages > DXGMAP_DDI_POOL_RUN ? DXGMAP_DDI_POOL_RUN : 1;
  for (uint64_t i = 0; i < place->pages;) {
    uint64_t count = place->pages - i < run ? place->pages - i : run;
    uint64_t base;
    if (dxgmap_host_frames_allocate_run(0, last, 0, count, &base) != DXGMAP_HOST_OK) {
      if (run == 1) {
        dxgmap_host_frames_drop(place->frames, i);
        return false;
      }
      run = 1;
      continue;
    }
    for (uint64_t k = 0; k < count; k++) {
      place->frames[i + k] = base + k;
    }
    i += count;
  }
  return true;
}

static bool dxgmap_ddi_heap_map(dxgmap_ddi_heap_place *place)
{
  uint32_t window = dxgmap_ddi_heap.window;
  uint64_t span = place->pages + 1; /* nothing is behind the last page */
  if (dxgmap_host_window_claim(window, span, &place->at) != DXGMAP_HOST_OK) {
    return false;
  }
  if (dxgmap_host_window_place_frames(window, place->at, place->frames, place->pages) != DXGMAP_HOST_OK) {
    dxgmap_host_window_remove(window, place->at, span);
    return false;
  }
  place->identity = dxgmap_ddi_identity();
  dxgmap_host_window_own(window, place->at, span, place->identity);
  return true;
}

static void dxgmap_ddi_heap_place_free(dxgmap_ddi_heap_place *place)
{
  dxgmap_host_free(place->frames, (size_t)place->pages * sizeof(uint64_t));
  dxgmap_host_free(place, sizeof(*place));
}

static dxgmap_ddi_heap_place *dxgmap_ddi_heap_place_new(uint64_t pages)
{
  dxgmap_ddi_heap_place *place = dxgmap_host_allocate(sizeof(*place));
  if (place == NULL) {
    return NULL;
  }
  place->pages = pages;
  place->frames = dxgmap_host_allocate((size_t)pages * sizeof(uint64_t));
  if (place->frames == NULL || !dxgmap_ddi_heap_frames(place)) {
    dxgmap_ddi_heap_place_free(place);
    return NULL;
  }
  if (!dxgmap_ddi_heap_map(place)) {
    dxgmap_host_frames_drop(place->frames, pages);
    dxgmap_ddi_heap_place_free(place);
    return NULL;
  }
  return place;
}

static uint8_t *dxgmap_ddi_heap_first(const dxgmap_ddi_heap_place *place)
{
  return dxgmap_ddi_heap.base + place->at * PAGE_SIZE;
}

static void dxgmap_ddi_heap_place_end(dxgmap_ddi_heap_place *place)
{
  dxgmap_host_window_remove(dxgmap_ddi_heap.window, place->at, place->pages + 1);
  dxgmap_host_frames_drop(place->frames, place->pages);
  if (dxgmap_ddi_heap.shared == place) {
    dxgmap_ddi_heap.shared = NULL;
  }
  dxgmap_ddi_heap_place_free(place);
}

static uint64_t dxgmap_ddi_heap_rounded(uint64_t bytes)
{
  return (bytes + DXGMAP_DDI_POOL_ALIGN - 1) / DXGMAP_DDI_POOL_ALIGN * DXGMAP_DDI_POOL_ALIGN;
}

/* A shared page with so much left, or NULL. A full one lives on by its blocks. */
static dxgmap_ddi_heap_place *dxgmap_ddi_heap_shared(uint64_t rounded)
{
  if (dxgmap_ddi_heap.shared == NULL || dxgmap_ddi_heap.shared->used + rounded > PAGE_SIZE) {
    dxgmap_ddi_heap_place *place = dxgmap_ddi_heap_place_new(1);
    dxgmap_ddi_heap.shared = place != NULL ? place : dxgmap_ddi_heap.shared;
    return place;
  }
  return dxgmap_ddi_heap.shared;
}

/* Where a block of `bytes` stands, and the place that has it; NULL: there is none. */
static uint8_t *dxgmap_ddi_heap_stand(uint64_t bytes, dxgmap_ddi_heap_place **place)
{
  uint64_t rounded = dxgmap_ddi_heap_rounded(bytes);
  if (rounded <= PAGE_SIZE / 2 && dxgmap_ddi_heap.small >= DXGMAP_DDI_POOL_ALONE) {
    *place = dxgmap_ddi_heap_shared(rounded);
    if (*place == NULL) {
      return NULL;
    }
    (*place)->used += rounded;
    return dxgmap_ddi_heap_first(*place) + (*place)->used - rounded;
  }
  *place = dxgmap_ddi_heap_place_new(bytes / PAGE_SIZE + (bytes % PAGE_SIZE != 0 ? 1 : 0));
  if (*place == NULL) {
    return NULL;
  }
  return rounded < PAGE_SIZE ? dxgmap_ddi_heap_first(*place) + PAGE_SIZE - rounded : dxgmap_ddi_heap_first(*place);
}

/* ---- Blocks ---- */

/* Whether the block is a small one with a page alone. */
static bool dxgmap_ddi_heap_small(const dxgmap_ddi_heap_block *block)
{
  return block->bytes < PAGE_SIZE && block->place->used == 0;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_take(uint64_t bytes, uint32_t tag, bool paged, const void *site)
{
  if (bytes > dxgmap_ddi.installed_pages * PAGE_SIZE) {
    return NULL;
  }
  dxgmap_ddi_heap_block *block = dxgmap_host_allocate(sizeof(*block));
  if (block == NULL) {
    return NULL;
  }
  block->address = dxgmap_ddi_heap_stand(bytes, &block->place);
  if (block->address == NULL) {
    dxgmap_host_free(block, sizeof(*block));
    return NULL;
  }
  block->bytes = bytes;
  block->tag = tag;
  block->paged = paged;
  block->identity = block->place->identity;
  block->place->blocks += 1;
  dxgmap_ddi_heap.small += dxgmap_ddi_heap_small(block) ? 1 : 0;
  dxgmap_host_stack_capture(site, &block->made);
  dxgmap_ddi_heap_block **bucket = &dxgmap_ddi_heap.bucket[dxgmap_ddi_heap_hash(block->address)];
  block->next = *bucket;
  *bucket = block;
  dxgmap_ddi_heap.blocks += 1;
  return block;
}

static void dxgmap_ddi_heap_forget(dxgmap_ddi_heap_block *block)
{
  dxgmap_ddi_heap_block **link = &dxgmap_ddi_heap.bucket[dxgmap_ddi_heap_hash(block->address)];
  while (*link != block) {
    link = &(*link)->next;
  }
  *link = block->next;
  dxgmap_ddi_heap.blocks -= 1;
  dxgmap_host_free(block, sizeof(*block));
}

static void dxgmap_ddi_heap_remember(dxgmap_ddi_heap_block *block)
{
  if (dxgmap_ddi_heap.youngest != NULL) {
    dxgmap_ddi_heap.youngest->later = block;
  } else {
    dxgmap_ddi_heap.oldest = block;
  }
  dxgmap_ddi_heap.youngest = block;
  dxgmap_ddi_heap.freed += 1;
  if (dxgmap_ddi_heap.freed > DXGMAP_DDI_POOL_FREED) {
    dxgmap_ddi_heap_block *oldest = dxgmap_ddi_heap.oldest;
    dxgmap_ddi_heap.oldest = oldest->later;
    dxgmap_ddi_heap.freed -= 1;
    dxgmap_ddi_heap_forget(oldest);
  }
}

void dxgmap_ddi_heap_give(dxgmap_ddi_heap_block *block, const void *site)
{
  dxgmap_ddi_heap_place *place = block->place;
  dxgmap_ddi_heap.small -= dxgmap_ddi_heap_small(block) ? 1 : 0;
  dxgmap_host_stack_capture(site, &block->freed);
  block->place = NULL;
  place->blocks -= 1;
  if (place->blocks == 0) {
    dxgmap_ddi_heap_place_end(place);
  } else {
    memset(block->address, DXGMAP_DDI_POOL_POISON, (size_t)block->bytes);
  }
  dxgmap_ddi_heap_remember(block);
}

static dxgmap_ddi_heap_block *dxgmap_ddi_heap_find(const void *address, bool live)
{
  dxgmap_ddi_heap_block *block = NULL;
  if (dxgmap_ddi_heap.bucket != NULL) {
    block = dxgmap_ddi_heap.bucket[dxgmap_ddi_heap_hash(address)];
  }
  while (block != NULL && (block->address != address || (block->place != NULL) != live)) {
    block = block->next;
  }
  return block;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_at(const void *address)
{
  return dxgmap_ddi_heap_find(address, true);
}

/* The youngest of them stands first in its bucket. */
dxgmap_ddi_heap_block *dxgmap_ddi_heap_freed_at(const void *address)
{
  return dxgmap_ddi_heap_find(address, false);
}

/* A block for which `fits` says so. Looks at all: for reports. */
static dxgmap_ddi_heap_block *dxgmap_ddi_heap_search(bool (*fits)(const dxgmap_ddi_heap_block *block, uint64_t what),
                                                     uint64_t what)
{
  for (size_t i = 0; dxgmap_ddi_heap.blocks != 0 && i < DXGMAP_DDI_POOL_BUCKETS; i++) {
    for (dxgmap_ddi_heap_block *block = dxgmap_ddi_heap.bucket[i]; block != NULL; block = block->next) {
      if (fits(block, what)) {
        return block;
      }
    }
  }
  return NULL;
}

static bool dxgmap_ddi_heap_has(const dxgmap_ddi_heap_block *block, uint64_t address)
{
  uint64_t first = (uint64_t)(uintptr_t)block->address;
  return block->place != NULL && address >= first && address - first < block->bytes;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_around(const void *address)
{
  uint64_t at = (uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)dxgmap_ddi_heap.base;
  if (dxgmap_ddi_heap.base == NULL || at / PAGE_SIZE >= DXGMAP_DDI_POOL_WINDOW_PAGES) {
    return NULL;
  }
  return dxgmap_ddi_heap_search(dxgmap_ddi_heap_has, (uint64_t)(uintptr_t)address);
}

static bool dxgmap_ddi_heap_goes_by(const dxgmap_ddi_heap_block *block, uint64_t owner)
{
  return block->identity == owner;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_named(uint64_t owner)
{
  return owner != 0 ? dxgmap_ddi_heap_search(dxgmap_ddi_heap_goes_by, owner) : NULL;
}

static bool dxgmap_ddi_heap_is_untold(const dxgmap_ddi_heap_block *block, uint64_t any)
{
  (void)any;
  return block->place != NULL && !block->told;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_untold(void)
{
  return dxgmap_ddi_heap_search(dxgmap_ddi_heap_is_untold, 0);
}

uint64_t dxgmap_ddi_heap_tell(const dxgmap_ddi_heap_block *block)
{
  uint64_t count = 0;
  for (size_t i = 0; i < DXGMAP_DDI_POOL_BUCKETS; i++) {
    for (dxgmap_ddi_heap_block *b = dxgmap_ddi_heap.bucket[i]; b != NULL; b = b->next) {
      if (dxgmap_ddi_heap_is_untold(b, 0) && dxgmap_host_stack_same(&b->made, &block->made)) {
        b->told = true;
        count += 1;
      }
    }
  }
  return count;
}

/* ---- Opening and closing ---- */

uint64_t dxgmap_ddi_heap_pages(uint64_t installed_pages)
{
  uint64_t pages = 2 * installed_pages;
  return pages < DXGMAP_DDI_POOL_WINDOW_PAGES ? pages : DXGMAP_DDI_POOL_WINDOW_PAGES;
}

bool dxgmap_ddi_heap_open(uint64_t installed_pages, uint64_t quarantine)
{
  dxgmap_ddi_heap.bucket = dxgmap_host_reserve_lasting(DXGMAP_DDI_POOL_BUCKETS * sizeof(dxgmap_ddi_heap_block *));
  if (dxgmap_ddi_heap.bucket == NULL || dxgmap_host_window_open(dxgmap_ddi_heap_pages(installed_pages), quarantine,
                                                                &dxgmap_ddi_heap.window) != DXGMAP_HOST_OK) {
    return false;
  }
  dxgmap_ddi_heap.base = dxgmap_host_window_base(dxgmap_ddi_heap.window);
  return true;
}

/* The window and the frames go with the host. */
void dxgmap_ddi_heap_close(void)
{
  for (size_t i = 0; dxgmap_ddi_heap.blocks != 0 && i < DXGMAP_DDI_POOL_BUCKETS; i++) {
    while (dxgmap_ddi_heap.bucket[i] != NULL) {
      dxgmap_ddi_heap_block *block = dxgmap_ddi_heap.bucket[i];
      dxgmap_ddi_heap_place *place = block->place;
      if (place != NULL) {
        place->blocks -= 1;
      }
      if (place != NULL && place->blocks == 0) {
        dxgmap_ddi_heap_place_free(place);
      }
      dxgmap_ddi_heap.bucket[i] = block->next;
      dxgmap_host_free(block, sizeof(*block));
    }
  }
  dxgmap_host_unreserve_lasting(dxgmap_ddi_heap.bucket, DXGMAP_DDI_POOL_BUCKETS * sizeof(dxgmap_ddi_heap_block *));
  memset(&dxgmap_ddi_heap, 0, sizeof(dxgmap_ddi_heap));
}
