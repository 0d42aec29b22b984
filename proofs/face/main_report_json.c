/* SPDX-License-Identifier: MIT */
/* Reports as JSON: whatever bytes the words have. */
#include "world.c"
#include "world_records.c"
#include "world_words.c"
#include "world_atomic.h"
#include "world_more.h"

bool dxgmap_ddi_tracing;

#include "model/ddi/call/report_json.c"

#include "inputs.h"
#include "world_words.h"

const char *dxgmap_ddi_kind_name(uint32_t kind)
{
  return world_word;
}

const char *dxgmap_ddi_severity_word(uint32_t severity)
{
  return world_word;
}

uint64_t dxgmap_host_process_number(void)
{
  return world_any64();
}

/* The functions of a site: one, and perhaps one more that it is inlined into. */
void dxgmap_host_functions_of(const void *site, dxgmap_host_function_visitor *visitor, void *context)
{
  dxgmap_host_function function = {"f", "", "", world_any32(), world_any64(), false};
  if (world_any()) {
    visitor(&function, context);
  }
  visitor(&function, context);
}

static void any_stack(dxgmap_stack *stack)
{
  Frama_C_make_unknown((char *)stack->site, sizeof(stack->site));
  stack->count = world_any() ? 1 : 0;
  stack->lost = Frama_C_unsigned_int_interval(0, 1);
}

static void report(dxgmap_host_text *text)
{
  static dxgmap_violation v;
  v.cause = world_any32();
  v.operation = world_any32();
  v.severity = Frama_C_unsigned_int_interval(0, DXGMAP_SEVERITIES - 1);
  v.status = (NTSTATUS)world_any32();
  v.adapter = (HANDLE)(uintptr_t)world_any64();
  v.operation_name = v.verdict = v.sentence = v.rules = v.theorems = v.analogue = "word";
  v.object = v.options = "word";
  v.detail = world_word;
  any_stack(&v.call);
  dxgmap_ddi_json_report(text, &v);
}

void main(void)
{
  char line[64];
  dxgmap_host_text text;
  dxgmap_stack stack;
  uint64_t counts[DXGMAP_SEVERITIES] = {1, 2, 3};
  world_make_word();
  any_stack(&stack);
  dxgmap_host_text_to_descriptor_by(&text, 2, line, sizeof(line));
  switch (Frama_C_interval(0, 3)) {
  case 0:
    report(&text);
    break;
  case 1:
    stack.count = DXGMAP_STACK_SITES;
    dxgmap_ddi_json_failed(&text, world_any32(), world_any64(), &stack);
    break;
  case 2:
    dxgmap_ddi_json_suppressed(&text, "file", world_any32(), world_word, world_any64());
    break;
  default:
    dxgmap_ddi_json_closed(&text, counts, world_any64(), world_any64());
    break;
  }
}
