/* SPDX-License-Identifier: MIT */
/* The quarantine of released runs against an oracle that knows the owner of every page and which runs wait, the oldest
   first: which run an allocation gives is the allocator's choice among those that are free outright, and what it may
   not take while there is one is what waits. */

#include "harness.h"
#include "random.h"
#include "structures/quarantine.h"

#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle walks every page after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define ROUNDS 400u
#define STEPS 1500u
#define NOBODY 0xFFFFFFFFu /* owns page 0, and the pages beyond the limit */

typedef struct {
  uint32_t first;
  uint32_t pages;
} extent;

static dxgmap_ranges ranges;
static dxgmap_ranges before;

/* The oracle: the owner of each page, 0 when it is free or waits; what each id holds; and what waits. */
static uint32_t limit;
static uint32_t owner[DXGMAP_CELLS];
static extent held[DXGMAP_HEAP_IDS];
static extent waiting[DXGMAP_QUARANTINE];
static uint32_t waits;
static uint32_t may_wait;

static uint32_t id_of(uint32_t slot)
{
  return DXGMAP_ID(slot);
}

/* The model's row of waiting runs, the oldest first, is the oracle's. */
static void expect_as_oracle(void)
{
  EXPECT_AT("limit", 0, limit, ranges.limit);
  EXPECT_AT("how many may wait", 0, may_wait, ranges.waiting.limit);
  EXPECT_AT("how many wait", 0, waits, ranges.waiting.count);
  for (uint32_t w = 0; w < waits; w++) {
    uint32_t id = 1u + (ranges.waiting.oldest + w) % DXGMAP_QUARANTINE;
    EXPECT_AT("first page of what waits", id, waiting[w].first, ranges.base[id]);
    EXPECT_AT("pages of what waits", id, waiting[w].pages, ranges.length[id]);
  }
  for (uint32_t slot = 0; slot < DXGMAP_SLOTS; slot++) {
    uint32_t id = id_of(slot);
    EXPECT_AT("length of an id", id, held[id].pages, ranges.length[id]);
    if (held[id].pages > 0u) {
      EXPECT_AT("base of an id", id, held[id].first, ranges.base[id]);
    }
  }
}

static void open(uint32_t pages, uint32_t waiting_limit)
{
  dxgmap_quarantine_open(&ranges, pages, waiting_limit);
  limit = pages;
  may_wait = waiting_limit;
  waits = 0;
  for (uint32_t page = 0; page < DXGMAP_CELLS; page++) {
    owner[page] = page == 0u || page >= pages ? NOBODY : 0u;
  }
  expect_as_oracle();
}

static void reset(void)
{
  memset(&ranges, 0, sizeof ranges);
  memset(held, 0, sizeof held);
  open(DXGMAP_CELLS, DXGMAP_QUARANTINE);
}

static int waits_at(uint32_t page)
{
  for (uint32_t w = 0; w < waits; w++) {
    if (page >= waiting[w].first && page < waiting[w].first + waiting[w].pages) {
      return 1;
    }
  }
  return 0;
}

static uint32_t longest_free_run(int outright)
{
  uint32_t longest = 0;
  uint32_t run = 0;

  for (uint32_t page = 0; page < DXGMAP_CELLS; page++) {
    run = owner[page] == 0u && !(outright && waits_at(page)) ? run + 1u : 0u;
    longest = run > longest ? run : longest;
  }
  return longest;
}

static void leave(void)
{
  waits--;
  memmove(waiting, waiting + 1, waits * sizeof waiting[0]);
}

static uint32_t given;
static uint32_t refused;
static uint32_t pressed;

static void take(uint32_t id, uint32_t base, uint32_t pages)
{
  if (pages > longest_free_run(1)) {
    pressed++;
  }
  while (waits > 0u && pages > longest_free_run(1)) {
    leave();
  }
  for (uint32_t page = base; page < base + pages; page++) {
    EXPECT_AT("owner of a page that is given out", id, 0, owner[page]);
    EXPECT_AT("a page that is given out waits", id, 0, (uint32_t)waits_at(page));
    owner[page] = id;
  }
  held[id].first = base;
  held[id].pages = pages;
}

/* Allocates and compares with the oracle; answers whether a run was given. */
static int alloc(uint32_t slot, uint32_t pages)
{
  int fits = pages <= longest_free_run(0);
  uint32_t id = id_of(slot);

  before = ranges;
  uint32_t base = dxgmap_quarantine_alloc(&ranges, id, pages);
  EXPECT_AT("a run is given", id, (uint32_t)fits, base < DXGMAP_CELLS);
  if (base >= DXGMAP_CELLS) {
    refused++;
    EXPECT_AT("answer of a failure", id, DXGMAP_CELLS, base);
    EXPECT_AT("memory untouched by a failure", id, 1, memcmp(&ranges, &before, sizeof ranges) == 0);
  } else if (base == 0u || base > limit || pages > limit - base) {
    EXPECT_AT("the run is within the pages, from page", id, 1, base);
    return 0;
  } else {
    given++;
    take(id, base, pages);
  }
  expect_as_oracle();
  return base < DXGMAP_CELLS;
}

static void release(uint32_t slot)
{
  uint32_t id = id_of(slot);

  dxgmap_quarantine_release(&ranges, id);
  for (uint32_t page = held[id].first; page < held[id].first + held[id].pages; page++) {
    owner[page] = 0;
  }
  if (may_wait > 0u && waits == may_wait) {
    leave();
  }
  if (may_wait > 0u) {
    waiting[waits++] = held[id];
  }
  held[id].pages = 0;
  expect_as_oracle();
}

static uint32_t base_of(uint32_t slot)
{
  return ranges.base[id_of(slot)];
}

/* A check that fails names the line of the test too. */
#define open(...) FROM_HERE(open(__VA_ARGS__))
#define alloc(...) FROM_HERE(alloc(__VA_ARGS__))
#define release(...) FROM_HERE(release(__VA_ARGS__))

/* ---- the cases ---- */

static void zeroed_memory_gives_nothing(void)
{
  memset(&ranges, 0, sizeof ranges);
  limit = 0;
  may_wait = 0;
  memset(owner, 0xFF, sizeof owner);
  EXPECT_AT("a page of none", 0, 0, (uint32_t)alloc(0, 1));
  EXPECT_AT("the largest count of none", 0, 0, (uint32_t)alloc(0, UINT32_MAX));
}

static void everything_but_page_0(void)
{
  EXPECT_AT("all pages, and page 0", 0, 0, (uint32_t)alloc(0, DXGMAP_CELLS));
  EXPECT_AT("all pages", 0, 1, (uint32_t)alloc(0, DXGMAP_CELLS - 1u));
  EXPECT_AT("first of all pages", 0, 1, base_of(0));
  release(0);
  EXPECT_AT("all pages, while they wait", 1, 1, (uint32_t)alloc(1, DXGMAP_CELLS - 1u));
  EXPECT_AT("nothing waits then", 0, 0, waits);
}

static void nothing_waits_where_none_may(void)
{
  open(DXGMAP_CELLS, 0);
  EXPECT_AT("ten pages", 0, 1, (uint32_t)alloc(0, 10));
  release(0);
  EXPECT_AT("the pages are free outright", 0, DXGMAP_CELLS - 1u, longest_free_run(1));
  EXPECT_AT("all pages", 0, 1, (uint32_t)alloc(0, DXGMAP_CELLS - 1u));
}

static void what_waits_is_not_given_while_another_fits(void)
{
  EXPECT_AT("thirty pages", 0, 1, (uint32_t)alloc(0, 30));
  uint32_t first = base_of(0);
  release(0);
  EXPECT_AT("thirty others", 1, 1, (uint32_t)alloc(1, 30));
  EXPECT_AT("they are others", 1, 1, base_of(1) >= first + 30u || base_of(1) + 30u <= first);
  EXPECT_AT("thirty more, of those that wait", 2, 1, (uint32_t)alloc(2, 30));
  EXPECT_AT("they are not both at once", 3, 0, (uint32_t)alloc(3, 30));
}

/* Four runs of five pages wait, with no more than three pages free beside them. */
static void four_wait(void)
{
  for (uint32_t slot = 0; slot < 8; slot++) {
    EXPECT_AT("five pages", slot, 1, (uint32_t)alloc(slot, 5));
  }
  EXPECT_AT("most of the rest", 8, 1, (uint32_t)alloc(8, DXGMAP_CELLS - 1u - 40u - 3u));
  for (uint32_t slot = 0; slot < 8; slot += 2u) {
    release(slot);
  }
  EXPECT_AT("that all wait", 0, 4, waits);
}

static void the_oldest_leaves_first(void)
{
  four_wait();
  uint32_t oldest = base_of(0);
  EXPECT_AT("four pages, of the oldest", 9, 1, (uint32_t)alloc(9, 4));
  EXPECT_AT("where it was", 9, oldest, base_of(9));
  EXPECT_AT("that the others wait", 0, 3, waits);
}

static void a_fifth_lets_the_oldest_go(void)
{
  four_wait();
  uint32_t oldest = base_of(0);
  release(1);
  EXPECT_AT("that four wait", 0, 4, waits);
  EXPECT_AT("five pages, free outright", 9, 1, (uint32_t)alloc(9, 5));
  EXPECT_AT("where the oldest was", 9, oldest, base_of(9));
  EXPECT_AT("that four wait still", 0, 4, waits);
}

/* Fifteen pages in a row are those of the three that came last, so the one that came first leaves too. */
static void all_that_are_needed_leave(void)
{
  four_wait();
  uint32_t at = base_of(4);
  release(5);
  EXPECT_AT("that four wait", 0, 4, waits);
  EXPECT_AT("fifteen pages", 9, 1, (uint32_t)alloc(9, 15));
  EXPECT_AT("where they were", 9, at, base_of(9));
  EXPECT_AT("that none waits", 0, 0, waits);
}

/* Three runs that wait, with two that are free outright before and between them, make 25 pages in a row; the run that
   they start with came last. A fourth waits elsewhere. */
static void free_and_waiting_in_a_row(void)
{
  four_wait();
  uint32_t at = base_of(0);
  release(3);
  release(1);
  EXPECT_AT("that four wait", 0, 4, waits);
  EXPECT_AT("five pages in a row outright, no more", 0, 5, longest_free_run(1));
  EXPECT_AT("25 pages in a row with what waits, no more", 0, 25, longest_free_run(0));
  EXPECT_AT("26 pages", 9, 0, (uint32_t)alloc(9, 26));
  EXPECT_AT("that four wait still", 0, 4, waits);
  EXPECT_AT("25 pages", 9, 1, (uint32_t)alloc(9, 25));
  EXPECT_AT("where they were", 9, at, base_of(9));
  EXPECT_AT("that none waits", 0, 0, waits);
}

/* What waits at the end of the pages is in a row with what is free after it, up to the limit. */
static void in_a_row_up_to_the_limit(void)
{
  four_wait();
  uint32_t at = base_of(7);
  release(8);
  release(7);
  uint32_t pages = limit - at;
  EXPECT_AT("a page more than there is", 9, 0, (uint32_t)alloc(9, pages + 6u));
  EXPECT_AT("that four wait still", 0, 4, waits);
  EXPECT_AT("all to the limit", 9, 1, (uint32_t)alloc(9, pages + 5u));
  EXPECT_AT("where they were", 9, at - 5u, base_of(9));
}

static void what_does_not_fit_moves_nothing(void)
{
  four_wait();
  EXPECT_AT("six pages, which are free nowhere", 9, 0, (uint32_t)alloc(9, 6));
  EXPECT_AT("the largest count", 9, 0, (uint32_t)alloc(9, UINT32_MAX));
  EXPECT_AT("that all wait still", 0, 4, waits);
}

static void opened_again_nothing_waits(void)
{
  four_wait();
  for (uint32_t slot = 1; slot < 8; slot += 2u) {
    release(slot);
  }
  release(8);
  open(20, 1);
  EXPECT_AT("all pages of the new limit", 0, 19, longest_free_run(1));
  EXPECT_AT("twenty pages of nineteen", 0, 0, (uint32_t)alloc(0, 20));
  EXPECT_AT("nineteen", 0, 1, (uint32_t)alloc(0, 19));
  release(0);
  open(DXGMAP_CELLS, DXGMAP_QUARANTINE);
  EXPECT_AT("all pages", 0, 1, (uint32_t)alloc(0, DXGMAP_CELLS - 1u));
}

/* ---- at random ---- */

static uint32_t random_pages(void)
{
  return 1u + random_below(random_below(8) == 0u ? DXGMAP_CELLS + 2u : 6u);
}

static void release_all(void)
{
  for (uint32_t slot = 0; slot < DXGMAP_SLOTS; slot++) {
    if (held[id_of(slot)].pages > 0u) {
      release(slot);
    }
  }
}

static void random_steps_follow_the_oracle(void)
{
  given = refused = pressed = 0;
  for (uint32_t round = 0; round < ROUNDS; round++) {
    random_seed(round);
    if (round % 10u == 0u) {
      reset();
    }
    release_all();
    open(1u + random_below(DXGMAP_CELLS), random_below(DXGMAP_QUARANTINE + 1u));
    for (uint32_t step = 0; step < STEPS; step++) {
      check_at(round, step);
      uint32_t slot = random_below(DXGMAP_SLOTS);

      if (held[id_of(slot)].pages > 0u) {
        release(slot);
      } else {
        alloc(slot, random_pages());
      }
    }
  }
  EXPECT_AT("steps that were given a run", 0, 1, given > ROUNDS);
  EXPECT_AT("steps that were refused one", 0, 1, refused > ROUNDS);
  EXPECT_AT("steps that were given what waited", 0, 1, pressed > ROUNDS);
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(zeroed_memory_gives_nothing);
  RUN(everything_but_page_0);
  RUN(nothing_waits_where_none_may);
  RUN(what_waits_is_not_given_while_another_fits);
  RUN(the_oldest_leaves_first);
  RUN(a_fifth_lets_the_oldest_go);
  RUN(all_that_are_needed_leave);
  RUN(free_and_waiting_in_a_row);
  RUN(in_a_row_up_to_the_limit);
  RUN(what_does_not_fit_moves_nothing);
  RUN(opened_again_nothing_waits);
  RUN(random_steps_follow_the_oracle);
  return harness_end();
}
