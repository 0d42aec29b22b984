/* SPDX-License-Identifier: MIT */
/* An adapter that is started, for the file that includes this after the library's text; and what its start costs. */

#include "contenders.h"
#include "memory.h"

#include <sys/resource.h>
#include <time.h>

static const dxgmap_caller caller = {DXGMAP_PASSIVE_LEVEL, 4, 1};

typedef struct {
  dxgmap_state *state;
  uint64_t adapter;
  uint64_t object; /* the adapter object, in remapping mode */
  uint32_t mode;
} table;

static void expect(uint32_t status, const char *what)
{
  if (status != DXGMAP_OK) {
    bench_fail(what, "the operation was refused");
  }
}

/* Starts an adapter and makes what its mappings belong to. */
static void start(table *t, uint32_t mode, uint32_t quarantine)
{
  dxgmap_start description = {.mode = mode,
                              .capability = mode == DXGMAP_REMAPPING ? DXGMAP_BY_ADL : DXGMAP_BY_MDL,
                              .quarantine = quarantine,
                              .chain = 1,
                              .installed_pages = DXGMAP_PAGES,
                              .highest_visible = (uint64_t)DXGMAP_PAGES * DXGMAP_PAGE_SIZE - 1};
  dxgmap_outcome started = dxgmap_op_start(t->state, &description);
  expect(started.status, "start");
  t->adapter = started.handle;
  t->mode = mode;
  if (mode == DXGMAP_IDENTITY) {
    expect(dxgmap_op_attach(t->state, t->adapter), "attach");
    return;
  }
  const dxgmap_object_request request = {
      .type = DXGMAP_OBJECT_MDL, .bound = 1, .length = (uint64_t)DXGMAP_CELLS * DXGMAP_PAGE_SIZE};
  dxgmap_bound object = dxgmap_op_create_bound(t->state, caller, request, t->adapter);
  expect(object.status, "create");
  t->object = object.opened;
}

/* Fresh memory in pages of 4 KiB, each of which faults when it is touched first: that says how much it is. */
static double measure_start(uint32_t mode, uint32_t quarantine, uint64_t *bytes)
{
  struct rusage before;
  struct rusage after;
  struct timespec from;
  struct timespec to;
  table t = {.state = bench_reserve_small(sizeof(dxgmap_state))};
  getrusage(RUSAGE_SELF, &before);
  clock_gettime(CLOCK_MONOTONIC, &from);
  start(&t, mode, quarantine);
  clock_gettime(CLOCK_MONOTONIC, &to);
  getrusage(RUSAGE_SELF, &after);
  bench_unreserve(t.state, sizeof(dxgmap_state));
  *bytes = (uint64_t)(after.ru_minflt - before.ru_minflt) * 4096;
  return (double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec);
}
