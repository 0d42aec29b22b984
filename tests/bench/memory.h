/* SPDX-License-Identifier: MIT */
#ifndef BENCH_MEMORY_H
#define BENCH_MEMORY_H

#include <stddef.h>
#include <stdint.h>

/* Zeroed memory, touched only where it is used; ends the program when there is none. In huge pages where the machine
   gives them on advice, unless bench_small_pages is set. */
void *bench_reserve(size_t bytes);
/* The same in pages of 4 KiB, whatever is set. */
void *bench_reserve_small(size_t bytes);
void bench_unreserve(void *at, size_t bytes);

/* Bytes of this process that are in memory. */
uint64_t bench_resident(void);

/* Ends the program, which can go no further. */
void bench_fail(const char *what, const char *who) __attribute__((noreturn));

extern int bench_small_pages;

#endif
