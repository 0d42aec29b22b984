/* SPDX-License-Identifier: MIT */
/* The heap of gaps against a plain array of the same gaps, whose largest is found by looking at each. */

#include "harness.h"
#include "random.h"
#include "structures/heap.h"

#include <string.h>

#ifndef DXGMAP_PROFILE_SMALL
#error "the oracle looks at every id after every step: build this test with -DDXGMAP_PROFILE_SMALL"
#endif

#define ROUNDS 300u
#define STEPS 1000u

static dxgmap_heap heap;
static uint32_t gaps[DXGMAP_HEAP_IDS];

static void reset(void)
{
  memset(&heap, 0, sizeof heap);
  memset(gaps, 0, sizeof gaps);
}

static void grow_all(void)
{
  while (heap.high < DXGMAP_HEAP_IDS) {
    dxgmap_heap_grow(&heap);
  }
}

/* Ids of equal gaps may win alike, so the answer is judged by its gap. */
static void expect_as_oracle(void)
{
  uint32_t largest = 0;
  uint32_t id = dxgmap_heap_largest(&heap);

  for (uint32_t i = 0; i < DXGMAP_HEAP_IDS; i++) {
    EXPECT("gap of an id", gaps[i], heap.gap[i]);
    largest = gaps[i] > largest ? gaps[i] : largest;
  }
  if (largest == 0u) {
    EXPECT("answer when no id has a gap", DXGMAP_HEAP_IDS, id);
  } else {
    EXPECT("id of the largest gap is known", 1, id < heap.high);
    EXPECT("largest gap", largest, id < heap.high ? heap.gap[id] : 0u);
  }
}

static void zeroed_memory_is_empty(void)
{
  expect_as_oracle();
  grow_all();
  EXPECT("ids after growing", DXGMAP_HEAP_IDS, heap.high);
  expect_as_oracle();
}

static void falls_in_order(void)
{
  grow_all();
  for (uint32_t id = 0; id < heap.high; id++) {
    gaps[id] = 1u + id * 7u % DXGMAP_HEAP_IDS;
    dxgmap_heap_set(&heap, id, gaps[id]);
  }
  for (uint32_t left = heap.high; left > 0u; left--) {
    uint32_t id = dxgmap_heap_largest(&heap);

    expect_as_oracle();
    EXPECT("gaps come out from the largest", left, heap.gap[id]);
    gaps[id] = 0;
    dxgmap_heap_set(&heap, id, 0);
  }
  expect_as_oracle();
}

static void pass_or_merge(uint32_t from, uint32_t to)
{
  uint32_t gap = random_below(gaps[from] + 1u);

  if (gaps[to] == 0u && random_below(2) == 0u) {
    dxgmap_heap_pass(&heap, from, to, gap);
  } else {
    gap = random_below(50);
    dxgmap_heap_merge(&heap, from, to, gap);
  }
  gaps[from] = 0;
  gaps[to] = gap;
}

static void random_step(void)
{
  uint32_t id = random_below(heap.high);
  uint32_t other = random_below(heap.high);

  if (id != other && random_below(3) == 0u) {
    pass_or_merge(id, other);
  } else {
    gaps[id] = random_below(40);
    dxgmap_heap_set(&heap, id, gaps[id]);
  }
}

static void random_steps_follow_the_oracle(void)
{
  for (uint32_t round = 0; round < ROUNDS; round++) {
    random_seed(round);
    reset();
    for (uint32_t step = 0; step < STEPS; step++) {
      check_at(round, step);
      if (heap.high == 0u || (heap.high < DXGMAP_HEAP_IDS && random_below(8) == 0u)) {
        dxgmap_heap_grow(&heap);
      }
      random_step();
      expect_as_oracle();
    }
  }
}

int main(void)
{
  harness_begin(reset, NULL);
  RUN(zeroed_memory_is_empty);
  RUN(falls_in_order);
  RUN(random_steps_follow_the_oracle);
  return harness_end();
}
