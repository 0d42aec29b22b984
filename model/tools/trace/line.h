/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_LINE_H
#define DXGMAP_TOOLS_TRACE_LINE_H

/* A trace, line by line. FORMAT.md has the format. */

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "dxgmap.h"

#define TRACE_VERSION 1u

typedef struct {
  const char *path;
  FILE *file;
  uint64_t number; /* of the line that was read last */
  char *text;      /* and what stands in it, without its end */
  size_t room;     /* bytes behind `text` */
  size_t length;   /* of the text */
  bool reports;    /* the header says that what the recorder found wrong has lines of its own */
  char error[512]; /* in words, with path and line; "" when all is well */
} trace_reader;

/* An event that is no operation of the library's: an MDL is not what it was. */
#define TRACE_MDL_SEEN ((uint32_t)DXGMAP_OPERATIONS)

enum trace_sort { TRACE_CALL, TRACE_EVENT, TRACE_REPORT };

/* One line, decoded as far as all have it. */
typedef struct {
  uint64_t number;
  uint32_t sort;      /* enum trace_sort */
  uint32_t operation; /* enum dxgmap_operation; DXGMAP_OPERATION_NONE: none that is known */
  const char *name;   /* of the call, the event, or the cause that is reported */
  bool has_in;        /* there was an argument structure to read */
  bool answered;      /* it has a status */
  uint32_t irql;
  uint32_t status;
  uint64_t adapter; /* 0: none */
  uint64_t process;
  const char *cause; /* what the recorder found: its name, "" for nothing wrong; NULL: it did not say */
  const char *site;  /* where it was called, or NULL */
  double time;       /* ns, or the number of the line where the trace has no time */
  const cJSON *in, *out;
  cJSON *root;
} trace_line;

/* Opens a trace ("-": standard input) and reads its first line. False: `error` says why not. */
bool trace_open(trace_reader *reader, const char *path);
void trace_close(trace_reader *reader);

/* The next line. 1: there is one, to be freed; 0: there is none; -1: what is there is none, as `error` says. */
int trace_next(trace_reader *reader, trace_line *line);

/* The same of a text that was read before. */
int trace_decode(trace_reader *reader, const char *text, size_t length, trace_line *line);
void trace_free(trace_line *line);

/* A member that is a number: a JSON number up to 2^53, or a string of decimal or 0x digits. `otherwise` if there is
   none; a member of another sort is an error of the line, which trace_wrong asks for. */
uint64_t trace_number(const cJSON *object, const char *name, uint64_t otherwise);
bool trace_has(const cJSON *object, const char *name);
uint64_t trace_in(const trace_line *line, const char *name); /* of what came in; 0 if there is none */

/* Whether a member is this text. */
bool trace_is(const cJSON *object, const char *name, const char *text);

/* Whether a number that was asked for since the line was read was none: its name, else NULL. */
const char *trace_wrong(void);

/* Whether the recording says that it failed. */
bool trace_failed(const trace_line *line);

/* The operation of a call's name, or DXGMAP_OPERATION_NONE. */
uint32_t trace_operation(const char *name);

/* The cause of a name ("DXGMAP_PINNED"), or DXGMAP_CAUSE_NONE. */
uint32_t trace_cause(const char *name);

/* The pages of {"pages": [7, [9, 2]]}: how many; the first `room` of them are written. UINT64_MAX: there are none. */
uint64_t trace_pages(const cJSON *object, uint64_t *page, uint64_t room);

#endif
