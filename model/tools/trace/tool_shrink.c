/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* dxgmap-trace shrink: lines are taken away, many at a time and then one by one, as long as what is left breaks the
   same clause in the same line. */

typedef struct {
  char *text;
  size_t length;
  uint64_t number;
  bool kept;
} kept_line;

typedef struct {
  trace_reader reader;
  kept_line *line;
  uint64_t lines, room;
  finding wanted; /* its line is the last one */
  bool there;     /* it was found */
  bool clean;     /* the whole trace does not differ from the model before it */
  uint64_t tries;
} shrinking;

static void found(const finding *f, void *context)
{
  shrinking *s = context;
  bool line = s->wanted.line == 0 || s->wanted.line == f->line;
  if (s->wanted.cause == DXGMAP_CAUSE_NONE) {
    if (line && f->severity == DXGMAP_SEVERITY_ERROR && !f->by_recorder) {
      s->wanted = *f;
      s->there = true;
    }
  } else {
    s->there = s->there || (line && f->cause == s->wanted.cause && f->made == s->wanted.made &&
                            f->ended == s->wanted.ended); /* and about the same thing */
  }
}

static void keep(shrinking *s, const trace_line *line)
{
  if (line->sort == TRACE_REPORT) {
    return;
  }
  if (line->operation == DXGMAP_OPERATION_OPEN && line->sort == TRACE_EVENT) {
    for (uint64_t i = 0; i < s->lines; i++) { /* another system begins: what was before has no part in it */
      free(s->line[i].text);
    }
    s->lines = 0;
  }
  if (s->lines == s->room) {
    s->room = s->room != 0 ? s->room * 2 : 1024;
    s->line = realloc(s->line, (size_t)s->room * sizeof(kept_line));
    if (s->line == NULL) {
      (void)fputs("dxgmap-trace: there is no memory left\n", stderr);
      exit(TOOL_FAILED);
    }
  }
  char *text = take(s->reader.length + 1);
  memcpy(text, s->reader.text, s->reader.length);
  s->line[s->lines++] = (kept_line){text, s->reader.length, line->number, true};
}

/* Reads up to the fault. False: there is none, or no trace. */
static bool read_until(shrinking *s, check *c)
{
  trace_line line;
  int got = trace_next(&s->reader, &line);
  while (got > 0 && !s->there) {
    keep(s, &line);
    check_line(c, &line);
    trace_free(&line);
    if (!s->there) {
      got = trace_next(&s->reader, &line);
    }
  }
  s->clean = c->differences == 0;
  if (got < 0) {
    (void)fprintf(stderr, "%s\n", s->reader.error);
  } else if (!s->there) {
    (void)fprintf(stderr, "%s: nothing in it breaks a clause%s\n", s->reader.path,
                  s->wanted.line != 0 ? " in that line" : "");
  }
  return got >= 0 && s->there;
}

/* Whether what is kept breaks the clause still. */
static bool breaks(shrinking *s, check *c)
{
  s->there = false;
  s->tries += 1;
  machine_reset(&c->m);
  c->differences = 0;
  c->m.installed = DXGMAP_PAGES;
  c->m.commit = UINT64_MAX;
  c->m.strict_irql = false;
  c->m.strict_exclusive = false;
  for (uint64_t i = 0; i < s->lines; i++) {
    trace_line line;
    s->reader.number = s->line[i].number;
    if (s->line[i].kept && trace_decode(&s->reader, s->line[i].text, s->line[i].length, &line) > 0) {
      check_line(c, &line);
      trace_free(&line);
    }
  }
  return s->there && (!s->clean || c->differences == 0);
}

/* Tries to do without the lines [from, to). */
static bool without(shrinking *s, check *c, uint64_t from, uint64_t to)
{
  for (uint64_t i = from; i < to; i++) {
    s->line[i].kept = false;
  }
  if (breaks(s, c)) {
    return true;
  }
  for (uint64_t i = from; i < to; i++) {
    s->line[i].kept = true;
  }
  return false;
}

static void pack(shrinking *s)
{
  uint64_t kept = 0;
  for (uint64_t i = 0; i < s->lines; i++) {
    if (s->line[i].kept) {
      s->line[kept++] = s->line[i];
    } else {
      free(s->line[i].text);
    }
  }
  s->lines = kept;
}

/* From behind: what comes later is rarely what later things need. The last line, the fault itself, stays. */
static void shrink(shrinking *s, check *c)
{
  bool again = true;
  for (uint64_t chunk = s->lines / 2; chunk > 0 || again;) {
    chunk = chunk > 0 ? chunk : 1;
    again = false;
    for (uint64_t to = s->lines - 1; to > 0;) {
      uint64_t from = to > chunk ? to - chunk : 0;
      again = without(s, c, from, to) || again;
      to = from;
    }
    pack(s);
    chunk = chunk > 1 ? chunk / 2 : 0;
  }
}

static int write_out(const shrinking *s, const tool_options *options, uint64_t before)
{
  FILE *file = tool_output(options);
  if (file == NULL) {
    return TOOL_FAILED;
  }
  (void)fprintf(file, "{\"dxgmap_trace\":%u,\"by\":\"dxgmap-trace shrink\"}\n", TRACE_VERSION);
  for (uint64_t i = 0; i < s->lines; i++) {
    (void)fprintf(file, "%s\n", s->line[i].text);
  }
  (void)fprintf(stderr, "%s: %s of line %llu: %llu of %llu lines are left, after %llu tries\n", s->reader.path,
                dxgmap_cause_name(s->wanted.cause), (unsigned long long)s->wanted.line, (unsigned long long)s->lines,
                (unsigned long long)before, (unsigned long long)s->tries);
  return tool_written(file, TOOL_BROKEN);
}

int tool_shrink(const tool_options *options)
{
  static check c;
  shrinking s;
  memset(&s, 0, sizeof(s));
  if (!trace_open(&s.reader, options->path)) {
    (void)fprintf(stderr, "%s\n", s.reader.error);
    return TOOL_FAILED;
  }
  s.wanted.line = options->line;
  c.found = found;
  c.context = &s;
  if (!check_open(&c)) {
    (void)fputs("dxgmap-trace: the system has no room for the tables of the core\n", stderr);
    return TOOL_FAILED;
  }
  int code = TOOL_FAILED;
  if (read_until(&s, &c)) {
    uint64_t before = s.reader.number;
    shrink(&s, &c);
    code = write_out(&s, options, before);
  } else if (s.reader.error[0] == '\0') {
    code = TOOL_WELL;
  }
  for (uint64_t i = 0; i < s.lines; i++) {
    free(s.line[i].text);
  }
  free(s.line);
  check_close(&c);
  trace_close(&s.reader);
  return code;
}
