/* SPDX-License-Identifier: MIT */
/* The records of the windows, and what an address is by them. */
#include "host/windows/window.h"

static dxgmap_host_window dxgmap_host_windows[DXGMAP_HOST_WINDOWS + 1]; /* by id; 0 is nobody's */
static uint32_t dxgmap_host_windows_highest; /* id that was ever open: lookups are frequent and windows few */

void dxgmap_host_window_show(uint32_t window)
{
  if (window > dxgmap_host_windows_highest) {
    __atomic_store_n(&dxgmap_host_windows_highest, window, __ATOMIC_RELEASE);
  }
  /* A handler of faults that sees the window open sees the rest of it. */
  __atomic_store_n(&dxgmap_host_windows[window].open, true, __ATOMIC_RELEASE);
}

dxgmap_host_window *dxgmap_host_window_at(uint32_t window)
{
  return &dxgmap_host_windows[window];
}

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

void *dxgmap_host_window_base(uint32_t window)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  return w != NULL ? w->base : NULL;
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
  uint32_t highest = __atomic_load_n(&dxgmap_host_windows_highest, __ATOMIC_ACQUIRE);
  for (uint32_t id = 1; id <= highest; id++) {
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
