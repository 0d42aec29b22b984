/* SPDX-License-Identifier: MIT */
#ifndef BENCH_TRACED_H
#define BENCH_TRACED_H

#include <stdint.h>

/* How many calls of the system one time of `run` makes, counted in a process of its own, where `begin` comes before.
   Below 0: the system lets nobody count. `digest`, unless it is NULL: two that are alike are of the same calls in the
   same order, and those of memory with the same sizes and flags. */
double bench_calls(void (*begin)(void), uint64_t (*run)(void *context, uint64_t times), uint64_t *digest);

#endif
