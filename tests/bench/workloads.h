/* SPDX-License-Identifier: MIT */
#ifndef BENCH_WORKLOADS_H
#define BENCH_WORKLOADS_H

void bench_footprint(void);    /* bytes a mapped page, and the start of an adapter */
void bench_translate(void);    /* W1 to W4 */
void bench_pairs(void);        /* W5, and of W6 the map and unmap */
void bench_scatter(void);      /* W6 */
void bench_growth(void);       /* W7 */
void bench_face_memory(void);  /* through the callbacks */
void bench_face_pairs(void);   /* F1 to F4 */
void bench_face_life(void);    /* F5 to F7 */
void bench_face_threads(void); /* F8 */
void bench_threads(void);      /* W8; the last, for it uses other CPUs too */

#endif
