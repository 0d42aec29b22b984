/* SPDX-License-Identifier: MIT */
/* Reports as text: of any mapping, of any violation. */
#include "world.c"
#include "world_words.c"
#include "world_atomic.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/report_text.c"

#include "world_words.h"

const char *dxgmap_ddi_severity_word(uint32_t severity)
{
  /*@ check severity: severity < DXGMAP_SEVERITIES; */
  return world_word;
}

uint64_t dxgmap_ddi_record_adapter(const dxgmap_ddi_record *record)
{
  (void)record;
  return world_any64();
}

static void any_record(dxgmap_ddi_record *record)
{
  Frama_C_make_unknown((char *)record, sizeof(*record));
  record->kind = (uint8_t)Frama_C_unsigned_int_interval(0, DXGMAP_MAPPING_KINDS - 1);
  record->type = Frama_C_unsigned_int_interval(0, DXGMAP_OBJECT_IO_SPACE);
  record->live = WORLD_BIT;
  record->ended = WORLD_BIT;
  record->ports = WORLD_BIT;
}

static void object(const dxgmap_ddi_record *record)
{
  char line[DXGMAP_DDI_LINE_BYTES];
  dxgmap_ddi_put_object(line, record);
  (void)strlen(line);
}

/* With so many sites, and not one more. */
static void any_stack(dxgmap_stack *stack, uint32_t count)
{
  stack->count = count;
  stack->lost = Frama_C_unsigned_int_interval(0, 1);
  if (count > 0) {
    Frama_C_make_unknown((char *)stack->site, count * sizeof(stack->site[0]));
  }
}

static void any_violation(dxgmap_violation *v)
{
  v->cause = world_any32();
  v->operation = world_any32();
  v->status = Frama_C_interval(INT32_MIN, INT32_MAX);
  v->kind = world_any32();
  v->adapter = (HANDLE)(uintptr_t)world_any64();
  v->address = world_any64();
  v->verdict = v->operation_name = v->sentence = v->detail = v->rules = world_word;
  v->theorems = v->analogue = v->object = v->options = world_word;
  v->stopped = WORLD_BIT;
  v->severity = Frama_C_unsigned_int_interval(0, DXGMAP_SEVERITIES - 1);
  v->count = world_any64();
}

static void verdict(const dxgmap_violation *v)
{
  char line[DXGMAP_DDI_LINE_BYTES];
  dxgmap_ddi_put_verdict(line, v);
  (void)strlen(line);
}

static void report(const dxgmap_violation *v)
{
  char string[DXGMAP_DDI_REPORT_BYTES];
  dxgmap_ddi_put_report(string, v);
  (void)strlen(string);
}

void main(void)
{
  dxgmap_ddi_record record;
  dxgmap_violation v;
  world_make_word();
  any_record(&record);
  any_violation(&v);
  any_stack(&v.call, DXGMAP_STACK_SITES);
  any_stack(&v.map, 1);
  any_stack(&v.unmap, 0);
  switch (Frama_C_interval(0, 4)) {
  case 0:
    object(NULL);
    break;
  case 1:
    object(&record);
    break;
  case 2:
    verdict(&v);
    break;
  case 3:
    report(&v);
    break;
  default: {
    const char *name = dxgmap_ddi_kind_name(world_any32());
    /*@ check name: \valid_read(name) && name[0] != 0; */
    break;
  }
  }
}
