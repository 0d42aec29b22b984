/* SPDX-License-Identifier: MIT */
/* Pages of the file that frames keep their bytes in. */
#include "host/frames/store.h"
#include "host/base/bits.h"
#include "host/base/memory.h"
#include "host/interface/memory.h"

#include <string.h>

#define DXGMAP_HOST_STORE_CHUNK ((uint64_t)16384) /* pages that are mapped together */

static struct {
  uint64_t pages, mapped, used;
  uint64_t next;       /* where the search for a free page goes on: neighbours are taken one after the other */
  dxgmap_os_file file; /* NO_FILE before the first page is taken */
  unsigned char **chunk;
  uint64_t *taken;                 /* one bit each */
  uint64_t *given;                 /* one bit each: not taken any more, and not yet the system's */
  uint64_t given_first, given_end; /* they lie within; 0: there are none */
} dxgmap_host_store = {.file = DXGMAP_OS_NO_FILE};

static uint64_t dxgmap_host_store_chunks(void)
{
  return (dxgmap_host_store.pages + DXGMAP_HOST_STORE_CHUNK - 1) / DXGMAP_HOST_STORE_CHUNK;
}

static size_t dxgmap_host_store_chunks_size(void)
{
  return (size_t)dxgmap_host_store_chunks() * sizeof *dxgmap_host_store.chunk;
}

static size_t dxgmap_host_store_bits_size(void)
{
  return (size_t)(dxgmap_host_store.pages / 64 + 1) * 8;
}

static uint64_t dxgmap_host_store_least(uint64_t a, uint64_t b)
{
  return a < b ? a : b;
}

/* ---- Mapping ---- */

static uint64_t dxgmap_host_store_chunk_pages(uint64_t first)
{
  return dxgmap_host_store_least(DXGMAP_HOST_STORE_CHUNK, dxgmap_host_store.pages - first);
}

static bool dxgmap_host_store_back(void)
{
  if (dxgmap_host_store.mapped == 0 && dxgmap_host_store.file == DXGMAP_OS_NO_FILE) {
    dxgmap_host_store.file = dxgmap_host_file_open("dxgmap-physical", dxgmap_host_store.pages);
  }
  return dxgmap_host_store.file != DXGMAP_OS_NO_FILE;
}

/* Nothing is left of a first chunk that did not come to be. */
static void dxgmap_host_store_unback(void)
{
  if (dxgmap_host_store.mapped == 0) {
    dxgmap_host_file_close(dxgmap_host_store.file);
    dxgmap_host_store.file = DXGMAP_OS_NO_FILE;
  }
}

static bool dxgmap_host_store_map(void)
{
  uint64_t first = dxgmap_host_store.mapped, pages = dxgmap_host_store_chunk_pages(first);
  void *bytes = dxgmap_host_store_back() ? dxgmap_host_file_map(dxgmap_host_store.file, first, pages) : NULL;
  if (bytes == NULL) {
    dxgmap_host_store_unback();
    return false;
  }
  dxgmap_host_store.chunk[first / DXGMAP_HOST_STORE_CHUNK] = bytes;
  dxgmap_host_store.mapped = first + pages;
  return true;
}

unsigned char *dxgmap_host_store_at(uint64_t page)
{
  return dxgmap_host_store.chunk[page / DXGMAP_HOST_STORE_CHUNK] + page % DXGMAP_HOST_STORE_CHUNK * DXGMAP_HOST_PAGE;
}

dxgmap_os_file dxgmap_host_store_file(void)
{
  return dxgmap_host_store.file;
}

/* ---- Opening and closing ---- */

bool dxgmap_host_store_open(uint64_t pages)
{
  dxgmap_host_store.pages = pages;
  dxgmap_host_store.chunk = dxgmap_host_reserve_lasting(dxgmap_host_store_chunks_size());
  dxgmap_host_store.taken = dxgmap_host_reserve_lasting(dxgmap_host_store_bits_size());
  dxgmap_host_store.given = dxgmap_host_reserve_lasting(dxgmap_host_store_bits_size());
  dxgmap_host_store.mapped = 0;
  if (dxgmap_host_store.chunk == NULL || dxgmap_host_store.taken == NULL || dxgmap_host_store.given == NULL) {
    dxgmap_host_store_close();
    return false;
  }
  return true;
}

void dxgmap_host_store_close(void)
{
  for (uint64_t first = 0; first < dxgmap_host_store.mapped; first += DXGMAP_HOST_STORE_CHUNK) {
    dxgmap_host_file_unmap(dxgmap_host_store_at(first), dxgmap_host_store_chunk_pages(first));
  }
  dxgmap_host_unreserve_lasting(dxgmap_host_store.given, dxgmap_host_store_bits_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_store.taken, dxgmap_host_store_bits_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_store.chunk, dxgmap_host_store_chunks_size());
  dxgmap_host_file_close(dxgmap_host_store.file);
  memset(&dxgmap_host_store, 0, sizeof dxgmap_host_store);
  dxgmap_host_store.file = DXGMAP_OS_NO_FILE;
}

void dxgmap_host_store_fork(void)
{
  for (uint64_t first = 0; first < dxgmap_host_store.mapped; first += DXGMAP_HOST_STORE_CHUNK) {
    (void)dxgmap_os_range_clear(dxgmap_host_store_at(first),
                                (size_t)(dxgmap_host_store_chunk_pages(first) * DXGMAP_HOST_PAGE));
  }
  dxgmap_host_file_close(dxgmap_host_store.file);
  dxgmap_host_store.file = DXGMAP_OS_NO_FILE;
}

/* ---- Taking and giving back ---- */

bool dxgmap_host_store_room(uint64_t pages)
{
  uint64_t free = dxgmap_host_store.pages - dxgmap_host_store.used;
  uint64_t needed = dxgmap_host_store.used + dxgmap_host_store_least(pages, free);
  while (dxgmap_host_store.mapped < needed) {
    if (!dxgmap_host_store_map()) {
      return false;
    }
  }
  return true;
}

uint64_t dxgmap_host_store_take(void)
{
  uint64_t page;
  dxgmap_host_store_flush();
  page = dxgmap_host_bits_find(dxgmap_host_store.taken, dxgmap_host_store.next, dxgmap_host_store.mapped, false);
  if (page == dxgmap_host_store.mapped) {
    page = dxgmap_host_bits_find(dxgmap_host_store.taken, 0, dxgmap_host_store.mapped, false);
  }
  dxgmap_host_bits_set(dxgmap_host_store.taken, page, 1, true);
  dxgmap_host_store.used++;
  dxgmap_host_store.next = page + 1;
  return page;
}

static void dxgmap_host_store_punch(uint64_t first, uint64_t end)
{
  dxgmap_host_bits_set(dxgmap_host_store.given, first, end - first, false);
  dxgmap_os_file_punch(dxgmap_host_store.file, first * DXGMAP_HOST_PAGE, (end - first) * DXGMAP_HOST_PAGE);
}

void dxgmap_host_store_flush(void)
{
  uint64_t end = dxgmap_host_store.given_end, last;
  if (end == 0) {
    return;
  }
  for (uint64_t first = dxgmap_host_store.given_first; first < end; first = last) {
    first = dxgmap_host_bits_find(dxgmap_host_store.given, first, end, true);
    last = dxgmap_host_bits_find(dxgmap_host_store.given, first, end, false);
    if (first < last) {
      dxgmap_host_store_punch(first, last);
    }
  }
  dxgmap_host_store.given_end = 0;
}

void dxgmap_host_store_give(uint64_t page)
{
  bool any = dxgmap_host_store.given_end != 0;
  dxgmap_host_bits_set(dxgmap_host_store.taken, page, 1, false);
  dxgmap_host_bits_set(dxgmap_host_store.given, page, 1, true);
  dxgmap_host_store.used--;
  dxgmap_host_store.given_first = any ? dxgmap_host_store_least(dxgmap_host_store.given_first, page) : page;
  dxgmap_host_store.given_end = dxgmap_host_store.given_end > page + 1 ? dxgmap_host_store.given_end : page + 1;
}
