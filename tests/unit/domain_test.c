/* SPDX-License-Identifier: MIT */
/* The domain against a plain page table: of each logical page the mapping and the physical page, and how often each
   physical page is captured. Everything in both modes. */

#include "harness.h"
#include "random.h"
#include "structures/domain.h"

#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle walks every page after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define ROUNDS 200u
#define STEPS 500u

static dxgmap_domain domain;
static dxgmap_domain before;

static uint32_t mode;

/* The oracle. */
static uint32_t limit;
static uint32_t mapping[DXGMAP_CELLS]; /* id, or 0 */
static uint64_t page_at[DXGMAP_CELLS];
static uint32_t pages_of[DXGMAP_HEAP_IDS];

static uint32_t captures(uint32_t page)
{
  uint32_t n = 0;

  for (uint32_t l = 0; l < DXGMAP_CELLS; l++) {
    n += mapping[l] != 0u && page_at[l] == page;
  }
  return n;
}

/* The page + 1 that a logical page is to be mapped to. */
static uint64_t answer(uint32_t l)
{
  if (mode == DXGMAP_IDENTITY) {
    return captures(l) > 0u ? l + 1u : 0u;
  }
  return mapping[l] == 0u ? 0u : page_at[l] + 1u;
}

static void expect_as_oracle(void)
{
  for (uint32_t l = 0; l < DXGMAP_CELLS; l++) {
    EXPECT_AT("translation of a logical page", l, answer(l), dxgmap_domain_find(&domain, mode, l));
    if (mode == DXGMAP_IDENTITY) {
      EXPECT_AT("translation in identity mode", l, 0, dxgmap_translation_find(&domain.translation, l));
    }
    EXPECT_AT("owner of a logical page", l, mapping[l], dxgmap_domain_owner(&domain, l));
    EXPECT_AT("cell of a logical page", l, mapping[l] == 0u ? 0u : page_at[l] + 1u, domain.cells.cell[l]);
  }
  for (uint32_t p = 0; p < DXGMAP_PAGES; p++) {
    uint32_t n = captures(p);

    EXPECT_AT("count of a page", p, n, domain.counts.count[p]);
  }
}

static void open(uint32_t pages, uint32_t waiting)
{
  dxgmap_domain_open(&domain, pages, waiting);
  limit = pages;
  expect_as_oracle();
}

static void reset(void)
{
  memset(&domain, 0, sizeof domain);
  memset(mapping, 0, sizeof mapping);
  memset(pages_of, 0, sizeof pages_of);
  open(DXGMAP_CELLS, DXGMAP_QUARANTINE);
}

static uint32_t longest_free_run(void)
{
  uint32_t longest = 0;
  uint32_t run = 0;

  for (uint32_t l = 1; l < limit; l++) {
    run = mapping[l] == 0u ? run + 1u : 0u;
    longest = run > longest ? run : longest;
  }
  return longest;
}

/* Maps and compares with the oracle; answers whether it was. */
static int map(uint32_t slot, const uint64_t *pages, uint32_t n)
{
  uint32_t id = DXGMAP_ID(slot);
  int fits = n <= longest_free_run();

  before = domain;
  int mapped = dxgmap_domain_map(&domain, mode, id, pages, n);
  EXPECT_AT("whether it is mapped", slot, (uint64_t)fits, (uint64_t)mapped);
  if (!mapped) {
    EXPECT_AT("domain untouched by a failure", slot, 1, memcmp(&domain, &before, sizeof domain) == 0);
    return 0;
  }
  uint32_t base = domain.ranges.base[id];
  EXPECT_AT("first logical page is inside", slot, 1, base >= 1u && base <= limit && n <= limit - base);
  for (uint32_t k = 0; k < n && base + k < DXGMAP_CELLS; k++) {
    EXPECT_AT("owner of a logical page that is given out", base + k, 0, mapping[base + k]);
    mapping[base + k] = id;
    page_at[base + k] = pages[k];
  }
  pages_of[id] = n;
  expect_as_oracle();
  return 1;
}

static void unmap(uint32_t slot)
{
  uint32_t id = DXGMAP_ID(slot);

  dxgmap_domain_unmap(&domain, mode, id);
  for (uint32_t l = 0; l < DXGMAP_CELLS; l++) {
    if (mapping[l] == id) {
      mapping[l] = 0;
    }
  }
  pages_of[id] = 0;
  expect_as_oracle();
}

/* A check that fails names the line of the test too. */
#define open(...) FROM_HERE(open(__VA_ARGS__))
#define map(...) FROM_HERE(map(__VA_ARGS__))
#define unmap(...) FROM_HERE(unmap(__VA_ARGS__))

static void zeroed_memory_maps_nothing(void)
{
  static const uint64_t pages[1] = {7};

  memset(&domain, 0, sizeof domain);
  limit = 0;
  EXPECT_AT("a page", 0, 0, (uint64_t)map(0, pages, 1));
  expect_as_oracle();
}

static void what_is_no_page_has_no_owner(void)
{
  static const uint64_t none[] = {DXGMAP_CELLS,     DXGMAP_PAGES, 0xFFFFFFFFu, 1ull << 32,
                                  (1ull << 32) + 1, 1ull << 52,   UINT64_MAX};
  static const uint64_t pages[1] = {0};

  EXPECT_AT("a page", 0, 1, (uint64_t)map(0, pages, 1));
  for (uint32_t k = 0; k < sizeof none / sizeof none[0]; k++) {
    EXPECT_AT("owner of what is no logical page", k, 0, dxgmap_domain_owner(&domain, none[k]));
    EXPECT_AT("translation of what is no logical page", k, 0, dxgmap_domain_find(&domain, mode, none[k]));
  }
}

static void a_page_in_two_mappings(void)
{
  static const uint64_t pages[4] = {9, 9, 63, 0};

  EXPECT_AT("the first", 0, 1, (uint64_t)map(0, pages, 4));
  EXPECT_AT("the second, of the same pages", 31, 1, (uint64_t)map(31, pages, 2));
  EXPECT_AT("count of page 9", 9, 4, domain.counts.count[9]);
  unmap(0);
  EXPECT_AT("count of page 9, one mapping less", 9, 2, domain.counts.count[9]);
  unmap(31);
  EXPECT_AT("count of page 9, no mapping", 9, 0, domain.counts.count[9]);
}

static uint32_t translated(void)
{
  uint32_t n = 0;

  for (uint32_t l = 0; l < DXGMAP_CELLS; l++) {
    n += dxgmap_domain_find(&domain, mode, l) != 0u;
  }
  return n;
}

/* A domain that maps nothing changes its mode; what the old one mapped must not be answered in the new one. */
static void a_domain_changes_its_mode(void)
{
  uint64_t pages[3 * DXGMAP_BLOCK];

  for (uint32_t turn = 0; turn < 4; turn++) {
    for (uint32_t k = 0; k < 3 * DXGMAP_BLOCK; k++) {
      pages[k] = turn % 2u == 0u ? k : DXGMAP_PAGES - 1u - k;
    }
    EXPECT_AT("pages", turn, 1, (uint64_t)map(turn, pages, 3 * DXGMAP_BLOCK));
    EXPECT_AT("translated", turn, 3 * DXGMAP_BLOCK, translated());
    unmap(turn);
    EXPECT_AT("translated, then", turn, 0, translated());
    mode = mode == DXGMAP_IDENTITY ? DXGMAP_REMAPPING : DXGMAP_IDENTITY;
    open(DXGMAP_CELLS, DXGMAP_QUARANTINE);
  }
}

/* What waits is mapped nowhere, and its pages are given again when nothing else is left. */
static void what_waits_has_no_owner(void)
{
  uint64_t pages[DXGMAP_CELLS];

  for (uint32_t k = 0; k < DXGMAP_CELLS; k++) {
    pages[k] = DXGMAP_PAGES - 1u - k % DXGMAP_PAGES;
  }
  EXPECT_AT("all logical pages", 0, 1, (uint64_t)map(0, pages, DXGMAP_CELLS - 1u));
  unmap(0);
  EXPECT_AT("runs that wait", 0, 1, domain.ranges.waiting.count);
  EXPECT_AT("all logical pages again", 1, 1, (uint64_t)map(1, pages, DXGMAP_CELLS - 1u));
  EXPECT_AT("runs that wait then", 0, 0, domain.ranges.waiting.count);
  EXPECT_AT("one page more", 2, 0, (uint64_t)map(2, pages, 1));
}

static void which_are_in_memory(void)
{
  static const uint64_t pages[4] = {0, DXGMAP_PAGES - 1u, DXGMAP_PAGES, UINT64_MAX};

  EXPECT_AT("none", 0, 1, dxgmap_domain_in_memory(pages, 0) != 0);
  EXPECT_AT("the first and the last page", 2, 1, dxgmap_domain_in_memory(pages, 2) != 0);
  EXPECT_AT("the one after", 3, 0, dxgmap_domain_in_memory(pages, 3) != 0);
  EXPECT_AT("the largest number", 1, 0, dxgmap_domain_in_memory(pages + 3, 1) != 0);
}

static uint32_t mapped;
static uint32_t refused;

static void random_step(void)
{
  uint64_t pages[DXGMAP_CELLS + 2u];
  uint32_t slot = random_below(DXGMAP_SLOTS);
  uint32_t n = 1u + random_below(random_below(8) == 0u ? DXGMAP_CELLS + 2u : 6u);

  if (pages_of[DXGMAP_ID(slot)] > 0u) {
    unmap(slot);
    return;
  }
  for (uint32_t k = 0; k < n; k++) {
    pages[k] = random_below(random_below(2) == 0u ? 5u : DXGMAP_PAGES);
  }
  if (map(slot, pages, n)) {
    mapped++;
  } else {
    refused++;
  }
}

static void unmap_all(void)
{
  for (uint32_t slot = 0; slot < DXGMAP_SLOTS; slot++) {
    if (pages_of[DXGMAP_ID(slot)] > 0u) {
      unmap(slot);
    }
  }
}

static void random_steps_follow_the_oracle(void)
{
  mapped = refused = 0;
  for (uint32_t round = 0; round < ROUNDS; round++) {
    random_seed(round);
    unmap_all();
    open(1u + random_below(DXGMAP_CELLS), random_below(DXGMAP_QUARANTINE + 1u));
    for (uint32_t step = 0; step < STEPS; step++) {
      check_at(round, step);
      random_step();
    }
  }
  EXPECT_AT("steps that mapped", 0, 1, mapped > ROUNDS);
  EXPECT_AT("steps that were refused", 0, 1, refused > ROUNDS);
}

/* Each test in both modes. */
#define RUN_IN_BOTH(test)                           \
  do {                                              \
    mode = DXGMAP_IDENTITY;                         \
    harness_run(#test ", in identity mode", test);  \
    mode = DXGMAP_REMAPPING;                        \
    harness_run(#test ", in remapping mode", test); \
  } while (0)

int main(void)
{
  harness_begin(reset, NULL);
  RUN_IN_BOTH(zeroed_memory_maps_nothing);
  RUN_IN_BOTH(what_is_no_page_has_no_owner);
  RUN_IN_BOTH(a_page_in_two_mappings);
  RUN_IN_BOTH(a_domain_changes_its_mode);
  RUN_IN_BOTH(what_waits_has_no_owner);
  RUN_IN_BOTH(which_are_in_memory);
  RUN_IN_BOTH(random_steps_follow_the_oracle);
  return harness_end();
}
