/* SPDX-License-Identifier: MIT */
#ifndef TESTS_PROTOCOL_THREADS_H
#define TESTS_PROTOCOL_THREADS_H

/* What the tests with threads share: words that threads tell each other things by, and two readers that run until they
   are told to stop. */

#include "base/access.h"
#include "harness.h"

#include <pthread.h>
#include <sched.h>

#define READERS 2u

typedef struct {
  pthread_t thread;
  uint32_t seed;
  uint32_t turns; /* told: of its loop */
  uint32_t wrong;
} reader;

static reader readers[READERS];
static uint32_t stop; /* told */

static uint32_t random_below(uint32_t *seed, uint32_t bound)
{
  *seed = *seed * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)*seed * bound) >> 32);
}

static void readers_start(void *(*body)(void *))
{
  dxgmap_store_release(&stop, 0);
  for (uint32_t r = 0; r < READERS; r++) {
    readers[r] = (reader){.seed = 77u + r};
    check_start(&readers[r].thread, body, &readers[r]);
  }
}

/* Returns when each reader has made a whole turn since the call: on a busy machine too, they run beside the writer. */
static void readers_turn(void)
{
  uint32_t before[READERS];

  for (uint32_t r = 0; r < READERS; r++) {
    before[r] = dxgmap_load_acquire(&readers[r].turns);
  }
  for (uint32_t r = 0; r < READERS; r++) {
    while (dxgmap_load_acquire(&readers[r].turns) - before[r] < 2u) {
      (void)sched_yield();
    }
  }
}

static void readers_stop(void)
{
  dxgmap_store_release(&stop, 1);
}

/* How often they saw what they must not. */
static uint32_t readers_end(void)
{
  uint32_t wrong = 0;

  readers_stop();
  for (uint32_t r = 0; r < READERS; r++) {
    check_join(readers[r].thread);
    wrong += readers[r].wrong;
  }
  return wrong;
}

#endif
