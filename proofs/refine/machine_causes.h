/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MACHINE_CAUSES_H
#define DXGMAP_REFINE_MACHINE_CAUSES_H

#include "machine_state.h"

/* What a call of the machine depends on, and the first cause that stands in its way, as enum dxgmap_status. */

/*@
  axiomatic MachineCauses {
    type menv;
    logic integer EIrql(menv e);
    logic integer EProcess(menv e);
    predicate EStrict(menv e);
    predicate EPressure(menv e);
    predicate EHandleLeft(menv e);
    logic integer ECount(menv e);
    logic integer EPage(menv e, integer o);
    logic integer EOffered(menv e);
    logic integer ESlack(menv e);

    logic integer COwnGate(mstate m, menv e, integer x, integer y);
    logic integer CLeadGate(mstate m, menv e, integer x);
    logic integer CObjectGate(mstate m, menv e, integer x);
    logic integer COpenedGate(mstate m, menv e, integer x);
    predicate MKindAt(mstate m, integer x, integer y);
    predicate MHandleOf(mstate m, integer x, integer y, integer z);
    predicate MPinAt(mstate m, integer x, integer y, integer z);
    predicate MPinned(mstate m, integer x, integer y);
    predicate MPointerAt(mstate m, integer x, integer y, integer z, integer u);
    predicate MPointerThere(mstate m, integer x, integer y, integer z);
    predicate MChildOf(mstate m, integer x, integer y, integer z);
    predicate MHasChild(mstate m, integer x, integer y);
    predicate MElsewhere(mstate m, menv e, integer x);
    predicate MObjectViewAt(mstate m, integer x, integer y);
    predicate MObjectViewThere(mstate m, integer x);
    predicate MObjectViewOther(mstate m, integer x, integer y);
    predicate MObjectViewSized(mstate m, integer x, integer y);
    predicate MObjectViewElsewhere(mstate m, menv e, integer x);
    logic integer WOffset(mmapping w);
    logic integer WFirst(mmapping w, integer space);
    logic integer WPast(mmapping w, integer space);
    predicate MViewAt(mstate m, integer x, integer y, integer z, integer u, integer v);
    predicate MViewThere(mstate m, integer x, integer y, integer z, integer u);
    predicate MViewMisfit(mstate m, menv e, integer x, integer y);
    predicate MViewElsewhere(mstate m, menv e, integer x, integer y, integer z, integer u, integer v);
    predicate MViewIn(mstate m, integer x, integer y);
    predicate MCaptures(mstate m, integer x, integer y);
    predicate MAnswers(mstate m, integer x, integer y, integer z, integer u);
    predicate MModeKnown(mstate m, integer x);
    predicate MTranslates(mstate m, integer x, integer y);
    predicate MAnswered(mstate m, integer x, integer y, integer z, integer u);
    logic integer CAttach(mstate m, integer x);
    logic integer CExclusiveBegin(mstate m, integer x);
    logic integer CExclusiveEnd(mstate m, integer x);
    logic integer CSetPower(mstate m, integer x, integer y);
    logic integer CRemove(mstate m, integer x);
    logic integer CLink(mstate m, integer x, integer y);
    logic integer CUnpin(mstate m, menv e, integer x, integer y);
    logic integer CUnmapPages(mstate m, menv e, integer x, integer y, integer z);
    logic integer CUnmapPointer(mstate m, menv e, integer x, integer y, integer z);
    logic integer CClose(mstate m, menv e, integer x);
    logic integer CDestroy(mstate m, menv e, integer x);
    logic integer CFreeAdl(mstate m, menv e, integer x, integer y);
    logic integer CUnmapObject(mstate m, menv e, integer x, integer y, integer z);
    logic integer CUnmapView(mstate m, menv e, integer x, integer y, integer z, integer u, integer v);
    logic integer CEndView(mstate m, integer x, integer y);
    logic integer CTranslate(mstate m, integer x, integer y);
  }
*/

#endif
