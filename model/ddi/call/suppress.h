/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_SUPPRESS_H
#define DXGMAP_DDI_SUPPRESS_H

#include "dxgmap.h"

/* Reports that a file of the harness's says are not to be made. Its lines are conditions, all of which a report meets
   that is left out: `cause:DXGMAP_LEAK function:board_*`. options.md has the format. Under the lock. */

/* Reads the file that the options in force name, if any, and forgets what was read before. False: it cannot be read, or
   a line of it is wrong; standard error was told which. */
bool dxgmap_ddi_suppress_open(void);

/* Whether it is to be left out; counts. */
bool dxgmap_ddi_suppressed(const dxgmap_violation *v);

/* How many were, since the file was read. */
uint64_t dxgmap_ddi_suppress_count(void);

/* Logs how often each line was of use, but for those that were of none. */
void dxgmap_ddi_suppress_tell(void);

#endif
