/* SPDX-License-Identifier: MIT */
/* F8: pairs on adapters of their own by as many threads, at a time: what all of them do in a microsecond. By one
   thread, by twice as many as long as each has a CPU of its own, and by one on each CPU. A thread's time is that of its
   clock, less what it waited for a processor: so it has what it waits for locks, and not what else the machine
   does. */

#include "face_driver.h"
#include "measure.h"
#include "workloads.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MOST 8u /* threads */
#define PAIRS_EACH 256u
#define WINDOW 20         /* of the sample time: threads take a while to be scheduled */
#define WINDOW_MOST 100e6 /* ns */

typedef struct {
  face f;
  pthread_t thread;
  int cpu;
  uint64_t (*run)(void *, uint64_t);
  double done; /* pairs */
  double took; /* ns */
} driver;

static driver drivers[MOST];
static int cpus[MOST];
static pthread_barrier_t begin;
static int stop;

/* ns that the thread has waited for a processor; nothing, where the system does not say. */
static double waited(void)
{
  char line[128] = "";
  double delay = 0;
  FILE *f = fopen("/proc/thread-self/schedstat", "r");
  if (f != NULL && fgets(line, sizeof line, f) != NULL) {
    (void)sscanf(line, "%*s %lf", &delay);
  }
  if (f != NULL) {
    fclose(f);
  }
  return delay;
}

static double now(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void *work(void *context)
{
  driver *d = context;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET((size_t)d->cpu, &set);
  sched_setaffinity(0, sizeof set, &set);
  (void)d->run(&d->f, PAIRS_EACH);
  pthread_barrier_wait(&begin);
  double from = now();
  double before = waited();
  while (__atomic_load_n(&stop, __ATOMIC_RELAXED) == 0) {
    (void)d->run(&d->f, PAIRS_EACH);
    d->done += PAIRS_EACH;
  }
  d->took = now() - from - (waited() - before);
  return NULL;
}

/* The first CPUs that this process may run on; how many they are. */
static unsigned find_cpus(void)
{
  cpu_set_t set;
  unsigned found = 0;
  long all = sysconf(_SC_NPROCESSORS_CONF);
  for (int i = 0; i < all && found < MOST; i++) {
    CPU_ZERO(&set);
    CPU_SET((size_t)i, &set);
    if (sched_setaffinity(0, sizeof set, &set) == 0) {
      cpus[found++] = i;
    }
  }
  face_check(found > 0, "no CPU");
  return found;
}

/* Pairs a microsecond, of all. */
static double sample(unsigned threads, uint64_t (*run)(void *, uint64_t))
{
  double rate = 0;
  __atomic_store_n(&stop, 0, __ATOMIC_RELAXED);
  pthread_barrier_init(&begin, NULL, threads + 1);
  for (unsigned i = 0; i < threads; i++) {
    driver *d = &drivers[i];
    d->cpu = cpus[i];
    d->run = run;
    d->done = 0;
    face_check(pthread_create(&d->thread, NULL, work, d) == 0, "no thread");
  }
  pthread_barrier_wait(&begin);
  usleep((useconds_t)((bench.sample_ns * WINDOW < WINDOW_MOST ? bench.sample_ns * WINDOW : WINDOW_MOST) / 1000));
  __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
  for (unsigned i = 0; i < threads; i++) {
    pthread_join(drivers[i].thread, NULL);
    rate += drivers[i].took > 0 ? drivers[i].done / drivers[i].took * 1e3 : 0;
  }
  pthread_barrier_destroy(&begin);
  return rate;
}

static void measure(const char *kind, unsigned most, uint64_t (*run)(void *, uint64_t))
{
  unsigned threads[MOST], counts = 0;
  size_t samples = (size_t)bench.suites * bench.repeats;
  for (unsigned n = 1; n < most; n *= 2) {
    threads[counts++] = n;
  }
  threads[counts++] = most;
  double *rates = bench_allocate(counts * samples, sizeof *rates);
  for (size_t k = 0; k < samples; k++) {
    for (size_t i = 0; i < counts; i++) {
      rates[i * samples + k] = sample(threads[i], run);
    }
  }
  for (size_t i = 0; i < counts; i++) {
    char what[64];
    snprintf(what, sizeof what, "%s pairs, %u thread%s", kind, threads[i], threads[i] == 1 ? "" : "s");
    bench_say("F8", what, FACE, "M/s", &rates[i * samples], bench.suites, bench.repeats);
  }
  free(rates);
}

void bench_face_threads(void)
{
  if ((bench.who != NULL && strcmp(bench.who, FACE) != 0) || !bench_wanted("F8")) {
    return;
  }
  unsigned most = find_cpus();
  face_open();
  for (unsigned i = 0; i < most; i++) {
    face_add_mdl(&drivers[i].f, PAGE_SIZE);
  }
  measure("MDL", most, face_mdl_pairs);
  for (unsigned i = 0; i < most; i++) {
    face_end_mdl(&drivers[i].f);
  }
  dxgmap_close();
  face_open();
  for (unsigned i = 0; i < most; i++) {
    face_add_adl(&drivers[i].f, PAGE_SIZE);
  }
  measure("ADL", most, face_adl_pairs);
  for (unsigned i = 0; i < most; i++) {
    face_end_adl(&drivers[i].f);
  }
  face_check(dxgmap_violations() == 0, "a pair is reported");
  dxgmap_close();
}
