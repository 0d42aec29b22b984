/* SPDX-License-Identifier: MIT */
#include "ddi/machine/failure.h"

#include <string.h>

#include "ddi/machine/choice.h"
#include "host/host.h"

#define DXGMAP_DDI_MILLION 1000000u

/* One that is in force. */
typedef struct {
  dxgmap_failure wish;
  uint64_t seen;   /* calls that matched */
  uint64_t failed; /* and failed */
  uint64_t chances;
} dxgmap_ddi_failing;

static struct {
  dxgmap_ddi_failing failing[DXGMAP_FAILURES];
  uint32_t failings;
  uint32_t next[DXGMAP_OPERATIONS]; /* how many more are to fail */
  dxgmap_pressure *pressure;
  void *context;
  uint64_t count;
  dxgmap_failed last;
} dxgmap_ddi_failures;

/* It outlives a close: a run of the loop may open and close the system itself. */
static struct {
  bool runs;
  uint64_t nth;
  uint64_t seen;
} dxgmap_ddi_failure_loop;

/* What the options ask for, of the process: it outlives a close too. */
static struct {
  uint64_t nth;
  uint64_t count;
  uint64_t per_million;
  uint64_t chances;
} dxgmap_ddi_failure_options;

/* Acquisitions of the process, whatever is asked for: those of each holder on lines of its own. */
static struct {
  _Alignas(128) uint64_t seen;
} dxgmap_ddi_failure_count_of[DXGMAP_HOST_HOLDERS];

bool dxgmap_ddi_failure_acquires(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_PIN:
  case DXGMAP_OPERATION_PIN2:
  case DXGMAP_OPERATION_MAP_POINTER:
  case DXGMAP_OPERATION_MAP_MDL:
  case DXGMAP_OPERATION_ALLOCATE_PAGES:
  case DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS:
  case DXGMAP_OPERATION_MAP_VIEW:
  case DXGMAP_OPERATION_VIDEO_MAP:
  case DXGMAP_OPERATION_GET_DEVICE_BASE:
  case DXGMAP_OPERATION_MAP_IO_SPACE:
  case DXGMAP_OPERATION_ALLOCATE_POOL:
  case DXGMAP_OPERATION_ALLOCATE_MDL:
  case DXGMAP_OPERATION_LOCK_MDL:
  case DXGMAP_OPERATION_MAP_LOCKED:
  case DXGMAP_OPERATION_CREATE_OBJECT:
  case DXGMAP_OPERATION_OPEN_OBJECT:
  case DXGMAP_OPERATION_MAP_OBJECT:
  case DXGMAP_OPERATION_ALLOCATE_ADL:
    return true;
  default:
    return false;
  }
}

static bool dxgmap_ddi_failure_at(const dxgmap_failure *wish, const void *site)
{
  return wish->site == NULL || wish->site == site || wish->site == dxgmap_host_function_of(site);
}

static bool dxgmap_ddi_failure_meets(dxgmap_ddi_failing *f, const dxgmap_ddi_acquisition *a)
{
  const dxgmap_failure *wish = &f->wish;
  if ((wish->operation != DXGMAP_OPERATION_NONE && wish->operation != a->operation) ||
      !dxgmap_ddi_failure_at(wish, a->site)) {
    return false;
  }
  f->seen += 1;
  if (f->seen < wish->nth || (wish->count != 0 && f->failed == wish->count)) {
    return false;
  }
  if (wish->per_million != 0 && dxgmap_ddi_choose_from(&f->chances, DXGMAP_DDI_MILLION) >= wish->per_million) {
    return false;
  }
  f->failed += 1;
  return true;
}

static bool dxgmap_ddi_failure_in_loop(void)
{
  if (!dxgmap_ddi_failure_loop.runs) {
    return false;
  }
  dxgmap_ddi_failure_loop.seen += 1;
  return dxgmap_ddi_failure_loop.seen == dxgmap_ddi_failure_loop.nth;
}

static bool dxgmap_ddi_failure_in_options(void)
{
  uint64_t first = dxgmap_ddi_failure_options.nth;
  uint64_t per_million = dxgmap_ddi_failure_options.per_million;
  dxgmap_ddi_failure_pass();
  if (first != 0) {
    uint64_t n = dxgmap_ddi_failure_acquisitions();
    if (n >= first && (dxgmap_ddi_failure_options.count == 0 || n - first < dxgmap_ddi_failure_options.count)) {
      return true;
    }
  }
  return per_million != 0 &&
         dxgmap_ddi_choose_from(&dxgmap_ddi_failure_options.chances, DXGMAP_DDI_MILLION) < per_million;
}

static bool dxgmap_ddi_failure_use(uint32_t *left)
{
  if (*left == 0) {
    return false;
  }
  *left -= 1;
  return true;
}

static void dxgmap_ddi_failure_remember(const dxgmap_ddi_acquisition *a)
{
  dxgmap_host_stack stack;
  dxgmap_host_stack_capture(a->site, &stack);
  dxgmap_ddi_failures.count += 1;
  dxgmap_ddi_failures.last.operation = a->operation;
  dxgmap_ddi_failures.last.call.count = stack.count;
  memcpy(dxgmap_ddi_failures.last.call.site, stack.site, sizeof(stack.site));
}

bool dxgmap_ddi_failure_none(void)
{
  uint32_t next = 0;
  for (uint32_t operation = 0; operation < DXGMAP_OPERATIONS; operation++) {
    next |= dxgmap_ddi_failures.next[operation];
  }
  return dxgmap_ddi_failure_options.nth == 0 && dxgmap_ddi_failure_options.per_million == 0 &&
         !dxgmap_ddi_failure_loop.runs && dxgmap_ddi_failures.failings == 0 && next == 0 &&
         dxgmap_ddi_failures.pressure == NULL;
}

void dxgmap_ddi_failure_pass(void)
{
  dxgmap_ddi_failure_count_of[dxgmap_host_holder()].seen += 1;
}

bool dxgmap_ddi_failure_due(const dxgmap_ddi_acquisition *a)
{
  bool due = dxgmap_ddi_failure_in_options();
  due = dxgmap_ddi_failure_in_loop() || due;
  for (uint32_t i = 0; i < dxgmap_ddi_failures.failings; i++) {
    due = dxgmap_ddi_failure_meets(&dxgmap_ddi_failures.failing[i], a) || due;
  }
  uint32_t operation = a->operation == DXGMAP_OPERATION_PIN2 ? (uint32_t)DXGMAP_OPERATION_PIN : a->operation;
  due = due || dxgmap_ddi_failure_use(&dxgmap_ddi_failures.next[operation]);
  due = due || (dxgmap_ddi_failures.pressure != NULL &&
                dxgmap_ddi_failures.pressure(a->operation, a->index, a->offset, a->bytes, dxgmap_ddi_failures.context));
  if (due) {
    dxgmap_ddi_failure_remember(a);
  }
  return due;
}

void dxgmap_ddi_failure_by_options(uint64_t nth, uint64_t count, uint64_t per_million, uint64_t seed)
{
  bool anew = dxgmap_ddi_failure_options.per_million == 0;
  dxgmap_ddi_failure_options.nth = nth;
  dxgmap_ddi_failure_options.count = count;
  dxgmap_ddi_failure_options.per_million = per_million;
  dxgmap_ddi_failure_options.chances = anew ? seed : dxgmap_ddi_failure_options.chances;
}

uint64_t dxgmap_ddi_failure_acquisitions(void)
{
  uint64_t seen = 0;
  for (uint32_t i = 0; i < DXGMAP_HOST_HOLDERS; i++) {
    seen += dxgmap_ddi_failure_count_of[i].seen;
  }
  return seen;
}

uint32_t dxgmap_ddi_failure_add(const dxgmap_failure *failure)
{
  if (dxgmap_ddi_failures.failings == DXGMAP_FAILURES) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_ddi_failing *f = &dxgmap_ddi_failures.failing[dxgmap_ddi_failures.failings];
  memset(f, 0, sizeof(*f));
  f->wish = *failure;
  f->chances = failure->seed;
  dxgmap_ddi_failures.failings += 1;
  return DXGMAP_CAUSE_NONE;
}

void dxgmap_ddi_failure_pressure(dxgmap_pressure *pressure, void *context)
{
  dxgmap_ddi_failures.pressure = pressure;
  dxgmap_ddi_failures.context = context;
}

void dxgmap_ddi_failure_next(uint32_t operation, uint32_t count)
{
  dxgmap_ddi_failures.next[operation] = count;
}

void dxgmap_ddi_failure_forget(void)
{
  memset(dxgmap_ddi_failures.next, 0, sizeof(dxgmap_ddi_failures.next));
  dxgmap_ddi_failures.failings = 0;
  dxgmap_ddi_failure_pressure(NULL, NULL);
}

void dxgmap_ddi_failure_count_anew(void)
{
  dxgmap_ddi_failures.count = 0;
}

uint64_t dxgmap_ddi_failure_count(void)
{
  return dxgmap_ddi_failures.count;
}

bool dxgmap_ddi_failure_last(dxgmap_failed *last)
{
  if (dxgmap_ddi_failures.count == 0) {
    return false;
  }
  *last = dxgmap_ddi_failures.last;
  return true;
}

bool dxgmap_ddi_failure_loop_begin(void)
{
  if (dxgmap_ddi_failure_loop.runs) {
    return false;
  }
  dxgmap_ddi_failure_loop.runs = true;
  return true;
}

void dxgmap_ddi_failure_loop_next(uint64_t nth)
{
  dxgmap_ddi_failure_loop.nth = nth;
  dxgmap_ddi_failure_loop.seen = 0;
}

bool dxgmap_ddi_failure_loop_reached(void)
{
  return dxgmap_ddi_failure_loop.seen >= dxgmap_ddi_failure_loop.nth;
}

void dxgmap_ddi_failure_loop_end(void)
{
  dxgmap_ddi_failure_loop.runs = false;
}
