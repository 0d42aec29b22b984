/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_JUDGE_H
#define DXGMAP_TOOLS_TRACE_JUDGE_H

#include "machine.h"

/* What the model says of a line. */

#define REFUSED UINT32_MAX          /* nothing is wrong with the call, and the recording has it fail */
#define NOT_JUDGED (UINT32_MAX - 1) /* the model has no opinion */

/* Something wrong with what the driver did. */
typedef struct {
  uint64_t line;
  uint32_t operation; /* enum dxgmap_operation */
  uint32_t cause;     /* enum dxgmap_cause */
  uint32_t kind;      /* enum dxgmap_mapping_kind of what it is about, or 0 */
  uint32_t severity;  /* enum dxgmap_severity */
  uint64_t made;      /* line of the call that made what it is about; 0: none */
  uint64_t ended;     /* line that ended it; 0: it lives, or there is none */
  uint64_t count;     /* how many such, where the recorder has counted them */
  const char *name;   /* of the call or event */
  const char *site;   /* where it was called, or NULL */
  const char *detail; /* "" for none */
  const char *rules;  /* clauses broken */
  bool by_recorder;   /* what it rests on is not in the trace: the recorder found it */
} finding;

typedef struct check {
  machine m;
  bool reports; /* the recorder writes what it found: the two are compared */
  void (*found)(const finding *f, void *context);
  void (*differs)(const trace_line *line, const char *how, void *context); /* or NULL */
  void *context;
  uint64_t lines, judged, findings[DXGMAP_SEVERITIES], differences;
  uint64_t seen[256], told[256]; /* findings of each cause in this system: the check's, the recorder's */
  uint64_t limits;               /* calls that succeeded where the core's own tables were full */
  uint64_t skipped;              /* calls that name what the model refused before, and the recording did not */
} check;

bool check_open(check *c);
void check_line(check *c, const trace_line *line);
void check_end(check *c, const trace_line *last); /* of the trace, or of a system: compares what was counted */
void check_close(check *c);

/* For the families of operations: what each judges is answered as a cause, REFUSED or NOT_JUDGED. */
uint32_t judge_memory(check *c, const trace_line *line);
uint32_t judge_object(check *c, const trace_line *line);
uint32_t judge_view(check *c, const trace_line *line);
uint32_t judge_mdl(check *c, const trace_line *line);
uint32_t judge_event(check *c, const trace_line *line);
uint32_t judge_device(check *c, const trace_line *line);
void judge_mdl_seen(check *c, const trace_line *line);

/* Ends what a call released, and its MDL's past with it. */
void judge_release(check *c, const trace_line *line, life *l);

/* The same of the answer of a releasing step, which is answered again. */
uint32_t judge_released(check *c, const trace_line *line, dxgmap_outcome o);

/* Puts a finding; `about` may be NULL. */
void judge_find(check *c, const trace_line *line, uint32_t cause, const life *about, const char *detail);
void judge_differ(check *c, const trace_line *line, const char *format, ...) __attribute__((format(printf, 3, 4)));

dxgmap_caller judge_caller(const check *c, const trace_line *line);

/* The pages that the call captured, from `list` ({"pages": ...}), `count` of them as the model has it; invented where
   the recording has none, or another number of them. */
void judge_pages(check *c, const trace_line *line, const cJSON *list, uint64_t count, const char *clause);

/* On an adapter that remaps, the pages of a list are logical ones: they are given, to be freed, and those that the core
   captures are invented. NULL: they are physical. */
uint64_t *judge_logical(check *c, uint32_t k, uint64_t count);

/* Pages before the data of a view, as they came out with its offset. */
uint32_t judge_slack(const trace_line *line);

/* A print of an MDL, to know it again. */
uint64_t judge_mdl_print(const cJSON *mdl);

#endif
