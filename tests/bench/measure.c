/* SPDX-License-Identifier: MIT */
#include "measure.h"
#include "memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

settings bench;

static double clock_of(clockid_t clock)
{
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

double bench_now(void)
{
  return clock_of(CLOCK_THREAD_CPUTIME_ID);
}

uint64_t bench_random(uint64_t *state)
{
  uint64_t x = *state += 0x9E3779B97F4A7C15u;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
  x = (x ^ x >> 27) * 0x94D049BB133111EBu;
  return x ^ x >> 31;
}

void *bench_allocate(size_t count, size_t size)
{
  void *at = calloc(count > 0 ? count : 1, size);
  if (at == NULL) {
    bench_fail("no memory", "bench");
  }
  return at;
}

int bench_wanted(const char *workload)
{
  if (bench.only != NULL && strcmp(bench.only, workload) != 0) {
    return 0;
  }
  static double begin;
  if (begin <= 0) {
    begin = clock_of(CLOCK_MONOTONIC);
  }
  fflush(stdout);
  fprintf(stderr, "bench: %3.0f s: %s\n", (clock_of(CLOCK_MONOTONIC) - begin) / 1e9, workload);
  return 1;
}

static double timed(const task *t, uint64_t times)
{
  if (t->elsewhere != NULL) {
    return t->elsewhere(t->context, times);
  }
  double from = bench_now();
  uint64_t result = t->run(t->context, times);
  double took = bench_now() - from;
  if (result != times * t->truth) {
    bench_fail("the result is wrong", t->who);
  }
  return took;
}

/* How often to do the work in one sample. */
static uint64_t calibrate(const task *t)
{
  uint64_t times = 1;
  double took = timed(t, times);
  while (took < bench.sample_ns / 4 && times < (uint64_t)1 << 40) {
    times *= took < bench.sample_ns / 64 ? 8 : 2;
    took = timed(t, times);
  }
  double wanted = (double)times * bench.sample_ns / took;
  return wanted < 1 ? 1 : (uint64_t)wanted;
}

void bench_say(const char *workload, const char *what, const char *who, const char *unit, const double *samples,
               unsigned suites, unsigned repeats)
{
  printf("{\"row\": \"result\", \"workload\": \"%s\", \"case\": \"%s\", \"contender\": \"%s\", \"unit\": \"%s\", "
         "\"suites\": [",
         workload, what, who, unit);
  for (unsigned s = 0; s < suites; s++) {
    for (unsigned r = 0; r < repeats; r++) {
      printf("%s%.6g", r > 0 ? ", " : s > 0 ? "], [" : "[", samples[s * repeats + r]);
    }
  }
  puts("]]}");
}

void bench_measure(const char *workload, const char *what, const task *tasks, size_t count)
{
  size_t samples = (size_t)bench.suites * bench.repeats;
  double *ns = bench_allocate(samples * count, sizeof *ns);
  uint64_t *times = bench_allocate(count, sizeof *times);

  for (size_t i = 0; i < count; i++) {
    times[i] = calibrate(&tasks[i]);
  }
  for (size_t k = 0; k < samples; k++) {
    for (size_t i = 0; i < count; i++) {
      (void)timed(&tasks[i], (times[i] + 7) / 8); /* its memory back into the cache after the others */
      ns[i * samples + k] = timed(&tasks[i], times[i]) / ((double)times[i] * tasks[i].operations);
    }
  }
  for (size_t i = 0; i < count; i++) {
    bench_say(workload, what, tasks[i].who, "ns", &ns[i * samples], bench.suites, bench.repeats);
  }
  free(times);
  free(ns);
}
