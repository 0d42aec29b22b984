/* SPDX-License-Identifier: MIT */
/* The range allocator against an oracle that knows the owner of every page. What the proof cannot see is tested here:
   that the compiled code does what the annotated text says, and that the contracts mean what a reader takes them to
   mean. */

#include "harness.h"
#include "random.h"
#include "structures/ranges.h"

#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle walks every page after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define ROUNDS 300u
#define STEPS 2000u
#define NOBODY 0xFFFFFFFFu /* owns page 0, and the pages beyond the limit */

static dxgmap_ranges ranges;
static dxgmap_ranges before;

/* The oracle: the owner of each page, 0 when it is free, and what each id holds. */
static uint32_t limit;
static uint32_t owner[DXGMAP_CELLS];
static uint32_t first_page[DXGMAP_HEAP_IDS];
static uint32_t page_count[DXGMAP_HEAP_IDS];

static void bound(uint32_t pages)
{
  dxgmap_ranges_bound(&ranges, pages);
  limit = pages;
  for (uint32_t page = 0; page < DXGMAP_CELLS; page++) {
    owner[page] = page == 0u || page >= pages ? NOBODY : 0u;
  }
}

static void reset(void)
{
  memset(&ranges, 0, sizeof ranges);
  memset(first_page, 0, sizeof first_page);
  memset(page_count, 0, sizeof page_count);
  bound(DXGMAP_CELLS);
}

static uint32_t longest_free_run(void)
{
  uint32_t longest = 0;
  uint32_t run = 0;

  for (uint32_t page = 0; page < DXGMAP_CELLS; page++) {
    run = owner[page] == 0u ? run + 1u : 0u;
    longest = run > longest ? run : longest;
  }
  return longest;
}

static void expect_as_oracle(void)
{
  EXPECT_AT("limit", 0, limit, ranges.limit);
  for (uint32_t id = 1; id < DXGMAP_HEAP_IDS; id++) {
    EXPECT_AT("length of an id", id, page_count[id], ranges.length[id]);
    if (page_count[id] > 0u) {
      EXPECT_AT("base of an id", id, first_page[id], ranges.base[id]);
    }
  }
}

static void expect_untouched(uint32_t id)
{
  EXPECT_AT("memory untouched by a failure", id, 1, memcmp(&ranges, &before, sizeof ranges) == 0);
}

static void take(uint32_t id, uint32_t base, uint32_t pages)
{
  for (uint32_t page = base; page < base + pages; page++) {
    EXPECT_AT("owner of a page that is given out", id, 0, owner[page]);
    owner[page] = id;
  }
  first_page[id] = base;
  page_count[id] = pages;
}

/* Allocates and compares with the oracle; answers whether a run was given. */
static int alloc(uint32_t id, uint32_t pages)
{
  int fits = pages <= longest_free_run();
  uint32_t base;

  before = ranges;
  base = dxgmap_ranges_alloc(&ranges, id, pages);
  EXPECT_AT("a run is given", id, (uint32_t)fits, base < DXGMAP_CELLS);
  if (base >= DXGMAP_CELLS) {
    EXPECT_AT("answer of a failure", id, DXGMAP_CELLS, base);
    expect_untouched(id);
  } else if (pages > limit - base) {
    EXPECT_AT("end of the run within the pages", id, limit, base + pages);
    return 0;
  } else {
    take(id, base, pages);
  }
  expect_as_oracle();
  return base < DXGMAP_CELLS;
}

static void release(uint32_t id)
{
  dxgmap_ranges_free(&ranges, id);
  for (uint32_t page = first_page[id]; page < first_page[id] + page_count[id]; page++) {
    owner[page] = 0;
  }
  page_count[id] = 0;
  expect_as_oracle();
}

static void rename_to(uint32_t from, uint32_t to)
{
  dxgmap_ranges_rename(&ranges, from, to);
  first_page[to] = first_page[from];
  page_count[to] = page_count[from];
  page_count[from] = 0;
  for (uint32_t page = first_page[to]; page < first_page[to] + page_count[to]; page++) {
    owner[page] = to;
  }
  expect_as_oracle();
}

/* A check that fails names the line of the test too. */
#define alloc(...) FROM_HERE(alloc(__VA_ARGS__))
#define release(...) FROM_HERE(release(__VA_ARGS__))
#define rename_to(...) FROM_HERE(rename_to(__VA_ARGS__))

static void zeroed_memory_gives_nothing(void)
{
  memset(&ranges, 0, sizeof ranges);
  limit = 0;
  memset(owner, 0xFF, sizeof owner);
  EXPECT_AT("a page of none", 1, 0, (uint32_t)alloc(1, 1));
  EXPECT_AT("the largest count of none", 1, 0, (uint32_t)alloc(1, UINT32_MAX));
}

static void everything_but_page_0(void)
{
  EXPECT_AT("all pages, and page 0", 3, 0, (uint32_t)alloc(3, DXGMAP_CELLS));
  EXPECT_AT("all pages", 7, 1, (uint32_t)alloc(7, DXGMAP_CELLS - 1u));
  EXPECT_AT("first of all pages", 7, 1, ranges.base[7]);
  EXPECT_AT("not one page more", 3, 0, (uint32_t)alloc(3, 1));
  release(7);
  EXPECT_AT("all pages again", DXGMAP_HEAP_IDS - 1u, 1, (uint32_t)alloc(DXGMAP_HEAP_IDS - 1u, DXGMAP_CELLS - 1u));
}

static void too_many_pages_leave_fresh_memory(void)
{
  EXPECT_AT("one page too many", 1, 0, (uint32_t)alloc(1, DXGMAP_CELLS));
  EXPECT_AT("two pages too many", 1, 0, (uint32_t)alloc(1, DXGMAP_CELLS + 1u));
  EXPECT_AT("the largest count", 1, 0, (uint32_t)alloc(1, UINT32_MAX));
  EXPECT_AT("ids that are known", 0, 0, ranges.heap.high);
}

static void a_limit_is_kept(void)
{
  bound(1);
  EXPECT_AT("a page, where there is page 0 alone", 1, 0, (uint32_t)alloc(1, 1));
  bound(10);
  EXPECT_AT("ten pages of nine", 1, 0, (uint32_t)alloc(1, 10));
  EXPECT_AT("nine pages of nine", 1, 1, (uint32_t)alloc(1, 9));
  release(1);
  bound(2);
  EXPECT_AT("two pages of one", 2, 0, (uint32_t)alloc(2, 2));
  EXPECT_AT("one page of one", 2, 1, (uint32_t)alloc(2, 1));
  release(2);
  bound(1);
  EXPECT_AT("a page, once there was one", 3, 0, (uint32_t)alloc(3, 1));
  bound(DXGMAP_CELLS);
  EXPECT_AT("all pages, once there were fewer", 4, 1, (uint32_t)alloc(4, DXGMAP_CELLS - 1u));
}

/* Two pages an id, in falling order of ids, until one page is left. */
static void fill(void)
{
  for (uint32_t id = DXGMAP_HEAP_IDS - 1u; longest_free_run() > 2u; id--) {
    EXPECT_AT("two pages of many", id, 1, (uint32_t)alloc(id, 2));
  }
}

static void last_page_is_found(void)
{
  fill();
  EXPECT_AT("two pages", 1, 0, (uint32_t)alloc(1, 2));
  EXPECT_AT("the last page", 1, 1, (uint32_t)alloc(1, 1));
}

static void release_each_second(void)
{
  for (uint32_t id = DXGMAP_HEAP_IDS - 2u; page_count[id] > 0u; id -= 2u) {
    release(id);
  }
}

static void neighbours_merge(void)
{
  fill();
  release_each_second();
  EXPECT_AT("three pages among holes of two", 1, 0, (uint32_t)alloc(1, 3));
  release(DXGMAP_HEAP_IDS - 9u);
  EXPECT_AT("six pages where three neighbours were", 1, 1, (uint32_t)alloc(1, 6));
}

static void drained_gives_everything(void)
{
  fill();
  for (uint32_t id = 1; id < DXGMAP_HEAP_IDS; id++) {
    if (page_count[id] > 0u) {
      release(id);
    }
  }
  EXPECT_AT("all pages after all are free", 1, 1, (uint32_t)alloc(1, DXGMAP_CELLS - 1u));
}

/* The run, its gap and its neighbours are what they were, under another id: between others, and first and last. */
static void renamed_keeps_its_run_and_its_gap(void)
{
  fill();
  release_each_second();
  for (uint32_t from = DXGMAP_HEAP_IDS - 1u, to = 1; page_count[from] > 0u && page_count[to] == 0u; from -= 2u, to++) {
    rename_to(from, to);
  }
  EXPECT_AT("three pages among holes of two", DXGMAP_HEAP_IDS - 1u, 0, (uint32_t)alloc(DXGMAP_HEAP_IDS - 1u, 3));
  release(2);
  EXPECT_AT("six pages where a renamed one was", DXGMAP_HEAP_IDS - 1u, 1, (uint32_t)alloc(DXGMAP_HEAP_IDS - 1u, 6));
}

/* Short runs mostly, so that many are live, and now and then one that can only fit when little is. */
static uint32_t random_pages(void)
{
  return 1u + random_below(random_below(8) == 0u ? DXGMAP_CELLS + 2u : 6u);
}

static uint32_t given;
static uint32_t refused;
static uint32_t renamed;

static void random_step(void)
{
  uint32_t id = 1u + random_below(DXGMAP_HEAP_IDS - 1u);
  uint32_t other = 1u + random_below(DXGMAP_HEAP_IDS - 1u);

  if (page_count[id] > 0u && page_count[other] == 0u && other < ranges.heap.high && random_below(3) > 0u) {
    rename_to(id, other);
    renamed++;
  } else if (page_count[id] > 0u) {
    release(id);
  } else if (alloc(id, random_pages())) {
    given++;
  } else {
    refused++;
  }
}

static int idle(void)
{
  for (uint32_t id = 1; id < DXGMAP_HEAP_IDS; id++) {
    if (page_count[id] > 0u) {
      return 0;
    }
  }
  return 1;
}

static void random_steps_follow_the_oracle(void)
{
  for (uint32_t round = 0; round < ROUNDS; round++) {
    random_seed(round);
    reset();
    if (round % 3u > 0u) {
      bound(1u + random_below(DXGMAP_CELLS));
    }
    for (uint32_t step = 0; step < STEPS; step++) {
      check_at(round, step);
      random_step();
      if (idle() && random_below(4) == 0u) {
        bound(1u + random_below(DXGMAP_CELLS));
      }
    }
  }
  EXPECT_AT("steps that were given a run", 0, 1, given > ROUNDS);
  EXPECT_AT("steps that were refused one", 0, 1, refused > ROUNDS);
  EXPECT_AT("steps that renamed one", 0, 1, renamed > ROUNDS);
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(zeroed_memory_gives_nothing);
  RUN(everything_but_page_0);
  RUN(too_many_pages_leave_fresh_memory);
  RUN(a_limit_is_kept);
  RUN(last_page_is_found);
  RUN(neighbours_merge);
  RUN(drained_gives_everything);
  RUN(renamed_keeps_its_run_and_its_gap);
  RUN(random_steps_follow_the_oracle);
  return harness_end();
}
