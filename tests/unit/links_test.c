/* SPDX-License-Identifier: MIT */
/* The links against a plain array of what belongs to what: whether a slot is used is found by looking at each. */

#include "harness.h"
#include "random.h"
#include "structures/links.h"

#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle looks at every slot after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define SEED 1u
#define STEPS 100000u

static dxgmap_links links;
static uint32_t target[DXGMAP_SLOTS]; /* slot + 1, or 0 */

static void reset(void)
{
  memset(&links, 0, sizeof links);
  memset(target, 0, sizeof target);
}

static void expect_as_oracle(void)
{
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    uint32_t uses = 0;

    for (uint32_t j = 0; j < DXGMAP_SLOTS; j++) {
      uses += target[j] == i + 1u;
    }
    EXPECT_AT("what a slot belongs to", i, target[i], links.to.slot[i]);
    EXPECT_AT("how many belong to it", i, uses, links.uses.count[i]);
    EXPECT_AT("whether some do", i, uses > 0u, (uint32_t)(dxgmap_links_used(&links, i) != 0));
  }
}

static void set(uint32_t slot, uint32_t to)
{
  dxgmap_links_set(&links, slot, to);
  target[slot] = to;
  expect_as_oracle();
}

/* A check that fails names the line of the test too. */
#define set(...) FROM_HERE(set(__VA_ARGS__))

static void zeroed_memory_links_nothing(void)
{
  expect_as_oracle();
  set(3, 0);
}

static void many_belong_to_one(void)
{
  for (uint32_t slot = 0; slot < DXGMAP_SLOTS; slot++) {
    set(slot, DXGMAP_SLOTS);
  }
  EXPECT_AT("that all belong to the last", DXGMAP_SLOTS - 1u, DXGMAP_SLOTS, links.uses.count[DXGMAP_SLOTS - 1u]);
  for (uint32_t slot = 0; slot < DXGMAP_SLOTS; slot++) {
    set(slot, 0);
  }
  EXPECT_AT("that none does", DXGMAP_SLOTS - 1u, 0, (uint32_t)dxgmap_links_used(&links, DXGMAP_SLOTS - 1u));
}

static void set_again_is_no_second_use(void)
{
  set(5, 8);
  set(5, 8);
  set(5, 9);
  EXPECT_AT("use of the first", 7, 0, (uint32_t)dxgmap_links_used(&links, 7));
  set(5, 0);
  EXPECT_AT("use of the second", 8, 0, (uint32_t)dxgmap_links_used(&links, 8));
  set(5, 6);
  EXPECT_AT("use by itself", 5, 1, (uint32_t)(dxgmap_links_used(&links, 5) != 0));
}

static void random_steps_follow_the_oracle(void)
{
  random_seed(SEED);
  for (uint32_t step = 0; step < STEPS; step++) {
    check_at(SEED, step);
    uint32_t to = random_below(3) == 0u ? 0u : 1u + random_below(random_below(2) == 0u ? 3u : DXGMAP_SLOTS);

    set(random_below(DXGMAP_SLOTS), to);
  }
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(zeroed_memory_links_nothing);
  RUN(many_belong_to_one);
  RUN(set_again_is_no_second_use);
  RUN(random_steps_follow_the_oracle);
  return harness_end();
}
