/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "replay.h"
#include "tool.h"
#include "wdm.h"

/* dxgmap-trace replay: the calls of a trace on the library, its answers and reports compared with the recorded ones. */

static bool was_refused(const trace_line *line)
{
  uint32_t cause = line->cause != NULL ? trace_cause(line->cause) : (uint32_t)DXGMAP_CAUSE_NONE;
  return cause == DXGMAP_CAUSE_NO_HOST || cause == DXGMAP_CAUSE_PRESSURE;
}

/* The line's call, by the same process, at the same IRQL, and refused where it was refused for want of memory. */
static answer make(again *a, const trace_line *line)
{
  KIRQL old = PASSIVE_LEVEL;
  dxgmap_failure failure = {.operation = line->operation, .nth = 1, .count = 1};
  if (line->sort == TRACE_EVENT) {
    return again_event(a, line);
  }
  dxgmap_set_process(line->process);
  if (was_refused(line)) {
    (void)dxgmap_fail(&failure);
  }
  if (line->irql > PASSIVE_LEVEL) {
    KeRaiseIrql((KIRQL)line->irql, &old);
  }
  answer r = again_call(a, line);
  if (line->irql > PASSIVE_LEVEL) {
    KeLowerIrql(old);
  }
  dxgmap_fail_none();
  dxgmap_set_process(4);
  return r;
}

static void compare(again *a, const trace_line *line, answer r)
{
  bool failed = trace_failed(line);
  bool fails = r.answers && (line->sort == TRACE_EVENT || line->operation == DXGMAP_OPERATION_VIDEO_MAP ||
                                     line->operation == DXGMAP_OPERATION_VIDEO_UNMAP
                                 ? r.status != 0
                                 : r.status >= 0x80000000u);
  a->calls += r.made ? 1 : 0;
  if (!r.answers || (line->cause == NULL && !line->answered)) {
    return;
  }
  if (fails != failed || (line->sort == TRACE_CALL && line->answered && line->cause != NULL &&
                          line->operation != DXGMAP_OPERATION_VIDEO_MAP &&
                          line->operation != DXGMAP_OPERATION_VIDEO_UNMAP && r.status != line->status)) {
    a->different += 1;
    (void)fprintf(a->file, "%s:%llu: %s: recorded %s 0x%x, now %s 0x%x\n", a->reader->path,
                  (unsigned long long)line->number, line->name, failed ? "failure" : "success", line->status,
                  fails ? "failure" : "success", r.status);
  }
}

static void hear(again *a, const trace_line *line)
{
  again_report(a->told, trace_cause(line->name), (uint32_t)trace_number(line->root, "kind", 0));
}

static int conclude(again *a, bool reports)
{
  for (uint32_t cause = 1; cause < 256; cause++) {
    if (reports && a->told[cause] != a->seen[cause]) {
      a->different += 1;
      (void)fprintf(a->file, "%s: %s was reported %llu times, and is now %llu times\n", a->reader->path,
                    dxgmap_cause_name(cause), (unsigned long long)a->told[cause], (unsigned long long)a->seen[cause]);
    }
  }
  uint64_t all = 0;
  for (uint32_t cause = 0; cause < 256; cause++) {
    all += a->seen[cause];
  }
  (void)fprintf(a->file, "%llu line%s, %llu call%s made again, %llu report%s, %llu difference%s\n",
                (unsigned long long)a->reader->number, tool_plural(a->reader->number), (unsigned long long)a->calls,
                tool_plural(a->calls), (unsigned long long)all, tool_plural(all), (unsigned long long)a->different,
                tool_plural(a->different));
  return a->different > 0 || (!reports && all > 0) ? TOOL_BROKEN : TOOL_WELL;
}

/* The file of a recording may be the one that is read: the options of the environment stay, but for that one. */
static bool record_nothing(void)
{
  const char *list = getenv("DXGMAP_OPTIONS");
  char *without = NULL;
  if (asprintf(&without, "%s:trace=", list != NULL ? list : "") < 0 || setenv("DXGMAP_OPTIONS", without, 1) != 0) {
    (void)fputs("dxgmap-trace: there is no memory left\n", stderr);
    return false;
  }
  free(without);
  return true;
}

int tool_replay(const tool_options *options)
{
  trace_reader reader;
  trace_line line;
  again a;
  memset(&a, 0, sizeof(a));
  if (!record_nothing()) {
    return TOOL_FAILED;
  }
  if (!trace_open(&reader, options->path)) {
    (void)fprintf(stderr, "%s\n", reader.error);
    return TOOL_FAILED;
  }
  a.reader = &reader;
  a.file = tool_output(options);
  if (a.file == NULL) {
    return TOOL_FAILED;
  }
  trace_line opening = {.operation = DXGMAP_OPERATION_OPEN, .sort = TRACE_EVENT};
  (void)again_event(&a, &opening);
  int got = trace_next(&reader, &line);
  while (got > 0) {
    if (line.sort == TRACE_REPORT) {
      hear(&a, &line);
    } else {
      compare(&a, &line, make(&a, &line));
    }
    trace_free(&line);
    got = trace_next(&reader, &line);
  }
  dxgmap_close();
  if (got < 0) {
    (void)fprintf(stderr, "%s\n", reader.error);
  }
  int code = conclude(&a, reader.reports);
  table_free(&a.names);
  trace_close(&reader);
  return tool_written(a.file, got < 0 ? TOOL_FAILED : code);
}
