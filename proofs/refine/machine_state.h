/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_STATE_H
#define DXGMAP_REFINE_MACHINE_STATE_H

/* The state of the abstract machine (spec/machine/machine.mlw), as ACSL sees it. Every symbol here is bound by
   refine.driver to a definition of link.mlw; nothing is assumed of it. */

/*@
  axiomatic MachineState {
    type mstate;
    type mmapping; // what was acquired
    type madapter;

    // The capacities.
    logic integer MHandles;
    logic integer MMemoryPages;
    logic integer MLogicalPages;
    logic integer MWindowPages;
    logic integer MChainMax;
    logic integer MResourcesMax;
    logic integer MWaitingMax;

    predicate MInitial(mstate m);
    predicate MGiven(mstate m, integer h);
    predicate MLive(mstate m, integer h);
    logic mmapping MWhat(mstate m, integer h);
    logic madapter MAdapter(mstate m, integer x);
    logic integer MCommit(mstate m);

    logic integer WKind(mmapping w); // as enum dxgmap_kind
    logic integer WOn(mmapping w);
    logic integer WParent(mmapping w);
    logic integer WIndex(mmapping w);
    logic integer WCount(mmapping w);
    logic integer WPage(mmapping w, integer o);
    logic integer WBase(mmapping w);
    logic integer WPlace(mmapping w);
    logic integer WSpan(mmapping w);
    logic integer WSpace(mmapping w); // as enum dxgmap_space
    logic integer WPhysical(mmapping w);
    logic integer WLength(mmapping w);
    predicate WUser(mmapping w);
    logic integer WProcess(mmapping w);
    logic integer WCache(mmapping w);
    logic integer WMemory(mmapping w); // as enum dxgmap_object_type
    predicate WBound(mmapping w);

    predicate ARunning(madapter a);
    logic integer AMode(madapter a);
    logic integer ACapability(madapter a);
    predicate ALinked(madapter a);
    logic integer ALead(madapter a);
    logic integer AChain(madapter a);
    logic integer ASave(madapter a, integer k);
    logic integer AOwned(madapter a);
    logic integer ASpace(madapter a, integer k);
    logic integer AStart(madapter a, integer k);
    logic integer ASize(madapter a, integer k);
    logic integer ALimit(madapter a);
    predicate AAttached(madapter a);
    predicate AExclusive(madapter a);
    logic integer APower(madapter a);
    predicate ARemoved(madapter a);
    logic integer ACharge(madapter a);
    predicate AStartSame(madapter a, madapter b); // all but the switches

    // The changes that there are.
    logic mstate MAcquire(mstate m, integer h, mmapping w);
    logic mstate MRelease(mstate m, integer h);
    logic mstate MSwitch(mstate m, integer x, madapter a);
    logic mstate MEnter(mstate m, integer x, madapter a);
    logic mstate MLeave(mstate m, integer x);
  }
*/

#endif
