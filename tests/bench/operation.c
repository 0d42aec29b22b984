/* SPDX-License-Identifier: MIT */
/* The whole verified operation, as generated/dxgmap.c has it: the caller's gate, the handle, the logical range, the
   capture, the owner and the count of each page, the cache. In identity mode an MDL, in remapping mode an ADL of an
   object that is large enough; the pages come as the host would give them. Nothing is configured out. The library's
   text is part of this file, so the compiler may inline it, as in a program that drops it in. */

#define DXGMAP_HOST 0
#include "dxgmap.c" /* before the names of the benchmark, which it does not know */

#include "started.h"

#include <pthread.h>
#include <stdlib.h>

static void *table_open(uint32_t mode, uint32_t quarantine)
{
  table *t = malloc(sizeof *t);
  if (t == NULL) {
    bench_fail("no memory", "operation");
  }
  t->state = bench_reserve(sizeof(dxgmap_state));
  start(t, mode, quarantine);
  return t;
}

static void *open_identity(uint32_t pages, int shared)
{
  (void)pages;
  (void)shared;
  return table_open(DXGMAP_IDENTITY, 0);
}

static void *open_remapping(uint32_t pages, int shared)
{
  (void)pages;
  (void)shared;
  return table_open(DXGMAP_REMAPPING, 0);
}

static void *open_quarantine(uint32_t pages, int shared)
{
  (void)pages;
  (void)shared;
  return table_open(DXGMAP_REMAPPING, DXGMAP_QUARANTINE);
}

static void table_close(void *at)
{
  table *t = at;
  expect(dxgmap_op_stop(t->state, t->adapter), "stop");
  bench_unreserve(t->state, sizeof(dxgmap_state));
  free(t);
}

/* The answer has a status, a page and a handle; a page counts only under a status that is good. */
static inline uint64_t table_find(table *t, uint32_t key)
{
  dxgmap_answer a = dxgmap_op_translate(t->state, t->adapter, key);
  return a.status == DXGMAP_OK ? a.page + 1 : 0;
}

static inline uint64_t table_map(table *t, const page_list *list)
{
  dxgmap_outcome o;
  if (t->mode == DXGMAP_IDENTITY) {
    o = dxgmap_op_map_pages(t->state, caller, t->adapter, DXGMAP_MDL, list->pages, list->count);
  } else {
    o = dxgmap_op_allocate_adl(t->state, caller, t->object, 0, (uint64_t)list->count * DXGMAP_PAGE_SIZE, 0, list->pages,
                               list->count, 0);
  }
  expect(o.status, "map");
  return o.handle;
}

static inline void table_unmap(table *t, const page_list *list, uint64_t name)
{
  (void)list;
  dxgmap_outcome o = t->mode == DXGMAP_IDENTITY ? dxgmap_op_unmap_pages(t->state, caller, t->adapter, DXGMAP_MDL, name)
                                                : dxgmap_op_free_adl(t->state, caller, t->object, name);
  expect(o.status, "unmap");
}

static inline uint32_t table_key(table *t, const page_list *list, uint64_t name, uint32_t offset)
{
  if (t->mode == DXGMAP_IDENTITY) {
    return (uint32_t)list->pages[offset];
  }
  return dxgmap_base_page(t->state, name) + offset;
}

/* Beside other threads: one lock around each call. */
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;

static inline uint64_t table_read(table *t, uint32_t key)
{
  pthread_mutex_lock(&table_lock);
  uint64_t entry = table_find(t, key);
  pthread_mutex_unlock(&table_lock);
  return entry;
}

static inline void table_write(table *t, const page_list *list)
{
  pthread_mutex_lock(&table_lock);
  uint64_t name = table_map(t, list);
  pthread_mutex_unlock(&table_lock);
  pthread_mutex_lock(&table_lock);
  table_unmap(t, list, name);
  pthread_mutex_unlock(&table_lock);
}

static double start_identity(uint64_t *bytes)
{
  return measure_start(DXGMAP_IDENTITY, 0, bytes);
}

static double start_remapping(uint64_t *bytes)
{
  return measure_start(DXGMAP_REMAPPING, 0, bytes);
}

static double start_quarantine(uint64_t *bytes)
{
  return measure_start(DXGMAP_REMAPPING, DXGMAP_QUARANTINE, bytes);
}

#include "loops.h"

const contender bench_identity = {.name = "operation, identity",
                                  .level = OPERATION,
                                  .parts = ALL | START,
                                  .sharing = "one mutex",
                                  .open = open_identity,
                                  .close = table_close,
                                  .start = start_identity,
                                  LOOPS};

const contender bench_remapping = {.name = "operation, remapping",
                                   .level = OPERATION,
                                   .parts = ALL | START,
                                   .sharing = "one mutex",
                                   .open = open_remapping,
                                   .close = table_close,
                                   .start = start_remapping,
                                   LOOPS};

const contender bench_quarantine = {.name = "remapping, quarantine",
                                    .level = OPERATION,
                                    .parts = PAIRS | START,
                                    .sharing = "one mutex",
                                    .open = open_quarantine,
                                    .close = table_close,
                                    .start = start_quarantine,
                                    LOOPS};
