/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_TOOL_H
#define DXGMAP_TOOLS_TRACE_TOOL_H

#include "judge.h"

/* The commands. Each answers the exit code: 0, all is well; 1, the trace breaks a clause, or differs from the model;
   2, there is no such trace, or no such option. */

enum tool_exit { TOOL_WELL = 0, TOOL_BROKEN = 1, TOOL_FAILED = 2 };

typedef struct {
  const char *path;
  const char *output; /* NULL: standard output */
  uint64_t line;      /* of the fault that shrink is about; 0: the first */
  bool all;           /* check: every fault, not the first alone */
  bool json;          /* check: lines of JSON; show: the default */
  bool svg;           /* show: an image */
} tool_options;

int tool_check(const tool_options *options);
int tool_shrink(const tool_options *options);
int tool_show(const tool_options *options);
int tool_replay(const tool_options *options);

/* Where the command writes; NULL, and a message, if it cannot. */
FILE *tool_output(const tool_options *options);
int tool_written(FILE *file, int code); /* closes it; TOOL_FAILED if not all could be written */

/* What is put behind a noun that is counted: "" for one, else "s". */
const char *tool_plural(uint64_t count);

/* One finding, in the words of a report. */
void tool_print(FILE *file, const char *path, const finding *f);

#endif
