/* SPDX-License-Identifier: MIT */
/* Which page numbers are free, and which of those were in use before. */
#include "host/frames/numbers.h"
#include "host/base/bits.h"
#include "host/interface/memory.h"

#include <string.h>

static struct {
  uint64_t pages, spares;
  uint64_t *taken; /* one bit a frame: held, or under device memory */
  uint32_t *spare; /* frames that were given back and are free; the rest of the free ones was never used */
  uint32_t *place; /* of each frame: its place in that list, plus one; 0 if it is not there */
} dxgmap_host_numbers;

static size_t dxgmap_host_numbers_bits_size(void)
{
  return (size_t)(dxgmap_host_numbers.pages / 64 + 1) * 8;
}

static size_t dxgmap_host_numbers_list_size(void)
{
  return (size_t)dxgmap_host_numbers.pages * sizeof(uint32_t);
}

bool dxgmap_host_numbers_open(uint64_t pages)
{
  dxgmap_host_numbers.pages = pages;
  dxgmap_host_numbers.taken = dxgmap_host_reserve(dxgmap_host_numbers_bits_size());
  dxgmap_host_numbers.spare = dxgmap_host_reserve(dxgmap_host_numbers_list_size());
  dxgmap_host_numbers.place = dxgmap_host_reserve(dxgmap_host_numbers_list_size());
  if (dxgmap_host_numbers.taken == NULL || dxgmap_host_numbers.spare == NULL || dxgmap_host_numbers.place == NULL) {
    dxgmap_host_numbers_close();
    return false;
  }
  return true;
}

void dxgmap_host_numbers_close(void)
{
  dxgmap_host_unreserve(dxgmap_host_numbers.place, dxgmap_host_numbers_list_size());
  dxgmap_host_unreserve(dxgmap_host_numbers.spare, dxgmap_host_numbers_list_size());
  dxgmap_host_unreserve(dxgmap_host_numbers.taken, dxgmap_host_numbers_bits_size());
  memset(&dxgmap_host_numbers, 0, sizeof dxgmap_host_numbers);
}

const uint64_t *dxgmap_host_numbers_taken(void)
{
  return dxgmap_host_numbers.taken;
}

/* ---- Spare frames ---- */

uint64_t dxgmap_host_numbers_spare(void)
{
  return dxgmap_host_numbers.spares;
}

uint64_t dxgmap_host_numbers_spare_at(uint64_t index)
{
  return dxgmap_host_numbers.spare[index];
}

static void dxgmap_host_numbers_spare_add(uint64_t frame)
{
  dxgmap_host_numbers.spare[dxgmap_host_numbers.spares] = (uint32_t)frame;
  dxgmap_host_numbers.spares++;
  dxgmap_host_numbers.place[frame] = (uint32_t)dxgmap_host_numbers.spares;
}

static void dxgmap_host_numbers_spare_remove(uint64_t frame)
{
  uint32_t place = dxgmap_host_numbers.place[frame];
  if (place != 0) {
    uint32_t last = dxgmap_host_numbers.spare[dxgmap_host_numbers.spares - 1];
    dxgmap_host_numbers.spare[place - 1] = last;
    dxgmap_host_numbers.place[last] = place;
    dxgmap_host_numbers.place[frame] = 0;
    dxgmap_host_numbers.spares--;
  }
}

/* ---- Taking and giving back ---- */

void dxgmap_host_numbers_take(uint64_t frame)
{
  dxgmap_host_bits_set(dxgmap_host_numbers.taken, frame, 1, true);
  dxgmap_host_numbers_spare_remove(frame);
}

void dxgmap_host_numbers_give(uint64_t frame)
{
  dxgmap_host_bits_set(dxgmap_host_numbers.taken, frame, 1, false);
  dxgmap_host_numbers_spare_add(frame);
}

bool dxgmap_host_numbers_block(uint64_t first, uint64_t end)
{
  uint64_t last = end < dxgmap_host_numbers.pages ? end : dxgmap_host_numbers.pages;
  if (first >= last) {
    return true;
  }
  if (dxgmap_host_bits_find(dxgmap_host_numbers.taken, first, last, true) != last) {
    return false;
  }
  for (uint64_t frame = first; frame < last && dxgmap_host_numbers.spares != 0; frame++) {
    dxgmap_host_numbers_spare_remove(frame);
  }
  dxgmap_host_bits_set(dxgmap_host_numbers.taken, first, last - first, true);
  return true;
}

void dxgmap_host_numbers_unblock(uint64_t first, uint64_t end)
{
  uint64_t last = end < dxgmap_host_numbers.pages ? end : dxgmap_host_numbers.pages;
  if (first < last) {
    dxgmap_host_bits_set(dxgmap_host_numbers.taken, first, last - first, false);
  }
}
