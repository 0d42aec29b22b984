/* SPDX-License-Identifier: MIT */
/* W5 and W6: a map and its unmap, while 1000 other mappings of 16 pages live. Several short lists take turns,
   so that a pair does not find its own last store on its way to memory. */

#include "live.h"
#include "measure.h"
#include "workloads.h"

#include <stdio.h>
#include <stdlib.h>

#define OTHERS 1000u
#define OTHER_PAGES 16u
#define TURN_PAGES 1024u /* no more than so many pages: the published figures are of a list that stays in the cache */
#define TURNS 64u

typedef struct {
  live *subject;
  const page_list *lists;
  size_t count;
} turn;

static uint64_t run(void *context, uint64_t times)
{
  turn *t = context;
  t->subject->who->pairs(t->subject->table, t->lists, t->count, times);
  return 0;
}

static size_t turns(uint32_t n)
{
  size_t count = TURN_PAGES / n;
  if (count > TURNS) {
    return TURNS;
  }
  return count == 0 ? 1 : count;
}

static void measure(const char *workload, const char *what, live *all, uint32_t n, int contiguous)
{
  size_t count = turns(n);
  size_t size = live_size(all);
  page_list *lists = live_lists(SUBJECT_BASE, count, n, contiguous, contiguous ? 0 : OTHERS * OTHER_PAGES);
  turn *contexts = bench_allocate(size, sizeof *contexts);
  task *tasks = bench_allocate(size, sizeof *tasks);
  for (size_t i = 0; i < size; i++) {
    if (!contiguous || all[i].who->level != OPERATION) {
      live_try(&all[i], &lists[0]);
    }
    contexts[i] = (turn){&all[i], lists, count};
    tasks[i] = (task){all[i].who->name, run, &contexts[i], 0, (double)count, NULL};
  }
  bench_measure(workload, what, tasks, size);
  for (size_t i = 0; i < size; i++) {
    if (!contiguous || all[i].who->level != OPERATION) {
      live_try(&all[i], &lists[count - 1]);
    }
  }
  free(tasks);
  free(contexts);
  free(lists);
}

void bench_pairs(void)
{
  static const uint32_t sizes[] = {1, 16, 256, 4096, 65536, 262144};
  char what[32];
  page_list *others = live_lists(OTHERS_BASE, OTHERS, OTHER_PAGES, 0, 0);
  live *all = live_open(PAIRS, others, OTHERS, 1u << 18, 0);
  if (bench_wanted("W5")) {
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
      if (sizes[i] > bench.pages_limit) {
        continue;
      }
      snprintf(what, sizeof what, "n = %u", sizes[i]);
      measure("W5", what, all, sizes[i], 0);
    }
  }
  if (bench_wanted("W6")) {
    uint32_t n = bench.pages_limit < 1u << 18 ? bench.pages_limit : 1u << 18;
    measure("W6", "map + unmap 1 GiB", all, n, 1);
  }
  live_close(all);
  free(others);
}
