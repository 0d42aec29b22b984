/* SPDX-License-Identifier: MIT */
#include "ddi/call/trace.h"

#include <stdio.h>
#include <string.h>

#include "ddi/call/operation.h"
#include "ddi/call/option.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"
#include "ddi/call/trace_text.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

#define DXGMAP_DDI_TRACE_VERSION 1u

/* The most argument structures and numbers of a call, and the largest structure whose values before the call count. */
#define DXGMAP_DDI_TRACE_ARGUMENTS 4u
#define DXGMAP_DDI_TRACE_NUMBERS 8u
#define DXGMAP_DDI_TRACE_BYTES 128u

typedef struct {
  const uint8_t *at;
  uint64_t bytes;
  uint8_t before[DXGMAP_DDI_TRACE_BYTES];
} dxgmap_ddi_trace_structure;

/* The call that has the lock. */
typedef struct {
  bool begun;
  uint64_t adapter; /* as it came in */
  uint32_t structures, numbers;
  dxgmap_ddi_trace_structure structure[DXGMAP_DDI_TRACE_ARGUMENTS];
  uint64_t number[DXGMAP_DDI_TRACE_NUMBERS];
} dxgmap_ddi_trace_call;

bool dxgmap_ddi_tracing;
static FILE *dxgmap_ddi_trace_file;
static bool dxgmap_ddi_trace_foreign; /* the file is another process's, or cannot be written any more */
static dxgmap_ddi_trace_call dxgmap_ddi_told_of;

/* ---- The file ---- */

static void dxgmap_ddi_trace_lost(const char *equals, const char *path, const char *what)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, "dxgmap: trace");
  dxgmap_host_text_put(&text, equals);
  dxgmap_host_text_put(&text, path);
  dxgmap_host_text_put(&text, ": the file cannot be ");
  dxgmap_host_text_put(&text, what);
  dxgmap_host_text_put(&text, "\n");
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_trace_sink(void *context, const char *bytes, size_t length)
{
  (void)context;
  (void)fwrite(bytes, 1, length, dxgmap_ddi_trace_file);
}

static void dxgmap_ddi_trace_begin(dxgmap_host_text *text, const char *sort, const char *name)
{
  dxgmap_host_text_to_sink(text, dxgmap_ddi_trace_sink, NULL);
  dxgmap_ddi_trace_object(text);
  dxgmap_ddi_trace_string(text, sort, name);
}

/* A line is in the file before anything else happens, so that a program that crashes leaves all of them. */
static void dxgmap_ddi_trace_end(dxgmap_host_text *text)
{
  dxgmap_ddi_trace_object_end(text);
  dxgmap_host_text_put(text, "\n");
  dxgmap_host_text_flush(text);
  if (fflush(dxgmap_ddi_trace_file) != 0 || ferror(dxgmap_ddi_trace_file) != 0) {
    dxgmap_ddi_trace_lost("", "", "written any more; the trace ends here");
    __atomic_store_n(&dxgmap_ddi_tracing, false, __ATOMIC_RELAXED);
    dxgmap_ddi_trace_foreign = true;
  }
}

bool dxgmap_ddi_trace_prepare(void)
{
  const char *path = dxgmap_ddi_option_text(DXGMAP_DDI_OPTION_TRACE);
  dxgmap_host_text text;
  if (dxgmap_ddi_trace_foreign || dxgmap_ddi_trace_file != NULL || path[0] == '\0') {
    return true;
  }
  dxgmap_ddi_trace_file = fopen(path, "w");
  if (dxgmap_ddi_trace_file == NULL) {
    dxgmap_ddi_trace_lost("=", path, "opened for writing");
    return false;
  }
  dxgmap_host_text_to_sink(&text, dxgmap_ddi_trace_sink, NULL);
  dxgmap_ddi_trace_object(&text);
  dxgmap_ddi_trace_decimal(&text, "dxgmap_trace", DXGMAP_DDI_TRACE_VERSION);
  dxgmap_ddi_trace_string(&text, "by", "dxgmap");
  dxgmap_ddi_trace_decimal(&text, "reports", 1);
  dxgmap_ddi_trace_end(&text);
  return true;
}

void dxgmap_ddi_trace_open(const dxgmap_system_description *description)
{
  dxgmap_host_text text;
  if (dxgmap_ddi_trace_foreign || dxgmap_ddi_trace_file == NULL) {
    return;
  }
  __atomic_store_n(&dxgmap_ddi_tracing, true, __ATOMIC_RELAXED);
  dxgmap_ddi_told_of.begun = false;
  dxgmap_ddi_trace_begin(&text, "event", "open");
  dxgmap_ddi_trace_decimal(&text, "installed_pages", dxgmap_ddi.installed_pages);
  dxgmap_ddi_trace_decimal(&text, "commit_pages", dxgmap_ddi.commit_pages);
  dxgmap_ddi_trace_decimal(&text, "strict_irql", description->strict_irql ? 1 : 0);
  dxgmap_ddi_trace_decimal(&text, "strict_exclusive", description->strict_exclusive ? 1 : 0);
  dxgmap_ddi_trace_decimal(&text, "seed", description->seed);
  dxgmap_ddi_trace_end(&text);
}

void dxgmap_ddi_trace_close(void)
{
  if (dxgmap_ddi_traced()) {
    dxgmap_host_text text;
    dxgmap_ddi_trace_begin(&text, "event", "close");
    dxgmap_ddi_trace_end(&text);
    __atomic_store_n(&dxgmap_ddi_tracing, false, __ATOMIC_RELAXED);
  }
}

void dxgmap_ddi_trace_disown(void)
{
  dxgmap_ddi_trace_foreign = dxgmap_ddi_trace_foreign || dxgmap_ddi_trace_file != NULL;
  __atomic_store_n(&dxgmap_ddi_tracing, false, __ATOMIC_RELAXED);
}

/* ---- One call ---- */

void dxgmap_ddi_trace_enter(const dxgmap_ddi_call *call)
{
  dxgmap_ddi_told_of.begun = true;
  dxgmap_ddi_told_of.adapter = call->adapter;
  dxgmap_ddi_told_of.structures = 0;
  dxgmap_ddi_told_of.numbers = 0;
}

void dxgmap_ddi_trace_argument(const void *at, uint64_t bytes)
{
  dxgmap_ddi_trace_call *told = &dxgmap_ddi_told_of;
  if (told->begun && told->structures < DXGMAP_DDI_TRACE_ARGUMENTS) {
    dxgmap_ddi_trace_structure *s = &told->structure[told->structures];
    told->structures += 1;
    s->at = at;
    s->bytes = bytes;
    if (at != NULL && bytes <= sizeof(s->before)) {
      memcpy(s->before, at, (size_t)bytes);
    }
  }
}

void dxgmap_ddi_trace_numbers(const uint64_t *number, uint32_t count)
{
  dxgmap_ddi_trace_call *told = &dxgmap_ddi_told_of;
  for (uint32_t i = 0; told->begun && i < count && told->numbers < DXGMAP_DDI_TRACE_NUMBERS; i++) {
    told->number[told->numbers] = number[i];
    told->numbers += 1;
  }
}

/* Whether the call has come so far that the value is known. */
static bool dxgmap_ddi_trace_value(const dxgmap_ddi_trace_field *field, uint64_t *value)
{
  const dxgmap_ddi_trace_call *told = &dxgmap_ddi_told_of;
  *value = 0;
  if (field->argument == DXGMAP_DDI_TRACE_OF_NUMBERS) {
    if (field->at >= told->numbers) {
      return false;
    }
    *value = told->number[field->at];
    return true;
  }
  if (field->argument >= told->structures) {
    return false;
  }
  const dxgmap_ddi_trace_structure *s = &told->structure[field->argument];
  if (s->bytes > sizeof(s->before)) {
    return false;
  }
  memcpy(value, (field->out ? s->at : s->before) + field->at, field->bytes);
  return true;
}

static void dxgmap_ddi_trace_put_field(dxgmap_host_text *text, const dxgmap_ddi_trace_field *field, uint64_t value)
{
  switch (field->form) {
  case DXGMAP_DDI_TRACE_DECIMAL:
    dxgmap_ddi_trace_decimal(text, field->name, value);
    break;
  case DXGMAP_DDI_TRACE_MDL:
    dxgmap_ddi_trace_put_mdl(text, field->name, (PMDL)(uintptr_t)value);
    break;
  case DXGMAP_DDI_TRACE_ADL:
    dxgmap_ddi_trace_put_adl(text, field->name, (const DXGK_ADL *)(uintptr_t)value);
    break;
  default:
    dxgmap_ddi_trace_hex(text, field->name, value);
    break;
  }
}

/* The arguments that came in, or those that came out; null: there was nothing to read them from. */
static void dxgmap_ddi_trace_put_side(dxgmap_host_text *text, const dxgmap_ddi_trace_row *row, bool out)
{
  uint32_t of_side = 0, known = 0;
  uint64_t value;
  for (uint32_t i = 0; i < row->fields; i++) {
    if (row->field[i].out == out) {
      of_side += 1;
      known += dxgmap_ddi_trace_value(&row->field[i], &value) ? 1 : 0;
    }
  }
  if (of_side == 0) {
    return;
  }
  dxgmap_ddi_trace_name(text, out ? "out" : "in");
  if (known < of_side) {
    dxgmap_host_text_put(text, "null");
    return;
  }
  dxgmap_ddi_trace_object(text);
  for (uint32_t i = 0; i < row->fields; i++) {
    if (row->field[i].out == out) {
      (void)dxgmap_ddi_trace_value(&row->field[i], &value);
      dxgmap_ddi_trace_put_field(text, &row->field[i], value);
    }
  }
  if (out && row->operation == DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS && dxgmap_ddi_trace_value(&row->field[5], &value)) {
    const dxgmap_ddi_record *record = dxgmap_ddi_record_find(value);
    dxgmap_ddi_trace_pages(text, dxgmap_ddi_record_frames(record), record->pages);
  }
  dxgmap_ddi_trace_object_end(text);
}

static void dxgmap_ddi_trace_put_caller(dxgmap_host_text *text, const dxgmap_ddi_call *call)
{
  static _Thread_local uint32_t thread;
  static uint32_t threads;
  if (thread == 0) {
    threads += 1;
    thread = threads;
  }
  if (dxgmap_host_irql() != PASSIVE_LEVEL) {
    dxgmap_ddi_trace_decimal(text, "irql", dxgmap_host_irql());
  }
  dxgmap_ddi_trace_decimal(text, "process", call->who.process);
  dxgmap_ddi_trace_decimal(text, "thread", thread);
  if (call->site != NULL) {
    dxgmap_ddi_trace_site(text, call->site);
  }
}

/* A system that only looks, and a stop that has found a leak and goes on, leave the machine as it was. */
static bool dxgmap_ddi_trace_counts(const dxgmap_ddi_call *call, const dxgmap_ddi_trace_row *row)
{
  switch (call->operation) {
  case DXGMAP_OPERATION_START:
    return true;
  case DXGMAP_OPERATION_STOP:
  case DXGMAP_OPERATION_PROCESS_END:
    return call->notes == 0;
  case DXGMAP_OPERATION_LINK:
    return dxgmap_ddi_told_of.numbers > 0;
  default:
    return row != NULL || !dxgmap_ddi_operation_row(call->operation)->harness;
  }
}

static void dxgmap_ddi_trace_put_started(dxgmap_host_text *text, uint32_t cause)
{
  const dxgmap_ddi_trace_call *told = &dxgmap_ddi_told_of;
  if (cause == DXGMAP_CAUSE_BAD_ARGUMENT) { /* what the description points to may not be there */
    dxgmap_ddi_trace_name(text, "in");
    dxgmap_host_text_put(text, "null");
  } else if (told->structures > 0) {
    dxgmap_ddi_trace_name(text, "in");
    dxgmap_ddi_trace_object(text);
    dxgmap_ddi_trace_start(text, (const dxgmap_adapter_description *)(const void *)told->structure[0].at);
    dxgmap_ddi_trace_object_end(text);
  }
  if (cause == DXGMAP_CAUSE_NONE) {
    HANDLE adapter;
    memcpy(&adapter, told->structure[1].at, sizeof(adapter));
    dxgmap_ddi_trace_hex(text, "adapter", (uint64_t)(uintptr_t)adapter);
  }
}

static void dxgmap_ddi_trace_put_call(const dxgmap_ddi_call *call, uint32_t cause, NTSTATUS status)
{
  const dxgmap_ddi_trace_row *row = dxgmap_ddi_trace_row_of(call->operation);
  bool started = call->operation == DXGMAP_OPERATION_START;
  bool event = started || (row != NULL && row->event != NULL);
  const char *name = started ? "start" : event ? row->event : dxgmap_ddi_operation_row(call->operation)->name;
  uint64_t adapter = dxgmap_ddi_told_of.adapter != 0 ? dxgmap_ddi_told_of.adapter : call->adapter;
  dxgmap_host_text text;
  if (!dxgmap_ddi_trace_counts(call, row)) {
    return;
  }
  dxgmap_ddi_trace_begin(&text, event ? "event" : "call", name);
  if (adapter != 0) {
    dxgmap_ddi_trace_hex(&text, "adapter", adapter);
  }
  if (started) {
    dxgmap_ddi_trace_put_started(&text, cause);
  } else if (row != NULL) {
    dxgmap_ddi_trace_put_side(&text, row, false);
  } else if (call->subject.address != 0) {
    dxgmap_ddi_trace_hex(&text, "address", call->subject.address);
  }
  if (row != NULL && cause == DXGMAP_CAUSE_NONE) {
    dxgmap_ddi_trace_put_side(&text, row, true);
  }
  if (dxgmap_ddi_operation_answers(call->operation) == DXGMAP_DDI_ANSWERS_STATUS) {
    dxgmap_ddi_trace_hex(&text, "status", (uint32_t)status);
  }
  dxgmap_ddi_trace_string(&text, "cause", cause == DXGMAP_CAUSE_NONE ? "" : dxgmap_ddi_cause_row(cause)->name);
  dxgmap_ddi_trace_put_caller(&text, call);
  dxgmap_ddi_trace_end(&text);
}

void dxgmap_ddi_trace_leave(const dxgmap_ddi_call *call, uint32_t cause, NTSTATUS status)
{
  if (dxgmap_ddi_told_of.begun) {
    dxgmap_ddi_trace_put_call(call, cause, status);
    dxgmap_ddi_told_of.begun = false;
  }
}

void dxgmap_ddi_trace_mdl(PMDL mdl)
{
  dxgmap_host_text text;
  dxgmap_ddi_trace_begin(&text, "event", "mdl");
  dxgmap_ddi_trace_put_mdl(&text, "mdl", mdl);
  dxgmap_ddi_trace_end(&text);
}

void dxgmap_ddi_trace_report(const dxgmap_violation *violation)
{
  dxgmap_host_text text;
  if (violation->operation == DXGMAP_OPERATION_CPU_ACCESS) {
    dxgmap_ddi_trace_begin(&text, "event", "cpu");
    dxgmap_ddi_trace_hex(&text, "address", violation->address);
    dxgmap_ddi_trace_end(&text);
    if (!dxgmap_ddi_traced()) { /* the file is full since this line */
      return;
    }
  }
  dxgmap_ddi_trace_begin(&text, "report", dxgmap_ddi_cause_row(violation->cause)->name);
  dxgmap_ddi_trace_string(&text, "operation", violation->operation_name);
  dxgmap_ddi_trace_string(&text, "severity", dxgmap_ddi_severity_word(violation->severity));
  dxgmap_ddi_trace_decimal(&text, "kind", violation->kind);
  dxgmap_ddi_trace_decimal(&text, "count", violation->count);
  dxgmap_ddi_trace_string(&text, "rules", violation->rules);
  dxgmap_ddi_trace_string(&text, "detail", violation->detail);
  dxgmap_ddi_trace_end(&text);
}
