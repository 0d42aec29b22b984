/* SPDX-License-Identifier: MIT */
/* Frames: which are given out, what is in them, when they are free again. */
#include "machine.h"

#include <stdlib.h>

#define PAGES 64u
#define LOW 4u /* low_reserved of machine_open */
#define ALL (PAGES - LOW)

static uint64_t frames[65536], other[65536];
static unsigned char page[4096];

static bool all_bytes(const unsigned char *bytes, unsigned char value)
{
  for (unsigned i = 0; i < 4096; i++) {
    if (bytes[i] != value) {
      return false;
    }
  }
  return true;
}

static bool scattered(const uint64_t *list, uint64_t count)
{
  for (uint64_t i = 1; i < count; i++) {
    if (list[i] == list[i - 1] + 1) {
      return false;
    }
  }
  return true;
}

static bool distinct_within(const uint64_t *list, uint64_t count, uint64_t first, uint64_t last)
{
  for (uint64_t i = 0; i < count; i++) {
    if (list[i] < first || list[i] > last) {
      return false;
    }
    for (uint64_t k = 0; k < i; k++) {
      if (list[k] == list[i]) {
        return false;
      }
    }
  }
  return true;
}

static void every_frame_can_be_had(void)
{
  machine_open(PAGES);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, ALL, frames));
  CHECK(distinct_within(frames, ALL, LOW, PAGES - 1));
  CHECK(scattered(frames, ALL));
  CHECK_EQ(ALL, dxgmap_host_usage_now().frames);
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, UINT64_MAX, 1, other));
  dxgmap_host_frames_drop(frames, 1);
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, UINT64_MAX, 2, other));
  CHECK_EQ(ALL - 1, dxgmap_host_usage_now().frames);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, other));
  CHECK_EQ(frames[0], other[0]);
  machine_close();
}

/* Frames 20 .. 39 are given out when there are no others, one by one and in runs. */
static void a_hole_is_filled_last(void)
{
  dxgmap_host_config config = {.pages = PAGES,
                               .low_reserved = LOW,
                               .kernel_pages = 64,
                               .quarantine = 32,
                               .seed = 1,
                               .last_first = 20,
                               .last_end = 40};
  uint64_t base;
  CHECK_OK(dxgmap_host_open(&config));
  CHECK_OK(dxgmap_host_frames_allocate_run(0, UINT64_MAX, 0, 20, &base));
  CHECK_EQ(true, base >= 40 && base <= 44);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, ALL - 40, frames));
  for (uint64_t i = 0; i < ALL - 40; i++) {
    CHECK(frames[i] < 20 || frames[i] >= 40);
  }
  CHECK_OK(dxgmap_host_frames_allocate_run(0, UINT64_MAX, 0, 10, &base));
  CHECK_EQ(true, base >= 20 && base <= 30);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 10, other));
  CHECK(distinct_within(other, 10, 20, 39));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, UINT64_MAX, 1, other));
  machine_close();
}

/* Asked for by its numbers, it is given. */
static void a_hole_can_be_asked_for(void)
{
  dxgmap_host_config config = {.pages = PAGES,
                               .low_reserved = LOW,
                               .kernel_pages = 64,
                               .quarantine = 32,
                               .seed = 1,
                               .last_first = 20,
                               .last_end = 40};
  CHECK_OK(dxgmap_host_open(&config));
  CHECK_OK(dxgmap_host_frames_allocate(20, 39, 20, frames));
  CHECK(distinct_within(frames, 20, 20, 39));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, ALL - 20, frames));
  machine_close();
}

static void arguments_are_checked(void)
{
  uint64_t base;
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_frames_allocate(0, 63, 1, frames));
  CHECK_EQ(DXGMAP_HOST_CLOSED, dxgmap_host_frames_allocate_run(0, 63, 0, 1, &base));
  machine_open(PAGES);
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_frames_allocate(0, 63, 0, frames));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_frames_allocate_run(0, 63, 0, 0, &base));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_frames_allocate_run(0, 63, 3, 1, &base));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, 3, 1, frames));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(20, 10, 1, frames));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(64, UINT64_MAX, 1, frames));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate_run(0, UINT64_MAX, 0, UINT64_MAX, &base));
  machine_close();
}

static void a_range_is_honoured(void)
{
  machine_open(PAGES);
  CHECK_OK(dxgmap_host_frames_allocate(10, 19, 10, frames));
  CHECK(distinct_within(frames, 10, 10, 19));
  CHECK(scattered(frames, 10));
  CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(10, 19, 1, other));
  dxgmap_host_frames_drop(&frames[3], 1);
  CHECK_OK(dxgmap_host_frames_allocate(10, 19, 1, other));
  CHECK_EQ(frames[3], other[0]);
  machine_close();
}

static void a_seed_repeats_its_choices(void)
{
  machine_open_seeded(65536, 7);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, frames));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, frames + 16));
  machine_close();
  machine_open_seeded(65536, 7);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, other));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, other + 16));
  machine_close();
  CHECK(memcmp(frames, other, 32 * sizeof *frames) == 0);
  machine_open_seeded(65536, 8);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, other));
  machine_close();
  CHECK(memcmp(frames, other, 16 * sizeof *frames) != 0);
}

static void the_next_allocation_gets_other_frames(void)
{
  machine_open(65536);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, frames));
  dxgmap_host_frames_drop(frames, 16);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16, other));
  CHECK(memcmp(frames, other, 16 * sizeof *frames) != 0);
  machine_close();
}

static void memory_is_zeroed_and_poisoned(void)
{
  unsigned char *view;
  void *address;
  machine_open(LOW + 1);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, frames));
  CHECK_OK(dxgmap_host_frame_read(frames[0], 0, page, 4096));
  CHECK(all_bytes(page, 0));
  memset(page, 0x5a, sizeof page);
  CHECK_OK(dxgmap_host_frame_write(frames[0], 0, page, 4096));
  CHECK_OK(dxgmap_host_kernel_map(frames, 1, 9, &address));
  view = address;
  CHECK(all_bytes(view, 0x5a));
  dxgmap_host_frames_drop(frames, 1);
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_read(frames[0], 0, page, 1));
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_write(frames[0], 0, page, 1));
  CHECK(all_bytes(view, 0xDB));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, other));
  CHECK_EQ(frames[0], other[0]);
  CHECK(all_bytes(view, 0));
  machine_close();
}

static void copies_stay_in_their_page(void)
{
  unsigned char bytes[4] = {1, 2, 3, 4}, back[4] = {0};
  machine_open(PAGES);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, frames));
  CHECK_OK(dxgmap_host_frame_write(frames[0], 4092, bytes, 4));
  CHECK_OK(dxgmap_host_frame_read(frames[0], 4092, back, 4));
  CHECK(memcmp(bytes, back, 4) == 0);
  CHECK_OK(dxgmap_host_frame_read(frames[0], 4096, back, 0));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_frame_read(frames[0], 4093, back, 4));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_frame_read(frames[0], 4097, back, 0));
  CHECK_EQ(DXGMAP_HOST_BAD_ARGUMENT, dxgmap_host_frame_write(frames[0], 1, bytes, UINT64_MAX));
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_read(1, 0, back, 4));
  CHECK_EQ(DXGMAP_HOST_NOT_PRESENT, dxgmap_host_frame_read(UINT64_MAX, 0, back, 4));
  machine_close();
}

static void a_held_frame_is_not_reused(void)
{
  machine_open(LOW + 2);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 2, frames));
  CHECK_EQ(1, dxgmap_host_frame_holds(frames[0]));
  dxgmap_host_frames_hold(frames, 1);
  CHECK_EQ(2, dxgmap_host_frame_holds(frames[0]));
  dxgmap_host_frames_drop(frames, 2);
  CHECK_EQ(DXGMAP_HOST_FRAME_MEMORY, dxgmap_host_frame_kind_of(frames[0]));
  CHECK_EQ(DXGMAP_HOST_FRAME_NONE, dxgmap_host_frame_kind_of(frames[1]));
  CHECK_EQ(1, dxgmap_host_usage_now().holds);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 1, other));
  CHECK_EQ(frames[1], other[0]);
  dxgmap_host_frames_drop(frames, 1);
  dxgmap_host_frames_drop(frames, 1); /* of a free frame: nothing */
  CHECK_EQ(0, dxgmap_host_frame_holds(frames[0]));
  CHECK_EQ(1, dxgmap_host_usage_now().holds);
  machine_close();
}

/* ---- Runs: against a search that tries every place ---- */

static bool used[PAGES];

static bool run_exists(uint64_t first, uint64_t last, uint64_t boundary, uint64_t count)
{
  for (uint64_t base = first > LOW ? first : LOW; base + count <= last + 1; base++) {
    bool good = boundary == 0 || base / boundary == (base + count - 1) / boundary;
    for (uint64_t i = 0; i < count; i++) {
      good = good && !used[base + i];
    }
    if (good) {
      return true;
    }
  }
  return false;
}

static bool run_is_good(uint64_t base, uint64_t first, uint64_t last, uint64_t boundary, uint64_t count)
{
  bool good = base >= first && base >= LOW && base + count <= last + 1 &&
              (boundary == 0 || base / boundary == (base + count - 1) / boundary);
  for (uint64_t i = 0; i < count; i++) {
    good = good && !used[base + i];
  }
  return good;
}

static void try_run(uint64_t first, uint64_t last, uint64_t boundary, uint64_t count)
{
  uint64_t base = 0, run[PAGES];
  dxgmap_host_result result = dxgmap_host_frames_allocate_run(first, last, boundary, count, &base);
  if (!run_exists(first, last, boundary, count)) {
    CHECK_EQ(DXGMAP_HOST_NO_FRAMES, result);
    return;
  }
  CHECK_OK(result);
  CHECK(run_is_good(base, first, last, boundary, count));
  for (uint64_t i = 0; i < count; i++) {
    run[i] = base + i;
  }
  dxgmap_host_frames_drop(run, count);
}

static void runs_are_found_whenever_there_is_one(void)
{
  static const uint64_t boundaries[] = {0, 1, 2, 8, 64};
  for (uint64_t taken = 0; taken <= ALL; taken += 12) {
    machine_open_seeded(PAGES, taken);
    memset(used, 0, sizeof used);
    if (taken != 0) {
      CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, taken, frames));
    }
    for (uint64_t i = 0; i < taken; i++) {
      used[frames[i]] = true;
    }
    for (uint64_t count = 1; count <= 20; count++) {
      for (unsigned b = 0; b < 5; b++) {
        try_run(0, PAGES - 1, boundaries[b], count);
        try_run(17, 40, boundaries[b], count);
      }
    }
    machine_close();
  }
}

static void a_run_is_zeroed(void)
{
  uint64_t base, first;
  machine_open(LOW + 3);
  CHECK_OK(dxgmap_host_frames_allocate_run(0, UINT64_MAX, 0, 3, &base));
  memset(page, 0x11, sizeof page);
  for (uint64_t i = 0; i < 3; i++) {
    frames[i] = base + i;
    CHECK_OK(dxgmap_host_frame_write(base + i, 0, page, 4096));
  }
  dxgmap_host_frames_drop(frames, 3);
  CHECK_OK(dxgmap_host_frames_allocate_run(0, UINT64_MAX, 0, 3, &first));
  CHECK_EQ(base, first);
  for (uint64_t i = 0; i < 3; i++) {
    CHECK_OK(dxgmap_host_frame_read(first + i, 0, page, 4096));
    CHECK(all_bytes(page, 0));
  }
  machine_close();
}

/* ---- Large numbers ---- */

static void a_large_allocation_comes_in_few_runs(void)
{
  uint64_t runs = 1;
  bool *seen = calloc(1 << 20, sizeof *seen);
  bool twice = false;
  machine_open(1 << 20);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 65536, frames));
  for (uint64_t i = 0; seen != NULL && i < 65536; i++) {
    runs += i != 0 && frames[i] != frames[i - 1] + 1;
    twice = twice || seen[frames[i]];
    seen[frames[i]] = true;
  }
  CHECK(!twice);
  CHECK(runs > 1000 && runs <= 8192);
  free(seen);
  machine_close();
}

static void frames_in_use_for_a_short_time_touch_little_memory(void)
{
  uint64_t touched = 0;
  bool *seen = calloc(1 << 20, sizeof *seen);
  machine_open(1 << 20);
  for (unsigned i = 0; seen != NULL && i < 100000; i++) {
    CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 2, frames));
    touched += !seen[frames[0]];
    seen[frames[0]] = true;
    dxgmap_host_frames_drop(frames, 2);
  }
  CHECK(touched <= 4200);
  free(seen);
  machine_close();
}

static void old_poison_gives_way_to_zeroes(void)
{
  machine_open(16384);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 8000, frames));
  memset(page, 0x77, sizeof page);
  for (unsigned i = 0; i < 8000; i++) {
    CHECK_OK(dxgmap_host_frame_write(frames[i], 0, page, 4096));
  }
  dxgmap_host_frames_drop(frames, 8000);
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16000, other));
  for (unsigned i = 0; i < 16000; i++) {
    CHECK_OK(dxgmap_host_frame_read(other[i], 0, page, 4096));
    if (!all_bytes(page, 0)) {
      CHECK_EQ(UINT64_MAX, other[i]);
      break;
    }
  }
  machine_close();
}

/* Of so many that are given back at a time the last keep their poison, and the others are zero again at once. */
static void the_last_of_many_keep_their_poison(void)
{
  void *address = NULL;
  unsigned char *view;
  dxgmap_host_config config = {.pages = 16384, .low_reserved = LOW, .kernel_pages = 16384, .quarantine = 32, .seed = 1};
  CHECK_OK(dxgmap_host_open(&config));
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 6000, frames));
  memset(page, 0x77, sizeof page);
  for (unsigned i = 0; i < 6000; i++) {
    CHECK_OK(dxgmap_host_frame_write(frames[i], 0, page, 4096));
  }
  CHECK_OK(dxgmap_host_kernel_map(frames, 6000, 9, &address));
  view = address;
  dxgmap_host_frames_drop(frames, 6000);
  for (unsigned i = 0; i < 6000; i++) {
    EXPECT_AT("what is left of a frame", i, i < 6000 - 4096 ? 0 : 0xDB, view[i * 4096u + 17]);
  }
  CHECK_OK(dxgmap_host_frames_allocate(0, UINT64_MAX, 16000, other));
  for (unsigned i = 0; i < 16000; i++) {
    CHECK_OK(dxgmap_host_frame_read(other[i], 0, page, 4096));
    EXPECT_AT("of a new frame", i, true, all_bytes(page, 0));
  }
  machine_close();
}

/* ---- Injected failures ---- */

static dxgmap_host_result allocate_three(void)
{
  return dxgmap_host_frames_allocate(0, UINT64_MAX, 3, frames);
}

static dxgmap_host_result allocate_run_of_three(void)
{
  dxgmap_host_result result = dxgmap_host_frames_allocate_run(0, UINT64_MAX, 0, 3, frames);
  frames[1] = frames[0] + 1;
  frames[2] = frames[0] + 2;
  return result;
}

static void drop_three(void)
{
  dxgmap_host_frames_drop(frames, 3);
}

static void failures_change_nothing(void)
{
  machine_open(PAGES);
  check_each_failure(allocate_three, drop_three, 1);
  check_each_failure(allocate_run_of_three, drop_three, 1);
  machine_close();
}

/* A device that still uses a frame that was given back is found out: it is nobody's for thousands of later ones. */
static void a_frame_that_was_given_back_waits(void)
{
  uint64_t *stale = other;
  machine_open(16384);
  CHECK_OK(dxgmap_host_frames_allocate(0, 16383, 256, stale));
  dxgmap_host_frames_drop(stale, 256);
  for (int round = 0; round < 11; round++) {
    CHECK_OK(dxgmap_host_frames_allocate(0, 16383, 256, frames));
    for (int i = 0; i < 256; i++) {
      EXPECT_AT("a frame that waits", i, DXGMAP_HOST_FRAME_NONE, dxgmap_host_frame_kind_of(stale[i]));
    }
    dxgmap_host_frames_drop(frames, 256);
  }
  machine_close();
}

/* Those that wait are no loss: all of the machine's frames are given out, again and again. */
static void frames_that_wait_are_there_when_they_are_needed(void)
{
  uint64_t base;
  machine_open(1024); /* of which 4 are reserved */
  for (int round = 0; round < 3; round++) {
    CHECK_OK(dxgmap_host_frames_allocate(0, 1023, 1020, frames));
    CHECK_EQ(DXGMAP_HOST_NO_FRAMES, dxgmap_host_frames_allocate(0, 1023, 1, &base));
    dxgmap_host_frames_drop(frames, 1020);
    CHECK_OK(dxgmap_host_frames_allocate_run(0, 1023, 0, 1020, &base));
    for (uint64_t i = 0; i < 1020; i++) {
      frames[i] = base + i;
    }
    dxgmap_host_frames_drop(frames, 1020);
  }
  machine_close();
}

int main(void)
{
  harness_begin(NULL, machine_mend);
  RUN(every_frame_can_be_had);
  RUN(a_hole_is_filled_last);
  RUN(a_hole_can_be_asked_for);
  RUN(arguments_are_checked);
  RUN(a_range_is_honoured);
  RUN(a_seed_repeats_its_choices);
  RUN(the_next_allocation_gets_other_frames);
  RUN(memory_is_zeroed_and_poisoned);
  RUN(copies_stay_in_their_page);
  RUN(a_held_frame_is_not_reused);
  RUN(runs_are_found_whenever_there_is_one);
  RUN(a_run_is_zeroed);
  RUN(a_large_allocation_comes_in_few_runs);
  RUN(frames_in_use_for_a_short_time_touch_little_memory);
  RUN(old_poison_gives_way_to_zeroes);
  RUN(the_last_of_many_keep_their_poison);
  RUN(failures_change_nothing);
  RUN(a_frame_that_was_given_back_waits);
  RUN(frames_that_wait_are_there_when_they_are_needed);
  return harness_end();
}
