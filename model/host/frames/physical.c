/* SPDX-License-Identifier: MIT */
/* Physical memory: a record for each page number. A frame that is released is filled with poison; only the last few
   thousand of them keep it, the older give their memory back to the process. */
#include "host/frames/physical.h"
#include "host/base/memory.h"
#include "host/frames/device.h"
#include "host/frames/foreign.h"
#include "host/frames/numbers.h"
#include "host/frames/record.h"
#include "host/frames/store.h"

#include <string.h>

#define DXGMAP_HOST_POISON 0xDB
#define DXGMAP_HOST_POISONED_MAX ((uint64_t)4096)

static struct {
  uint64_t pages, poisoned_next;
  uint64_t frames, foreign_frames;
  uint64_t holds; /* added and dropped under the lock of the machine alone: under that of a part mappings borrow */
  dxgmap_host_record *record;
  uint32_t *poisoned; /* ring */
} dxgmap_host_physical;

static size_t dxgmap_host_physical_records_size(void)
{
  return (size_t)dxgmap_host_physical.pages * sizeof(dxgmap_host_record);
}

static size_t dxgmap_host_physical_ring_size(void)
{
  return (size_t)DXGMAP_HOST_POISONED_MAX * sizeof(uint32_t);
}

dxgmap_host_result dxgmap_host_physical_open(const dxgmap_host_config *config)
{
  if (config->pages == 0 || config->pages > DXGMAP_HOST_FRAMES_MAX) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  dxgmap_host_physical.pages = config->pages;
  dxgmap_host_physical.record = dxgmap_host_reserve_lasting(dxgmap_host_physical_records_size());
  dxgmap_host_physical.poisoned = dxgmap_host_reserve_lasting(dxgmap_host_physical_ring_size());
  if (!dxgmap_host_numbers_open(config->pages) || !dxgmap_host_store_open(config->pages) ||
      dxgmap_host_physical.record == NULL || dxgmap_host_physical.poisoned == NULL) {
    dxgmap_host_physical_close();
    return DXGMAP_HOST_NO_MEMORY;
  }
  return DXGMAP_HOST_OK;
}

void dxgmap_host_physical_close(void)
{
  dxgmap_host_numbers_close();
  dxgmap_host_unreserve_lasting(dxgmap_host_physical.poisoned, dxgmap_host_physical_ring_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_physical.record, dxgmap_host_physical_records_size());
  dxgmap_host_store_close();
  memset(&dxgmap_host_physical, 0, sizeof dxgmap_host_physical);
}

dxgmap_host_record *dxgmap_host_record_of(uint64_t frame)
{
  return &dxgmap_host_physical.record[frame];
}

/* ---- Poison ---- */

static void dxgmap_host_physical_give(dxgmap_host_record *record)
{
  record->poisoned = 0;
  if (record->at != 0) {
    dxgmap_host_store_give(record->at - 1);
    record->at = 0;
  }
}

static void dxgmap_host_physical_poison(uint64_t frame)
{
  dxgmap_host_record *record = dxgmap_host_record_of(frame), *before;
  uint64_t place = dxgmap_host_physical.poisoned_next;
  uint32_t *oldest = &dxgmap_host_physical.poisoned[place];
  dxgmap_host_physical.poisoned_next = (place + 1) % DXGMAP_HOST_POISONED_MAX;
  before = dxgmap_host_record_of(*oldest);
  if (before->poisoned == place + 1) {
    dxgmap_host_physical_give(before);
  }
  *oldest = (uint32_t)frame;
  record->poisoned = (uint32_t)place + 1;
  memset(dxgmap_host_store_at(record->at - 1), DXGMAP_HOST_POISON, (size_t)DXGMAP_HOST_PAGE);
}

/* ---- Taking, holding and dropping ---- */

bool dxgmap_host_physical_room(uint64_t frames)
{
  return dxgmap_host_store_room(frames);
}

/* Bytes for a frame: fresh ones of the store, or those that it has with poison in them. */
static void dxgmap_host_physical_fill(dxgmap_host_record *record)
{
  if (record->at == 0) {
    record->at = (uint32_t)dxgmap_host_store_take() + 1;
    record->bytes = dxgmap_host_store_at(record->at - 1);
    return;
  }
  record->bytes = dxgmap_host_store_at(record->at - 1);
  if (record->poisoned != 0) {
    record->poisoned = 0;
    memset(record->bytes, 0, (size_t)DXGMAP_HOST_PAGE);
  }
}

void dxgmap_host_physical_take(uint64_t frame, uint64_t foreign_page)
{
  dxgmap_host_record *record = dxgmap_host_record_of(frame);
  record->foreign_page = foreign_page;
  record->lent = DXGMAP_HOST_NOT_LENT;
  if (foreign_page != 0) {
    dxgmap_host_physical.foreign_frames++;
  } else {
    dxgmap_host_physical_fill(record);
    dxgmap_host_physical.frames++;
  }
  dxgmap_host_physical_hold(frame);
}

static void dxgmap_host_physical_set_holds(uint64_t frame, uint32_t holds)
{
  __atomic_store_n(&dxgmap_host_physical.record[frame].holds, holds, __ATOMIC_RELAXED);
}

void dxgmap_host_physical_hold(uint64_t frame)
{
  dxgmap_host_physical_set_holds(frame, dxgmap_host_physical.record[frame].holds + 1);
  dxgmap_host_physical.holds++;
}

/* Brief: so many others are given back with it that its poison would not last. */
static void dxgmap_host_physical_release(uint64_t frame, bool brief)
{
  dxgmap_host_record *record = dxgmap_host_record_of(frame);
  dxgmap_host_numbers_give(frame);
  __atomic_store_n(&record->guarded, false, __ATOMIC_RELAXED);
  if (record->foreign_page != 0) {
    dxgmap_host_foreign_forget(record->foreign_page, frame);
    record->foreign_page = 0;
    record->marked = false;
    __atomic_store_n(&record->gone, false, __ATOMIC_RELAXED);
    dxgmap_host_physical.foreign_frames--;
    return;
  }
  dxgmap_host_physical.frames--;
  if (brief || record->lent == DXGMAP_HOST_LENT) {
    dxgmap_host_physical_give(record);
  } else {
    dxgmap_host_physical_poison(frame);
  }
}

bool dxgmap_host_physical_held(uint64_t frame)
{
  return frame < dxgmap_host_physical.pages &&
         __atomic_load_n(&dxgmap_host_physical.record[frame].holds, __ATOMIC_RELAXED) != 0;
}

/* Of each of so many there is little to do, so what all have in common is kept out of the loop. */
void dxgmap_host_frames_hold(const uint64_t *frames, uint64_t count)
{
  dxgmap_host_record *record = dxgmap_host_physical.record;
  uint64_t pages = dxgmap_host_physical.pages, held = 0;
  for (uint64_t i = 0; i < count; i++) {
    uint32_t holds = frames[i] < pages ? record[frames[i]].holds : 0;
    if (holds != 0) {
      __atomic_store_n(&record[frames[i]].holds, holds + 1, __ATOMIC_RELAXED);
      held++;
    }
  }
  dxgmap_host_physical.holds += held;
}

/* How many of them have one hold left. */
static uint64_t dxgmap_host_physical_last_holds(const uint64_t *frames, uint64_t count)
{
  uint64_t last = 0;
  for (uint64_t i = 0; i < count; i++) {
    last += dxgmap_host_frame_holds(frames[i]) == 1;
  }
  return last;
}

void dxgmap_host_frames_drop(const uint64_t *frames, uint64_t count)
{
  dxgmap_host_record *record = dxgmap_host_physical.record;
  uint64_t pages = dxgmap_host_physical.pages, dropped = 0;
  uint64_t left = count > DXGMAP_HOST_POISONED_MAX ? dxgmap_host_physical_last_holds(frames, count) : 0;
  for (uint64_t i = 0; i < count; i++) {
    uint32_t holds = frames[i] < pages ? record[frames[i]].holds : 0;
    if (holds == 0) {
      continue;
    }
    __atomic_store_n(&record[frames[i]].holds, holds - 1, __ATOMIC_RELAXED);
    dropped++;
    if (holds == 1) {
      dxgmap_host_physical_release(frames[i], left > DXGMAP_HOST_POISONED_MAX);
      left -= left != 0;
    }
  }
  dxgmap_host_physical.holds -= dropped;
  dxgmap_host_store_flush();
}

/* ---- What a frame is ---- */

uint64_t dxgmap_host_frame_holds(uint64_t frame)
{
  return dxgmap_host_physical_held(frame) ? dxgmap_host_physical.record[frame].holds : 0;
}

uint64_t dxgmap_host_physical_foreign_page(uint64_t frame)
{
  return dxgmap_host_physical_held(frame) ? dxgmap_host_physical.record[frame].foreign_page : 0;
}

void dxgmap_host_frames_guard(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    if (dxgmap_host_physical_held(frames[i])) {
      __atomic_store_n(&dxgmap_host_physical.record[frames[i]].guarded, true, __ATOMIC_RELAXED);
    }
  }
}

bool dxgmap_host_frame_guarded(uint64_t frame)
{
  return dxgmap_host_physical_held(frame) &&
         __atomic_load_n(&dxgmap_host_physical.record[frame].guarded, __ATOMIC_RELAXED);
}

void dxgmap_host_physical_watch(uint64_t frame, bool marked)
{
  dxgmap_host_physical.record[frame].marked = marked;
}

void dxgmap_host_physical_lose(uint64_t frame)
{
  __atomic_store_n(&dxgmap_host_physical.record[frame].gone, true, __ATOMIC_RELAXED);
}

bool dxgmap_host_physical_lost(uint64_t frame)
{
  const dxgmap_host_record *record = &dxgmap_host_physical.record[frame];
  if (record->marked && !dxgmap_host_foreign_marked(record->foreign_page)) {
    dxgmap_host_physical_lose(frame);
  }
  return __atomic_load_n(&record->gone, __ATOMIC_RELAXED);
}

bool dxgmap_host_frame_gone(uint64_t frame)
{
  uint64_t foreign = dxgmap_host_physical_foreign_page(frame);
  return foreign != 0 && (dxgmap_host_physical_lost(frame) || !dxgmap_host_foreign_probe(foreign, 1, false));
}

static void dxgmap_host_physical_forsake(uint64_t page)
{
  uint64_t frame;
  if (dxgmap_host_foreign_find(page, &frame)) {
    dxgmap_host_physical_lose(frame);
    dxgmap_host_foreign_forget(page, frame);
  }
}

void dxgmap_host_memory_gone(const void *address, uint64_t length)
{
  uint64_t first = (uint64_t)(uintptr_t)address;
  if (length == 0 || length - 1 > UINT64_MAX - first) {
    return;
  }
  for (uint64_t page = first / DXGMAP_HOST_PAGE;
       page <= (first + length - 1) / DXGMAP_HOST_PAGE && dxgmap_host_foreign_any(); page++) {
    dxgmap_host_physical_forsake(page);
  }
}

dxgmap_host_frame_kind dxgmap_host_frame_kind_of(uint64_t frame)
{
  dxgmap_host_device_page page;
  if (dxgmap_host_physical_held(frame)) {
    return dxgmap_host_physical.record[frame].foreign_page != 0 ? DXGMAP_HOST_FRAME_FOREIGN : DXGMAP_HOST_FRAME_MEMORY;
  }
  return dxgmap_host_device_find(frame, &page) ? DXGMAP_HOST_FRAME_DEVICE : DXGMAP_HOST_FRAME_NONE;
}

static dxgmap_host_result dxgmap_host_physical_copy(uint64_t frame, uint64_t offset, void *bytes, uint64_t length,
                                                    bool write)
{
  uint64_t foreign = dxgmap_host_physical_foreign_page(frame);
  dxgmap_host_device_page device;
  unsigned char *page;
  if (offset > DXGMAP_HOST_PAGE || length > DXGMAP_HOST_PAGE - offset) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (foreign != 0 && dxgmap_host_physical_lost(frame)) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (foreign != 0) {
    return dxgmap_host_foreign_copy(foreign, offset, bytes, length, write, dxgmap_host_physical.record[frame].marked);
  }
  if (dxgmap_host_physical_held(frame)) {
    page = __atomic_load_n(&dxgmap_host_physical.record[frame].bytes, __ATOMIC_RELAXED);
  } else if (dxgmap_host_device_find(frame, &device)) {
    page = device.bytes;
  } else {
    return DXGMAP_HOST_NOT_PRESENT;
  }
  memcpy(write ? page + offset : bytes, write ? bytes : page + offset, (size_t)length);
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_frame_read(uint64_t frame, uint64_t offset, void *to, uint64_t length)
{
  return dxgmap_host_physical_copy(frame, offset, to, length, false);
}

dxgmap_host_result dxgmap_host_frame_write(uint64_t frame, uint64_t offset, const void *from, uint64_t length)
{
  /* The copy reads `from` alone when it writes to the frame. */
  return dxgmap_host_physical_copy(frame, offset, (void *)(uintptr_t)from, length, true);
}

void dxgmap_host_physical_usage(dxgmap_host_usage *usage)
{
  usage->frames = dxgmap_host_physical.frames;
  usage->foreign_frames = dxgmap_host_physical.foreign_frames;
  usage->holds = dxgmap_host_physical.holds;
}
