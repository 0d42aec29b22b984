/* SPDX-License-Identifier: MIT */
/* The start of an adapter of the large profile: 2^28 physical and logical pages. */

#define DXGMAP_HOST 0
#define DXGMAP_PROFILE_LARGE
#define DXGMAP_PREFIX bench_large_ /* beside operation.c, which has the text too */
#include "dxgmap.c"

#include "started.h"

static double start_identity(uint64_t *bytes)
{
  return measure_start(DXGMAP_IDENTITY, 0, bytes);
}

static double start_remapping(uint64_t *bytes)
{
  return measure_start(DXGMAP_REMAPPING, DXGMAP_QUARANTINE, bytes);
}

const contender bench_large_identity = {
    .name = "large, identity", .level = OPERATION, .parts = START, .start = start_identity};

const contender bench_large_remapping = {
    .name = "large, remapping", .level = OPERATION, .parts = START, .start = start_remapping};
