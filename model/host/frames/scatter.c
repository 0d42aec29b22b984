/* SPDX-License-Identifier: MIT */
/* Which frames an allocation gets. A driver that takes the pages of a list for neighbours, or expects the frames of
   last time, must not get away with it. */
#include "host/frames/scatter.h"
#include "host/base/bits.h"
#include "host/base/config.h"
#include "host/base/inject.h"
#include "host/base/random.h"
#include "host/frames/numbers.h"
#include "host/frames/physical.h"

#define DXGMAP_HOST_SCATTER_RUNS ((uint64_t)8192) /* scattered runs of one allocation, about */
#define DXGMAP_HOST_SCATTER_TRIES 64
#define DXGMAP_HOST_SCATTER_HURRY ((uint64_t)64) /* frames that stop waiting when there is no other */
#define DXGMAP_HOST_SCATTER_REUSE \
  ((uint64_t)1024) /* spare frames, beside those that wait, before they are used again */

/* A guess: a spare frame once there are enough of them (so that the memory touched stays bounded), else any. */
static uint64_t dxgmap_host_scatter_guess(uint64_t first, uint64_t end)
{
  uint64_t spares = dxgmap_host_numbers_spare();
  if (spares > DXGMAP_HOST_SCATTER_REUSE) {
    return dxgmap_host_numbers_spare_at(dxgmap_host_random_below(spares));
  }
  return first + dxgmap_host_random_below(end - first);
}

/* What of [first, end) lies before and behind the frames that are given out last. */
typedef struct {
  uint64_t before_end, behind_first;
} dxgmap_host_scatter_parts;

static dxgmap_host_scatter_parts dxgmap_host_scatter_part(uint64_t first, uint64_t end)
{
  uint64_t last_first = dxgmap_host_opened()->last_first, last_end = dxgmap_host_opened()->last_end;
  dxgmap_host_scatter_parts parts = {end, end};
  if (last_first < end && last_end > first) {
    parts.before_end = last_first > first ? last_first : first;
    parts.behind_first = last_end < end ? last_end : end;
  }
  return parts;
}

static uint64_t dxgmap_host_scatter_search(uint64_t first, uint64_t end)
{
  const uint64_t *taken = dxgmap_host_numbers_taken();
  uint64_t from = first + dxgmap_host_random_below(end - first);
  uint64_t found = dxgmap_host_bits_find(taken, from, end, false);
  if (found == end) {
    found = dxgmap_host_bits_find(taken, first, from, false);
    found = found == from ? end : found;
  }
  return found;
}

static uint64_t dxgmap_host_scatter_free(uint64_t first, uint64_t end)
{
  const uint64_t *taken = dxgmap_host_numbers_taken();
  dxgmap_host_scatter_parts parts = dxgmap_host_scatter_part(first, end);
  uint64_t found;
  if (first >= end) {
    return end;
  }
  for (int i = 0; i < DXGMAP_HOST_SCATTER_TRIES; i++) {
    uint64_t frame = dxgmap_host_scatter_guess(first, end);
    bool last = frame >= parts.before_end && frame < parts.behind_first;
    if (frame >= first && frame < end && !last && !dxgmap_host_bit(taken, frame)) {
      return frame;
    }
  }
  if (parts.before_end > first && parts.before_end < end) {
    found = dxgmap_host_scatter_search(first, parts.before_end);
    if (found != parts.before_end) {
      return found;
    }
  }
  if (parts.behind_first > first && parts.behind_first < end) {
    found = dxgmap_host_scatter_search(parts.behind_first, end);
    if (found != end) {
      return found;
    }
  }
  return dxgmap_host_scatter_search(first, end);
}

uint64_t dxgmap_host_scatter_one(uint64_t first, uint64_t end)
{
  uint64_t found;
  if (first >= end) {
    return end;
  }
  do {
    found = dxgmap_host_scatter_free(first, end);
  } while (found == end && dxgmap_host_numbers_hurry(DXGMAP_HOST_SCATTER_HURRY));
  return found;
}

uint64_t dxgmap_host_scatter_low(void)
{
  uint64_t reserved = dxgmap_host_opened()->low_reserved;
  return reserved != 0 ? reserved : 1;
}

/* The range of frames that may be given out of [first, last]: [*first, the result). */
static uint64_t dxgmap_host_scatter_range(uint64_t *first, uint64_t last)
{
  uint64_t low = dxgmap_host_scatter_low(), pages = dxgmap_host_opened()->pages;
  *first = *first > low ? *first : low;
  return last < pages ? last + 1 : pages;
}

static void dxgmap_host_scatter_take(uint64_t base, uint64_t count, uint64_t *frames)
{
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_numbers_take(base + i);
    frames[i] = base + i;
  }
}

/* Bytes for frames whose numbers are taken: in the order of the list, so that they lie side by side. */
static void dxgmap_host_scatter_fill(const uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_physical_take(frames[i], 0);
  }
}

/* ---- Runs ---- */

/* The first free run of `count` frames in [first, end) that crosses no multiple of boundary; end if none. */
static uint64_t dxgmap_host_scatter_run_from(uint64_t first, uint64_t end, uint64_t boundary, uint64_t count)
{
  const uint64_t *taken = dxgmap_host_numbers_taken();
  uint64_t base = first;
  while (base < end && count <= end - base) {
    uint64_t used = dxgmap_host_bits_find(taken, base, base + count, true);
    if (used != base + count) {
      base = dxgmap_host_bits_find(taken, used, end, false);
    } else if (boundary != 0 && base / boundary != (base + count - 1) / boundary) {
      base = (base / boundary + 1) * boundary;
    } else {
      return base;
    }
  }
  return end;
}

static uint64_t dxgmap_host_scatter_run_within(uint64_t first, uint64_t end, uint64_t boundary, uint64_t count)
{
  uint64_t from, base;
  if (first >= end || count > end - first || (boundary != 0 && count > boundary)) {
    return end;
  }
  from = first + dxgmap_host_random_below(end - first - count + 1);
  base = dxgmap_host_scatter_run_from(from, end, boundary, count);
  if (base == end) {
    uint64_t stop = from + count < end ? from + count : end;
    base = dxgmap_host_scatter_run_from(first, stop, boundary, count);
    base = base == stop ? end : base;
  }
  return base;
}

static uint64_t dxgmap_host_scatter_run_free(uint64_t first, uint64_t end, uint64_t boundary, uint64_t count)
{
  dxgmap_host_scatter_parts parts = dxgmap_host_scatter_part(first, end);
  if (parts.before_end < end || parts.behind_first < end) {
    uint64_t base = dxgmap_host_scatter_run_within(first, parts.before_end, boundary, count);
    if (base < parts.before_end) {
      return base;
    }
    base = dxgmap_host_scatter_run_within(parts.behind_first, end, boundary, count);
    if (base < end) {
      return base;
    }
  }
  return dxgmap_host_scatter_run_within(first, end, boundary, count);
}

static uint64_t dxgmap_host_scatter_run(uint64_t first, uint64_t end, uint64_t boundary, uint64_t count)
{
  uint64_t base;
  if (first >= end || count > end - first || (boundary != 0 && count > boundary)) {
    return end;
  }
  do {
    base = dxgmap_host_scatter_run_free(first, end, boundary, count);
  } while (base >= end && dxgmap_host_numbers_hurry(count + DXGMAP_HOST_SCATTER_HURRY));
  return base;
}

dxgmap_host_result dxgmap_host_frames_allocate_run(uint64_t first, uint64_t last, uint64_t boundary, uint64_t count,
                                                   uint64_t *base)
{
  uint64_t end, found;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (count == 0 || (boundary & (boundary - 1)) != 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (!dxgmap_host_acquire()) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  end = dxgmap_host_scatter_range(&first, last);
  found = dxgmap_host_scatter_run(first, end, boundary, count);
  if (found >= end) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  if (!dxgmap_host_physical_room(count)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  for (uint64_t i = 0; i < count; i++) {
    dxgmap_host_numbers_take(found + i);
    dxgmap_host_physical_take(found + i, 0);
  }
  *base = found;
  return DXGMAP_HOST_OK;
}

/* ---- Scattered frames ---- */

/* Short runs, for as much of a large allocation as they are found. */
static uint64_t dxgmap_host_scatter_runs(uint64_t first, uint64_t end, uint64_t count, uint64_t *frames)
{
  uint64_t length = count / DXGMAP_HOST_SCATTER_RUNS, got = 0;
  while (length > 1 && got + length <= count) {
    uint64_t base = dxgmap_host_scatter_run_free(first, end, 0, length);
    if (base >= end) {
      break;
    }
    dxgmap_host_scatter_take(base, length, frames + got);
    got += length;
  }
  return got;
}

static void dxgmap_host_scatter_swap(uint64_t *frames, uint64_t a, uint64_t b)
{
  uint64_t frame = frames[a];
  frames[a] = frames[b];
  frames[b] = frame;
}

/* Shuffles, then parts neighbours: swapping the two of an ascending pair makes no new ascending pair, because the
   frames that could make one are these two. */
static void dxgmap_host_scatter_shuffle(uint64_t *frames, uint64_t count)
{
  for (uint64_t i = count; i > 1; i--) {
    dxgmap_host_scatter_swap(frames, i - 1, dxgmap_host_random_below(i));
  }
  for (uint64_t i = 1; i < count; i++) {
    if (frames[i] == frames[i - 1] + 1) {
      dxgmap_host_scatter_swap(frames, i - 1, i);
    }
  }
}

dxgmap_host_result dxgmap_host_frames_allocate(uint64_t first, uint64_t last, uint64_t count, uint64_t *frames)
{
  uint64_t end, runs, got;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (count == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (!dxgmap_host_acquire()) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  end = dxgmap_host_scatter_range(&first, last);
  if (first >= end || count > end - first) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  if (!dxgmap_host_physical_room(count)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  runs = got = dxgmap_host_scatter_runs(first, end, count, frames);
  while (got < count) {
    uint64_t frame = dxgmap_host_scatter_one(first, end);
    if (frame == end) {
      dxgmap_host_scatter_fill(frames, got);
      dxgmap_host_frames_drop(frames, got);
      return DXGMAP_HOST_NO_FRAMES;
    }
    dxgmap_host_scatter_take(frame, 1, frames + got);
    got++;
  }
  dxgmap_host_scatter_shuffle(frames + runs, count - runs);
  dxgmap_host_scatter_fill(frames, count);
  return DXGMAP_HOST_OK;
}
