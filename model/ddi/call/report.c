/* SPDX-License-Identifier: MIT */
#include "ddi/call/report.h"

#include <stdlib.h>
#include <string.h>

#include "ddi/call/clauses.h"
#include "ddi/call/operation.h"
#include "ddi/call/option.h"
#include "ddi/call/report_log.h"
#include "ddi/call/report_text.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"
#include "ddi/call/suppress.h"
#include "ddi/call/trace.h"
#include "ddi/machine/failure.h"
#include "ddi/machine/record.h"
#include "host/host.h"

_Static_assert(DXGMAP_STACK_SITES == DXGMAP_HOST_STACK_FRAMES, "a stack of the host fits a public one");

static struct {
  dxgmap_violation_handler *handler;
  void *context;
  uint32_t policy;
  uint64_t count[DXGMAP_SEVERITIES];
} dxgmap_ddi_reports;

/* Everything that a report points to, so that it needs no memory of its own. */
typedef struct {
  dxgmap_violation violation;
  char verdict[DXGMAP_DDI_LINE_BYTES];
  char object[DXGMAP_DDI_LINE_BYTES];
  char text[DXGMAP_DDI_REPORT_BYTES];
} dxgmap_ddi_report_space;

/* Where reports are written. A fault of the CPU is reported on a signal stack, which may be small; and a handler may
   call the library and so cause another report before its own is done. */
#define DXGMAP_DDI_POOL 4u
static dxgmap_ddi_report_space dxgmap_ddi_pool[DXGMAP_DDI_POOL];
static bool dxgmap_ddi_pool_used[DXGMAP_DDI_POOL];

static void dxgmap_ddi_stack_copy(dxgmap_stack *to, const dxgmap_host_stack *from)
{
  to->count = from->count;
  to->lost = from->lost;
  memcpy(to->site, from->site, sizeof(to->site));
}

static void dxgmap_ddi_fill_object(dxgmap_ddi_report_space *space, const dxgmap_ddi_note *note)
{
  dxgmap_violation *v = &space->violation;
  const dxgmap_ddi_record *record = note->mapping != 0 ? dxgmap_ddi_record_find(note->mapping) : NULL;
  dxgmap_host_history history;
  v->mapping = note->mapping;
  v->physical_adapter = note->index;
  v->address = note->address;
  if (record != NULL) {
    v->kind = record->kind;
    v->pages = record->pages;
    v->physical_adapter = dxgmap_ddi_record_index(record);
    v->stopped = record->ended;
    dxgmap_ddi_record_stacks(record, &history);
    dxgmap_ddi_stack_copy(&v->map, &history.map);
    dxgmap_ddi_stack_copy(&v->unmap, &history.unmap);
  }
  if (record == NULL && note->told != NULL) {
    v->kind = note->kind;
    dxgmap_ddi_stack_copy(&v->map, &note->told->map);
    dxgmap_ddi_stack_copy(&v->unmap, &note->told->unmap);
  }
  dxgmap_ddi_put_object(space->object, record);
}

static void dxgmap_ddi_fill_texts(dxgmap_ddi_report_space *space, const dxgmap_ddi_note *note)
{
  dxgmap_violation *v = &space->violation;
  dxgmap_ddi_put_verdict(space->verdict, v);
  v->verdict = space->verdict;
  v->detail = note->detail;
  v->object = space->object;
  v->text = space->text;
}

static void dxgmap_ddi_build(dxgmap_ddi_report_space *space, const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                             NTSTATUS status)
{
  dxgmap_violation *v = &space->violation;
  const dxgmap_ddi_cause *row = dxgmap_ddi_cause_row(note->cause);
  dxgmap_host_stack stack;
  memset(v, 0, sizeof(*v));
  v->cause = note->cause;
  v->operation = call->operation;
  v->severity = dxgmap_ddi_severity(call->operation, note);
  v->count = note->count != 0 ? note->count : 1;
  v->status = call->mute ? STATUS_SUCCESS : status;
  v->adapter = (HANDLE)(uintptr_t)call->adapter;
  v->operation_name = dxgmap_ddi_operation_row(call->operation)->name;
  if (note->cause == DXGMAP_CAUSE_NOT_MODELLED) {
    v->operation_name = note->detail; /* which of the members it is */
  }
  v->sentence = row->sentence;
  v->theorems = row->theorems;
  dxgmap_host_stack_capture(call->site, &stack);
  dxgmap_ddi_stack_copy(&v->call, &stack);
  if (call->fault) {
    v->call.site[0] = (const uint8_t *)v->call.site[0] + 1; /* a site is behind what happened there */
  }
  dxgmap_ddi_fill_object(space, note);
  v->rules = dxgmap_ddi_clause(call->operation, note->cause, v->kind);
  v->analogue = dxgmap_ddi_analogue(note->cause, v->kind);
  v->options = dxgmap_ddi_options_line();
  dxgmap_ddi_fill_texts(space, note);
  dxgmap_ddi_put_report(space->text, v);
}

/* Builds under the lock, delivers outside it. */
static void dxgmap_ddi_deliver(dxgmap_ddi_report_space *space, const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                               NTSTATUS status)
{
  dxgmap_host_lock();
  uint32_t severity = dxgmap_ddi_severity(call->operation, note);
  dxgmap_violation_handler *handler = dxgmap_ddi_reports.handler;
  dxgmap_ddi_build(space, call, note, status);
  bool suppressed = dxgmap_ddi_suppressed(&space->violation);
  dxgmap_ddi_reports.count[severity] += suppressed ? 0 : 1;
  if (dxgmap_ddi_traced()) {
    dxgmap_ddi_trace_report(&space->violation);
  }
  void *context = dxgmap_ddi_reports.context;
  uint32_t policy = dxgmap_ddi_reports.policy;
  dxgmap_host_unlock();
  if (suppressed) {
    return;
  }
  dxgmap_ddi_log_report(&space->violation, handler != NULL);
  if (handler != NULL) {
    handler(&space->violation, context);
  }
  if (policy == DXGMAP_VIOLATION_ABORT && severity == DXGMAP_SEVERITY_ERROR) {
    abort();
  }
}

/* Apart, so that only a report without a space of the pool needs the stack for it. */
__attribute__((noinline)) static void dxgmap_ddi_deliver_deep(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                                                              NTSTATUS status)
{
  dxgmap_ddi_report_space space;
  dxgmap_ddi_deliver(&space, call, note, status);
}

/* A place of the pool that nobody uses, now the caller's; DXGMAP_DDI_POOL when all are used. */
static uint32_t dxgmap_ddi_pool_take(void)
{
  uint32_t i = 0;
  dxgmap_host_lock();
  while (i < DXGMAP_DDI_POOL && dxgmap_ddi_pool_used[i]) {
    i++;
  }
  if (i < DXGMAP_DDI_POOL) {
    dxgmap_ddi_pool_used[i] = true;
  }
  dxgmap_host_unlock();
  return i;
}

static void dxgmap_ddi_pool_give(uint32_t i)
{
  dxgmap_host_lock();
  dxgmap_ddi_pool_used[i] = false;
  dxgmap_host_unlock();
}

void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status)
{
  uint32_t i = dxgmap_ddi_pool_take();
  if (i == DXGMAP_DDI_POOL) {
    dxgmap_ddi_deliver_deep(call, note, status);
    return;
  }
  dxgmap_ddi_deliver(&dxgmap_ddi_pool[i], call, note, status);
  dxgmap_ddi_pool_give(i);
}

void dxgmap_ddi_report_to(dxgmap_violation_handler *handler, void *context)
{
  dxgmap_ddi_reports.handler = handler;
  dxgmap_ddi_reports.context = context;
}

void dxgmap_ddi_report_policy(uint32_t policy)
{
  dxgmap_ddi_reports.policy = policy;
}

uint64_t dxgmap_ddi_report_count(uint32_t severity)
{
  return severity < DXGMAP_SEVERITIES ? dxgmap_ddi_reports.count[severity] : 0;
}

void dxgmap_ddi_report_close(void)
{
  uint64_t count[DXGMAP_SEVERITIES];
  dxgmap_host_lock();
  memcpy(count, dxgmap_ddi_reports.count, sizeof(count));
  uint64_t suppressed = dxgmap_ddi_suppress_count();
  uint64_t acquisitions = dxgmap_ddi_failure_acquisitions();
  dxgmap_host_unlock();
  if (dxgmap_ddi_option(DXGMAP_DDI_OPTION_PRINT_SUPPRESSIONS) != 0) {
    dxgmap_ddi_suppress_tell();
  }
  dxgmap_ddi_log_closed(count, suppressed, acquisitions);
  dxgmap_ddi_log_close();
}

void dxgmap_ddi_report_open(dxgmap_violation_handler *handler, void *context, uint32_t policy)
{
  dxgmap_ddi_report_to(handler, context);
  dxgmap_ddi_report_policy(policy);
  memset(dxgmap_ddi_reports.count, 0, sizeof(dxgmap_ddi_reports.count));
  memset(dxgmap_ddi_pool_used, 0, sizeof(dxgmap_ddi_pool_used)); /* a handler may have left by a jump */
}
