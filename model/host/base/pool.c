/* SPDX-License-Identifier: MIT */
/* Small blocks that come and go with each mapping: those that are given back wait here, a list a size, for whoever has
   the same lock then. A block may be given back under another one than it was taken under. */
#include "host/base/pool.h"
#include "host/base/inject.h"
#include "host/interface/threads.h"
#include "host/os/os_sanitizer.h"

#include <string.h>

/* Sizes are what the heap has room for in blocks of whole steps, each of which has a word of the heap's own in front:
   small ones, of which there may be a million, in steps as fine as the heap's, others in steps twice as long. */
#define DXGMAP_HOST_POOL_WORD ((size_t)8)
#define DXGMAP_HOST_POOL_FINE ((size_t)16)
#define DXGMAP_HOST_POOL_FINE_SIZES ((size_t)16)                     /* up to 256 bytes */
#define DXGMAP_HOST_POOL_SIZES ((size_t)128)                         /* what some 470 page numbers take */
#define DXGMAP_HOST_POOL_MOST ((size_t)3840 - DXGMAP_HOST_POOL_WORD) /* bytes of the last of them */
#define DXGMAP_HOST_POOL_SMALL ((size_t)24)                          /* up to 512 bytes */
/* Of each size, and of each that is larger than those. None where a sanitizer is to see blocks come and go. */
#ifdef DXGMAP_OS_WATCHED
#define DXGMAP_HOST_POOL_WAIT 0u
#define DXGMAP_HOST_POOL_WAIT_LARGE 0u
#else
#define DXGMAP_HOST_POOL_WAIT 64u
#define DXGMAP_HOST_POOL_WAIT_LARGE 4u
#endif

typedef struct dxgmap_host_pool_block {
  struct dxgmap_host_pool_block *next;
} dxgmap_host_pool_block;

typedef struct dxgmap_host_pool_list {
  dxgmap_host_pool_block *first;
  uint64_t count;
} dxgmap_host_pool_list;

static struct {
  _Alignas(128) dxgmap_host_pool_list list[DXGMAP_HOST_POOL_SIZES];
} dxgmap_host_pool[DXGMAP_HOST_HOLDERS];

/* Of the running thread, by what it holds. */
static dxgmap_host_pool_list *dxgmap_host_pool_at(size_t place)
{
  return &dxgmap_host_pool[dxgmap_host_holder()].list[place];
}

static size_t dxgmap_host_pool_bytes(size_t place)
{
  size_t blocks = place < DXGMAP_HOST_POOL_FINE_SIZES ? place + 1 : 2 * (place + 1) - DXGMAP_HOST_POOL_FINE_SIZES;
  return blocks * DXGMAP_HOST_POOL_FINE - DXGMAP_HOST_POOL_WORD;
}

/* Of the least size that has room; for 0 bytes and for many there is none. */
static size_t dxgmap_host_pool_place(size_t bytes)
{
  size_t blocks = (bytes + DXGMAP_HOST_POOL_WORD - 1) / DXGMAP_HOST_POOL_FINE;
  if (bytes - 1 >= DXGMAP_HOST_POOL_MOST) {
    return DXGMAP_HOST_POOL_SIZES;
  }
  return blocks < DXGMAP_HOST_POOL_FINE_SIZES ? blocks : (blocks + DXGMAP_HOST_POOL_FINE_SIZES) / 2;
}

static uint64_t dxgmap_host_pool_wait(size_t place)
{
  return place < DXGMAP_HOST_POOL_SMALL ? DXGMAP_HOST_POOL_WAIT : DXGMAP_HOST_POOL_WAIT_LARGE;
}

void *dxgmap_host_take_with(size_t bytes, size_t zeroed)
{
  size_t place = dxgmap_host_pool_place(bytes);
  dxgmap_host_pool_list *list;
  dxgmap_host_pool_block *block;
  if (place >= DXGMAP_HOST_POOL_SIZES) {
    return dxgmap_host_allocate(bytes);
  }
  list = dxgmap_host_pool_at(place);
  if (list->first == NULL) {
    return dxgmap_host_allocate(dxgmap_host_pool_bytes(place));
  }
  if (!dxgmap_host_acquire()) {
    return NULL;
  }
  block = list->first;
  list->first = block->next;
  list->count--;
  memset(block, 0, zeroed);
  return block;
}

void *dxgmap_host_take(size_t bytes)
{
  return dxgmap_host_take_with(bytes, bytes);
}

void dxgmap_host_give(void *block, size_t bytes)
{
  size_t place = dxgmap_host_pool_place(bytes);
  dxgmap_host_pool_block *waiting = block;
  dxgmap_host_pool_list *list;
  if (block == NULL) {
    return;
  }
  if (place >= DXGMAP_HOST_POOL_SIZES) {
    dxgmap_host_free(block, bytes);
    return;
  }
  list = dxgmap_host_pool_at(place);
  if (list->count == dxgmap_host_pool_wait(place)) {
    dxgmap_host_free(block, dxgmap_host_pool_bytes(place));
  } else {
    waiting->next = list->first;
    list->first = waiting;
    list->count++;
  }
}

static void dxgmap_host_pool_empty(dxgmap_host_pool_list *list, size_t place)
{
  while (list->first != NULL) {
    dxgmap_host_pool_block *block = list->first;
    list->first = block->next;
    dxgmap_host_free(block, dxgmap_host_pool_bytes(place));
  }
  list->count = 0;
}

void dxgmap_host_pool_close(void)
{
  for (size_t holder = 0; holder < DXGMAP_HOST_HOLDERS; holder++) {
    for (size_t place = 0; place < DXGMAP_HOST_POOL_SIZES; place++) {
      dxgmap_host_pool_empty(&dxgmap_host_pool[holder].list[place], place);
    }
  }
}

void dxgmap_host_pool_usage(dxgmap_host_usage *usage)
{
  for (size_t holder = 0; holder < DXGMAP_HOST_HOLDERS; holder++) {
    for (size_t place = 0; place < DXGMAP_HOST_POOL_SIZES; place++) {
      uint64_t count = dxgmap_host_pool[holder].list[place].count;
      usage->blocks -= count;
      usage->bytes -= count * dxgmap_host_pool_bytes(place);
    }
  }
}
