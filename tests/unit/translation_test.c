/* SPDX-License-Identifier: MIT */
/* The translation against a plain array that says of each logical page what it is mapped to; and a thread that looks a
   page up while another takes its block apart and puts it together. */

#include "base/access.h"
#include "harness.h"
#include "random.h"
#include "structures/translation.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle looks at every page after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define ROUNDS 300u
#define STEPS 400u
#define TURNS 1000000u

static dxgmap_translation translation;
static uint32_t oracle[DXGMAP_CELLS]; /* physical page + 1, 0 for none */

static void reset(void)
{
  memset(&translation, 0, sizeof translation);
  memset(oracle, 0, sizeof oracle);
}

/* Where the extent that begins at a page ends, at end at the latest. */
static uint32_t oracle_end(uint32_t first, uint32_t end)
{
  uint32_t page = first + 1u;

  while (page < end && oracle[page] == (oracle[first] == 0u ? 0u : oracle[first] + (page - first))) {
    page++;
  }
  return page;
}

static void expect_pages(void)
{
  for (uint32_t page = 0; page < DXGMAP_CELLS; page++) {
    EXPECT_AT("a page", page, oracle[page], dxgmap_translation_find(&translation, page));
  }
}

/* The extents of n pages from base on, with room for so many. */
static void expect_extents(uint32_t base, uint32_t n, uint32_t capacity)
{
  dxgmap_extent extents[DXGMAP_CELLS + 1u];
  uint32_t done = 0;
  uint32_t page = base;
  uint32_t k = 0;
  uint32_t count;

  memset(extents, 0xA5, sizeof extents);
  count = dxgmap_translation_extents(&translation, base, n, extents, capacity, &done);
  for (; page < base + n && k < capacity; k++) {
    uint32_t end = oracle_end(page, base + n);

    EXPECT_AT("first page of an extent", k, page, extents[k].first);
    EXPECT_AT("pages of an extent", k, end - page, extents[k].pages);
    EXPECT_AT("value of an extent", k, oracle[page], extents[k].value);
    EXPECT_AT("length of an extent alone", page, end - page, dxgmap_translation_extent(&translation, page, base + n));
    page = end;
  }
  EXPECT_AT("extents", base, k, count);
  EXPECT_AT("pages described", base, page - base, done);
  EXPECT_AT("the place behind the last extent", k, 0xA5A5A5A5u, extents[k].first);
}

static void map(uint32_t base, uint32_t n, const uint64_t *pages)
{
  dxgmap_translation_map(&translation, base, n, pages);
  for (uint32_t k = 0; k < n; k++) {
    oracle[base + k] = (uint32_t)pages[k] + 1u;
  }
  expect_pages();
}

static void map_run(uint32_t base, uint32_t n, uint32_t first)
{
  dxgmap_translation_map_run(&translation, base, n, first);
  for (uint32_t k = 0; k < n; k++) {
    oracle[base + k] = first + k + 1u;
  }
  expect_pages();
}

static void unmap(uint32_t base, uint32_t n)
{
  dxgmap_translation_unmap(&translation, base, n);
  memset(oracle + base, 0, n * sizeof oracle[0]);
  expect_pages();
}

static uint32_t word(uint32_t block)
{
  return translation.directory.word[block];
}

/* A check that fails names the line of the test too. */
#define map(...) FROM_HERE(map(__VA_ARGS__))
#define map_run(...) FROM_HERE(map_run(__VA_ARGS__))
#define unmap(...) FROM_HERE(unmap(__VA_ARGS__))
#define expect_pages(...) FROM_HERE(expect_pages(__VA_ARGS__))
#define expect_extents(...) FROM_HERE(expect_extents(__VA_ARGS__))

/* ---- the cases ---- */

static void zeroed_memory_maps_nothing(void)
{
  expect_pages();
  EXPECT_AT("a page beyond all", 0, 0, dxgmap_translation_find(&translation, DXGMAP_CELLS));
  EXPECT_AT("the last number", 0, 0, dxgmap_translation_find(&translation, UINT64_MAX));
  expect_extents(0, DXGMAP_CELLS, DXGMAP_CELLS);
  expect_extents(0, 0, 0);
}

static void a_whole_block_is_one_word(void)
{
  map_run(0, 2u * DXGMAP_BLOCK, 7);
  EXPECT_AT("word of the first block", 0, 7u + DXGMAP_TRANSLATION_RUN, word(0));
  EXPECT_AT("word of the second block", 1, 7u + DXGMAP_BLOCK + DXGMAP_TRANSLATION_RUN, word(1));
  expect_extents(0, DXGMAP_CELLS, DXGMAP_CELLS);
  unmap(0, 2u * DXGMAP_BLOCK);
  EXPECT_AT("word of the first block, unmapped", 0, DXGMAP_TRANSLATION_EMPTY, word(0));
}

static void a_list_that_is_a_run_is_one_word(void)
{
  uint64_t pages[2u * DXGMAP_BLOCK + 2u];

  for (uint32_t k = 0; k < 2u * DXGMAP_BLOCK + 2u; k++) {
    pages[k] = k;
  }
  pages[2u * DXGMAP_BLOCK] = 0;
  map(DXGMAP_BLOCK - 1u, 2u * DXGMAP_BLOCK + 2u, pages);
  EXPECT_AT("word of the first block", 0, DXGMAP_TRANSLATION_TABLE, word(0));
  EXPECT_AT("word of the block that is a run", 1, 1u + DXGMAP_TRANSLATION_RUN, word(1));
  EXPECT_AT("word of the block that is none", 2, DXGMAP_TRANSLATION_TABLE, word(2));
  expect_extents(0, DXGMAP_CELLS, DXGMAP_CELLS);
}

static void a_run_that_is_cut_keeps_its_ends(void)
{
  map_run(0, DXGMAP_BLOCK, 20);
  unmap(2, 3);
  EXPECT_AT("word of the block", 0, DXGMAP_TRANSLATION_TABLE, word(0));
  map_run(3, 1, 0);
  expect_extents(0, DXGMAP_CELLS, DXGMAP_CELLS);
}

static void old_entries_stay_hidden(void)
{
  uint64_t pages[DXGMAP_BLOCK];

  for (uint32_t k = 0; k < DXGMAP_BLOCK; k++) {
    pages[k] = DXGMAP_PAGES - 1u - k;
  }
  map(0, DXGMAP_BLOCK, pages);
  unmap(0, DXGMAP_BLOCK);
  EXPECT_AT("word of the block", 0, DXGMAP_TRANSLATION_EMPTY, word(0));
  map(1, 1, pages);
  EXPECT_AT("word of the block, mapped again", 0, DXGMAP_TRANSLATION_TABLE, word(0));
}

static void the_first_and_the_last_page(void)
{
  uint64_t last = DXGMAP_PAGES - 1u;

  map(0, 1, &last);
  map_run(DXGMAP_CELLS - 1u, 1, DXGMAP_PAGES - 1u);
  map_run(DXGMAP_BLOCK, DXGMAP_BLOCK, DXGMAP_PAGES - DXGMAP_BLOCK);
  expect_extents(0, DXGMAP_CELLS, DXGMAP_CELLS);
}

static void nothing_of_nothing(void)
{
  map(3, 0, NULL);
  map_run(DXGMAP_CELLS, 0, 0);
  unmap(DXGMAP_CELLS, 0);
}

static void too_little_room_lists_the_first(void)
{
  map_run(1, 2, 5);
  map_run(3, 2, 40);
  expect_extents(0, 6, 0);
  expect_extents(0, 6, 2);
  expect_extents(0, 6, 3);
  expect_extents(0, 6, 5);
}

static void random_step(void)
{
  uint32_t base = random_below(DXGMAP_CELLS);
  uint32_t n = random_below(DXGMAP_CELLS - base + 1u);
  uint32_t first = random_below(DXGMAP_PAGES - n + 1u);
  uint64_t pages[DXGMAP_CELLS];

  for (uint32_t k = 0; k < n; k++) {
    pages[k] = random_below(16) == 0u ? random_below(DXGMAP_PAGES) : first + k;
  }
  switch (random_below(4)) {
  case 0:
    map(base, n, pages);
    break;
  case 1:
    map_run(base, n, first);
    break;
  case 2:
    base -= base % DXGMAP_BLOCK;
    map_run(base, DXGMAP_BLOCK, random_below(DXGMAP_PAGES - DXGMAP_BLOCK + 1u));
    break;
  default:
    unmap(base, n);
    break;
  }
}

static void random_steps_follow_the_oracle(void)
{
  for (uint32_t round = 0; round < ROUNDS; round++) {
    random_seed(round);
    reset();
    for (uint32_t step = 0; step < STEPS; step++) {
      check_at(round, step);
      uint32_t base = random_below(DXGMAP_CELLS);

      random_step();
      expect_extents(base, random_below(DXGMAP_CELLS - base + 1u), random_below(DXGMAP_CELLS + 1u));
    }
  }
}

/* Block 1 is a run from one page in even turns and from another in odd ones. `turn` is 2 t + 1 while turn t lasts, and
   even between turns. */
static uint32_t turn;
static uint32_t looking;
static uint32_t judged;
static uint32_t wrong;

static uint32_t first_of(uint32_t t)
{
  return t % 2u == 0u ? 10u : 30u;
}

static void *look(void *none)
{
  uint32_t before;

  dxgmap_store_release(&looking, 1);
  do {
    before = dxgmap_load_acquire(&turn);
    uint32_t seen = dxgmap_translation_find(&translation, DXGMAP_BLOCK + 1u);
    if (before % 2u == 0u || before != dxgmap_load_acquire(&turn)) {
      continue;
    }
    judged++;
    if (seen != first_of(before / 2u) + 2u) {
      wrong++;
    }
  } while (before != 2u * TURNS);
  return none;
}

static void a_neighbour_sees_no_split(void)
{
  pthread_t reader;

  check_start(&reader, look, NULL);
  while (dxgmap_load_acquire(&looking) == 0u) {
  }
  for (uint32_t t = 0; t < TURNS; t++) {
    dxgmap_translation_map_run(&translation, DXGMAP_BLOCK, DXGMAP_BLOCK, first_of(t));
    dxgmap_store_release(&turn, 2u * t + 1u);
    dxgmap_translation_unmap(&translation, DXGMAP_BLOCK + 3u, 4);
    dxgmap_translation_map_run(&translation, DXGMAP_BLOCK + 2u, 3, 50);
    dxgmap_translation_map_run(&translation, DXGMAP_BLOCK, DXGMAP_BLOCK, first_of(t));
    dxgmap_store_release(&turn, 2u * t + 2u);
  }
  check_join(reader);
  EXPECT_AT("looks that saw another page", judged, 0, wrong);
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(zeroed_memory_maps_nothing);
  RUN(a_whole_block_is_one_word);
  RUN(a_list_that_is_a_run_is_one_word);
  RUN(a_run_that_is_cut_keeps_its_ends);
  RUN(old_entries_stay_hidden);
  RUN(the_first_and_the_last_page);
  RUN(nothing_of_nothing);
  RUN(too_little_room_lists_the_first);
  RUN(random_steps_follow_the_oracle);
  RUN(a_neighbour_sees_no_split);
  return harness_end();
}
