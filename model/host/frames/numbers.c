/* SPDX-License-Identifier: MIT */
/* Which page numbers are free, which of those were in use before, and which wait before they are free again, so that a
   device which still uses them is found out. */
#include "host/frames/numbers.h"
#include "host/base/bits.h"
#include "host/interface/memory.h"

#include <string.h>

#define DXGMAP_HOST_WAIT_MOST ((uint64_t)3072) /* frames that wait, if the machine has twice as many */

static struct {
  uint64_t pages, spares;
  uint64_t wait_most, waiting, oldest;
  uint32_t *wait;  /* ring of those that wait, which count as taken: nobody finds them */
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

static size_t dxgmap_host_numbers_wait_size(void)
{
  return (size_t)(dxgmap_host_numbers.wait_most + 1) * sizeof(uint32_t);
}

bool dxgmap_host_numbers_open(uint64_t pages)
{
  dxgmap_host_numbers.pages = pages;
  dxgmap_host_numbers.wait_most = pages / 2 < DXGMAP_HOST_WAIT_MOST ? pages / 2 : DXGMAP_HOST_WAIT_MOST;
  dxgmap_host_numbers.wait = dxgmap_host_reserve_lasting(dxgmap_host_numbers_wait_size());
  dxgmap_host_numbers.taken = dxgmap_host_reserve_lasting(dxgmap_host_numbers_bits_size());
  dxgmap_host_numbers.spare = dxgmap_host_reserve_lasting(dxgmap_host_numbers_list_size());
  dxgmap_host_numbers.place = dxgmap_host_reserve_lasting(dxgmap_host_numbers_list_size());
  if (dxgmap_host_numbers.wait == NULL || dxgmap_host_numbers.taken == NULL || dxgmap_host_numbers.spare == NULL ||
      dxgmap_host_numbers.place == NULL) {
    dxgmap_host_numbers_close();
    return false;
  }
  return true;
}

void dxgmap_host_numbers_close(void)
{
  dxgmap_host_unreserve_lasting(dxgmap_host_numbers.place, dxgmap_host_numbers_list_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_numbers.spare, dxgmap_host_numbers_list_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_numbers.taken, dxgmap_host_numbers_bits_size());
  dxgmap_host_unreserve_lasting(dxgmap_host_numbers.wait, dxgmap_host_numbers_wait_size());
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

static void dxgmap_host_numbers_end_wait(void)
{
  uint64_t frame = dxgmap_host_numbers.wait[dxgmap_host_numbers.oldest];
  dxgmap_host_numbers.oldest = (dxgmap_host_numbers.oldest + 1) % (dxgmap_host_numbers.wait_most + 1);
  dxgmap_host_numbers.waiting--;
  dxgmap_host_bits_set(dxgmap_host_numbers.taken, frame, 1, false);
  dxgmap_host_numbers_spare_add(frame);
}

void dxgmap_host_numbers_give(uint64_t frame)
{
  uint64_t places = dxgmap_host_numbers.wait_most + 1;
  dxgmap_host_numbers.wait[(dxgmap_host_numbers.oldest + dxgmap_host_numbers.waiting) % places] = (uint32_t)frame;
  dxgmap_host_numbers.waiting++;
  if (dxgmap_host_numbers.waiting > dxgmap_host_numbers.wait_most) {
    dxgmap_host_numbers_end_wait();
  }
}

bool dxgmap_host_numbers_hurry(uint64_t frames)
{
  bool any = dxgmap_host_numbers.waiting != 0;
  for (uint64_t i = 0; i < frames && dxgmap_host_numbers.waiting != 0; i++) {
    dxgmap_host_numbers_end_wait();
  }
  return any;
}

bool dxgmap_host_numbers_block(uint64_t first, uint64_t end)
{
  uint64_t last = end < dxgmap_host_numbers.pages ? end : dxgmap_host_numbers.pages;
  if (first >= last) {
    return true;
  }
  (void)dxgmap_host_numbers_hurry(UINT64_MAX);
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
