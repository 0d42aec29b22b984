/* The range allocator against an oracle that knows the owner of every page. What the proof cannot see is tested here:
   that the compiled code does what the annotated text says, and that the contracts mean what a reader takes them to
   mean. */

#include "ranges.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle walks every page after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define ROUNDS 300u
#define STEPS 2000u

static dxgmap_ranges ranges;
static dxgmap_ranges before;

/* The oracle: the owner of each page, 0 when it is free, and what each id holds. */
static uint32_t owner[DXGMAP_CELLS];
static uint32_t first_page[DXGMAP_HEAP_IDS];
static uint32_t page_count[DXGMAP_HEAP_IDS];

static unsigned passed;
static unsigned failed;
static unsigned broken; /* checks that failed in the case that runs */

static void expect(const char *what, uint32_t id, uint32_t expected, uint32_t seen)
{
  if (expected != seen) {
    broken++;
    printf("%s (id %" PRIu32 "): expected %" PRIu32 ", seen %" PRIu32 "\n", what, id, expected, seen);
  }
}

static void reset(void)
{
  memset(&ranges, 0, sizeof ranges);
  memset(owner, 0, sizeof owner);
  memset(first_page, 0, sizeof first_page);
  memset(page_count, 0, sizeof page_count);
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
  for (uint32_t id = 1; id <= DXGMAP_SLOTS; id++) {
    expect("length of an id", id, page_count[id], ranges.length[id]);
    if (page_count[id] > 0u) {
      expect("base of an id", id, first_page[id], ranges.base[id]);
    }
  }
}

static void expect_untouched(uint32_t id)
{
  expect("memory untouched by a failure", id, 1, memcmp(&ranges, &before, sizeof ranges) == 0);
}

static void take(uint32_t id, uint32_t base, uint32_t pages)
{
  for (uint32_t page = base; page < base + pages; page++) {
    expect("owner of a page that is given out", id, 0, owner[page]);
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
  expect("a run is given", id, (uint32_t)fits, base < DXGMAP_CELLS);
  if (base >= DXGMAP_CELLS) {
    expect("answer of a failure", id, DXGMAP_CELLS, base);
    expect_untouched(id);
  } else if (pages > DXGMAP_CELLS - base) {
    expect("end of the run within the pages", id, DXGMAP_CELLS, base + pages);
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

static void zeroed_memory_gives_everything(void)
{
  expect("all pages", 7, 1, (uint32_t)alloc(7, DXGMAP_CELLS));
  expect("not one page more", 3, 0, (uint32_t)alloc(3, 1));
  release(7);
  expect("all pages again", DXGMAP_SLOTS, 1, (uint32_t)alloc(DXGMAP_SLOTS, DXGMAP_CELLS));
}

static void too_many_pages_leave_zeroed_memory(void)
{
  expect("one page too many", 1, 0, (uint32_t)alloc(1, DXGMAP_CELLS + 1u));
  expect("the largest count", 1, 0, (uint32_t)alloc(1, UINT32_MAX));
}

/* Two pages an id, in falling order of ids, until all but one page are taken. */
static void fill(void)
{
  for (uint32_t id = DXGMAP_SLOTS; id > 1u; id--) {
    expect("two pages of many", id, 1, (uint32_t)alloc(id, id == 2u ? longest_free_run() - 1u : 2));
  }
}

static void last_page_is_found(void)
{
  fill();
  expect("two pages", 1, 0, (uint32_t)alloc(1, 2));
  expect("the last page", 1, 1, (uint32_t)alloc(1, 1));
}

static void neighbours_merge(void)
{
  fill();
  for (uint32_t id = 3; id <= DXGMAP_SLOTS; id += 2u) {
    release(id);
  }
  expect("three pages among holes of two", 1, 0, (uint32_t)alloc(1, 3));
  release(10);
  expect("six pages where three neighbours were", 1, 1, (uint32_t)alloc(1, 6));
}

static void drained_gives_everything(void)
{
  fill();
  for (uint32_t id = 2; id <= DXGMAP_SLOTS; id++) {
    release(id);
  }
  expect("all pages after all are free", 1, 1, (uint32_t)alloc(1, DXGMAP_CELLS));
}

static uint32_t random_below(uint32_t bound)
{
  static uint64_t seed = 88172645463325252u;

  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (uint32_t)(seed % bound);
}

/* Short runs mostly, so that many are live, and now and then one that can only fit when little is. */
static uint32_t random_pages(void)
{
  return 1u + random_below(random_below(8) == 0u ? DXGMAP_CELLS + 2u : 6u);
}

static void random_steps_follow_the_oracle(void)
{
  uint32_t given = 0;
  uint32_t refused = 0;

  for (uint32_t round = 0; round < ROUNDS && broken == 0u; round++) {
    reset();
    for (uint32_t step = 0; step < STEPS && broken == 0u; step++) {
      uint32_t id = 1u + random_below(DXGMAP_SLOTS);

      if (page_count[id] > 0u) {
        release(id);
      } else if (alloc(id, random_pages())) {
        given++;
      } else {
        refused++;
      }
    }
  }
  expect("steps that were given a run", 0, 1, given > ROUNDS);
  expect("steps that were refused one", 0, 1, refused > ROUNDS);
}

static void run(const char *name, void (*test)(void))
{
  reset();
  broken = 0;
  test();
  if (broken == 0u) {
    passed++;
  } else {
    failed++;
    printf("FAIL %s\n", name);
  }
}

int main(void)
{
  run("zeroed memory gives everything", zeroed_memory_gives_everything);
  run("too many pages leave zeroed memory", too_many_pages_leave_zeroed_memory);
  run("last page is found", last_page_is_found);
  run("neighbours merge", neighbours_merge);
  run("drained gives everything", drained_gives_everything);
  run("random steps follow the oracle", random_steps_follow_the_oracle);
  printf("%u passed, %u failed\n", passed, failed);
  return failed == 0u ? 0 : 1;
}
