/* SPDX-License-Identifier: MIT */
#ifndef BENCH_BARE_LIFE_H
#define BENCH_BARE_LIFE_H

#include <stdint.h>

/* The bound of a life of the library with one adapter: the same calls of the system with the same sizes and flags, and
   a first store to the same pages, and nothing else. What the library does between them, and a page that it reads
   before it stores there, is not in it. */

/* Looks at the library while an adapter is started: how large its span is, and which of its pages are there. False:
   that cannot be seen here. */
int bare_life_learn(void);

/* As many lives of what was seen; 0. */
uint64_t bare_lives(void *context, uint64_t times);

#endif
