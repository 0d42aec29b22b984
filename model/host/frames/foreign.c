/* SPDX-License-Identifier: MIT */
/* The process's own memory: probing it, copying to and from it, and the frames that stand for its pages. */
#include "host/frames/foreign.h"
#include "host/base/memory.h"
#include "host/base/table.h"
#include "host/frames/seen.h"
#include "host/os/os.h"
#include "host/os/os_sanitizer.h"

#include <string.h>

/* Page of the process -> frame that stands for it, with whether we marked the page. */
static dxgmap_host_table dxgmap_host_foreign_frames;
#define DXGMAP_HOST_FOREIGN_MARKED ((uint64_t)1 << 63)

static void *dxgmap_host_foreign_address(uint64_t page, uint64_t offset)
{
  return (void *)(uintptr_t)(page * DXGMAP_HOST_PAGE + offset);
}

/* ---- Probing ---- */

#define DXGMAP_HOST_FOREIGN_FEW ((uint64_t)64) /* pages that are looked for among those that were seen */

static bool dxgmap_host_foreign_seen(uint64_t page, uint64_t pages, bool write)
{
  uint64_t i = 0;
  while (i < pages && dxgmap_host_seen(page + i, write)) {
    i++;
  }
  return i == pages;
}

static bool dxgmap_host_foreign_look(uint64_t page, uint64_t pages, bool write)
{
  if (!dxgmap_os_readable(dxgmap_host_foreign_address(page, 0), pages)) {
    return false;
  }
  /* As a lock does, this makes the process's private copy of a page that was shared copy-on-write. */
  for (uint64_t i = 0; write && i < pages; i++) {
    if (!dxgmap_os_writable(dxgmap_host_foreign_address(page + i, 0))) {
      return false;
    }
  }
  return true;
}

bool dxgmap_host_foreign_probe(uint64_t page, uint64_t pages, bool write)
{
  bool few = pages <= DXGMAP_HOST_FOREIGN_FEW;
  if (few && dxgmap_host_foreign_seen(page, pages, write)) {
    return true;
  }
  if (!dxgmap_host_foreign_look(page, pages, write)) {
    return false;
  }
  for (uint64_t i = 0; few && i < pages; i++) {
    dxgmap_host_seen_add(page + i, write);
  }
  return true;
}

bool dxgmap_host_probe(const void *address, uint64_t length, bool write)
{
  uint64_t first = (uint64_t)(uintptr_t)address;
  if (length == 0) {
    return true;
  }
  if (length - 1 > UINT64_MAX - first) {
    return false;
  }
  return dxgmap_host_foreign_probe(first / DXGMAP_HOST_PAGE,
                                   (first + length - 1) / DXGMAP_HOST_PAGE - first / DXGMAP_HOST_PAGE + 1, write);
}

/* ---- Copying ---- */

static bool dxgmap_host_foreign_move(void *to, const void *from, uint64_t length)
{
  return dxgmap_os_copy_caught(to, from, (size_t)length);
}

dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes, uint64_t length, bool write,
                                            bool looked)
{
  void *address = dxgmap_host_foreign_address(page, offset);
  bool done;
  if (!looked && !dxgmap_os_readable(dxgmap_host_foreign_address(page, 0), 1)) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
#ifdef DXGMAP_OS_COPIES_SEEN
  unsigned char seen[DXGMAP_HOST_PAGE];
  if (write) {
    memcpy(seen, bytes, (size_t)length);
    done = dxgmap_host_foreign_move(address, seen, length);
  } else {
    done = dxgmap_host_foreign_move(seen, address, length);
    memcpy(bytes, seen, done ? (size_t)length : 0);
  }
#else
  done = write ? dxgmap_host_foreign_move(address, bytes, length) : dxgmap_host_foreign_move(bytes, address, length);
#endif
  return done ? DXGMAP_HOST_OK : DXGMAP_HOST_BAD_ADDRESS;
}

/* ---- Marks ---- */

static uint64_t dxgmap_host_foreign_marks_at(uint64_t page)
{
  uint64_t value = 0;
  (void)dxgmap_host_table_get(&dxgmap_host_foreign_frames, page, &value);
  return value / DXGMAP_HOST_FOREIGN_MARKED;
}

/* A mark parts a mapping of the process in up to three; one beside it joins what that one has parted. */
static uint64_t dxgmap_host_foreign_beside(uint64_t page)
{
  return dxgmap_host_foreign_marks_at(page - 1) + dxgmap_host_foreign_marks_at(page + 1);
}

/* Mappings that marks have made: as many as leave views their own. */
#define DXGMAP_HOST_FOREIGN_MAPS ((uint64_t)8192)
static uint64_t dxgmap_host_foreign_maps;

static bool dxgmap_host_foreign_maps_take(uint64_t maps, bool must)
{
  if (!must && dxgmap_host_foreign_maps + maps > DXGMAP_HOST_FOREIGN_MAPS) {
    return false;
  }
  if (!dxgmap_host_maps_take(maps, must)) {
    return false;
  }
  dxgmap_host_foreign_maps += maps;
  return true;
}

static void dxgmap_host_foreign_maps_give(uint64_t maps)
{
  dxgmap_host_foreign_maps -= maps;
  dxgmap_host_maps_give(maps);
}

static bool dxgmap_host_foreign_mark(uint64_t page)
{
  const void *address = dxgmap_host_foreign_address(page, 0);
  uint64_t joined = 2 * dxgmap_host_foreign_beside(page);
  if (dxgmap_os_marked(address) || (joined == 0 && !dxgmap_host_foreign_maps_take(2, false))) {
    return false;
  }
  if (!dxgmap_os_mark(address)) {
    dxgmap_host_foreign_maps_give(joined == 0 ? 2 : 0);
    return false;
  }
  dxgmap_host_foreign_maps_give(joined != 0 ? joined - 2 : 0);
  return true;
}

static void dxgmap_host_foreign_unmark(uint64_t page)
{
  uint64_t joined = 2 * dxgmap_host_foreign_beside(page);
  (void)dxgmap_host_foreign_maps_take(joined, true);
  dxgmap_host_foreign_maps_give(2);
  dxgmap_os_unmark(dxgmap_host_foreign_address(page, 0));
}

bool dxgmap_host_foreign_marked(uint64_t page)
{
  return dxgmap_os_marked(dxgmap_host_foreign_address(page, 0));
}

/* ---- Frames ---- */

bool dxgmap_host_foreign_room(uint64_t pages)
{
  return dxgmap_host_table_room(&dxgmap_host_foreign_frames, dxgmap_host_foreign_frames.used + pages);
}

bool dxgmap_host_foreign_remember(uint64_t page, uint64_t frame, bool mark)
{
  bool marked = mark && dxgmap_host_foreign_mark(page);
  dxgmap_host_table_put(&dxgmap_host_foreign_frames, page, frame | (marked ? DXGMAP_HOST_FOREIGN_MARKED : 0));
  return marked;
}

bool dxgmap_host_foreign_find(uint64_t page, uint64_t *frame)
{
  bool found = dxgmap_host_table_get(&dxgmap_host_foreign_frames, page, frame);
  *frame = found ? *frame & ~DXGMAP_HOST_FOREIGN_MARKED : 0;
  return found;
}

void dxgmap_host_foreign_forget(uint64_t page, uint64_t frame)
{
  uint64_t last;
  if (!dxgmap_host_foreign_find(page, &last) || last != frame) {
    return;
  }
  if (dxgmap_host_foreign_marks_at(page) != 0) {
    dxgmap_host_foreign_unmark(page);
  }
  dxgmap_host_table_remove(&dxgmap_host_foreign_frames, page);
}

bool dxgmap_host_foreign_any(void)
{
  return dxgmap_host_foreign_frames.used != 0;
}

/* What is locked still stays the process's, without our marks. */
void dxgmap_host_foreign_close(void)
{
  for (uint64_t i = 0; i < dxgmap_host_foreign_frames.size; i++) {
    dxgmap_host_table_entry *entry = &dxgmap_host_foreign_frames.entry[i];
    if (entry->key != 0 && entry->value / DXGMAP_HOST_FOREIGN_MARKED != 0) {
      dxgmap_host_foreign_unmark(entry->key);
      entry->value = 0;
    }
  }
  dxgmap_host_table_close(&dxgmap_host_foreign_frames);
}
