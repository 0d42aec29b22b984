/* SPDX-License-Identifier: MIT */
#include "tool.h"

/* dxgmap-trace check: what of a trace breaks a clause. */

typedef struct {
  const tool_options *options;
  FILE *file;
  const trace_reader *reader;
  uint64_t shown[DXGMAP_SEVERITIES];
  uint64_t differences;
} told;

static void json_string(FILE *file, const char *name, const char *value)
{
  (void)fprintf(file, ",\"%s\":\"", name);
  for (; *value != '\0'; value++) {
    (void)fprintf(file, *value == '"' || *value == '\\' ? "\\%c" : "%c", *value);
  }
  (void)fputc('"', file);
}

static void print_json(FILE *file, const finding *f)
{
  (void)fprintf(file, "{\"line\":%llu", (unsigned long long)f->line);
  json_string(file, "severity", dxgmap_severity_name(f->severity));
  json_string(file, "name", f->name);
  json_string(file, "cause", dxgmap_cause_name(f->cause));
  json_string(file, "rules", f->rules);
  json_string(file, "detail", f->detail);
  (void)fprintf(file, ",\"count\":%llu", (unsigned long long)f->count);
  if (f->made != 0) {
    (void)fprintf(file, ",\"made\":%llu", (unsigned long long)f->made);
  }
  if (f->ended != 0) {
    (void)fprintf(file, ",\"ended\":%llu", (unsigned long long)f->ended);
  }
  (void)fprintf(file, ",\"by\":\"%s\"}\n", f->by_recorder ? "recorder" : "check");
}

/* Of each severity the first, unless all are asked for. */
static void found(const finding *f, void *context)
{
  told *t = context;
  t->shown[f->severity] += 1;
  if (t->options->json) {
    print_json(t->file, f);
  } else if (t->options->all || t->shown[f->severity] == 1) {
    tool_print(t->file, t->reader->path, f);
  }
}

static void differs(const trace_line *line, const char *how, void *context)
{
  told *t = context;
  t->differences += 1;
  if (t->options->json) {
    (void)fprintf(t->file, "{\"line\":%llu", (unsigned long long)line->number);
    json_string(t->file, "differs", how);
    (void)fputs("}\n", t->file);
  } else if (t->options->all || t->differences == 1) {
    (void)fprintf(t->file, "%s:%llu: %s: %s\n", t->reader->path, (unsigned long long)line->number, line->name, how);
  }
}

static void summary(FILE *file, const check *c)
{
  (void)fprintf(file, "%llu line%s, %llu of them judged", (unsigned long long)c->lines, tool_plural(c->lines),
                (unsigned long long)c->judged);
  for (uint32_t i = 0; i < DXGMAP_SEVERITIES; i++) {
    (void)fprintf(file, ", %llu %s%s", (unsigned long long)c->findings[i], dxgmap_severity_name(i),
                  tool_plural(c->findings[i]));
  }
  (void)fprintf(file, ", %llu difference%s between the recording and the model, %llu mapping%s live at the end\n",
                (unsigned long long)c->differences, tool_plural(c->differences), (unsigned long long)c->m.live,
                tool_plural(c->m.live));
  if (c->limits > 0 || c->skipped > 0) {
    (void)fprintf(file, "not judged: %llu calls beyond the tables of this program, %llu calls on what they made\n",
                  (unsigned long long)c->limits, (unsigned long long)c->skipped);
  }
}

int tool_check(const tool_options *options)
{
  static check c;
  trace_reader reader;
  trace_line line, last = {.name = "end"};
  told t = {.options = options, .reader = &reader};
  if (!trace_open(&reader, options->path)) {
    (void)fprintf(stderr, "%s\n", reader.error);
    return TOOL_FAILED;
  }
  t.file = tool_output(options);
  if (t.file == NULL || !check_open(&c)) {
    (void)fputs(t.file != NULL ? "dxgmap-trace: the system has no room for the tables of the core\n" : "", stderr);
    return TOOL_FAILED;
  }
  c.reports = reader.reports;
  c.found = found;
  c.differs = differs;
  c.context = &t;
  int got = trace_next(&reader, &line);
  while (got > 0) {
    check_line(&c, &line);
    if (trace_wrong() != NULL) {
      (void)snprintf(reader.error, sizeof(reader.error), "%s:%llu: \"%s\" is no number, or no list of pages",
                     reader.path, (unsigned long long)reader.number, trace_wrong());
      got = -1;
    }
    trace_free(&line);
    got = got > 0 ? trace_next(&reader, &line) : got;
  }
  last.number = reader.number;
  check_end(&c, &last);
  if (!options->json) {
    summary(t.file, &c);
  }
  bool broken = c.findings[DXGMAP_SEVERITY_ERROR] > 0 || c.differences > 0;
  if (got < 0) {
    (void)fprintf(stderr, "%s\n", reader.error);
  }
  check_close(&c);
  trace_close(&reader);
  return tool_written(t.file, got < 0 ? TOOL_FAILED : broken ? TOOL_BROKEN : TOOL_WELL);
}
