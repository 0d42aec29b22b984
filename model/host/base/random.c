/* SPDX-License-Identifier: MIT */
/* Pseudo-random choices that a seed repeats: the splitmix64 sequence. */
#include "host/base/random.h"

static uint64_t dxgmap_host_random_state;

void dxgmap_host_random_seed(uint64_t seed)
{
  dxgmap_host_random_state = seed;
}

uint64_t dxgmap_host_random_below(uint64_t bound)
{
  uint64_t x;
  if (bound == 0) {
    return 0;
  }
  dxgmap_host_random_state += UINT64_C(0x9e3779b97f4a7c15);
  x = dxgmap_host_random_state;
  x = (x ^ (x >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * UINT64_C(0x94d049bb133111eb);
  return (x ^ (x >> 31)) % bound;
}
