/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_START_H
#define DXGMAP_REFINE_MACHINE_START_H

#include "machine_made.h"

/* What starts, and what the adapter is then: bound by start.driver to definitions of link_start.mlw. */

/*@
  axiomatic MachineStart {
    type mstart;
    logic integer DMode(mstart d);
    logic integer DCapability(mstart d);
    predicate DLinked(mstart d);
    logic integer DWaiting(mstart d);
    logic integer DChain(mstart d);
    logic integer DBytes(mstart d, integer k);
    logic integer DCommitLimit(mstart d);
    logic integer DInstalled(mstart d);
    logic integer DVisible(mstart d);
    logic integer DResources(mstart d);
    logic integer DSpace(mstart d, integer k);
    logic integer DFirst(mstart d, integer k);
    logic integer DSize(mstart d, integer k);
    logic integer DSum(mstart d, integer n);
    predicate DNatural(mstart d);
    predicate DUneven(mstart d);
    predicate DBadResource(mstart d);
    logic integer CStart(mstate m, menv e, mstart d);
    logic madapter MBegun(mstart d);
  }
*/

#endif
