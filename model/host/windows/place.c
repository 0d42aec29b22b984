/* SPDX-License-Identifier: MIT */
/* Which place of a window a view gets, and how long a released place waits before it is used again. */
#include "host/windows/place.h"
#include "host/base/random.h"

#define DXGMAP_HOST_PLACE_TRIES 64
#define DXGMAP_HOST_PLACE_AREA ((uint64_t)65536) /* pages at the beginning of a window that guesses fall into */
#define DXGMAP_HOST_PLACE_SPARSE 8               /* or as many times what is in use, if that is more */
#define DXGMAP_HOST_PLACE_RING ((uint64_t)65536) /* released places remembered; beyond, the oldest wait no longer */

size_t dxgmap_host_place_ring_size(void)
{
  return (size_t)DXGMAP_HOST_PLACE_RING * sizeof(dxgmap_host_released);
}

static void dxgmap_host_place_set(dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state)
{
  for (uint64_t i = at; i < at + pages; i++) {
    __atomic_store_n(&w->state[i], state, __ATOMIC_RELAXED);
  }
}

/* ---- Quarantine ---- */

static dxgmap_host_released dxgmap_host_place_end_wait(dxgmap_host_window *w)
{
  dxgmap_host_released oldest = w->ring[w->ring_first];
  w->ring_first = (w->ring_first + 1) % DXGMAP_HOST_PLACE_RING;
  w->ring_count--;
  w->waiting -= oldest.pages;
  dxgmap_host_place_set(w, oldest.at, oldest.pages, DXGMAP_HOST_PAGE_FREE);
  return oldest;
}

static void dxgmap_host_place_wait(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  if (w->ring_count == DXGMAP_HOST_PLACE_RING) {
    (void)dxgmap_host_place_end_wait(w);
  }
  w->ring[(w->ring_first + w->ring_count) % DXGMAP_HOST_PLACE_RING] = (dxgmap_host_released){at, pages};
  w->ring_count++;
  w->waiting += pages;
  dxgmap_host_place_set(w, at, pages, DXGMAP_HOST_PAGE_WAITS);
  while (w->ring_count != 0 && w->waiting - w->ring[w->ring_first].pages >= w->quarantine) {
    (void)dxgmap_host_place_end_wait(w);
  }
}

void dxgmap_host_place_release(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  w->claimed -= pages;
  if (w->owner[at] != 0) {
    dxgmap_host_place_wait(w, at, pages);
  } else {
    dxgmap_host_place_set(w, at, pages, DXGMAP_HOST_PAGE_FREE);
  }
}

/* ---- Search ---- */

/* The first free run of `pages` pages in [first, end); end if there is none. */
static uint64_t dxgmap_host_place_first(const dxgmap_host_window *w, uint64_t first, uint64_t end, uint64_t pages)
{
  uint64_t run = 0;
  for (uint64_t at = first; at < end; at++) {
    run = w->state[at] == DXGMAP_HOST_PAGE_FREE ? run + 1 : 0;
    if (run == pages) {
      return at + 1 - pages;
    }
  }
  return end;
}

/* Where guesses fall, so that a window whose places come and go costs what is in use and not all of its records. */
static uint64_t dxgmap_host_place_area(const dxgmap_host_window *w, uint64_t pages)
{
  uint64_t area = (w->claimed + w->waiting + pages) * DXGMAP_HOST_PLACE_SPARSE;
  area = area < DXGMAP_HOST_PLACE_AREA ? DXGMAP_HOST_PLACE_AREA : area;
  return area < w->pages ? area : w->pages;
}

static bool dxgmap_host_place_guess(const dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  uint64_t area = dxgmap_host_place_area(w, pages);
  for (int i = 0; i < DXGMAP_HOST_PLACE_TRIES; i++) {
    uint64_t guess = dxgmap_host_random_below(area - pages + 1);
    if (dxgmap_host_place_first(w, guess, guess + pages, pages) == guess) {
      *at = guess;
      return true;
    }
  }
  return false;
}

static bool dxgmap_host_place_search(const dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  uint64_t from = dxgmap_host_random_below(w->pages - pages + 1);
  uint64_t found = dxgmap_host_place_first(w, from, w->pages, pages);
  if (found == w->pages) {
    found = dxgmap_host_place_first(w, 0, w->pages, pages);
  }
  *at = found;
  return found != w->pages;
}

/* Ends the waiting of the oldest until a run around one of them is long enough. */
static bool dxgmap_host_place_scavenge(dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  while (w->ring_count != 0) {
    dxgmap_host_released freed = dxgmap_host_place_end_wait(w);
    uint64_t from = freed.at > pages ? freed.at - pages : 0;
    uint64_t end = w->pages - freed.at - freed.pages > pages ? freed.at + freed.pages + pages : w->pages;
    *at = dxgmap_host_place_first(w, from, end, pages);
    if (*at != end) {
      return true;
    }
  }
  return false;
}

bool dxgmap_host_place_find(dxgmap_host_window *w, uint64_t pages, uint64_t *at)
{
  if (pages > w->pages) {
    return false;
  }
  if (!dxgmap_host_place_guess(w, pages, at) && !dxgmap_host_place_search(w, pages, at) &&
      !dxgmap_host_place_scavenge(w, pages, at)) {
    return false;
  }
  dxgmap_host_place_set(w, *at, pages, DXGMAP_HOST_PAGE_LIVE);
  w->claimed += pages;
  return true;
}
