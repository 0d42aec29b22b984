/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_DRAW_H
#define DXGMAP_FUZZ_DRAW_H

#include "mirror.h"

/* Draws calls: good arguments as a rule, and often enough stale, foreign, near and plainly wrong ones. */

#define STALE 64u

typedef struct {
  uint64_t random;
  uint32_t phase;           /* calls left of it */
  uint32_t focus;           /* the adapter that most calls are on */
  bool fill;                /* maps more than it releases, a page or two at a time */
  uint64_t adapters[STALE]; /* handles of stopped adapters */
  uint64_t mappings[STALE]; /* handles of released mappings */
  uint64_t addresses[STALE];
  uint32_t stale_adapters;
  uint32_t stale_mappings;
} deck;

void draw_seed(deck *d, uint64_t seed);
uint64_t draw_random(deck *d);
/* 0 .. n - 1 */
uint32_t draw_below(deck *d, uint32_t n);
/* True in so many of a hundred draws. */
bool draw_percent(deck *d, uint32_t percent);

void draw_call(deck *d, const mirror *o, call *c);

/* The handles and the base that have just become stale. */
void draw_stopped(deck *d, uint64_t handle);
void draw_released(deck *d, const mapping *m);

#endif
