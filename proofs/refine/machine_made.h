/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_MADE_H
#define DXGMAP_REFINE_MACHINE_MADE_H

#include "machine_causes.h"

/* What is free in the machine, what an acquisition makes, and its first cause: bound by made.driver to definitions
   of link_made.mlw. */

/*@
  axiomatic MachineMade {
    predicate MFresh(mstate m, integer h);
    predicate MClearOf(mmapping w, integer b, integer n);
    predicate MBeside(mstate m, integer x, integer h, integer b, integer n);
    predicate MFreeRun(mstate m, integer x, integer b, integer n);
    predicate MRunLeft(mstate m, integer x, integer n);
    predicate MHandleLeft(mstate m, menv e);
    predicate MInMemory(menv e);
    predicate MStands(mstate m, mmapping w, integer b);

    logic integer CAcquireGate(mstate m, menv e, integer x);
    logic integer CHandleRoom(mstate m, menv e);
    logic integer CCaptureRoom(mstate m, menv e, integer x);

    logic integer CMapPages(mstate m, menv e, integer x, integer y);
    logic mmapping WPages(menv e, integer x, integer y, integer b);
    logic integer CPin(mstate m, menv e, integer x, integer y, integer z, integer u);
    logic mmapping WPin(menv e, integer x, integer y, integer z, integer b);

    logic menv MCaller(integer irql, integer process, integer strict, integer pressure, integer left, integer count,
                       integer page);
    logic integer CCreate(mstate m, menv e, integer memory, integer physical, integer length);
    logic mmapping WObject(integer memory, integer bound, integer cache, integer physical, integer length);
    logic integer COpen(mstate m, menv e, integer x, integer y, integer z);
    logic mmapping WAdapterObject(mstate m, integer x, integer y);
    logic integer CAllocateAdl(mstate m, menv e, integer x, integer offset, integer size, integer contiguous);
    logic mmapping WAdl(mstate m, menv e, integer x, integer offset, integer size, integer b);
    predicate MWindowBeside(mstate m, integer x, integer h, integer b, integer n);
    predicate MFreeWindow(mstate m, integer x, integer b, integer n);
    logic integer CMapPointer(mstate m, menv e, integer x, integer index, integer size, integer offset);
    logic mmapping WPointer(menv e, integer x, integer index, integer size, integer offset);
    logic integer CMapObject(mstate m, menv e, integer x, integer user, integer offset, integer size);
    predicate MOwns(mstate m, integer x, integer space, integer first, integer length);
    predicate MConflictAt(mstate m, integer x, integer h, integer space, integer cache, integer physical,
                          integer length);
    predicate MConflict(mstate m, integer x, integer space, integer cache, integer physical, integer length);
    logic integer CMapView(mstate m, menv e, integer x, integer kind, integer space, integer cache, integer process,
                           integer physical, integer length);
    logic mmapping WView(menv e, integer x, integer kind, integer space, integer user, integer cache,
                         integer physical, integer length);
    logic integer CStop(mstate m, integer x);
    logic mmapping WObjectView(menv e, integer x, integer user, integer offset, integer size);
  }
*/

#endif
