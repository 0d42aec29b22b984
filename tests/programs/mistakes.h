/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_PROGRAMS_MISTAKES_H
#define DXGMAP_PROGRAMS_MISTAKES_H

#include "machine.h"

/* A driver's mistake of one kind. The library must report it by `cause`, and by nothing else, and be as if the driver
   had not made it. */
typedef struct {
  const char *name;
  uint32_t cause;
  /* Makes it; false: the driver holds nothing to make it with. `other` is the driver of another adapter. */
  bool (*make)(driver *d, driver *other);
} mistake;

extern const mistake mistakes[];
extern const uint32_t mistake_count;
extern atomic_ulong mistakes_made[64];

/* A program of this seed with one of the mistakes at a random place, if it comes so far. */
void program_wrong(uint64_t seed);

#endif
