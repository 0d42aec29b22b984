/* SPDX-License-Identifier: MIT */
/* The order of the stores of translation.c, and of domain.c in identity mode: R-ANSWER of spec/protocol.md for a reader
   that looks between any two of them. Every store is followed by a lookup of every page. One thread, so it is the same
   in each run; which other orders memory may make of this one is the business of the model for Spin. */

#include <stdint.h>

#define DXGMAP_ACCESS_H /* in place of model/core/base/access.h */

static void look(void);

static inline uint32_t dxgmap_load_acquire(const uint32_t *word)
{
  return *word;
}

static inline void dxgmap_store_release(uint32_t *word, uint32_t value)
{
  *word = value;
  look();
}

static inline void dxgmap_store_unordered(uint32_t *word, uint32_t value)
{
  *word = value;
  look();
}

#include "structures/translation.c"

#include "structures/domain.c"

#include "harness.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "every page is looked up after every store: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define SEED 20u
#define CHANGES 20000u
#define MAPPINGS 8u
#define EACH 4u /* pages of a mapping at most */

static dxgmap_translation translation;
static dxgmap_domain domain;
static bool identical;                /* identity mode is looked at */
static uint32_t before[DXGMAP_CELLS]; /* what each page is mapped to before the change that runs, */
static uint32_t after[DXGMAP_CELLS];  /* and after it */
static uint32_t looks;
static uint32_t seed;

static void reset(void)
{
  memset(before, 0, sizeof before);
  memset(after, 0, sizeof after);
  looks = 0;
  seed = SEED;
  identical = false;
}

static void look(void)
{
  looks++;
  for (uint32_t l = 0; l < DXGMAP_CELLS; l++) {
    uint32_t v = identical ? dxgmap_domain_find(&domain, DXGMAP_IDENTITY, l) : dxgmap_translation_find(&translation, l);

    CHECK_OR_SAY(v == before[l] || v == after[l], "page %" PRIu32 ": neither %" PRIu32 " nor %" PRIu32 ", but %" PRIu32,
                 l, before[l], after[l], v);
  }
}

static uint32_t random_below(uint32_t bound)
{
  seed = seed * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)seed * bound) >> 32);
}

/* Whole blocks often: their words are what a change may leave behind. */
static void change(void)
{
  uint32_t base = random_below(DXGMAP_CELLS);
  uint32_t n = 1u + random_below(DXGMAP_CELLS - base);
  uint32_t first;
  uint64_t pages[DXGMAP_CELLS];

  if (random_below(2) == 0u) {
    base -= base % DXGMAP_BLOCK;
    n = DXGMAP_BLOCK;
  }
  first = random_below(DXGMAP_PAGES - n + 1u);
  switch (random_below(3)) {
  case 0:
    memset(after + base, 0, n * sizeof after[0]);
    dxgmap_translation_unmap(&translation, base, n);
    break;
  case 1:
    for (uint32_t k = 0; k < n; k++) {
      after[base + k] = first + k + 1u;
    }
    dxgmap_translation_map_run(&translation, base, n, first);
    break;
  default:
    for (uint32_t k = 0; k < n; k++) {
      pages[k] = random_below(DXGMAP_PAGES);
      after[base + k] = (uint32_t)pages[k] + 1u;
    }
    dxgmap_translation_map(&translation, base, n, pages);
    break;
  }
}

static void every_store_leaves_an_answer_that_may_be(void)
{
  for (uint32_t changes = 1; changes <= CHANGES; changes++) {
    check_at(SEED, changes);
    change();
    memcpy(before, after, sizeof before);
    look();
  }
  CHECK(looks > 2u * CHANGES);
}

/* Few pages, so that most are in several mappings, or twice in one. */
static void capture_or_release(void)
{
  static uint64_t pages[MAPPINGS][EACH];
  static uint32_t length[MAPPINGS];
  static uint32_t times[DXGMAP_PAGES];
  uint32_t i = random_below(MAPPINGS);
  bool release = length[i] != 0u;
  uint32_t n = release ? length[i] : 1u + random_below(EACH);

  for (uint32_t k = 0; k < n; k++) {
    if (!release) {
      pages[i][k] = random_below(8);
    }
    uint64_t p = pages[i][k];
    times[p] = release ? times[p] - 1u : times[p] + 1u;
    after[p] = times[p] != 0u ? (uint32_t)p + 1u : 0u;
  }
  if (release) {
    dxgmap_domain_unmap(&domain, DXGMAP_IDENTITY, DXGMAP_ID(i));
  } else {
    EXPECT("room for a mapping", 1, dxgmap_domain_map(&domain, DXGMAP_IDENTITY, DXGMAP_ID(i), pages[i], n) != 0);
  }
  length[i] = release ? 0u : n;
}

static void every_count_leaves_an_answer_that_may_be(void)
{
  dxgmap_domain_open(&domain, DXGMAP_CELLS, 0);
  identical = true;
  for (uint32_t changes = 1; changes <= CHANGES; changes++) {
    check_at(SEED, changes);
    capture_or_release();
    memcpy(before, after, sizeof before);
    look();
  }
  CHECK(looks > 2u * CHANGES);
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(every_store_leaves_an_answer_that_may_be);
  RUN(every_count_leaves_an_answer_that_may_be);
  return harness_end();
}
