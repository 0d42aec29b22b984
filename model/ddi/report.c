/* SPDX-License-Identifier: MIT */
#include "ddi/report.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/types.h"
#include "ddi/clauses.h"
#include "ddi/record.h"
#include "ddi/status.h"
#include "host/host.h"

#define DXGMAP_DDI_REPORT_BYTES 12288u
#define DXGMAP_DDI_LINE_BYTES 320u

_Static_assert(DXGMAP_STACK_SITES == DXGMAP_HOST_STACK_FRAMES, "a stack of the host fits a public one");

static struct {
  dxgmap_violation_handler *handler;
  void *context;
  uint32_t policy;
  uint64_t count;
} dxgmap_ddi_reports;

static const char *const dxgmap_ddi_kinds[] = {
    "no mapping",
    "save area pinned by MDL",
    "save area pinned by ADL",
    "MDL mapped to the IOMMU",
    "pages allocated for an MDL",
    "contiguous memory",
    "frame buffer pointer",
    "view of DxgkCbMapMemory",
    "view of the video port",
    "ADL",
    "physical memory object",
    "adapter object",
    "view",
};

/* What objects are made of, by their type. */
static const char *const dxgmap_ddi_types[] = {"MDL pages", "contiguous memory", "a section", "I/O space"};

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
static uint32_t dxgmap_ddi_pool_used[DXGMAP_DDI_POOL];

void dxgmap_ddi_report_open(dxgmap_violation_handler *handler, void *context, uint32_t policy)
{
  dxgmap_ddi_reports.handler = handler;
  dxgmap_ddi_reports.context = context;
  dxgmap_ddi_reports.policy = policy;
  dxgmap_ddi_reports.count = 0;
  memset(dxgmap_ddi_pool_used, 0, sizeof(dxgmap_ddi_pool_used)); /* a handler may have left by a jump */
}

static void dxgmap_ddi_put_number(dxgmap_host_text *text, const char *before, uint64_t value)
{
  dxgmap_host_text_put(text, before);
  dxgmap_host_text_decimal(text, value);
}

static void dxgmap_ddi_put_hex(dxgmap_host_text *text, const char *before, uint64_t value)
{
  dxgmap_host_text_put(text, before);
  dxgmap_host_text_hex(text, value, 1);
}

static void dxgmap_ddi_put_logical(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->logical != 0) {
    dxgmap_ddi_put_hex(text, " at logical ", record->logical * PAGE_SIZE);
  }
}

/* "ADL of 16 pages at logical 0x5000, from offset 0x1000 of adapter object 0x..." */
static void dxgmap_ddi_put_adl(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_put_number(text, " of ", record->pages);
  dxgmap_host_text_put(text, " pages");
  dxgmap_ddi_put_logical(text, record);
  dxgmap_ddi_put_hex(text, ", from offset ", record->physical);
  dxgmap_ddi_put_hex(text, " of adapter object ", record->parent);
}

/* "physical memory object (a section)", or "view of object 0x... from offset 0x1000": the object says the rest. */
static void dxgmap_ddi_put_object(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->kind != DXGMAP_MAPPING_OBJECT) {
    dxgmap_ddi_put_hex(text, " of object ", record->parent);
  } else {
    dxgmap_host_text_put(text, " (");
    dxgmap_host_text_put(text, dxgmap_ddi_types[record->type]);
    dxgmap_host_text_put(text, ")");
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT_VIEW) {
    dxgmap_ddi_put_hex(text, " from offset ", record->physical);
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT && record->type == DXGMAP_OBJECT_IO_SPACE) {
    dxgmap_ddi_put_hex(text, " of physical ", record->physical);
  }
}

static void dxgmap_ddi_put_extent(dxgmap_host_text *text, const dxgmap_ddi_record *record)
{
  if (record->kind == DXGMAP_MAPPING_ADL) {
    dxgmap_ddi_put_adl(text, record);
    return;
  }
  if (record->kind >= DXGMAP_MAPPING_OBJECT) {
    dxgmap_ddi_put_object(text, record);
  }
  dxgmap_ddi_put_logical(text, record);
  if (record->kind <= DXGMAP_MAPPING_PIN2 || record->kind == DXGMAP_MAPPING_POINTER) {
    dxgmap_ddi_put_number(text, ", physical adapter ", record->index);
  }
  if (record->kind == DXGMAP_MAPPING_VIEW || record->kind == DXGMAP_MAPPING_VIDEO) {
    dxgmap_ddi_put_hex(text, record->space == DXGMAP_RESOURCE_PORTS ? " of port " : " of physical ", record->physical);
  }
  if (record->address != NULL) {
    dxgmap_ddi_put_hex(text, " at ", (uint64_t)(uintptr_t)record->address);
  }
  if (record->length > 0) {
    dxgmap_ddi_put_number(text, ", ", record->length);
    dxgmap_host_text_put(text, " bytes");
  } else {
    dxgmap_ddi_put_number(text, ", ", record->pages);
    dxgmap_host_text_put(text, " pages");
  }
}

static void dxgmap_ddi_describe(char *object, const dxgmap_ddi_record *record)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, object, DXGMAP_DDI_LINE_BYTES);
  if (record != NULL) {
    dxgmap_host_text_put(&text, dxgmap_ddi_kinds[record->kind]);
    dxgmap_ddi_put_extent(&text, record);
    dxgmap_ddi_put_hex(&text, ", mapping ", record->mapping);
    int named = record->kind == DXGMAP_MAPPING_ADL || record->kind == DXGMAP_MAPPING_OBJECT_VIEW; /* by its parent */
    if (record->adapter != 0 && !named) {
      dxgmap_ddi_put_hex(&text, " of adapter ", record->adapter);
    }
    dxgmap_host_text_put(&text, record->live != 0 ? " (live)" : " (released before)");
  }
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_put_line(dxgmap_host_text *text, const char *head, const char *line)
{
  if (line[0] != '\0') {
    dxgmap_host_text_put(text, head);
    dxgmap_host_text_put(text, line);
    dxgmap_host_text_put(text, "\n");
  }
}

static void dxgmap_ddi_put_stack(dxgmap_host_text *text, const char *head, const dxgmap_stack *stack)
{
  dxgmap_host_stack shown;
  shown.count = stack->count;
  memcpy(shown.site, stack->site, sizeof(shown.site));
  if (stack->count > 0) {
    dxgmap_host_text_put(text, head);
    dxgmap_host_text_stack(text, "    ", &shown);
  }
}

static void dxgmap_ddi_put_done(dxgmap_host_text *text, const dxgmap_violation *v)
{
  dxgmap_host_text_put(text, "  done:      ");
  dxgmap_host_text_put(text, v->operation_name);
  if (v->adapter != NULL) {
    dxgmap_ddi_put_hex(text, ", adapter ", (uint64_t)(uintptr_t)v->adapter);
  }
  if (v->address != 0) {
    dxgmap_ddi_put_hex(text, ", address ", v->address);
  }
  if (v->status != STATUS_SUCCESS) {
    dxgmap_host_text_put(text, ", answered ");
    dxgmap_host_text_hex(text, (uint32_t)v->status, 8);
  }
  dxgmap_host_text_put(text, "\n");
}

static void dxgmap_ddi_write(char *string, const dxgmap_violation *v)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, string, DXGMAP_DDI_REPORT_BYTES);
  dxgmap_ddi_put_line(&text, "dxgmap: ", v->verdict);
  dxgmap_ddi_put_done(&text, v);
  dxgmap_ddi_put_line(&text, "  exactly:   ", v->detail);
  dxgmap_ddi_put_line(&text, "  cause:     ", dxgmap_ddi_cause_row(v->cause)->name);
  dxgmap_ddi_put_line(&text, "  rules:     ", v->rules);
  dxgmap_ddi_put_line(&text, "  theorems:  ", v->theorems);
  dxgmap_ddi_put_line(&text, "  object:    ", v->object);
  dxgmap_ddi_put_stack(&text, "  this call:\n", &v->call);
  dxgmap_ddi_put_stack(&text, "  its map:\n", &v->map);
  dxgmap_ddi_put_stack(&text, "  its unmap:\n", &v->unmap);
  dxgmap_ddi_put_line(&text, "  Windows:   ", v->analogue);
  dxgmap_host_text_flush(&text);
}

static void dxgmap_ddi_stack_copy(dxgmap_stack *to, const dxgmap_host_stack *from)
{
  to->count = from->count;
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
    v->physical_adapter = record->index;
  }
  dxgmap_ddi_describe(space->object, record);
  if (note->mapping != 0 && dxgmap_host_history_find(note->mapping, &history)) {
    dxgmap_ddi_stack_copy(&v->map, &history.map);
    dxgmap_ddi_stack_copy(&v->unmap, &history.unmap);
  }
}

static void dxgmap_ddi_fill_texts(dxgmap_ddi_report_space *space, const dxgmap_ddi_note *note)
{
  dxgmap_violation *v = &space->violation;
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, space->verdict, sizeof(space->verdict));
  dxgmap_host_text_put(&text, v->operation_name);
  dxgmap_host_text_put(&text, ": ");
  dxgmap_host_text_put(&text, v->sentence);
  dxgmap_host_text_flush(&text);
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
  v->status = status;
  v->adapter = (HANDLE)(uintptr_t)call->adapter;
  v->operation_name = dxgmap_ddi_operation_row(call->operation)->name;
  if (note->cause == DXGMAP_CAUSE_NOT_MODELLED) {
    v->operation_name = note->detail; /* which of the members it is */
  }
  v->sentence = row->sentence;
  v->theorems = row->theorems;
  dxgmap_host_stack_capture(call->site, &stack);
  dxgmap_ddi_stack_copy(&v->call, &stack);
  dxgmap_ddi_fill_object(space, note);
  v->rules = dxgmap_ddi_clause(call->operation, note->cause, v->kind);
  v->analogue = dxgmap_ddi_analogue(note->cause, v->kind);
  dxgmap_ddi_fill_texts(space, note);
  dxgmap_ddi_write(space->text, v);
}

static void dxgmap_ddi_print(const dxgmap_violation *violation)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_descriptor(&text, 2);
  dxgmap_host_text_put(&text, violation->text);
  dxgmap_host_text_flush(&text);
}

/* Builds under the lock, delivers outside it. */
static void dxgmap_ddi_deliver(dxgmap_ddi_report_space *space, const dxgmap_ddi_call *call, const dxgmap_ddi_note *note,
                               NTSTATUS status)
{
  dxgmap_host_lock();
  dxgmap_ddi_build(space, call, note, status);
  dxgmap_ddi_reports.count += 1;
  dxgmap_violation_handler *handler = dxgmap_ddi_reports.handler;
  void *context = dxgmap_ddi_reports.context;
  uint32_t policy = dxgmap_ddi_reports.policy;
  dxgmap_host_unlock();
  if (handler != NULL) {
    handler(&space->violation, context);
  } else {
    dxgmap_ddi_print(&space->violation);
  }
  if (policy == DXGMAP_VIOLATION_ABORT) {
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
  while (i < DXGMAP_DDI_POOL && dxgmap_ddi_pool_used[i] != 0) {
    i++;
  }
  if (i < DXGMAP_DDI_POOL) {
    dxgmap_ddi_pool_used[i] = 1;
  }
  dxgmap_host_unlock();
  return i;
}

static void dxgmap_ddi_pool_give(uint32_t i)
{
  dxgmap_host_lock();
  dxgmap_ddi_pool_used[i] = 0;
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

void dxgmap_set_handler(dxgmap_violation_handler *handler, void *context)
{
  dxgmap_host_lock();
  dxgmap_ddi_reports.handler = handler;
  dxgmap_ddi_reports.context = context;
  dxgmap_host_unlock();
}

void dxgmap_set_violation_policy(uint32_t policy)
{
  dxgmap_host_lock();
  dxgmap_ddi_reports.policy = policy;
  dxgmap_host_unlock();
}

uint64_t dxgmap_violations(void)
{
  dxgmap_host_lock();
  uint64_t count = dxgmap_ddi_reports.count;
  dxgmap_host_unlock();
  return count;
}
