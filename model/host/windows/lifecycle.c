/* SPDX-License-Identifier: MIT */
/* Windows, from their opening to their closing: reserved ranges of addresses, and the places in them. */
#include "host/windows/lifecycle.h"
#include "host/base/config.h"
#include "host/base/inject.h"
#include "host/base/memory.h"
#include "host/interface/frames.h"
#include "host/windows/place.h"
#include "host/windows/section.h"
#include "host/windows/view.h"
#include "host/windows/window.h"

#include <string.h>

#define DXGMAP_HOST_WINDOW_PAGES_MAX ((uint64_t)1 << 32)

/* ---- Opening and closing ---- */

/* What is known of each page, and the ring, are one region: each would be three calls of the system. */
static size_t dxgmap_host_window_records_size(uint64_t pages)
{
  const dxgmap_host_window *w = NULL;
  return (size_t)pages * (sizeof *w->owner + sizeof *w->backing + sizeof *w->state + sizeof *w->poison) +
         dxgmap_host_place_ring_size();
}

static bool dxgmap_host_window_records_open(dxgmap_host_window *w)
{
  w->owner = dxgmap_host_reserve_lasting(dxgmap_host_window_records_size(w->pages));
  if (w->owner == NULL) {
    return false;
  }
  w->backing = w->owner + w->pages;
  w->ring = (dxgmap_host_released *)(void *)(w->backing + w->pages);
  w->state = (uint8_t *)w->ring + dxgmap_host_place_ring_size();
  w->poison = w->state + w->pages;
  return true;
}

static void dxgmap_host_window_free(dxgmap_host_window *w)
{
  __atomic_store_n(&w->open, false, __ATOMIC_RELEASE);
  dxgmap_host_unreserve_lasting(w->owner, dxgmap_host_window_records_size(w->pages));
  dxgmap_host_range_close(w->base, w->pages);
  dxgmap_host_maps_give(w->maps);
  memset(w, 0, sizeof *w);
}

dxgmap_host_result dxgmap_host_window_open_as(uint32_t window, uint64_t pages, uint64_t quarantine)
{
  dxgmap_host_window *w = dxgmap_host_window_at(window);
  if (pages == 0 || pages > DXGMAP_HOST_WINDOW_PAGES_MAX) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  w->quarantine = quarantine;
  w->base = dxgmap_host_range_open(&pages);
  w->pages = pages;
  if (w->base == NULL || !dxgmap_host_window_records_open(w)) {
    dxgmap_host_window_free(w);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_window_show(window);
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_window_open(uint64_t pages, uint64_t quarantine, uint32_t *window)
{
  dxgmap_host_result result;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  for (uint32_t id = DXGMAP_HOST_KERNEL_WINDOW + 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    if (!dxgmap_host_window_at(id)->open) {
      result = dxgmap_host_window_open_as(id, pages, quarantine);
      if (result == DXGMAP_HOST_OK) {
        *window = id;
      }
      return result;
    }
  }
  return DXGMAP_HOST_NO_ROOM;
}

static void dxgmap_host_window_close_as(uint32_t window)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  if (w != NULL) {
    dxgmap_host_section_views_forget(window, 0, w->pages);
    dxgmap_host_window_free(w);
  }
}

void dxgmap_host_window_close(uint32_t window)
{
  if (window != DXGMAP_HOST_KERNEL_WINDOW) {
    dxgmap_host_window_close_as(window);
  }
}

void dxgmap_host_windows_close(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    dxgmap_host_window_close_as(id);
  }
}

void dxgmap_host_windows_fork(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    const dxgmap_host_window *w = dxgmap_host_window_of(id);
    if (w != NULL) {
      (void)dxgmap_os_range_clear(w->base, (size_t)(w->pages * DXGMAP_HOST_PAGE));
    }
  }
}

/* ---- Claiming, naming and removing ---- */

dxgmap_host_result dxgmap_host_window_claim(uint32_t window, uint64_t pages, uint64_t *at)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  uint64_t found;
  if (w == NULL || pages == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (!dxgmap_host_acquire() || !dxgmap_host_maps_take(1, false)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  if (!dxgmap_host_place_find(w, pages, &found)) {
    dxgmap_host_maps_give(1);
    return DXGMAP_HOST_NO_ROOM;
  }
  w->maps++;
  dxgmap_host_view_unpoison(w, found, pages);
  dxgmap_host_window_own(window, found, pages, 0);
  *at = found;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_window_own(uint32_t window, uint64_t at, uint64_t pages, uint64_t handle)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  if (w == NULL || !dxgmap_host_window_inside(w, at, pages)) {
    return;
  }
  for (uint64_t i = at; i < at + pages; i++) {
    if (w->state[i] == DXGMAP_HOST_PAGE_LIVE) {
      __atomic_store_n(&w->owner[i], handle, __ATOMIC_RELAXED);
    }
  }
}

void dxgmap_host_window_remove(uint32_t window, uint64_t at, uint64_t pages)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  if (w == NULL || !dxgmap_host_window_inside(w, at, pages) ||
      !dxgmap_host_window_is(w, at, pages, DXGMAP_HOST_PAGE_LIVE)) {
    return;
  }
  if (dxgmap_host_view_clear(w, at, pages)) {
    dxgmap_host_section_views_forget(window, at, pages);
  }
  /* What is locked of a view that frames are not behind, a section's, was locked by this address. */
  dxgmap_host_memory_gone(w->base + at * DXGMAP_HOST_PAGE, pages * DXGMAP_HOST_PAGE);
  dxgmap_host_place_release(w, at, pages);
  w->maps--;
  dxgmap_host_maps_give(1);
}
