/* SPDX-License-Identifier: MIT */
#include "save.h"

#include <string.h>

#include "kinds.h"
#include "touch.h"

#define ATTEMPTS 60u

atomic_ulong saves;

/* The frame buffer of an index, in the device's memory. */
static size_t frame_buffer(uint32_t index)
{
  return (size_t)index * SAVE_PAGES_MAX * PAGE_SIZE;
}

/* What has the page of the save area already. */
static hold *save_way(driver *d, uint32_t index, size_t from)
{
  for (uint32_t i = 0; i < HOLDS; i++) {
    hold *h = &d->hold[i];
    if (h->memory == d->save[index] && (h->page != NULL || h->cpu != NULL) && h->at <= from &&
        from + PAGE_SIZE <= h->at + h->bytes) {
      return h;
    }
  }
  return NULL;
}

/* A pin of all of it, or a pointer to a page. */
static hold *save_open(driver *d, uint32_t index, size_t from)
{
  hold *h = NULL;
  if (hold_count(d) + 2 > HOLDS) {
    return NULL;
  }
  if (!is_pinned(d, index)) {
    h = take_pin_of(d, index, (size_t)d->save_bytes[index]);
  }
  return h != NULL ? h : take_pointer_of(d, index, from, PAGE_SIZE);
}

static void save_page(driver *d, const hold *h, uint32_t index, size_t from, bool restore)
{
  uint8_t *here = d->bar_memory + frame_buffer(index) + from;
  if (restore) {
    touch_get(d, h, from - h->at, here, PAGE_SIZE);
    memcpy(d->bar->byte + frame_buffer(index) + from, here, PAGE_SIZE);
    memset(d->bar->known + frame_buffer(index) + from, 1, PAGE_SIZE);
  } else {
    touch_put(d, h, from - h->at, here, PAGE_SIZE);
  }
}

/* False: a page could not be reached, however often it was asked for. */
static bool save_move(driver *d, uint32_t index, bool restore)
{
  uint32_t attempts = 0;
  hold *mine = NULL;
  size_t from = 0;
  while (from < d->save_bytes[index] && attempts < ATTEMPTS && !d->failed) {
    hold *h = save_way(d, index, from);
    if (h == NULL) {
      if (mine != NULL) {
        give(d, mine);
      }
      mine = save_open(d, index, from);
      h = mine;
    }
    if (h != NULL) {
      save_page(d, h, index, from, restore);
      from += PAGE_SIZE;
    }
    attempts += h == NULL;
  }
  if (mine != NULL) {
    give(d, mine);
  }
  return from == d->save_bytes[index];
}

enum outcome save_and_restore(driver *d)
{
  static _Thread_local uint8_t picture[SAVE_PAGES_MAX * PAGE_SIZE];
  uint32_t index = draw_below(&d->dice, d->chain);
  size_t bytes = (size_t)d->save_bytes[index];
  if (bytes == 0 || d->silent) {
    return NOT_NOW;
  }
  tell(d, "saves frame buffer %u, %zu bytes", index, bytes);
  memcpy(picture, d->bar_memory + frame_buffer(index), bytes);
  if (!save_move(d, index, false)) {
    return REFUSED;
  }
  memset(d->bar_memory + frame_buffer(index), 0xA5, bytes);
  memset(d->bar->byte + frame_buffer(index), 0xA5, bytes);
  memset(d->bar->known + frame_buffer(index), 1, bytes);
  tell(d, "restores frame buffer %u", index);
  if (!save_move(d, index, true)) {
    return REFUSED;
  }
  expect(d, "the frame buffer is as it was", 0,
         (uint64_t)(memcmp(picture, d->bar_memory + frame_buffer(index), bytes) != 0));
  atomic_fetch_add(&saves, 1);
  return TOOK;
}
