/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_DRAW_H
#define DXGMAP_PROGRAMS_DRAW_H

/* Chance, by a seed: splitmix64. */

#include <stdbool.h>
#include <stdint.h>

typedef struct {
  uint64_t state;
} dice;

static inline uint64_t draw_bits(dice *d)
{
  d->state += 0x9E3779B97F4A7C15u;
  uint64_t mixed = (d->state ^ (d->state >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

/* 0 .. n - 1; 0 when n is 0. */
static inline uint32_t draw_below(dice *d, size_t n)
{
  uint64_t bits = draw_bits(d);
  return n > 0 ? (uint32_t)(bits % n) : 0;
}

static inline uint32_t draw_from(dice *d, uint32_t least, uint32_t most)
{
  return least + draw_below(d, most - least + 1);
}

static inline bool draw_percent(dice *d, uint32_t percent)
{
  return draw_below(d, 100) < percent;
}

#endif
