/* SPDX-License-Identifier: MIT */
/* How many released runs wait together: of long ones fewer than may, so that the cells of those that come and go stay
   where caches have them. On the default profile; in the small one no run is long. */

#include "harness.h"
#include "structures/quarantine.h"

#include <string.h>

#ifdef DXGMAP_PROFILE_SMALL
#error "build this test on the default profile"
#endif

static dxgmap_ranges ranges;

static void open(uint32_t limit)
{
  memset(&ranges, 0, sizeof ranges);
  dxgmap_quarantine_open(&ranges, DXGMAP_CELLS, limit);
}

/* One run after another is given and released; answers how many wait then. */
static uint32_t pairs(uint32_t times, uint32_t pages)
{
  for (uint32_t i = 0; i < times; i++) {
    uint32_t first = dxgmap_quarantine_alloc(&ranges, DXGMAP_ID(0), pages);
    EXPECT_AT("a run is given", i, 1, first < DXGMAP_CELLS);
    dxgmap_quarantine_release(&ranges, DXGMAP_ID(0));
    uint32_t newest = 1u + (ranges.waiting.oldest + ranges.waiting.count - 1u) % DXGMAP_QUARANTINE;
    EXPECT_AT("it waits, the newest", i, first, ranges.base[newest]);
    EXPECT_AT("with all of its pages", i, pages, ranges.length[newest]);
  }
  return ranges.waiting.count;
}

static void many_wait_of_few_pages(void)
{
  static const uint32_t pages[] = {1, 16, 63, 64};
  for (uint32_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    open(DXGMAP_QUARANTINE);
    EXPECT_AT("as many as may", pages[i], DXGMAP_QUARANTINE, pairs(DXGMAP_QUARANTINE + 5u, pages[i]));
  }
}

static void fewer_wait_of_many_pages(void)
{
  static const struct {
    uint32_t pages;
    uint32_t wait;
  } of[] = {{65, 1008}, {256, 256}, {4096, 16}, {16384, 4},   {32768, 2},
            {32769, 1}, {65536, 1}, {65537, 1}, {30000000, 1}};
  for (uint32_t i = 0; i < sizeof of / sizeof of[0]; i++) {
    open(DXGMAP_QUARANTINE);
    EXPECT_AT("runs that wait", of[i].pages, of[i].wait, pairs(of[i].wait + 5u, of[i].pages));
  }
}

static void no_more_than_may(void)
{
  open(16);
  EXPECT_AT("of one page", 1, 16, pairs(30, 1));
  EXPECT_AT("of 4,096", 4096, 16, pairs(30, 4096));
  EXPECT_AT("of 16,384", 16384, 4, pairs(30, 16384));
  open(0);
  EXPECT_AT("a run is given", 0, 1, dxgmap_quarantine_alloc(&ranges, DXGMAP_ID(0), 5) < DXGMAP_CELLS);
  dxgmap_quarantine_release(&ranges, DXGMAP_ID(0));
  EXPECT_AT("none where none may", 0, 0, ranges.waiting.count);
}

/* A long run lets the oldest go, of whatever length; short ones come beside it again. */
static void long_and_short(void)
{
  open(DXGMAP_QUARANTINE);
  EXPECT_AT("short ones", 16, 100, pairs(100, 16));
  EXPECT_AT("with one of 16,384", 16384, 4, pairs(1, 16384));
  EXPECT_AT("and short ones again", 16, 104, pairs(100, 16));
  EXPECT_AT("with one that is longer than all", 1u << 20, 1, pairs(1, 1u << 20));
  EXPECT_AT("and a short one", 1, 2, pairs(1, 1));
}

int main(void)
{
  harness_begin(NULL, NULL);
  RUN(many_wait_of_few_pages);
  RUN(fewer_wait_of_many_pages);
  RUN(no_more_than_may);
  RUN(long_and_short);
  return harness_end();
}
