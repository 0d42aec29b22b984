/* SPDX-License-Identifier: MIT */
/* W8: readers that look up mappings which stay, while a writer maps and unmaps others; and readers alone, on one CPU to
   all. Each thread is pinned; where there are fewer CPUs than threads, they share, and the time of each is its
   CPU's. */

#include "live.h"
#include "measure.h"
#include "memory.h"
#include "workloads.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define MAPPINGS 1000u
#define PAGES 16u
#define KEYS 4096u
#define SUBJECTS 64u
#define CPUS_MOST 64u
#define WINDOW 20         /* of the sample time: threads take a while to be scheduled */
#define WINDOW_MOST 100e6 /* ns */

typedef struct {
  live *l;
  int cpu;
  enum { READS, WRITES, WATCHES } job;
  uint64_t done; /* lookups, or pairs */
  double took;   /* ns of its CPU's time: where threads share one, they may not all run at once */
  int wrong;
} worker;

static int cpus[CPUS_MOST];
static unsigned cpu_count;
static page_list *subjects;
static pthread_barrier_t begin;
static int stop;

static void pin(int cpu)
{
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET((size_t)cpu, &set);
  sched_setaffinity(0, sizeof set, &set);
}

static void find_cpus(void)
{
  cpu_set_t set;
  cpu_count = 0;
  long all = sysconf(_SC_NPROCESSORS_CONF);
  for (int i = 0; i < all && cpu_count < CPUS_MOST; i++) {
    CPU_ZERO(&set);
    CPU_SET((size_t)i, &set);
    if (sched_setaffinity(0, sizeof set, &set) == 0) {
      cpus[cpu_count++] = i;
    }
  }
  pin(bench.cpu);
}

static double thread_time(void)
{
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Looks up what the writer maps and unmaps: each answer is the page or none. */
static void watch(worker *w)
{
  const contender *who = w->l->who;
  for (uint32_t i = 0; i < SUBJECTS * PAGES; i++) {
    const page_list *list = &subjects[i / PAGES];
    uint32_t key = list->base + i % PAGES;
    uint64_t answer = who->read(w->l->table, &key, 1);
    if (answer != 0 && answer != list->pages[i % PAGES] + who->bias) {
      w->wrong = 1;
    }
  }
}

static void *work(void *at)
{
  worker *w = at;
  const contender *who = w->l->who;
  pin(w->cpu);
  if (who->thread_begin != NULL) {
    who->thread_begin();
  }
  pthread_barrier_wait(&begin);
  double from = thread_time();
  do {
    if (w->job == WRITES) {
      who->write(w->l->table, subjects, SUBJECTS, 1);
      w->done += SUBJECTS;
    } else if (w->job == WATCHES) {
      watch(w);
    } else {
      if (who->read(w->l->table, w->l->keys, w->l->key_count) != w->l->truth) {
        w->wrong = 1;
      }
      w->done += w->l->key_count;
    }
  } while (!__atomic_load_n(&stop, __ATOMIC_RELAXED));
  w->took = thread_time() - from;
  if (who->thread_end != NULL) {
    who->thread_end();
  }
  return NULL;
}

/* Millions of lookups a second of all readers, and thousands of pairs of the writer, each while it has a CPU. */
static void sample(live *l, unsigned readers, int writer, int watching, double *lookups, double *pairs)
{
  pthread_t threads[CPUS_MOST + 1];
  worker workers[CPUS_MOST + 1];
  unsigned n = readers + (writer ? 1 : 0);

  __atomic_store_n(&stop, 0, __ATOMIC_RELAXED);
  pthread_barrier_init(&begin, NULL, n + 1);
  for (unsigned i = 0; i < n; i++) {
    workers[i] = (worker){.l = l,
                          .cpu = cpus[i % cpu_count],
                          .job = i == readers ? WRITES
                                 : watching   ? WATCHES
                                              : READS};
    if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0) {
      bench_fail("no thread", l->who->name);
    }
  }
  pthread_barrier_wait(&begin);
  usleep((useconds_t)((bench.sample_ns * WINDOW < WINDOW_MOST ? bench.sample_ns * WINDOW : WINDOW_MOST) / 1000));
  __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
  *lookups = 0;
  for (unsigned i = 0; i < n; i++) {
    pthread_join(threads[i], NULL);
    if (workers[i].wrong) {
      bench_fail("a reader got a wrong answer", l->who->name);
    }
    if (i < readers) {
      *lookups += (double)workers[i].done / workers[i].took * 1e3;
    }
  }
  pthread_barrier_destroy(&begin);
  *pairs = writer ? (double)workers[readers].done / workers[readers].took * 1e6 : 0;
}

static void measure(live *all, unsigned readers, int writer)
{
  size_t size = live_size(all);
  size_t samples = (size_t)bench.suites * bench.repeats;
  double *lookups = bench_allocate(size * samples, sizeof *lookups);
  double *pairs = bench_allocate(size * samples, sizeof *pairs);
  char what[48];

  for (size_t k = 0; k < samples; k++) {
    for (size_t i = 0; i < size; i++) {
      sample(&all[i], readers, writer, 0, &lookups[i * samples + k], &pairs[i * samples + k]);
    }
  }
  for (size_t i = 0; i < size && writer; i++) {
    double unused;
    if ((all[i].who->parts & WATCHED) != 0) {
      sample(&all[i], readers, writer, 1, &unused, &unused);
    }
  }
  snprintf(what, sizeof what, "%u reader%s%s", readers, readers == 1 ? "" : "s", writer ? " and a writer" : "");
  for (size_t i = 0; i < size; i++) {
    bench_say("W8", what, all[i].who->name, "M/s", &lookups[i * samples], bench.suites, bench.repeats);
    if (writer) {
      bench_say("W8", "the writer beside 2 readers", all[i].who->name, "k/s", &pairs[i * samples], bench.suites,
                bench.repeats);
    }
  }
  free(pairs);
  free(lookups);
}

void bench_threads(void)
{
  if (!bench_wanted("W8")) {
    return;
  }
  find_cpus();
  subjects = live_lists(SUBJECT_BASE, SUBJECTS, PAGES, 0, (size_t)MAPPINGS * PAGES);
  page_list *lists = live_lists(OTHERS_BASE, MAPPINGS, PAGES, 0, 0);
  live *all = live_open(THREADS, lists, MAPPINGS, (size_t)SUBJECTS * PAGES, 1);
  pick *picks = bench_allocate(KEYS, sizeof *picks);
  uint64_t seed = 5;
  for (size_t i = 0; i < KEYS; i++) {
    picks[i] = (pick){(uint32_t)(bench_random(&seed) % MAPPINGS), (uint32_t)(bench_random(&seed) % PAGES)};
  }
  live_pick(all, picks, KEYS);
  measure(all, 2, 1);
  for (unsigned readers = 1; readers < cpu_count; readers *= 2) {
    measure(all, readers, 0);
  }
  measure(all, cpu_count, 0);
  live_close(all);
  free(picks);
  free(lists);
  free(subjects);
}
