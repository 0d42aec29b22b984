/* SPDX-License-Identifier: MIT */
/* The whole library, face and host too, as a driver has it: called, and not compiled into the loops. */

#define DXGMAP_PREFIX bench_face_ /* beside operation.c, which has the core's text too */
#include "dxgmap.c"
