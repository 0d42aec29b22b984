/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_RANDOM_H
#define TESTS_UNIT_RANDOM_H

/* Numbers that look random, and come again with the seed (splitmix64). */

#include <stdint.h>

static uint64_t random_state;

static void random_seed(uint64_t seed)
{
  random_state = seed;
}

static uint64_t random_64(void)
{
  random_state += 0x9E3779B97F4A7C15u;
  uint64_t z = random_state;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}

static uint32_t random_below(uint32_t bound)
{
  return (uint32_t)(random_64() % bound);
}

#endif
