/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_COVERAGE_H
#define DXGMAP_FUZZ_COVERAGE_H

/* What a run has seen: each operation succeed, by its own function and by dxgmap_step, on each machine that it belongs
   to, and each cause that the operation has in its clause file. */

#include "call.h"

const char *coverage_name(enum operation operation);

/* What an adapter's driver uses, and whether its machine remaps. */
enum machine { OF_MDLS, OF_ADLS, OF_ADLS_REMAPPING, MACHINES };

/* The machine is that of the adapter that the call is on; MACHINES, where it is on none. */
void coverage_count(const call *c, uint32_t status, enum machine machine);
/* A mapping took pages that waited, or waited itself when it was released. */
void coverage_pressed(void);
void coverage_waits(void);

/* Prints how often each was seen. Answers how many were never seen, or seen where no clause has them, and names them in
   a line each. */
uint32_t coverage_report(void);

/* Prints how many operations of the machine have succeeded, and how many of their causes have been met, and names the
   causes that have not. */
void coverage_met(void);

#endif
