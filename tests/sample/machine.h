/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_MACHINE_H
#define SAMPLE_MACHINE_H

/* Dxgkrnl, as the harness plays it: it starts the adapters and their driver, turns them off and on, and stops them. */

#include <stdbool.h>
#include <stdint.h>

#include "miniport.h"

/* What happens to the driver. */
enum fate { ALL_WELL, PINS_FAIL, PINS_AND_LARGE_CHUNKS_FAIL, NOTHING_SUCCEEDS, PULLED_OUT };

/* How the driver gets at system memory. */
typedef struct {
  const char *pages; /* what the device is told */
  const char *list;
  const char *contiguous; /* whether it asks for lists that are one range */
  BOOLEAN remaps;         /* the machine */
  BOOLEAN remaps_later;   /* when it is another: once the adapter was stopped and started again */
  BOOLEAN uses_adl;
  BOOLEAN prefers_contiguous;
} way;

typedef struct {
  uint64_t seed; /* of what Dxgkrnl chooses, such as whether a list that may be one range is one */
  UINT physical_adapters;
  bool chain; /* a device each, with a handle each; else one device for all */
  const way *way;
  enum fate fate;
} machine;

/* The test: the picture is there, nothing leaked, and nothing was reported. */
void machine_run(const machine *m);
/* After a test that a check has ended: what the driver had no chance to give back is not its leak. */
void machine_mend(void);
/* Of the machine that ran last. */
SAMPLE_STATISTICS machine_statistics(void);

#endif
