/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_MIRROR_H
#define DXGMAP_FUZZ_MIRROR_H

/* What is live, as the abstract machine has it, in C: for drawing calls and for comparing everything that the model
   tells. It judges nothing by itself but what the machine does not have: which released pages wait, when a handle runs
   out, who leads a chain, and the translation of all pages at once, which would be a step each. */

#include "call.h"

#include "machine.h"

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
} mirror;

/* What an access to a logical page gets. */
typedef struct {
  uint32_t status;
  uint64_t page;
  uint64_t handle;
} answer;

/* The adapter of that handle, or NULL. */
adapter *mirror_adapter(mirror *o, uint64_t handle);
/* The handle of the adapter that leads the one of that handle, its own perhaps; 0 when none does, or is started. */
uint64_t mirror_lead(const mirror *o, uint64_t handle);
/* Whether the mapping is a view in the address space of the process. */
bool mirror_in_process(const mapping *m, uint64_t process);
/* The live mapping of that handle in the place, or NULL. */
const mapping *mirror_mapping(const adapter *a, uint64_t handle);
/* The place where the mapping of that handle is live, or NULL. */
const adapter *mirror_place(const mirror *o, uint64_t handle);
/* The place where the call begins or ends a mapping; DXGMAP_PLACES when it names none. */
uint32_t mirror_where(const mirror *o, const call *c);
/* Whether a handle is left for what the call would make: of an adapter, or of a mapping where the call acts. */
bool mirror_handle_left(const mirror *o, const call *c);
/* The answers for the logical pages of a started adapter, and how many those are; beyond them it is no page. */
uint32_t mirror_answers(const adapter *a, answer answers[LOGICAL_MAX]);

/* What a successful call does; handle is the one that it gave or released, fields what the machine has under it. */
void mirror_start(mirror *o, const call *c, uint64_t handle);
void mirror_stop(mirror *o, uint64_t handle);
void mirror_switch(adapter *a, const call *c);
void mirror_acquire(mirror *o, uint32_t k, uint64_t handle, const uint64_t fields[MACHINE_FIELDS]);
void mirror_release(mirror *o, uint64_t handle);

/* Lets the oldest waiting runs go until a run of so many pages is free outright; answers how many went. */
uint32_t mirror_press(adapter *a, uint32_t count);
/* Whether the pages are inside, no live mapping has one of them, and none waits. */
bool mirror_free_outright(const adapter *a, uint32_t first, uint32_t count);

#endif
