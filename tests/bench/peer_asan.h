/* SPDX-License-Identifier: MIT */
#ifndef BENCH_PEER_ASAN_H
#define BENCH_PEER_ASAN_H

#include <stdint.h>

/* The program of face_asan.c, which runs beside this one. */

int bench_asan_open(void); /* 0: it was not built */
void bench_asan_close(void);

/* What so many of its pairs took, ns. */
double bench_asan_pairs(void *context, uint64_t times);

#endif
