/* SPDX-License-Identifier: MIT */
/* The quarantine of released runs against an oracle that knows the owner of every page and which runs wait, the oldest
   first: which run an allocation gives is the allocator's choice among those that are free outright, and what it may not
   take while there is one is what waits. */

#include "cases.h"
#include "structures/quarantine.h"

#include <inttypes.h>
#include <stdio.h>
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

static void expect(const char *what, uint32_t id, uint32_t expected, uint32_t seen)
{
  if (expected != seen) {
    broken++;
    printf("%s (id %" PRIu32 "): expected %" PRIu32 ", seen %" PRIu32 "\n", what, id, expected, seen);
  }
}

static uint32_t id_of(uint32_t slot)
{
  return DXGMAP_ID(slot);
}

/* The model's row of waiting runs, the oldest first, is the oracle's. */
static void expect_as_oracle(void)
{
  expect("limit", 0, limit, ranges.limit);
  expect("how many may wait", 0, may_wait, ranges.waiting.limit);
  expect("how many wait", 0, waits, ranges.waiting.count);
  for (uint32_t w = 0; w < waits; w++) {
    uint32_t id = 1u + (ranges.waiting.oldest + w) % DXGMAP_QUARANTINE;
    expect("first page of what waits", id, waiting[w].first, ranges.base[id]);
    expect("pages of what waits", id, waiting[w].pages, ranges.length[id]);
  }
  for (uint32_t slot = 0; slot < DXGMAP_SLOTS; slot++) {
    uint32_t id = id_of(slot);
    expect("length of an id", id, held[id].pages, ranges.length[id]);
    if (held[id].pages > 0u) {
      expect("base of an id", id, held[id].first, ranges.base[id]);
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
    expect("owner of a page that is given out", id, 0, owner[page]);
    expect("a page that is given out waits", id, 0, (uint32_t)waits_at(page));
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
  expect("a run is given", id, (uint32_t)fits, base < DXGMAP_CELLS);
  if (base >= DXGMAP_CELLS) {
    refused++;
    expect("answer of a failure", id, DXGMAP_CELLS, base);
    expect("memory untouched by a failure", id, 1, memcmp(&ranges, &before, sizeof ranges) == 0);
  } else if (base == 0u || base > limit || pages > limit - base) {
    expect("the run is within the pages, from page", id, 1, base);
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

/* ---- the cases ---- */

static void zeroed_memory_gives_nothing(void)
{
  memset(&ranges, 0, sizeof ranges);
  limit = 0;
  may_wait = 0;
  memset(owner, 0xFF, sizeof owner);
  expect("a page of none", 0, 0, (uint32_t)alloc(0, 1));
  expect("the largest count of none", 0, 0, (uint32_t)alloc(0, UINT32_MAX));
}

static void everything_but_page_0(void)
{
  expect("all pages, and page 0", 0, 0, (uint32_t)alloc(0, DXGMAP_CELLS));
  expect("all pages", 0, 1, (uint32_t)alloc(0, DXGMAP_CELLS - 1u));
  expect("first of all pages", 0, 1, base_of(0));
  release(0);
  expect("all pages, while they wait", 1, 1, (uint32_t)alloc(1, DXGMAP_CELLS - 1u));
  expect("nothing waits then", 0, 0, waits);
}

static void nothing_waits_where_none_may(void)
{
  open(DXGMAP_CELLS, 0);
  expect("ten pages", 0, 1, (uint32_t)alloc(0, 10));
  release(0);
  expect("the pages are free outright", 0, DXGMAP_CELLS - 1u, longest_free_run(1));
  expect("all pages", 0, 1, (uint32_t)alloc(0, DXGMAP_CELLS - 1u));
}

static void what_waits_is_not_given_while_another_fits(void)
{
  expect("thirty pages", 0, 1, (uint32_t)alloc(0, 30));
  uint32_t first = base_of(0);
  release(0);
  expect("thirty others", 1, 1, (uint32_t)alloc(1, 30));
  expect("they are others", 1, 1, base_of(1) >= first + 30u || base_of(1) + 30u <= first);
  expect("thirty more, of those that wait", 2, 1, (uint32_t)alloc(2, 30));
  expect("they are not both at once", 3, 0, (uint32_t)alloc(3, 30));
}

/* Four runs of five pages wait, with no more than three pages free beside them. */
static void four_wait(void)
{
  for (uint32_t slot = 0; slot < 8; slot++) {
    expect("five pages", slot, 1, (uint32_t)alloc(slot, 5));
  }
  expect("most of the rest", 8, 1, (uint32_t)alloc(8, DXGMAP_CELLS - 1u - 40u - 3u));
  for (uint32_t slot = 0; slot < 8; slot += 2u) {
    release(slot);
  }
  expect("that all wait", 0, 4, waits);
}

static void the_oldest_leaves_first(void)
{
  four_wait();
  uint32_t oldest = base_of(0);
  expect("four pages, of the oldest", 9, 1, (uint32_t)alloc(9, 4));
  expect("where it was", 9, oldest, base_of(9));
  expect("that the others wait", 0, 3, waits);
}

static void a_fifth_lets_the_oldest_go(void)
{
  four_wait();
  uint32_t oldest = base_of(0);
  release(1);
  expect("that four wait", 0, 4, waits);
  expect("five pages, free outright", 9, 1, (uint32_t)alloc(9, 5));
  expect("where the oldest was", 9, oldest, base_of(9));
  expect("that four wait still", 0, 4, waits);
}

/* Fifteen pages in a row are those of the three that came last, so the one that came first leaves too. */
static void all_that_are_needed_leave(void)
{
  four_wait();
  uint32_t at = base_of(4);
  release(5);
  expect("that four wait", 0, 4, waits);
  expect("fifteen pages", 9, 1, (uint32_t)alloc(9, 15));
  expect("where they were", 9, at, base_of(9));
  expect("that none waits", 0, 0, waits);
}

/* Three runs that wait, with two that are free outright before and between them, make 25 pages in a row; the run that
   they start with came last. A fourth waits elsewhere. */
static void free_and_waiting_in_a_row(void)
{
  four_wait();
  uint32_t at = base_of(0);
  release(3);
  release(1);
  expect("that four wait", 0, 4, waits);
  expect("five pages in a row outright, no more", 0, 5, longest_free_run(1));
  expect("25 pages in a row with what waits, no more", 0, 25, longest_free_run(0));
  expect("26 pages", 9, 0, (uint32_t)alloc(9, 26));
  expect("that four wait still", 0, 4, waits);
  expect("25 pages", 9, 1, (uint32_t)alloc(9, 25));
  expect("where they were", 9, at, base_of(9));
  expect("that none waits", 0, 0, waits);
}

/* What waits at the end of the pages is in a row with what is free after it, up to the limit. */
static void in_a_row_up_to_the_limit(void)
{
  four_wait();
  uint32_t at = base_of(7);
  release(8);
  release(7);
  uint32_t pages = limit - at;
  expect("a page more than there is", 9, 0, (uint32_t)alloc(9, pages + 6u));
  expect("that four wait still", 0, 4, waits);
  expect("all to the limit", 9, 1, (uint32_t)alloc(9, pages + 5u));
  expect("where they were", 9, at - 5u, base_of(9));
}

static void what_does_not_fit_moves_nothing(void)
{
  four_wait();
  expect("six pages, which are free nowhere", 9, 0, (uint32_t)alloc(9, 6));
  expect("the largest count", 9, 0, (uint32_t)alloc(9, UINT32_MAX));
  expect("that all wait still", 0, 4, waits);
}

static void opened_again_nothing_waits(void)
{
  four_wait();
  for (uint32_t slot = 1; slot < 8; slot += 2u) {
    release(slot);
  }
  release(8);
  open(20, 1);
  expect("all pages of the new limit", 0, 19, longest_free_run(1));
  expect("twenty pages of nineteen", 0, 0, (uint32_t)alloc(0, 20));
  expect("nineteen", 0, 1, (uint32_t)alloc(0, 19));
  release(0);
  open(DXGMAP_CELLS, DXGMAP_QUARANTINE);
  expect("all pages", 0, 1, (uint32_t)alloc(0, DXGMAP_CELLS - 1u));
}

/* ---- at random ---- */

static uint32_t random_below(uint32_t bound)
{
  static uint64_t seed = 88172645463325252u;

  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint32_t)(seed % bound);
}

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
  for (uint32_t round = 0; round < ROUNDS && broken == 0u; round++) {
    if (round % 10u == 0u) {
      reset();
    }
    release_all();
    open(1u + random_below(DXGMAP_CELLS), random_below(DXGMAP_QUARANTINE + 1u));
    for (uint32_t step = 0; step < STEPS && broken == 0u; step++) {
      uint32_t slot = random_below(DXGMAP_SLOTS);

      if (held[id_of(slot)].pages > 0u) {
        release(slot);
      } else {
        alloc(slot, random_pages());
      }
    }
  }
  expect("steps that were given a run", 0, 1, given > ROUNDS);
  expect("steps that were refused one", 0, 1, refused > ROUNDS);
  expect("steps that were given what waited", 0, 1, pressed > ROUNDS);
}

int main(void)
{
  run("zeroed memory gives nothing", zeroed_memory_gives_nothing);
  run("everything but page 0", everything_but_page_0);
  run("nothing waits where none may", nothing_waits_where_none_may);
  run("what waits is not given while another fits", what_waits_is_not_given_while_another_fits);
  run("the oldest leaves first", the_oldest_leaves_first);
  run("a fifth lets the oldest go", a_fifth_lets_the_oldest_go);
  run("all that are needed leave", all_that_are_needed_leave);
  run("free and waiting in a row", free_and_waiting_in_a_row);
  run("in a row up to the limit", in_a_row_up_to_the_limit);
  run("what does not fit moves nothing", what_does_not_fit_moves_nothing);
  run("opened again nothing waits", opened_again_nothing_waits);
  run("random steps follow the oracle", random_steps_follow_the_oracle);
  return conclude();
}
