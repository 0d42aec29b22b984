/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_FORK_H
#define DXGMAP_DDI_FORK_H

#include "ddi/machine/system.h"

/* The system in a process that was forked from one which has it open: it is not open there (decision 80). */

/* To be called when the system was opened. False: the host has no room. */
bool dxgmap_ddi_fork_watch(void);

/* A call found the system not open: if that is so because of a fork, the first one is told. */
void dxgmap_ddi_fork_tell(void);

/* The state that came with the fork, to be given back before another is opened; NULL: none, or given back already. The
   caller holds the lock. */
dxgmap_state *dxgmap_ddi_fork_inherited(void);

#endif
