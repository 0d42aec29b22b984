/* SPDX-License-Identifier: MIT */
/* JudyL, an array of words that is sparse. */

#include "contenders.h"
#include "memory.h"

#include <Judy.h>
#include <stdlib.h>

typedef struct {
  Pvoid_t array;
} table;

static void *table_open(uint32_t pages, int shared)
{
  (void)pages;
  (void)shared;
  return calloc(1, sizeof(table));
}

static void table_close(void *at)
{
  table *t = at;
  JudyLFreeArray(&t->array, PJE0);
  free(t);
}

static inline uint64_t table_find(table *t, uint32_t key)
{
  PPvoid_t at = JudyLGet(t->array, key, PJE0);
  return at == NULL ? 0 : (uint64_t)(uintptr_t)*at;
}

static inline void table_put(table *t, uint32_t key, uint64_t entry)
{
  PPvoid_t at = JudyLIns(&t->array, key, PJE0);
  if (at == NULL || at == PPJERR) {
    bench_fail("no memory", "JudyL");
  }
  *at = (Pvoid_t)(uintptr_t)entry;
}

static inline void table_drop(table *t, uint32_t key)
{
  JudyLDel(&t->array, key, PJE0);
}

#include "each_page.h"
#include "rwlocked.h"
#include "loops.h"

const contender bench_judy = {.name = "JudyL",
                              .level = PEER,
                              .parts = MOST,
                              .sharing = "pthread rwlock",
                              .open = table_open,
                              .close = table_close,
                              LOOPS};
