/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_LEAKS_H
#define DXGMAP_DDI_LEAKS_H

#include "ddi/machine/record.h"

/* The leaks of one stop, grouped by the calls that made the mappings: each is counted and given to the harness's
   handler, but of a group only the first few are printed. */

#define DXGMAP_DDI_LEAK_GROUPS 16u
#define DXGMAP_DDI_LEAKS_SHOWN 4u /* of each group */

typedef struct {
  uint64_t key;   /* of the kind and the stack */
  uint64_t first; /* the first mapping of the group */
  uint64_t count;
} dxgmap_ddi_leak_group;

/* All zero, there is none yet. */
typedef struct {
  uint64_t count;  /* of leaks, as a stop answers it: what a video miniport keeps is none */
  uint64_t others; /* that found no group free */
  uint32_t groups;
  dxgmap_ddi_leak_group group[DXGMAP_DDI_LEAK_GROUPS];
} dxgmap_ddi_leaks;

/* Whether this one is to be printed. The caller holds the lock. */
bool dxgmap_ddi_leaks_add(dxgmap_ddi_leaks *leaks, const dxgmap_ddi_record *record);

/* Prints how many were not, where reports are printed. The caller does not hold the lock. */
void dxgmap_ddi_leaks_tell(const dxgmap_ddi_leaks *leaks);

#endif
