/* SPDX-License-Identifier: MIT */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stddef.h>
#include <stdint.h>

/* How long to measure, and what. */
typedef struct {
  const char *size;     /* "full", "quick" or "smoke" */
  unsigned suites;      /* the median of each is taken, and the lower one reported */
  unsigned repeats;     /* of each suite */
  double sample_ns;     /* what one repeat of one contender takes, about */
  const char *only;     /* this workload alone, or NULL */
  const char *who;      /* this contender alone, or NULL */
  int cpu;              /* where the measuring thread runs */
  uint32_t stride;      /* of a mapping that stands by, every so many-th page is checked after its map */
  uint32_t lookups;     /* at most so many different ones in turn */
  int large_for_all;    /* the largest tables are filled for every contender */
  uint32_t pages_limit; /* no larger mapping than this, and no more pages live */
} settings;

extern settings bench;

/* One contender's work in one workload. */
typedef struct {
  const char *who;
  uint64_t (*run)(void *context, uint64_t times); /* does it so often, and answers what must be times * truth */
  void *context;
  uint64_t truth;
  double operations;                                  /* in one time */
  double (*elsewhere)(void *context, uint64_t times); /* or it is done in another process, which says what it took */
} task;

/* ns of the running thread, in the program and in the system for it: what else the machine does takes none of them. */
double bench_now(void);

/* The time of one operation of each task, the repeats of all tasks interleaved; says so in JSON. */
void bench_measure(const char *workload, const char *what, const task *tasks, size_t count);

/* Says what was measured otherwise: suites * repeats samples. */
void bench_say(const char *workload, const char *what, const char *who, const char *unit, const double *samples,
               unsigned suites, unsigned repeats);

/* Whether the workload is to be measured; on standard error it says that it is. */
int bench_wanted(const char *workload);

/* A random number, the same in every run. */
uint64_t bench_random(uint64_t *state);

void *bench_allocate(size_t count, size_t size);

#endif
