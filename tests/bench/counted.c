/* SPDX-License-Identifier: MIT */
/* What a map and an unmap of captured pages must do at least: the floor's copy, and one counter update a page. */

#include "contenders.h"
#include "memory.h"

#include <string.h>

#define ENTRIES (1u << 24)

typedef struct {
  uint64_t entry[ENTRIES];
  uint32_t count[ENTRIES]; /* of each physical page */
} table;

#include "reserved.h"

static inline uint64_t table_find(table *t, uint32_t key)
{
  return t->entry[key];
}

static inline uint64_t table_map(table *t, const page_list *list)
{
  memcpy(&t->entry[list->base], list->pages, list->count * sizeof list->pages[0]);
  for (uint32_t k = 0; k < list->count; k++) {
    t->count[list->pages[k]]++;
  }
  return list->base;
}

static inline void table_unmap(table *t, const page_list *list, uint64_t name)
{
  for (uint32_t k = 0; k < list->count; k++) {
    t->count[t->entry[name + k]]--;
  }
  memset(&t->entry[name], 0, list->count * sizeof list->pages[0]);
}

static inline uint32_t table_key(table *t, const page_list *list, uint64_t name, uint32_t offset)
{
  (void)t;
  (void)list;
  return (uint32_t)name + offset;
}

#define TABLE_BIAS 0
#include "unshared.h"
#include "loops.h"

const contender bench_counted = {
    .name = "copy + count", .level = FLOOR, .parts = PAIRS, .open = table_open, .close = table_close, LOOPS};
