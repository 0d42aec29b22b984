/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "show.h"
#include "tool.h"

/* dxgmap-trace show: the lives of mappings in time. */

typedef struct {
  showing *s;
  FILE *file;
  check *c;
  double now;
  const char *path;
} watching;

static const char *const kinds[DXGMAP_MAPPING_KINDS] = {"mapping",
                                                        "pin (MDL)",
                                                        "pin (ADL)",
                                                        "MDL in the IOMMU",
                                                        "pages for an MDL",
                                                        "contiguous memory",
                                                        "frame buffer pointer",
                                                        "view",
                                                        "video port view",
                                                        "ADL",
                                                        "object",
                                                        "adapter object",
                                                        "view of an object",
                                                        "view of an MDL",
                                                        "MDL",
                                                        "pool",
                                                        "Dxgkrnl's own"};

const char *show_kind(uint32_t kind)
{
  return kinds[kind < DXGMAP_MAPPING_KINDS ? kind : 0];
}

static void ended(const life *l, uint64_t line, void *context)
{
  watching *w = context;
  show_bar bar = {.kind = l->kind,
                  .adapter = l->adapter,
                  .made = l->line,
                  .ended = line,
                  .pages = l->pages,
                  .bytes = l->bytes,
                  .name = l->name != 0   ? l->name
                          : l->base != 0 ? l->base
                                         : l->list,
                  .from = l->time,
                  .to = w->now};
  if (l->model != 0) {
    show_life(w->s, &bar);
  }
}

static void found(const finding *f, void *context)
{
  watching *w = context;
  show_mark mark = {f->line, w->now, f->severity, f->name, dxgmap_cause_name(f->cause), f->rules};
  show_fault(w->s, &mark);
}

int tool_show(const tool_options *options)
{
  static check c;
  trace_reader reader;
  trace_line line;
  watching w;
  memset(&w, 0, sizeof(w));
  if (!trace_open(&reader, options->path)) {
    (void)fprintf(stderr, "%s\n", reader.error);
    return TOOL_FAILED;
  }
  w.file = tool_output(options);
  if (w.file == NULL || !check_open(&c)) {
    return TOOL_FAILED;
  }
  w.s = show_begin(w.file, options->svg, options->path);
  w.c = &c;
  c.found = found;
  c.context = &w;
  c.m.ended = ended;
  c.m.context = &w;
  int got = trace_next(&reader, &line);
  while (got > 0) {
    w.now = line.time;
    check_line(&c, &line);
    trace_free(&line);
    got = trace_next(&reader, &line);
  }
  w.now += 1000;
  check_close(&c); /* what lives on ends here */
  show_end(w.s);
  if (got < 0) {
    (void)fprintf(stderr, "%s\n", reader.error);
  }
  trace_close(&reader);
  return tool_written(w.file, got < 0 ? TOOL_FAILED : TOOL_WELL);
}
