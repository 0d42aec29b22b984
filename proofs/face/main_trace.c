/* SPDX-License-Identifier: MIT */
/* The file of a trace: it is opened once, ends when it is full, and is not written by a copy of its process; and what a
   system that opens and closes, an MDL and a report write into it. main_trace_call looks at calls. */
#include "world_trace.h"

static bool file_refused;    /* it cannot be opened */
static uint32_t file_opened; /* how often it was */
static const char *file_path;
static FILE file_stream;

static FILE *file_open(const char *path, const char *mode)
{
  uint32_t opened = file_opened;
  (void)strlen(path);
  (void)mode;
  /*@ check once: opened == 0; */
  if (file_refused) {
    return NULL;
  }
  file_opened = 1;
  return &file_stream;
}

const char *dxgmap_ddi_option_text(uint32_t name)
{
  /*@ check name: name == DXGMAP_DDI_OPTION_TRACE; */
  return file_path;
}

#define fopen file_open
#include "model/ddi/call/operation.c"
#include "model/ddi/call/trace.c"
#include "model/ddi/call/trace_field.c"
#undef fopen

/* No call is told of here. */
dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping)
{
  return NULL;
}

uint64_t *dxgmap_ddi_record_frames(const dxgmap_ddi_record *record)
{
  return NULL;
}

static void report(void)
{
  dxgmap_violation v = {.operation_name = "an operation", .rules = "", .detail = "what"};
  v.operation = world_any() ? DXGMAP_OPERATION_CPU_ACCESS : DXGMAP_OPERATION_PIN;
  v.cause = world_any32();
  v.severity = world_any32();
  v.kind = world_any32();
  v.count = world_any64();
  v.address = world_any64();
  dxgmap_ddi_trace_report(&v);
}

/* Only where there is a trace. */
static void some_line(void)
{
  if (dxgmap_ddi_traced()) {
    if (world_any()) {
      report();
    } else {
      dxgmap_ddi_trace_mdl(Frama_C_nondet_ptr(WORLD_OWN, NULL));
    }
  }
}

/* Whether there is a trace is as the file is. */
static void file_check(void)
{
  bool traced = dxgmap_ddi_tracing;
  bool foreign = dxgmap_ddi_trace_foreign;
  bool there = dxgmap_ddi_trace_file != NULL;
  if (traced) {
    /*@ check there: there; */
    /*@ check own: !foreign; */
  }
}

static void system_once(void)
{
  static dxgmap_system_description description;
  description.strict_irql = (bool)Frama_C_interval(0, 1);
  description.strict_exclusive = (bool)Frama_C_interval(0, 1);
  description.seed = world_any64();
  bool good = dxgmap_ddi_trace_prepare();
  bool refused = file_refused;
  /*@ check good: good || refused; */
  dxgmap_ddi_trace_open(&description);
  file_check();
  some_line();
  file_check();
  if (world_any()) {
    dxgmap_ddi_trace_disown();
    file_check();
  }
  dxgmap_ddi_trace_close();
  bool traced = dxgmap_ddi_tracing;
  /*@ check closed: !traced; */
}

/* A system, and another one after it. Lines are lost, as standard error is told, when the file is full. */
static void systems(const char *path, bool refused)
{
  file_path = path;
  file_refused = refused;
  system_once();
  system_once();
  uint32_t lines = trace_lines;
  uint32_t told = trace_told;
  if (path[0] == 0 || refused) {
    /*@ check nothing: lines == 0; */
  } else {
    /*@ check begun: 1 <= lines; */
    /*@ check told: told <= 1; */
  }
}

void main(void)
{
  dxgmap_ddi.installed_pages = world_any64();
  dxgmap_ddi.commit_pages = world_any64();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    systems("", false);
    break;
  case 1:
    systems("f", true);
    break;
  default:
    systems("f", false);
    break;
  }
}
