/* SPDX-License-Identifier: MIT */
/* Pages of the process that are known to have been there. */
#include "host/frames/seen.h"
#include "host/os/os.h"

#define DXGMAP_HOST_SEEN_PAGES ((uint64_t)1024)
#define DXGMAP_HOST_SEEN_ASKED 64u /* pages that a thread may see before it is asked again */

/* The number of a page, twice, and one more if it was found writable; each page has one place. */
static uint64_t dxgmap_host_seen_page[DXGMAP_HOST_SEEN_PAGES];

static uint32_t dxgmap_host_seen_life = 1; /* how often all was forgotten, from one on */

static DXGMAP_OS_OF_THREAD struct {
  uint32_t life; /* in which it was asked */
  uint32_t left; /* pages before it is asked again */
  bool catches;  /* its faults come to us */
} dxgmap_host_seen_thread;

static uint64_t *dxgmap_host_seen_place(uint64_t page)
{
  return &dxgmap_host_seen_page[page % DXGMAP_HOST_SEEN_PAGES];
}

static uint64_t dxgmap_host_seen_mark(uint64_t page, bool write)
{
  return page * 2 + (write ? 1 : 0);
}

static uint32_t dxgmap_host_seen_now(void)
{
  return __atomic_load_n(&dxgmap_host_seen_life, __ATOMIC_RELAXED);
}

static bool dxgmap_host_seen_asked(void)
{
  return dxgmap_host_seen_thread.life == dxgmap_host_seen_now();
}

bool dxgmap_host_seen(uint64_t page, bool write)
{
  uint64_t *place = dxgmap_host_seen_place(page);
  uint64_t mark = __atomic_load_n(place, __ATOMIC_RELAXED);
  if (mark == 0 || mark / 2 != page || mark < dxgmap_host_seen_mark(page, write) || !dxgmap_host_seen_thread.catches ||
      !dxgmap_host_seen_asked()) {
    return false;
  }
  if (!dxgmap_os_touch((const void *)(uintptr_t)(page * DXGMAP_HOST_PAGE), write)) {
    __atomic_store_n(place, 0, __ATOMIC_RELAXED);
    return false;
  }
  return true;
}

void dxgmap_host_seen_add(uint64_t page, bool write)
{
  uint64_t *place = dxgmap_host_seen_place(page);
  if (!dxgmap_host_seen_asked() || dxgmap_host_seen_thread.left == 0) {
    dxgmap_host_seen_thread.life = dxgmap_host_seen_now();
    dxgmap_host_seen_thread.left = DXGMAP_HOST_SEEN_ASKED;
    dxgmap_host_seen_thread.catches = dxgmap_os_faults_come();
  }
  dxgmap_host_seen_thread.left--;
  if (dxgmap_host_seen_thread.catches) {
    write = write || __atomic_load_n(place, __ATOMIC_RELAXED) == dxgmap_host_seen_mark(page, true);
    __atomic_store_n(place, dxgmap_host_seen_mark(page, write), __ATOMIC_RELAXED);
  }
}

void dxgmap_host_seen_forget(void)
{
  for (uint64_t i = 0; i < DXGMAP_HOST_SEEN_PAGES; i++) {
    __atomic_store_n(&dxgmap_host_seen_page[i], 0, __ATOMIC_RELAXED);
  }
  __atomic_store_n(&dxgmap_host_seen_life, dxgmap_host_seen_now() + 1, __ATOMIC_RELAXED);
}
