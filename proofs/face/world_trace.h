/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_TRACE_H
#define DXGMAP_FACE_WORLD_TRACE_H

/* What a trace is written by, for trace.c: text that goes to a sink, JSON as trace_text.h promises it, which
   main_trace_text looks at, and the words of a report. First of all, because of the atomic accesses. */

#include "world_atomic.h"

#include <stdio.h>
#include <string.h>

#include "world.c"

#include "ddi/call/operation.h"
#include "ddi/call/option.h"
#include "ddi/call/severity.h"
#include "ddi/call/status.h"
#include "ddi/call/trace.h"
#include "ddi/call/trace_text.h"

static uint32_t trace_depth; /* of objects that have no end yet */
static uint32_t trace_lines; /* that were written as a whole */
static bool trace_null;      /* one of them says that arguments are not known */
static uint32_t trace_told;  /* lines to standard error */

/* ---- Text ---- */

void dxgmap_host_text_to_sink(dxgmap_host_text *text, dxgmap_host_sink *sink, void *context)
{
  text->buffer = text->own;
  text->size = sizeof(text->own);
  text->length = 0;
  text->sink = sink;
  text->context = context;
  text->descriptor = -1;
}

void dxgmap_host_text_to_descriptor(dxgmap_host_text *text, int descriptor)
{
  /*@ check standard: descriptor == 2; */
  dxgmap_host_text_to_sink(text, NULL, NULL);
  text->descriptor = descriptor;
}

static void trace_give(dxgmap_host_text *text)
{
  if (text->sink != NULL) {
    text->sink(text->context, text->buffer, Frama_C_unsigned_long_interval(0, text->size));
  }
}

void dxgmap_host_text_put(dxgmap_host_text *text, const char *string)
{
  (void)strlen(string);
  if (text->sink != NULL && string[0] == 'n') {
    trace_null = true;
  }
  trace_give(text);
}

/* At the end of a line. */
void dxgmap_host_text_flush(dxgmap_host_text *text)
{
  uint32_t depth = trace_depth;
  trace_give(text);
  if (text->sink != NULL) {
    /*@ check whole: depth == 0; */
    trace_lines += 1;
  } else {
    trace_told += 1;
  }
}

/* ---- JSON ---- */

void dxgmap_ddi_trace_object(dxgmap_host_text *text)
{
  trace_depth += 1;
  trace_give(text);
}

void dxgmap_ddi_trace_object_end(dxgmap_host_text *text)
{
  uint32_t depth = trace_depth;
  /*@ check begun: 0 < depth; */
  trace_depth = depth - 1;
  trace_give(text);
}

void dxgmap_ddi_trace_name(dxgmap_host_text *text, const char *name)
{
  uint32_t depth = trace_depth;
  /*@ check within: 0 < depth; */
  (void)strlen(name);
  trace_give(text);
}

void dxgmap_ddi_trace_decimal(dxgmap_host_text *text, const char *name, uint64_t value)
{
  (void)value;
  dxgmap_ddi_trace_name(text, name);
}

void dxgmap_ddi_trace_hex(dxgmap_host_text *text, const char *name, uint64_t value)
{
  (void)value;
  dxgmap_ddi_trace_name(text, name);
}

void dxgmap_ddi_trace_string(dxgmap_host_text *text, const char *name, const char *value)
{
  (void)strlen(value);
  dxgmap_ddi_trace_name(text, name);
}

void dxgmap_ddi_trace_pages(dxgmap_host_text *text, const uint64_t *page, uint64_t count)
{
  world_see(page, count * sizeof(*page));
  /*@ check list: \initialized(page + (0 .. count - 1)); */
  dxgmap_ddi_trace_name(text, "pages");
}

/* It is followed only if it is known. */
void dxgmap_ddi_trace_put_mdl(dxgmap_host_text *text, const char *name, PMDL mdl)
{
  (void)mdl;
  dxgmap_ddi_trace_name(text, name);
}

void dxgmap_ddi_trace_put_adl(dxgmap_host_text *text, const char *name, const DXGK_ADL *adl)
{
  world_see(adl, sizeof(*adl));
  /*@ check there: \valid_read(adl); */
  dxgmap_ddi_trace_name(text, name);
}

void dxgmap_ddi_trace_site(dxgmap_host_text *text, const void *site)
{
  /*@ check some: site != \null; */
  dxgmap_ddi_trace_name(text, "site");
}

void dxgmap_ddi_trace_start(dxgmap_host_text *text, const dxgmap_adapter_description *d)
{
  world_see(d, sizeof(*d));
  /*@ check there: \valid_read(d); */
  dxgmap_ddi_trace_name(text, "mode");
}

/* ---- Words, and who calls ---- */

const dxgmap_ddi_cause *dxgmap_ddi_cause_row(uint32_t cause)
{
  static const dxgmap_ddi_cause row = {.name = "a cause"};
  (void)cause;
  return &row;
}

const char *dxgmap_ddi_severity_word(uint32_t severity)
{
  (void)severity;
  return "a severity";
}

uint32_t dxgmap_host_irql(void)
{
  return Frama_C_unsigned_int_interval(0, 15);
}

#endif
