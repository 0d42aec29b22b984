/* SPDX-License-Identifier: MIT */
/* W1 to W4: one logical page at a time, each chosen without regard to the answer before. */

#include "live.h"
#include "measure.h"
#include "workloads.h"

#include <math.h>
#include <stdlib.h>

#define LARGE_PAGES (1u << 22)
#define FEW_KEYS (1u << 12) /* stay in the first cache; bench.lookups visit more lines than most caches have */

static void pick_uniform(pick *picks, size_t count, const page_list *lists, size_t list_count)
{
  uint64_t seed = 2;
  for (size_t i = 0; i < count; i++) {
    picks[i].list = (uint32_t)(bench_random(&seed) % list_count);
    picks[i].offset = (uint32_t)(bench_random(&seed) % lists[picks[i].list].count);
  }
}

/* The mapping of rank r with a probability like 1 / r^.99, and any page of it; list_count is a power of two, and the
   popular ones lie apart. */
static void pick_zipf(pick *picks, size_t count, const page_list *lists, size_t list_count)
{
  double *sum = bench_allocate(list_count + 1, sizeof *sum);
  uint64_t seed = 3;
  for (size_t r = 0; r < list_count; r++) {
    sum[r + 1] = sum[r] + pow((double)(r + 1), -.99);
  }
  for (size_t i = 0; i < count; i++) {
    double at = (double)(bench_random(&seed) >> 11) * 0x1p-53 * sum[list_count];
    size_t low = 0;
    size_t high = list_count - 1;
    while (low < high) {
      size_t middle = (low + high) / 2;
      if (sum[middle + 1] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    picks[i].list = (uint32_t)(low * 40503 % list_count);
    picks[i].offset = (uint32_t)(bench_random(&seed) % lists[picks[i].list].count);
  }
  free(sum);
}

static void measure(const char *workload, const char *what, live *all, size_t keys)
{
  size_t n = live_size(all);
  task *tasks = bench_allocate(n, sizeof *tasks);
  for (size_t i = 0; i < n; i++) {
    tasks[i] = (task){all[i].who->name, live_translate, &all[i], all[i].truth, (double)keys, NULL};
  }
  bench_measure(workload, what, tasks, n);
  free(tasks);
}

static void uniform(const char *workload, const char *what, size_t lists, uint32_t n, int contiguous, size_t keys,
                    const char *zipf)
{
  if (!bench_wanted(workload)) {
    return;
  }
  while (lists * n > bench.pages_limit && lists > 1) {
    lists /= 2;
  }
  if (n > bench.pages_limit) {
    n = bench.pages_limit;
  }
  page_list *all_lists = live_lists(OTHERS_BASE, lists, n, contiguous, 0);
  pick *picks = bench_allocate(keys, sizeof *picks);
  unsigned part = lists * n < LARGE_PAGES || bench.large_for_all ? TRANSLATE : LARGE;
  live *all = live_open(part, all_lists, lists, 0, 0);
  pick_uniform(picks, keys, all_lists, lists);
  live_pick(all, picks, keys);
  measure(workload, what, all, keys);
  if (zipf != NULL) {
    pick_zipf(picks, keys, all_lists, lists);
    live_pick(all, picks, keys);
    measure(workload, zipf, all, keys);
  }
  live_close(all);
  free(picks);
  free(all_lists);
}

void bench_translate(void)
{
  size_t many = bench.lookups;
  uniform("W1", "one mapping of 256", 1, 256, 0, FEW_KEYS, NULL);
  uniform("W2", "4096 of 16", 4096, 16, 0, many / 16, NULL);
  uniform("W3", "65536 of 64, uniform", 65536, 64, 0, many, "65536 of 64, Zipf .99");
  uniform("W4", "1 GiB contiguous", 1, 1u << 18, 1, many, NULL);
  uniform("W4", "16 GiB contiguous", 1, 1u << 22, 1, many, NULL);
}
