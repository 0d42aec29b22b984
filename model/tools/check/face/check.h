/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_CHECK_H
#define DXGMAP_CHECK_H

/* The checking face: the callbacks that a driver calls, and what a harness calls, over the proved core, for an analyser
   that follows every path (README.md). There are no stacks, threads or reports: what happens is told by calls of
   Frama_C_show_each_..., of which the analyser prints a line for each path that comes there. */

#include <stdbool.h>
#include <stdint.h>

#include "ddi/machine/core.h"
#include "dxgmap.h"
#include "wdm.h"

/* Live and ended mappings, MDLs and blocks of pool on one path. */
#define DXGMAP_CHECK_ENTRIES 1024u

#define DXGMAP_CHECK_NOWHERE UINT64_MAX

/* One thing that the driver has acquired. */
typedef struct {
  uint32_t kind; /* enum dxgmap_mapping_kind */
  bool live;
  uint64_t mapping; /* identity by the core; 0 for what the core does not know */
  uint64_t adapter;
  uint64_t parent; /* object of an adapter object or a view, adapter object of an ADL */
  uint64_t made;   /* where on the path it was acquired */
  uint64_t ended;  /* where it was released */
  uint32_t space;
  uint64_t at;    /* byte offset in the window of views, or port */
  uint64_t slack; /* bytes before the data of a view */
  uint64_t pages;
  uint64_t length;
  uint64_t *frames; /* `pages` physical page numbers, or NULL */
  void *address;    /* where the driver sees it */
  void *block;      /* memory that ends with it */
  void *list;       /* MDL or ADL, which ends with it */
  bool gone;        /* it has ended, and block and list are no memory any more */
  PMDL mdl;         /* of MapMdlToIoMmu, and of a view of an MDL */
  uint32_t tag;     /* of pool */
  bool locked;      /* of an MDL: by MmProbeAndLockPages */
  bool built;       /* of an MDL: by MmBuildMdlForNonPagedPool */
} dxgmap_check_entry;

typedef struct {
  dxgmap_state core;
  bool open;
  KIRQL irql;
  uint64_t process;
  uint64_t path;                   /* names what happened so far: equal on two paths only if the same has happened */
  bool gone;                       /* an entry of this path is gone */
  bool failed;                     /* the call that is under way was made to fail */
  const char *detail;              /* what is wrong with it */
  const dxgmap_check_entry *about; /* what it is about, or NULL */
  uint32_t failures;
  uint32_t entries;
  uint64_t errors;
  uint64_t next_frame;
  uint64_t next_window;
  dxgmap_check_entry entry[DXGMAP_CHECK_ENTRIES];
} dxgmap_check_machine;

extern dxgmap_check_machine dxgmap_checked;

/* Read anew each time: any value. */
extern volatile int dxgmap_check_any;

/* ---- The path: path.c ---- */

void dxgmap_check_enter(uint32_t operation);

/* Ends a call; the answer is its status. `mapping` is the entry that it made, or NULL. */
NTSTATUS dxgmap_check_leave(uint32_t operation, uint32_t cause, dxgmap_check_entry *made);

/* Whether the acquisition that is under way is made to fail: both are followed. */
bool dxgmap_check_fails(void);

/* A fault of the driver's that fails no call; about `entry`, or NULL. `detail` is a literal. */
void dxgmap_check_report(uint32_t operation, uint32_t cause, const dxgmap_check_entry *entry, const char *detail);

/* Why the call that is under way fails, which its end reports; the answer is its cause. */
uint32_t dxgmap_check_bad(const char *detail);

/* What the call that is under way is about; NULL: nothing. */
void dxgmap_check_about(const dxgmap_check_entry *entry);

/* The path parts in two, and this is the one on which the entry's memory is gone. */
void dxgmap_check_part(const dxgmap_check_entry *gone);

/* What the face has no model of; nothing is known of the path from here on. */
void dxgmap_check_unmodelled(const char *name);

/* Who calls. */
dxgmap_caller dxgmap_check_who(void);

/* ---- What is acquired: entries.c ---- */

/* A live entry; never NULL. */
dxgmap_check_entry *dxgmap_check_new(uint32_t kind, uint64_t mapping);

/* Ends it. Two paths begin here. On one its memory and its list are gone, and the analyser tells who touches them, or
   looks at a pointer to them; that is done to one entry of a path at most. On the other they stay, so that the driver
   can be followed further, and calls that are given them are judged. */
void dxgmap_check_end(dxgmap_check_entry *entry);

/* Forgets all that was, so that paths that differ in it alone become one. */
void dxgmap_check_forget(void);

/* A live entry by what the driver holds of it; NULL: none. */
dxgmap_check_entry *dxgmap_check_by_mapping(uint64_t mapping);
dxgmap_check_entry *dxgmap_check_by_address(uint32_t kind, const void *address);
dxgmap_check_entry *dxgmap_check_by_list(uint32_t kind, const void *list);

/* One that has ended, by its address or its list, which is there still; NULL: none. */
const dxgmap_check_entry *dxgmap_check_ended_address(uint32_t kind, const void *address);
const dxgmap_check_entry *dxgmap_check_ended_list(const void *list);

/* A live one that belongs to `parent`; NULL: none. */
const dxgmap_check_entry *dxgmap_check_child(uint64_t parent);

/* An ended one with this identity; NULL: none. */
const dxgmap_check_entry *dxgmap_check_ended(uint64_t mapping);

/* Memory with any contents. */
void *dxgmap_check_memory(uint64_t bytes);

/* Page numbers of memory that nobody has. */
uint64_t *dxgmap_check_frames(uint64_t pages);

/* Byte offset of so many window pages that nobody has. */
uint64_t dxgmap_check_window(uint64_t pages);

/* An MDL of Dxgkrnl's over pages, and an ADL. */
PMDL dxgmap_check_lend_mdl(const uint64_t *frames, uint64_t pages, void *address);
DXGK_ADL *dxgmap_check_lend_adl(const uint64_t *frames, uint64_t pages, bool run);

/* ---- Between files ---- */

/* The MDLs and the pool that the driver has left at the end. */
void dxgmap_check_left(void);

/* The harness is done. */
void dxgmap_check_returned(void);

/* Points every member of the interface to a function. */
void dxgmap_check_fill(DXGKRNL_INTERFACE *dxgkrnl);

#endif
