/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_MADE_STEPS_H
#define DXGMAP_REFINE_MACHINE_MADE_STEPS_H

#include "machine_steps.h"

/* The calls that acquire, whose steps are those of machine_steps.h. */

/*@
  axiomatic MachineMadeSteps {
    logic mcall CallMapPages(integer x, integer y);
    logic mcall CallPin(integer x, integer y, integer z, integer u);
    logic mcall CallCreate(integer memory, integer bound, integer cache, integer physical, integer length);
    logic mcall CallOpen(integer x, integer y, integer z);
    logic mcall CallAllocateAdl(integer x, integer offset, integer size, integer contiguous);
    logic mcall CallMapPointer(integer x, integer index, integer size, integer offset);
    logic mcall CallMapObject(integer x, integer user, integer offset, integer size);
    logic mcall CallMapView(integer x, integer kind, integer space, integer user, integer cache, integer process,
                            integer physical, integer length);
    logic mcall CallStop(integer x);
  }
*/

#endif
