/* SPDX-License-Identifier: MIT */
/* What the tables take: bytes of memory for each mapped page, as the process grows, in pages of 4 KiB; and what the
   start of an adapter costs. Measured first, while nobody has freed memory that is used again. The pages are random
   ones of the whole machine, so what a table keeps for each physical page counts for more of them than are mapped. */

#include "live.h"
#include "measure.h"
#include "memory.h"
#include "workloads.h"

#include <malloc.h>
#include <stdlib.h>

#define MAPPINGS 16384u
#define PAGES 64u

static void bytes(const contender *who, const page_list *lists, size_t count)
{
  uint64_t *names = bench_allocate(count, sizeof *names);
  malloc_trim(0);
  uint64_t before = bench_resident();
  void *table = who->open((uint32_t)count * PAGES, 0);
  for (size_t i = 0; i < count; i++) {
    names[i] = who->map(table, &lists[i]);
  }
  double grown = ((double)bench_resident() - (double)before) / (double)(count * PAGES);
  bench_say("bytes", "a mapped page", who->name, "bytes", &grown, 1, 1);
  for (size_t i = 0; i < count; i++) {
    who->unmap(table, &lists[i], names[i]);
  }
  who->close(table);
  free(names);
}

static void start(const contender *who)
{
  unsigned samples = bench.suites * bench.repeats;
  double *ns = bench_allocate(samples, sizeof *ns);
  double *touched = bench_allocate(samples, sizeof *touched);
  for (unsigned i = 0; i < samples; i++) {
    uint64_t memory = 0;
    ns[i] = who->start(&memory);
    touched[i] = (double)memory;
  }
  bench_say("start", "time", who->name, "ns", ns, bench.suites, bench.repeats);
  bench_say("start", "memory touched", who->name, "bytes", touched, bench.suites, bench.repeats);
  free(touched);
  free(ns);
}

void bench_footprint(void)
{
  size_t count = MAPPINGS;
  while (count * PAGES > bench.pages_limit) {
    count /= 2;
  }
  page_list *lists = live_lists(OTHERS_BASE, count, PAGES, 0, 0);
  int small_pages = bench_small_pages;
  bench_small_pages = 1; /* 2 MiB for the first byte of an array would hide what is used */
  if (bench_wanted("bytes")) {
    for (size_t i = 0; bench_contenders[i] != NULL; i++) {
      if (live_takes_part(bench_contenders[i], BYTES)) {
        bytes(bench_contenders[i], lists, count);
      }
    }
  }
  bench_small_pages = small_pages;
  if (bench_wanted("start")) {
    for (size_t i = 0; bench_contenders[i] != NULL; i++) {
      if (live_takes_part(bench_contenders[i], START)) {
        start(bench_contenders[i]);
      }
    }
  }
  free(lists);
}
