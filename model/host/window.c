/* SPDX-License-Identifier: MIT */
/* Windows: reserved ranges of addresses, and what is known of each of their pages. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "host_private.h"

#include <string.h>

#define DXGMAP_HOST_WINDOW_PAGES_MAX ((uint64_t)1 << 32)

static dxgmap_host_window dxgmap_host_windows[DXGMAP_HOST_WINDOWS + 1]; /* by id; 0 is nobody's */

dxgmap_host_window *dxgmap_host_window_of(uint32_t window)
{
  return window <= DXGMAP_HOST_WINDOWS && dxgmap_host_windows[window].open ? &dxgmap_host_windows[window] : NULL;
}

bool dxgmap_host_window_inside(const dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  return pages != 0 && pages <= w->pages && at <= w->pages - pages;
}

bool dxgmap_host_window_is(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state)
{
  for (uint64_t i = at; i < at + pages; i++) {
    if (w->state[i] != state) {
      return false;
    }
  }
  return true;
}

/* ---- Opening and closing ---- */

static void dxgmap_host_window_free(dxgmap_host_window *w)
{
  __atomic_store_n(&w->open, false, __ATOMIC_RELEASE);
  dxgmap_host_unreserve(w->ring, dxgmap_host_place_ring_size());
  dxgmap_host_unreserve(w->backing, (size_t)w->pages * sizeof *w->backing);
  dxgmap_host_unreserve(w->owner, (size_t)w->pages * sizeof *w->owner);
  dxgmap_host_unreserve(w->poison, (size_t)w->pages);
  dxgmap_host_unreserve(w->state, (size_t)w->pages);
  dxgmap_host_void_close(w->base, w->pages);
  dxgmap_host_maps_give(w->maps);
  memset(w, 0, sizeof *w);
}

dxgmap_host_result dxgmap_host_window_open_as(uint32_t window, uint64_t pages, uint64_t quarantine)
{
  dxgmap_host_window *w = &dxgmap_host_windows[window];
  if (pages == 0 || pages > DXGMAP_HOST_WINDOW_PAGES_MAX) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  w->pages = pages;
  w->quarantine = quarantine;
  w->base = dxgmap_host_void_open(pages);
  w->state = dxgmap_host_reserve((size_t)pages);
  w->poison = dxgmap_host_reserve((size_t)pages);
  w->owner = dxgmap_host_reserve((size_t)pages * sizeof *w->owner);
  w->backing = dxgmap_host_reserve((size_t)pages * sizeof *w->backing);
  w->ring = dxgmap_host_reserve(dxgmap_host_place_ring_size());
  if (w->base == NULL || w->state == NULL || w->poison == NULL || w->owner == NULL || w->backing == NULL ||
      w->ring == NULL) {
    dxgmap_host_window_free(w);
    return DXGMAP_HOST_NO_MEMORY;
  }
  /* A signal handler that sees the window open sees the rest of it. */
  __atomic_store_n(&w->open, true, __ATOMIC_RELEASE);
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_window_open(uint64_t pages, uint64_t quarantine, uint32_t *window)
{
  dxgmap_host_result result;
  if (dxgmap_host_machine() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  for (uint32_t id = DXGMAP_HOST_KERNEL_WINDOW + 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    if (!dxgmap_host_windows[id].open) {
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

void *dxgmap_host_window_base(uint32_t window)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  return w != NULL ? w->base : NULL;
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
  dxgmap_host_view_clear(window, at, pages);
  dxgmap_host_place_release(w, at, pages);
  w->maps--;
  dxgmap_host_maps_give(1);
}

/* ---- Looking up ---- */

static dxgmap_host_location dxgmap_host_window_look(const dxgmap_host_window *w, uint32_t window, uint64_t at)
{
  uint64_t backing = __atomic_load_n(&w->backing[at], __ATOMIC_RELAXED);
  dxgmap_host_location where = {DXGMAP_HOST_PLACE_FREE,
                                window,
                                at,
                                __atomic_load_n(&w->owner[at], __ATOMIC_RELAXED),
                                (backing & DXGMAP_HOST_BACKED) != 0,
                                (backing & DXGMAP_HOST_FRAMED) != 0,
                                backing & DXGMAP_HOST_FRAME_BITS};
  if (__atomic_load_n(&w->state[at], __ATOMIC_RELAXED) == DXGMAP_HOST_PAGE_LIVE) {
    where.place = DXGMAP_HOST_PLACE_LIVE;
  } else if (where.owner != 0) {
    where.place = DXGMAP_HOST_PLACE_RELEASED;
  }
  return where;
}

dxgmap_host_location dxgmap_host_locate(const void *address)
{
  dxgmap_host_location nowhere = {DXGMAP_HOST_PLACE_UNKNOWN, 0, 0, 0, false, false, 0};
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    const dxgmap_host_window *w = &dxgmap_host_windows[id];
    if (__atomic_load_n(&w->open, __ATOMIC_ACQUIRE)) {
      uint64_t at = ((uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)w->base) / DXGMAP_HOST_PAGE;
      if ((uintptr_t)address >= (uintptr_t)w->base && at < w->pages) {
        return dxgmap_host_window_look(w, id, at);
      }
    }
  }
  return nowhere;
}

void dxgmap_host_windows_usage(dxgmap_host_usage *usage)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    const dxgmap_host_window *w = &dxgmap_host_windows[id];
    usage->quarantined += w->waiting;
    if (id == DXGMAP_HOST_KERNEL_WINDOW) {
      usage->kernel_pages = w->claimed;
    } else {
      usage->windows += w->open;
      usage->window_pages += w->claimed;
    }
  }
}
