/* SPDX-License-Identifier: MIT */
/* W6: the scatter list of a mapping of 256 pages: what a device is told of it, extent by extent. */

#include "live.h"
#include "measure.h"
#include "workloads.h"

#include <stdlib.h>

#define PAGES 256u
#define LISTS 64u

/* The list of every mapping in turn; the answer sums up what they say. */
static uint64_t run(void *context, uint64_t times)
{
  live *l = context;
  extent extents[PAGES];
  uint64_t sum = 0;
  for (uint64_t r = 0; r < times; r++) {
    for (size_t i = 0; i < l->count; i++) {
      size_t n = l->who->scatter(l->table, &l->keys[i * PAGES], PAGES, extents);
      sum += n + extents[0].page + extents[n - 1].page + extents[n - 1].count;
    }
  }
  return sum;
}

/* What run must answer for one time: as long as the page lists themselves say. */
static uint64_t truth(const page_list *lists, size_t count)
{
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    uint64_t extents = 1;
    uint32_t begin = 0;
    for (uint32_t k = 1; k < lists[i].count; k++) {
      if (lists[i].pages[k] == lists[i].pages[k - 1] + 1) {
        continue;
      }
      extents++;
      begin = k;
    }
    sum += extents + lists[i].pages[0] + lists[i].pages[begin] + (lists[i].count - begin);
  }
  return sum;
}

static void measure(const char *what, int contiguous)
{
  page_list *lists = live_lists(OTHERS_BASE, LISTS, PAGES, contiguous, 0);
  live *all = live_open(SCATTER, lists, LISTS, 0, 0);
  pick *picks = bench_allocate((size_t)LISTS * PAGES, sizeof *picks);
  size_t size = live_size(all);
  task *tasks = bench_allocate(size, sizeof *tasks);
  for (uint32_t i = 0; i < LISTS * PAGES; i++) {
    picks[i] = (pick){i / PAGES, i % PAGES};
  }
  live_pick(all, picks, (size_t)LISTS * PAGES);
  for (size_t i = 0; i < size; i++) {
    tasks[i] = (task){all[i].who->name, run, &all[i], truth(lists, LISTS), LISTS, NULL};
  }
  bench_measure("W6", what, tasks, size);
  live_close(all);
  free(tasks);
  free(picks);
  free(lists);
}

void bench_scatter(void)
{
  if (!bench_wanted("W6")) {
    return;
  }
  measure("scatter 256 random", 0);
  measure("scatter 256 in a row", 1);
}
