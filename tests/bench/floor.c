/* SPDX-License-Identifier: MIT */
/* The floor: what any table must do at least. A lookup is one load from a flat array of page entries, without a
   bound; a map is a copy of the page list into it, and an unmap fills it with zeros. */

#include "contenders.h"
#include "memory.h"

#include <string.h>

#define ENTRIES (1u << 24)

typedef struct {
  uint64_t entry[ENTRIES]; /* the page itself: there is no room here for "not mapped" but zero */
} table;

#include "reserved.h"

static inline uint64_t table_find(table *t, uint32_t key)
{
  return t->entry[key];
}

static inline uint64_t table_map(table *t, const page_list *list)
{
  memcpy(&t->entry[list->base], list->pages, list->count * sizeof list->pages[0]);
  return list->base;
}

static inline void table_unmap(table *t, const page_list *list, uint64_t name)
{
  memset(&t->entry[name], 0, list->count * sizeof list->pages[0]);
}

static inline uint32_t table_key(table *t, const page_list *list, uint64_t name, uint32_t offset)
{
  (void)t;
  (void)list;
  return (uint32_t)name + offset;
}

/* A reader beside a writer sees each entry whole; nothing orders it. */
static inline uint64_t table_read(table *t, uint32_t key)
{
  return __atomic_load_n(&t->entry[key], __ATOMIC_RELAXED);
}

static inline void table_write(table *t, const page_list *list)
{
  table_unmap(t, list, table_map(t, list));
  __atomic_signal_fence(__ATOMIC_SEQ_CST); /* each pair is done, not the last alone */
}

#define TABLE_BIAS 0
#include "loops.h"

const contender bench_floor = {.name = "floor",
                               .level = FLOOR,
                               .parts = ALL,
                               .sharing = "nothing",
                               .open = table_open,
                               .close = table_close,
                               LOOPS};
