/* SPDX-License-Identifier: MIT */
/* What is behind the pages of a window. Pages that lie side by side in one file are one mapping of the process. */
#include "host/windows/view.h"
#include "host/base/inject.h"
#include "host/base/memory.h"
#include "host/base/shortage.h"
#include "host/frames/device.h"
#include "host/frames/lend.h"
#include "host/interface/frames.h"

#include <string.h>

#define DXGMAP_HOST_POISON_MAPS 2 /* a poison page, and the split of what was around it */
#define DXGMAP_HOST_VIEW_POISON 0xDB

typedef struct dxgmap_host_view_page {
  dxgmap_os_file file;
  uint64_t at, word;
} dxgmap_host_view_page;

static void *dxgmap_host_view_address(const dxgmap_host_window *w, uint64_t at)
{
  return w->base + at * DXGMAP_HOST_PAGE;
}

/* ---- Sources ---- */

static bool dxgmap_host_view_page_of(const dxgmap_host_source *source, uint64_t i, dxgmap_host_view_page *page)
{
  dxgmap_host_device_page device;
  uint64_t frame;
  if (source->section) {
    *page = (dxgmap_host_view_page){source->file, source->first + i, DXGMAP_HOST_BACKED | DXGMAP_HOST_OF_SECTION};
    return true;
  }
  frame = source->frames != NULL ? source->frames[i] : source->first + i;
  page->word = DXGMAP_HOST_BACKED | DXGMAP_HOST_FRAMED | frame;
  if (dxgmap_host_frame_kind_of(frame) == DXGMAP_HOST_FRAME_MEMORY) {
    page->file = dxgmap_host_lend_where(frame, &page->at);
    return true;
  }
  if (!dxgmap_host_device_find(frame, &device)) {
    return false;
  }
  page->file = device.file;
  page->at = device.at;
  return true;
}

/* The length of the run of pages, from the i-th on, that are one mapping; 0 if the first of them has no memory. */
static uint64_t dxgmap_host_view_run(const dxgmap_host_source *source, uint64_t i, uint64_t count,
                                     dxgmap_host_view_page *first)
{
  dxgmap_host_view_page next;
  uint64_t length = 1;
  if (!dxgmap_host_view_page_of(source, i, first)) {
    return 0;
  }
  while (i + length < count && dxgmap_host_view_page_of(source, i + length, &next) && next.file == first->file &&
         next.at == first->at + length) {
    length++;
  }
  return length;
}

/* How many mappings a source takes; 0 if one of its pages has no memory. */
static uint64_t dxgmap_host_view_runs(const dxgmap_host_source *source, uint64_t count)
{
  dxgmap_host_view_page first;
  uint64_t runs = 0, length;
  for (uint64_t i = 0; i < count; i += length) {
    length = dxgmap_host_view_run(source, i, count, &first);
    if (length == 0) {
      return 0;
    }
    runs++;
  }
  return runs;
}

/* ---- Mappings of the process ---- */

static bool dxgmap_host_view_void(const dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  return dxgmap_os_range_clear(dxgmap_host_view_address(w, at), (size_t)(pages * DXGMAP_HOST_PAGE));
}

static bool dxgmap_host_view_map(const dxgmap_host_window *w, uint64_t at, uint64_t count,
                                 const dxgmap_host_source *source)
{
  dxgmap_host_view_page first;
  uint64_t length;
  for (uint64_t i = 0; i < count; i += length) {
    length = dxgmap_host_view_run(source, i, count, &first);
    if (length == 0 || !dxgmap_host_acquire()) {
      return false;
    }
    if (!dxgmap_os_range_map(dxgmap_host_view_address(w, at + i), (size_t)(length * DXGMAP_HOST_PAGE), first.file,
                             first.at * DXGMAP_HOST_PAGE)) {
      dxgmap_host_refused();
      return false;
    }
  }
  return true;
}

static void dxgmap_host_view_note(dxgmap_host_window *w, uint64_t at, uint64_t word)
{
  __atomic_store_n(&w->backing[at], word, __ATOMIC_RELAXED);
}

/* Remembers what was mapped. */
static void dxgmap_host_view_note_all(dxgmap_host_window *w, uint64_t at, uint64_t count,
                                      const dxgmap_host_source *source)
{
  dxgmap_host_view_page page;
  uint64_t length;
  for (uint64_t i = 0; i < count; i += length) {
    length = dxgmap_host_view_run(source, i, count, &page);
    for (uint64_t k = i; k < i + length; k++) {
      (void)dxgmap_host_view_page_of(source, k, &page);
      dxgmap_host_view_note(w, at + k, page.word | (k == i ? DXGMAP_HOST_RUN_STARTS : 0));
    }
  }
}

static uint64_t dxgmap_host_view_cost(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint64_t marks)
{
  uint64_t cost = 0;
  for (uint64_t i = at; i < at + pages; i++) {
    cost += (uint64_t)__builtin_popcountll(w->backing[i] & marks);
  }
  return cost;
}

static bool dxgmap_host_view_take(dxgmap_host_window *w, uint64_t maps, bool must)
{
  if (!dxgmap_host_maps_take(maps, must)) {
    return false;
  }
  w->maps += maps;
  return true;
}

static void dxgmap_host_view_give(dxgmap_host_window *w, uint64_t maps)
{
  w->maps -= maps;
  dxgmap_host_maps_give(maps);
}

/* ---- Placing, replacing and clearing ---- */

static bool dxgmap_host_view_bare(const dxgmap_host_window *w, uint64_t at, uint64_t count)
{
  for (uint64_t i = at; i < at + count; i++) {
    if (w->backing[i] != 0) {
      return false;
    }
  }
  return true;
}

dxgmap_host_result dxgmap_host_view_place(uint32_t window, uint64_t at, uint64_t count,
                                          const dxgmap_host_source *source)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  uint64_t runs;
  if (w == NULL || !dxgmap_host_window_inside(w, at, count) ||
      !dxgmap_host_window_is(w, at, count, DXGMAP_HOST_PAGE_LIVE) || !dxgmap_host_view_bare(w, at, count)) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  runs = dxgmap_host_view_runs(source, count);
  if (runs == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (!dxgmap_host_view_take(w, runs + 1, false)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  if (!dxgmap_host_view_map(w, at, count, source)) {
    (void)dxgmap_host_view_void(w, at, count);
    dxgmap_host_view_give(w, runs + 1);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_view_note_all(w, at, count, source);
  dxgmap_host_view_note(w, at, w->backing[at] | DXGMAP_HOST_PIECE_STARTS);
  return DXGMAP_HOST_OK;
}

void dxgmap_host_view_name(uint32_t window, uint64_t at, uint64_t count, const uint64_t *frames)
{
  dxgmap_host_window *w = dxgmap_host_window_of(window);
  for (uint64_t i = 0; i < count; i++) {
    uint64_t marks = w->backing[at + i] & (DXGMAP_HOST_RUN_STARTS | DXGMAP_HOST_PIECE_STARTS);
    uint64_t frame = frames != NULL ? DXGMAP_HOST_FRAMED | frames[i] : 0;
    dxgmap_host_view_note(w, at + i, DXGMAP_HOST_BACKED | DXGMAP_HOST_OF_SECTION | marks | frame);
  }
}

static void dxgmap_host_view_starts(dxgmap_host_window *w, uint64_t at)
{
  if (w->backing[at] != 0 && (w->backing[at] & DXGMAP_HOST_RUN_STARTS) == 0) {
    (void)dxgmap_host_view_take(w, 1, true);
    dxgmap_host_view_note(w, at, w->backing[at] | DXGMAP_HOST_RUN_STARTS);
  }
}

/* A system that refuses what must not fail leaves the old memory there: no worse than stopping the program. */
static void dxgmap_host_view_renew(dxgmap_host_window *w, uint64_t at, uint64_t frame)
{
  uint64_t page;
  dxgmap_os_file file = dxgmap_host_lend_where(frame, &page);
  (void)dxgmap_os_range_map(dxgmap_host_view_address(w, at), (size_t)DXGMAP_HOST_PAGE, file, page * DXGMAP_HOST_PAGE);
  dxgmap_host_view_starts(w, at);
  if (at + 1 < w->pages) {
    dxgmap_host_view_starts(w, at + 1);
  }
}

static bool dxgmap_host_view_is_parted(uint64_t backing)
{
  return (backing & (DXGMAP_HOST_FRAMED | DXGMAP_HOST_OF_SECTION)) == DXGMAP_HOST_FRAMED &&
         dxgmap_host_lend_parted(backing & DXGMAP_HOST_FRAME_BITS);
}

void dxgmap_host_views_renew(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_WINDOWS; id++) {
    dxgmap_host_window *w = dxgmap_host_window_of(id);
    uint64_t claimed = w != NULL ? w->claimed : 0;
    for (uint64_t at = 0; claimed != 0; at++) {
      claimed -= w->state[at] == DXGMAP_HOST_PAGE_LIVE;
      if (dxgmap_host_view_is_parted(w->backing[at])) {
        dxgmap_host_view_renew(w, at, w->backing[at] & DXGMAP_HOST_FRAME_BITS);
      }
    }
  }
}

bool dxgmap_host_view_clear(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  uint64_t all = 0;
  for (uint64_t i = at; i < at + pages; i++) {
    all |= w->backing[i];
  }
  if (all == 0) {
    return false;
  }
  (void)dxgmap_host_view_void(w, at, pages);
  dxgmap_host_view_give(w, dxgmap_host_view_cost(w, at, pages, DXGMAP_HOST_RUN_STARTS | DXGMAP_HOST_PIECE_STARTS));
  for (uint64_t i = at; i < at + pages; i++) {
    dxgmap_host_view_note(w, i, 0);
  }
  return (all & DXGMAP_HOST_OF_SECTION) != 0;
}

/* ---- The public ways to place ---- */

dxgmap_host_result dxgmap_host_window_place_frames(uint32_t window, uint64_t at, const uint64_t *frames, uint64_t count)
{
  dxgmap_host_source source = {false, DXGMAP_OS_NO_FILE, 0, frames};
  return dxgmap_host_view_place(window, at, count, &source);
}

dxgmap_host_result dxgmap_host_window_place_device(uint32_t window, uint64_t at, uint64_t first_frame, uint64_t count)
{
  dxgmap_host_source source = {false, DXGMAP_OS_NO_FILE, first_frame, NULL};
  return dxgmap_host_view_place(window, at, count, &source);
}

/* ---- Poison ---- */

bool dxgmap_host_view_poison(const void *address)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  dxgmap_host_window *w = dxgmap_host_window_of(where.window);
  void *page;
  if (w == NULL || where.place == DXGMAP_HOST_PLACE_LIVE || w->poison[where.at] != 0) {
    return false;
  }
  if (!dxgmap_host_acquire() || !dxgmap_host_view_take(w, DXGMAP_HOST_POISON_MAPS, false)) {
    return false;
  }
  page = dxgmap_host_view_address(w, where.at);
  if (!dxgmap_os_range_fill(page, (size_t)DXGMAP_HOST_PAGE)) {
    dxgmap_host_view_give(w, DXGMAP_HOST_POISON_MAPS);
    return false;
  }
  memset(page, DXGMAP_HOST_VIEW_POISON, (size_t)DXGMAP_HOST_PAGE);
  w->poison[where.at] = 1;
  return true;
}

void dxgmap_host_view_unpoison(dxgmap_host_window *w, uint64_t at, uint64_t pages)
{
  for (uint64_t i = at; i < at + pages; i++) {
    if (w->poison[i] != 0) {
      (void)dxgmap_host_view_void(w, i, 1);
      w->poison[i] = 0;
      dxgmap_host_view_give(w, DXGMAP_HOST_POISON_MAPS);
    }
  }
}
