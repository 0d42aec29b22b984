/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_REPLAY_H
#define DXGMAP_TOOLS_TRACE_REPLAY_H

#include "line.h"
#include "table.h"

/* A trace's calls, made again on the library. What the recording names is something else here: other handles, other
   addresses, other pages. */

enum again_sort {
  AGAIN_ADAPTER = 1,
  AGAIN_HANDLE,
  AGAIN_OBJECT,
  AGAIN_OPENED,
  AGAIN_LIST,
  AGAIN_MDL,
  AGAIN_EXTENSION,
  AGAIN_SIZE, /* of a view of an object: in the recording, and here */
  AGAIN_SIZE_HERE,
  AGAIN_PLACE,    /* of an adapter; of a chain all have that of the lead */
  AGAIN_PLACE_OF, /* of the adapter of an adapter object */
  AGAIN_PAGE = 16 /* and the place of the adapter */
};
#define AGAIN_VIEWS 1u

typedef struct {
  table names;
  ranges views; /* the recording's addresses; what ended keeps them until another has them */
  bool open;
  uint64_t installed;
  uint32_t adapters;
  uint64_t told[256], seen[256]; /* reports of each cause: the recorder's, this run's */
  uint64_t calls, different;
  const trace_reader *reader;
  FILE *file;
} again;

/* What a call answered: a status, or how many pages it gave. */
typedef struct {
  bool made; /* it was made at all */
  bool answers;
  uint32_t status;
} answer;

answer again_call(again *a, const trace_line *line);
answer again_event(again *a, const trace_line *line);

/* The value here of a name of the recording's; `name` itself, or what nothing has, where there is none. */
uint64_t again_value(const again *a, uint32_t sort, uint64_t name, uint64_t otherwise);
void again_put(again *a, uint32_t sort, uint64_t name, uint64_t value);
void *again_address(const again *a, uint64_t address);
void again_view(again *a, uint64_t address, void *here, uint64_t bytes);
uint32_t again_adapter_place(again *a, uint64_t name);
void again_pages(again *a, uint32_t place, const cJSON *list, const uint64_t *page, uint64_t count);
void again_adl(again *a, uint32_t place, const cJSON *recorded, const DXGK_ADL *adl);

/* Counts a report, if it is of what is made again: pool memory is not, nor are views of MDLs, and an MDL of the
   driver's own memory is another one here, which nobody frees. */
void again_report(uint64_t *counts, uint32_t cause, uint32_t kind);

/* The MDL here that stands for one of the recording's; NULL if that says nothing of it. */
PMDL again_mdl(again *a, const cJSON *mdl);
PMDL again_mdl_new(again *a, uint64_t name, uint64_t va, uint64_t bytes);

#endif
