/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_SHOW_H
#define DXGMAP_TOOLS_TRACE_SHOW_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* A timeline, as JSON of trace events ("Trace Event Format", what Chrome and Perfetto read) or as an image. Times are
   in ns. */

typedef struct showing showing;

/* The life of a mapping. */
typedef struct {
  uint32_t kind;        /* enum dxgmap_mapping_kind */
  uint32_t adapter;     /* place of its adapter; of none: as many as there are adapters */
  uint64_t made, ended; /* lines; ended: 0 if it lived on */
  uint64_t pages, bytes;
  uint64_t name; /* in the recording */
  double from, to;
} show_bar;

typedef struct {
  uint64_t line;
  double at;
  uint32_t severity; /* enum dxgmap_severity */
  const char *name, *cause, *rules;
} show_mark;

showing *show_begin(FILE *file, bool svg, const char *title);
void show_life(showing *s, const show_bar *bar);
void show_fault(showing *s, const show_mark *mark);
void show_end(showing *s);

const char *show_kind(uint32_t kind);

#endif
