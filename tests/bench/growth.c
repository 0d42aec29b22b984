/* SPDX-License-Identifier: MIT */
/* W7: from 10 to 10^6 live mappings of one page: a lookup of any of them, and a map + unmap of one page more. */

#include "live.h"
#include "measure.h"
#include "workloads.h"

#include <stdio.h>
#include <stdlib.h>

#define KEYS (1u << 18)
#define SUBJECTS 64u

static page_list *subjects;

static uint64_t run_pairs(void *context, uint64_t times)
{
  live *l = context;
  l->who->pairs(l->table, subjects, SUBJECTS, times);
  return 0;
}

static void measure(uint32_t mappings)
{
  char what[48];
  size_t keys = KEYS < bench.pages_limit ? KEYS : bench.pages_limit;
  page_list *lists = live_lists(OTHERS_BASE, mappings, 1, 0, SUBJECTS);
  pick *picks = bench_allocate(keys, sizeof *picks);
  live *all = live_open(GROWTH, lists, mappings, SUBJECTS, 0);
  size_t size = live_size(all);
  task *tasks = bench_allocate(size, sizeof *tasks);
  uint64_t seed = 4;

  for (size_t i = 0; i < keys; i++) {
    picks[i] = (pick){(uint32_t)(bench_random(&seed) % mappings), 0};
  }
  live_pick(all, picks, keys);
  for (size_t i = 0; i < size; i++) {
    tasks[i] = (task){all[i].who->name, live_translate, &all[i], all[i].truth, (double)keys, NULL};
  }
  snprintf(what, sizeof what, "translate, %u live", mappings);
  bench_measure("W7", what, tasks, size);
  for (size_t i = 0; i < size; i++) {
    live_try(&all[i], &subjects[0]);
    tasks[i] = (task){all[i].who->name, run_pairs, &all[i], 0, SUBJECTS, NULL};
  }
  snprintf(what, sizeof what, "map + unmap, %u live", mappings);
  bench_measure("W7", what, tasks, size);
  live_close(all);
  free(tasks);
  free(picks);
  free(lists);
}

void bench_growth(void)
{
  if (!bench_wanted("W7")) {
    return;
  }
  subjects = live_lists(SUBJECT_BASE, SUBJECTS, 1, 0, 0);
  for (uint32_t mappings = 10; mappings <= 1000000 && mappings <= bench.pages_limit; mappings *= 10) {
    measure(mappings);
  }
  free(subjects);
}
