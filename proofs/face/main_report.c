/* SPDX-License-Identifier: MIT */
/* A report, from what a call has noted to the handler and the log; and the reason that is kept of a refusal. */
#include "world.c"
#include "world_records.c"
#include "world_words.c"
#include "world_atomic.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/note.c"
#include "model/ddi/call/reason.c"
#include "model/ddi/call/report.c"

#include "world_words.h"

static void any_stack(dxgmap_host_stack *stack)
{
  Frama_C_make_unknown((char *)stack->site, sizeof(stack->site));
  stack->count = Frama_C_unsigned_int_interval(0, DXGMAP_HOST_STACK_FRAMES);
  stack->lost = Frama_C_unsigned_int_interval(0, 1);
}

void dxgmap_host_stack_capture(const void *site, dxgmap_host_stack *stack)
{
  (void)site;
  any_stack(stack);
}

void dxgmap_ddi_record_stacks(const dxgmap_ddi_record *record, dxgmap_host_history *stacks)
{
  /*@ check record: \valid_read(record); */
  any_stack(&stacks->map);
  any_stack(&stacks->unmap);
}

uint32_t dxgmap_ddi_severity(uint32_t operation, const dxgmap_ddi_note *note)
{
  (void)operation;
  return note->severity; /* which main_clause has another word of */
}

/* ---- Text is main_report_text's ---- */

void dxgmap_ddi_put_object(char *line, const dxgmap_ddi_record *record)
{
  /*@ check room: \valid(line + (0 .. DXGMAP_DDI_LINE_BYTES - 1)); */
  /*@ check record: record == \null || \valid_read(record); */
  line[0] = 0;
}

void dxgmap_ddi_put_verdict(char *line, const dxgmap_violation *v)
{
  /*@ check room: \valid(line + (0 .. DXGMAP_DDI_LINE_BYTES - 1)); */
  world_see(v, sizeof(*v));
  /*@ check words: \valid_read(v->operation_name) && \valid_read(v->sentence); */
  line[0] = 0;
}

/* Everything of a violation but its text is there by then. */
static void whole(const dxgmap_violation *v)
{
  world_see(v, sizeof(*v));
  /*@ check words: \valid_read(v->verdict) && \valid_read(v->operation_name) && \valid_read(v->sentence) &&
                   \valid_read(v->detail) && \valid_read(v->rules) && \valid_read(v->theorems); */
  /*@ check object: \valid_read(v->object) && \valid_read(v->analogue) && \valid_read(v->options); */
  /*@ check severity: v->severity < DXGMAP_SEVERITIES && 0 < v->count; */
  /*@ check stacks: v->call.count <= DXGMAP_STACK_SITES && v->map.count <= DXGMAP_STACK_SITES &&
                    v->unmap.count <= DXGMAP_STACK_SITES; */
}

void dxgmap_ddi_put_report(char *string, const dxgmap_violation *v)
{
  /*@ check room: \valid(string + (0 .. DXGMAP_DDI_REPORT_BYTES - 1)); */
  whole(v);
  string[0] = 0;
}

/* ---- Where it goes ---- */

static bool report_suppressed;
static bool report_logged;
static bool report_handled;

void dxgmap_ddi_trace_report(const dxgmap_violation *v)
{
  uint32_t depth = world_depth;
  /*@ check held: depth == 1; */
  whole(v);
}

bool dxgmap_ddi_suppressed(const dxgmap_violation *v)
{
  whole(v);
  return report_suppressed;
}

uint64_t dxgmap_ddi_suppress_count(void)
{
  return world_any64();
}

void dxgmap_ddi_suppress_tell(void)
{
  world_unlocked();
}

void dxgmap_ddi_log_report(const dxgmap_violation *v, bool handled)
{
  world_unlocked();
  whole(v);
  /*@ check text: \valid_read(v->text); */
  report_logged = true;
}

void dxgmap_ddi_log_closed(const uint64_t *reports, uint64_t suppressed, uint64_t acquisitions)
{
  world_see(reports, DXGMAP_SEVERITIES * sizeof(*reports));
  /*@ check counts: \initialized(reports + (0 .. DXGMAP_SEVERITIES - 1)); */
  world_unlocked();
}

void dxgmap_ddi_log_close(void)
{
  world_unlocked();
}

/* May cause a report of its own, for which it needs the lock. */
static void handle(const dxgmap_violation *v, void *context)
{
  world_unlocked();
  whole(v);
  /*@ check context: context == (void *)world_own; */
  report_handled = true;
}

/* ---- What a call has noted ---- */

static dxgmap_ddi_call report_call;
static dxgmap_host_stack report_stack;

static void any_record(void)
{
  world_live.kind = (uint8_t)Frama_C_unsigned_int_interval(0, DXGMAP_MAPPING_KINDS - 1);
  world_live.index = world_any32();
  world_live.pages = world_any64();
  world_live.ended = WORLD_BIT;
}

static void any_note(dxgmap_ddi_note *note)
{
  dxgmap_ddi_note_begin(note);
  note->cause = world_any32();
  note->address = world_any64();
  note->index = world_any32();
  note->kind = Frama_C_unsigned_int_interval(0, DXGMAP_MAPPING_KINDS - 1);
  note->count = world_any64();
  note->severity = Frama_C_unsigned_int_interval(0, DXGMAP_SEVERITIES - 1);
  dxgmap_ddi_detail(note, world_word);
}

/* So many spaces are used by handlers, who have caused this report. */
static void report(dxgmap_violation_handler *handler, uint32_t used)
{
  dxgmap_ddi_report_open(handler, WORLD_OWN, DXGMAP_VIOLATION_ABORT);
  for (uint32_t i = 0; i < used; i++) {
    dxgmap_ddi_pool_used[i] = true;
  }
  dxgmap_ddi_report(&report_call, &report_call.subject, (NTSTATUS)world_any32());
  dxgmap_ddi_told(&report_call.subject);
  world_unlocked();
  /*@ check told: report_logged == !report_suppressed; */
  if (handler != NULL) {
    /*@ check handled: report_handled == !report_suppressed; */
  }
  for (uint32_t i = 0; i < DXGMAP_DDI_POOL; i++) {
    bool taken = dxgmap_ddi_pool_used[i];
    /*@ check given: taken == (i < used); */
  }
}

/* Of a mapping; of an object without a record; of neither, with every space used. */
static void reports(void)
{
  dxgmap_ddi_note *note = &report_call.subject;
  any_note(note);
  report_call.operation = world_any32();
  report_call.site = WORLD_OWN;
  report_call.adapter = world_any64();
  report_call.fault = WORLD_BIT;
  report_call.mute = WORLD_BIT;
  switch (Frama_C_interval(0, 2)) {
  case 0:
    any_record();
    note->mapping = WORLD_LIVE;
    report(handle, 1);
    break;
  case 1:
    dxgmap_ddi_tell(note, note->kind, &report_stack, world_any() ? &report_stack : NULL);
    report(NULL, 0);
    break;
  default:
    note->cause = DXGMAP_CAUSE_NOT_MODELLED;
    report(handle, DXGMAP_DDI_POOL);
    break;
  }
}

static void others(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    dxgmap_ddi_report_close();
    break;
  case 1:
    (void)dxgmap_ddi_report_count(world_any32());
    break;
  default: {
    dxgmap_ddi_reason_keep(world_any32(), world_any32(), world_word);
    const char *reason = dxgmap_ddi_reason();
    (void)strlen(reason);
    break;
  }
  }
  world_unlocked();
}

void main(void)
{
  world_begin_once();
  world_make_word();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    reports();
    break;
  case 1:
    report_suppressed = true;
    reports();
    break;
  default:
    others();
    break;
  }
}
