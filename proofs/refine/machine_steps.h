/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_STEPS_H
#define DXGMAP_REFINE_MACHINE_STEPS_H

#include "machine_causes.h"

/* The steps of the machine. */

/*@
  axiomatic MachineSteps {
    type mcall;
    type manswer;
    logic manswer MAnswer(integer status, integer id, integer place, integer first, integer page);
    predicate MStep(mstate m, menv e, mcall c, manswer a, mstate t);

    logic mcall CallAttach(integer x);
    logic mcall CallExclusiveBegin(integer x);
    logic mcall CallExclusiveEnd(integer x);
    logic mcall CallSetPower(integer x, integer power);
    logic mcall CallRemove(integer x);
    logic mcall CallLink(integer x, integer lead);
    logic madapter MSwitched(mstate m, mcall c);
    logic mcall CallUnpin(integer x, integer y);
    logic mcall CallUnmapPages(integer x, integer y, integer z);
    logic mcall CallUnmapPointer(integer x, integer y, integer z);
    logic mcall CallClose(integer x);
    logic mcall CallDestroy(integer x);
    logic mcall CallFreeAdl(integer x, integer y);
    logic mcall CallUnmapObject(integer x, integer y, integer z);
    logic mcall CallUnmapView(integer x, integer y, integer z, integer u, integer v);
    logic mcall CallEndView(integer x, integer y);
    logic mcall CallTranslate(integer x, integer y);
  }
*/

#endif
