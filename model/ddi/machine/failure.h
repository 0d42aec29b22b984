/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_FAILURE_H
#define DXGMAP_DDI_FAILURE_H

#include "dxgmap.h"

/* Failures that the harness asked for. Every call that acquires asks here, once, when nothing but want of memory can
   refuse it any more. All under the lock of the machine; one that acquires under the lock of a part, because nothing
   is asked for, is counted. */

/* A call that acquires, and what it would hold. */
typedef struct {
  uint32_t operation;
  const void *site;
  uint32_t index; /* physical adapter */
  uint64_t offset;
  uint64_t bytes;
} dxgmap_ddi_acquisition;

/* Whether it is to fail. It counts for every failure that is in force. */
bool dxgmap_ddi_failure_due(const dxgmap_ddi_acquisition *acquisition);

bool dxgmap_ddi_failure_acquires(uint32_t operation);

/* Whether none is asked for. */
bool dxgmap_ddi_failure_none(void);

/* One acquisition more was made, of those that are not asked about: under the lock of a part. */
void dxgmap_ddi_failure_pass(void);

/* What the options ask for, from now on: `count` acquisitions of the process from the nth on, all if that is 0; none
   for nth 0; and each by chance. */
void dxgmap_ddi_failure_by_options(uint64_t nth, uint64_t count, uint64_t per_million, uint64_t seed);
uint64_t dxgmap_ddi_failure_acquisitions(void); /* of the process, those that were made to fail included */

/* DXGMAP_CAUSE_NO_HOST when too many are in force. */
uint32_t dxgmap_ddi_failure_add(const dxgmap_failure *failure);
void dxgmap_ddi_failure_pressure(dxgmap_pressure *pressure, void *context);

/* The next `count` calls of the operation; it takes the place of what was asked for in this way before. */
void dxgmap_ddi_failure_next(uint32_t operation, uint32_t count);

/* None is in force any more, but the loop's. */
void dxgmap_ddi_failure_forget(void);

/* How many calls failed on purpose since they are counted anew, and which was the last. */
void dxgmap_ddi_failure_count_anew(void);
uint64_t dxgmap_ddi_failure_count(void);
bool dxgmap_ddi_failure_last(dxgmap_failed *last);

/* Of a loop over all acquisitions, whatever else is in force: from now on the nth fails. False: a loop runs already. */
bool dxgmap_ddi_failure_loop_begin(void);
void dxgmap_ddi_failure_loop_next(uint64_t nth);
bool dxgmap_ddi_failure_loop_reached(void); /* the nth came */
void dxgmap_ddi_failure_loop_end(void);

#endif
