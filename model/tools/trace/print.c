/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "tool.h"

/* A finding, as text; numbers of things; and where they are written. */

const char *tool_plural(uint64_t count)
{
  return count == 1 ? "" : "s";
}

void tool_print(FILE *file, const char *path, const finding *f)
{
  (void)fprintf(file, "%s:%llu: %s: %s: %s\n", path, (unsigned long long)f->line, dxgmap_severity_name(f->severity),
                f->name, dxgmap_cause_sentence(f->cause));
  if (f->detail[0] != '\0') {
    (void)fprintf(file, "  exactly:   %s\n", f->detail);
  }
  (void)fprintf(file, "  cause:     %s\n", dxgmap_cause_name(f->cause));
  if (f->rules[0] != '\0') {
    (void)fprintf(file, "  rules:     %s\n", f->rules);
  }
  if (f->count > 1) {
    (void)fprintf(file, "  count:     %llu\n", (unsigned long long)f->count);
  }
  if (f->site != NULL) {
    (void)fprintf(file, "  this call: %s\n", f->site);
  }
  if (f->made != 0) {
    (void)fprintf(file, "  its map:   %s:%llu\n", path, (unsigned long long)f->made);
  }
  if (f->ended != 0) {
    (void)fprintf(file, "  its unmap: %s:%llu\n", path, (unsigned long long)f->ended);
  }
  if (f->by_recorder) {
    (void)fputs("  found by:  the recorder; the trace does not have what it rests on\n", file);
  }
}

FILE *tool_output(const tool_options *options)
{
  FILE *file = options->output != NULL ? fopen(options->output, "w") : stdout;
  if (file == NULL) {
    (void)fprintf(stderr, "dxgmap-trace: %s cannot be written\n", options->output);
  }
  return file;
}

int tool_written(FILE *file, int code)
{
  bool good = fflush(file) == 0 && ferror(file) == 0;
  if (file != stdout && fclose(file) != 0) {
    good = false;
  }
  if (!good) {
    (void)fputs("dxgmap-trace: not all could be written\n", stderr);
  }
  return good ? code : TOOL_FAILED;
}
