/* SPDX-License-Identifier: MIT */
/* Small blocks that come and go with each mapping: those that are given back wait here, a list a size. */
#include "host/base/pool.h"
#include "host/base/inject.h"
#include "host/os/os_sanitizer.h"

#include <string.h>

#define DXGMAP_HOST_POOL_STEP ((size_t)32)
#define DXGMAP_HOST_POOL_SIZES ((size_t)128) /* up to a page: what some 500 page numbers take */
#define DXGMAP_HOST_POOL_SMALL ((size_t)16)
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

static struct {
  dxgmap_host_pool_block *first;
  uint64_t count;
} dxgmap_host_pool[DXGMAP_HOST_POOL_SIZES];

static size_t dxgmap_host_pool_bytes(size_t place)
{
  return (place + 1) * DXGMAP_HOST_POOL_STEP;
}

/* Of the least size that has room; for 0 bytes and for many there is none. */
static size_t dxgmap_host_pool_place(size_t bytes)
{
  return (bytes - 1) / DXGMAP_HOST_POOL_STEP;
}

static uint64_t dxgmap_host_pool_wait(size_t place)
{
  return place < DXGMAP_HOST_POOL_SMALL ? DXGMAP_HOST_POOL_WAIT : DXGMAP_HOST_POOL_WAIT_LARGE;
}

void *dxgmap_host_take(size_t bytes)
{
  size_t place = dxgmap_host_pool_place(bytes);
  dxgmap_host_pool_block *block;
  if (place >= DXGMAP_HOST_POOL_SIZES || dxgmap_host_pool[place].first == NULL) {
    return dxgmap_host_allocate(place < DXGMAP_HOST_POOL_SIZES ? dxgmap_host_pool_bytes(place) : bytes);
  }
  if (!dxgmap_host_acquire()) {
    return NULL;
  }
  block = dxgmap_host_pool[place].first;
  dxgmap_host_pool[place].first = block->next;
  dxgmap_host_pool[place].count--;
  memset(block, 0, bytes);
  return block;
}

void dxgmap_host_give(void *block, size_t bytes)
{
  size_t place = dxgmap_host_pool_place(bytes);
  dxgmap_host_pool_block *waiting = block;
  if (block == NULL) {
    return;
  }
  if (place >= DXGMAP_HOST_POOL_SIZES) {
    dxgmap_host_free(block, bytes);
  } else if (dxgmap_host_pool[place].count == dxgmap_host_pool_wait(place)) {
    dxgmap_host_free(block, dxgmap_host_pool_bytes(place));
  } else {
    waiting->next = dxgmap_host_pool[place].first;
    dxgmap_host_pool[place].first = waiting;
    dxgmap_host_pool[place].count++;
  }
}

void dxgmap_host_pool_close(void)
{
  for (size_t place = 0; place < DXGMAP_HOST_POOL_SIZES; place++) {
    while (dxgmap_host_pool[place].first != NULL) {
      dxgmap_host_pool_block *block = dxgmap_host_pool[place].first;
      dxgmap_host_pool[place].first = block->next;
      dxgmap_host_free(block, dxgmap_host_pool_bytes(place));
    }
    dxgmap_host_pool[place].count = 0;
  }
}

void dxgmap_host_pool_usage(dxgmap_host_usage *usage)
{
  for (size_t place = 0; place < DXGMAP_HOST_POOL_SIZES; place++) {
    usage->blocks -= dxgmap_host_pool[place].count;
    usage->bytes -= dxgmap_host_pool[place].count * dxgmap_host_pool_bytes(place);
  }
}
