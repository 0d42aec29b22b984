/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_LEAKS_H
#define DXGMAP_DDI_LEAKS_H

#include "ddi/call/note.h"
#include "ddi/machine/record.h"

/* The leaks of one stop, grouped by the calls that made the mappings: a leak of thousands is one fault, and one report
   tells how many there are. */

#define DXGMAP_DDI_LEAK_GROUPS 128u /* at a time */
#define DXGMAP_DDI_LEAK_PLACES 256u

typedef struct {
  uint32_t kind;
  uint32_t made;      /* number of the stack */
  uint32_t index;     /* physical adapter */
  uint64_t first;     /* the first mapping of the group */
  uint64_t count;     /* of all */
  uint64_t changed;   /* the first whose MDL has changed, or 0 */
  uint64_t changes;   /* how many have one that has */
  const char *change; /* in what */
  PMDL mdl;           /* where it is */
} dxgmap_ddi_leak_group;

/* All zero, there is none. */
typedef struct {
  uint32_t groups;
  uint32_t told; /* of the groups */
  dxgmap_ddi_leak_group group[DXGMAP_DDI_LEAK_GROUPS];
  uint8_t place[DXGMAP_DDI_LEAK_PLACES]; /* by the hash of a group: its number in the list, plus one; 0: free */
} dxgmap_ddi_leaks;

/* Adds one; false: it is of another group than those that there is room for. */
bool dxgmap_ddi_leaks_add(dxgmap_ddi_leaks *leaks, const dxgmap_ddi_record *record);

/* Notes what there is to report of the next group that was not told yet; false: there is none. */
bool dxgmap_ddi_leaks_note(dxgmap_ddi_leaks *leaks, dxgmap_ddi_call *call);

#endif
