/* SPDX-License-Identifier: MIT */
#include "live.h"
#include "measure.h"
#include "memory.h"

#include <stdlib.h>
#include <string.h>

/* Page numbers in random order, the same in every run; or in their own. */
static const uint64_t *machine(int contiguous)
{
  static uint64_t *random;
  static uint64_t *rising;
  uint64_t seed = 1;

  if (rising == NULL) {
    random = bench_allocate(PHYSICAL_PAGES, sizeof *random);
    rising = bench_allocate(PHYSICAL_PAGES, sizeof *rising);
    for (uint32_t i = 0; i < PHYSICAL_PAGES; i++) {
      rising[i] = i;
    }
    for (uint32_t i = 0; i < PHYSICAL_PAGES; i++) {
      uint32_t j = (uint32_t)(bench_random(&seed) % (i + 1));
      random[i] = random[j];
      random[j] = i;
    }
  }
  return contiguous ? rising : random;
}

page_list *live_lists(uint32_t base, size_t count, uint32_t n, int contiguous, size_t from)
{
  const uint64_t *pages = machine(contiguous);
  page_list *lists = bench_allocate(count, sizeof *lists);
  for (size_t i = 0; i < count; i++) {
    size_t first = from + i * n;
    if (first + n > PHYSICAL_PAGES) {
      first %= PHYSICAL_PAGES - n + 1; /* pages are mapped twice */
    }
    lists[i] = (page_list){base + (uint32_t)(i * n), n, contiguous, &pages[first]};
  }
  return lists;
}

/* The sum of the answers for every stride-th page of a list, and what it must be. */
static uint64_t look(live *l, const page_list *list, uint64_t name, uint32_t stride, uint64_t *truth)
{
  enum { AT_ONCE = 1024 };
  uint32_t keys[AT_ONCE];
  uint64_t sum = 0;
  *truth = 0;
  for (uint32_t k = 0; k < list->count;) {
    size_t n = 0;
    for (; n < AT_ONCE && k < list->count; n++, k += stride) {
      keys[n] = l->who->key(l->table, list, name, k);
      *truth += list->pages[k] + l->who->bias;
    }
    sum += l->who->translate(l->table, keys, n);
  }
  return sum;
}

static void load(live *l)
{
  uint64_t truth;
  l->names = bench_allocate(l->count, sizeof *l->names);
  for (size_t i = 0; i < l->count; i++) {
    l->names[i] = l->who->map(l->table, &l->lists[i]);
  }
  for (size_t i = 0; i < l->count; i++) {
    uint64_t sum = look(l, &l->lists[i], l->names[i], bench.stride, &truth);
    if (sum != truth) {
      bench_fail("a page that is mapped is not found", l->who->name);
    }
  }
}

static size_t pages_of(const page_list *lists, size_t count)
{
  size_t pages = 0;
  for (size_t i = 0; i < count; i++) {
    pages += lists[i].count;
  }
  return pages;
}

int live_takes_part(const contender *who, unsigned part)
{
  return (who->parts & part) != 0 && (bench.who == NULL || strcmp(bench.who, who->name) == 0);
}

live *live_open(unsigned part, const page_list *lists, size_t count, size_t more, int shared)
{
  size_t n = 0;
  for (size_t i = 0; bench_contenders[i] != NULL; i++) {
    n += live_takes_part(bench_contenders[i], part) ? 1 : 0;
  }
  live *all = bench_allocate(n + 1, sizeof *all);
  live *l = all;
  for (size_t i = 0; bench_contenders[i] != NULL; i++) {
    if (!live_takes_part(bench_contenders[i], part)) {
      continue;
    }
    l->who = bench_contenders[i];
    l->table = l->who->open((uint32_t)(pages_of(lists, count) + more), shared);
    l->lists = lists;
    l->count = count;
    load(l++);
  }
  return all;
}

void live_close(live *all)
{
  for (live *l = all; l->who != NULL; l++) {
    l->who->close(l->table);
    free(l->names);
    free(l->keys);
  }
  free(all);
}

size_t live_size(const live *all)
{
  size_t n = 0;
  while (all[n].who != NULL) {
    n++;
  }
  return n;
}

void live_try(live *l, const page_list *list)
{
  uint64_t truth;
  uint32_t *keys = bench_allocate(list->count, sizeof *keys);
  uint64_t name = l->who->map(l->table, list);
  if (look(l, list, name, 1, &truth) != truth) {
    bench_fail("a page is not found after its map", l->who->name);
  }
  for (uint32_t k = 0; k < list->count; k++) {
    keys[k] = l->who->key(l->table, list, name, k);
  }
  l->who->unmap(l->table, list, name);
  if (l->who->translate(l->table, keys, list->count) != 0) {
    bench_fail("a page is found after its unmap", l->who->name);
  }
  free(keys);
}

void live_pick(live *all, const pick *picks, size_t count)
{
  for (live *l = all; l->who != NULL; l++) {
    free(l->keys);
    l->keys = bench_allocate(count, sizeof *l->keys);
    l->key_count = count;
    l->truth = 0;
    for (size_t i = 0; i < count; i++) {
      const page_list *list = &l->lists[picks[i].list];
      l->keys[i] = l->who->key(l->table, list, l->names[picks[i].list], picks[i].offset);
      l->truth += list->pages[picks[i].offset] + l->who->bias;
    }
  }
}

uint64_t live_translate(void *at, uint64_t times)
{
  live *l = at;
  uint64_t sum = 0;
  for (uint64_t r = 0; r < times; r++) {
    sum += l->who->translate(l->table, l->keys, l->key_count);
  }
  return sum;
}
