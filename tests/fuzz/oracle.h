#ifndef DXGMAP_FUZZ_ORACLE_H
#define DXGMAP_FUZZ_ORACLE_H

/* What the machine must do, told by a plain list of the live mappings of each adapter and the pages of each. It shares
   no code and no structure with the model; it learns from it only what a step is free to choose: the handle that it
   gives, the cells that it captures into, and which of several equal port maps it releases. */

#include "call.h"

typedef struct {
  uint64_t handle; /* 0: not live */
  uint32_t kind;
  uint32_t index;
  uint32_t space;
  uint32_t user;
  uint32_t cache;
  uint64_t physical; /* or offset in the save area */
  uint64_t length;
  uint64_t process; /* in whose address space it is */
  uint32_t place;
  uint32_t span;
  uint32_t cell;  /* first captured cell */
  uint32_t count; /* of pages */
  uint64_t pages[PAGES_MAX];
} mapping;

typedef struct {
  uint64_t handle; /* 0: not started */
  int spent;       /* no generation is left */
  int attached;
  int exclusive;
  uint32_t retired; /* slots */
  dxgmap_start start;
  mapping live[DXGMAP_SLOTS];
} adapter;

typedef struct {
  adapter adapters[DXGMAP_ADAPTERS];
} oracle;

/* The status that the call must answer, in the given state: the first cause of its clause file. */
uint32_t oracle_status(const oracle *o, const call *c);
/* The same, of what is decided before the host is asked. */
uint32_t oracle_admit(const oracle *o, const call *c);

/* The adapter of that handle, or NULL. */
adapter *oracle_adapter(oracle *o, uint64_t handle);
/* The live mapping of that handle on the adapter, or NULL. */
const mapping *oracle_mapping(const adapter *a, uint64_t handle);
/* Whether the call may release the mapping. */
int oracle_selects(const call *c, const mapping *m);
/* How often live mappings of one adapter have captured the page. */
uint32_t oracle_captures(const adapter *a, uint64_t page);

/* What a successful call does; handle is the one that it gave or released. */
void oracle_start(oracle *o, const call *c, uint64_t handle);
void oracle_stop(oracle *o, uint64_t handle);
void oracle_acquire(oracle *o, const call *c, uint64_t handle, uint32_t cell);
void oracle_release(oracle *o, const call *c, uint64_t handle);

#endif
