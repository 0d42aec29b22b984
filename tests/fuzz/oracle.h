/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_ORACLE_H
#define DXGMAP_FUZZ_ORACLE_H

/* What the machine must do, told by a plain list of the live mappings of each place, the pages of each, and the runs of
   logical pages that wait. It shares no code and no structure with the model; it learns from it only what a step is
   free to choose: the handle that it gives, the logical pages that it captures into, and which of several equal port
   maps it releases. */

#include "call.h"

#define LOGICAL_MAX (DXGMAP_PAGES > DXGMAP_CELLS ? DXGMAP_PAGES : DXGMAP_CELLS)

typedef struct {
  uint64_t handle; /* 0: not live */
  uint32_t kind;
  uint32_t index;
  uint32_t space;
  uint32_t user;
  uint32_t cache;
  uint32_t slack;
  uint64_t of; /* what it belongs to: of an ADL the adapter object, of that or of a view of an object the object */
  uint64_t physical; /* or offset in the save area or the object */
  uint64_t length;
  uint64_t process; /* in whose address space it is */
  uint32_t place;
  uint32_t span;
  uint32_t cell;  /* first logical page */
  uint32_t count; /* of pages */
  uint64_t pages[LIST_MAX];
} mapping;

typedef struct {
  uint32_t first;
  uint32_t count;
} extent;

typedef struct {
  uint64_t handle; /* 0: not started */
  bool spent;      /* no generation is left */
  bool attached;
  bool exclusive;
  bool removed;
  uint32_t power;
  uint64_t lead;    /* of the chain that it is of, or 0 */
  uint32_t retired; /* slots */
  dxgmap_start start;
  mapping live[DXGMAP_SLOTS];
  extent waiting[DXGMAP_QUARANTINE]; /* the oldest first */
  uint32_t waits;
} adapter;

/* The last place is the machine's own, never started: objects and their views. */
typedef struct {
  adapter adapters[DXGMAP_PLACES];
} oracle;

/* What an access to a logical page gets. */
typedef struct {
  uint32_t status;
  uint64_t page;
  uint64_t handle;
} answer;

/* The status that the call must answer, in the given state: the first cause of its clause file. */
uint32_t oracle_status(const oracle *o, const call *c);
/* The same, of what is decided before the host is asked. */
uint32_t oracle_admit(const oracle *o, const call *c);

/* The adapter of that handle, or NULL. */
adapter *oracle_adapter(oracle *o, uint64_t handle);
/* The handle of the adapter that leads the one of that handle, its own perhaps; 0 when none does, or is started. */
uint64_t oracle_lead(const oracle *o, uint64_t handle);
/* Whether the mapping is a view in the address space of the process. */
bool oracle_in_process(const mapping *m, uint64_t process);
/* The live mapping of that handle in the place, or NULL. */
const mapping *oracle_mapping(const adapter *a, uint64_t handle);
/* The place where the call begins or ends a mapping; DXGMAP_PLACES when it names none. */
uint32_t oracle_where(const oracle *o, const call *c);
/* Whether a handle is left for what the call would make: of an adapter, or of a mapping where the call acts. */
bool oracle_handle_left(const oracle *o, const call *c);
/* Whether the call may release the mapping. */
bool oracle_selects(const call *c, const mapping *m);
/* How many logical pages the adapter has, page 0 among them. */
uint32_t oracle_limit(const dxgmap_start *d);
/* The answers for the logical pages of a started adapter, and how many those are; beyond them it is no page. */
uint32_t oracle_answers(const adapter *a, answer answers[LOGICAL_MAX]);

/* What a successful call does; handle is the one that it gave or released. */
void oracle_start(oracle *o, const call *c, uint64_t handle);
void oracle_stop(oracle *o, uint64_t handle);
void oracle_switch(adapter *a, const call *c);
void oracle_acquire(oracle *o, const call *c, uint64_t handle, uint32_t cell);
void oracle_release(oracle *o, const call *c, uint64_t handle);

/* Lets the oldest waiting runs go until a run of so many pages is free outright; answers how many went. */
uint32_t oracle_press(adapter *a, uint32_t count);
/* Whether the pages are inside, no live mapping has one of them, and none waits. */
bool oracle_free_outright(const adapter *a, uint32_t first, uint32_t count);

#endif
