/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_REFINES_H
#define DXGMAP_REFINE_REFINES_H

#include "trace/step.h"

#include "logic/zero.h"
#include "machine_state.h"

/* The abstraction relation: what a state of the core says of a state of the abstract machine. */

/*@
  // The machine's capacities are the profile's.
  predicate Capacities =
    MHandles == 0x10000000000000000 && MMemoryPages == DXGMAP_PAGES && MLogicalPages == DXGMAP_CELLS &&
    MWindowPages == DXGMAP_WINDOW && MChainMax == DXGMAP_CHAIN && MResourcesMax == DXGMAP_RESOURCES &&
    MWaitingMax == DXGMAP_QUARANTINE;

  // The identity of slot i of place k in its present life, and that of whose place k is: 0 is the machine's own.
  logic integer HandleAt(dxgmap_state s, integer k, integer i) = Handle(k, s.adapter[k].slots.generation[i], i);
  logic integer HomeAt(dxgmap_state s, integer k) =
    k == DXGMAP_MACHINE ? 0 : Handle(DXGMAP_ADAPTER_TAG, s.adapter[k].generation, k);

  // What an ADL, an adapter object or a view of an object belongs to.
  predicate HasParent(integer kind) = IsLinked(kind) || kind == DXGMAP_ADAPTER_OBJECT;
  logic integer ParentOf(dxgmap_state s, integer h) =
    DescriptorOf(s, h).kind == DXGMAP_ADAPTER_OBJECT ? HandleAt(s, DXGMAP_MACHINE, DescriptorOf(s, h).object - 1)
      : HandleAt(s, HandleTag(h), TargetOf(s, h) - 1);

  // The part of a descriptor that the machine has, of each kind.
  predicate AgreesIndex(dxgmap_descriptor d, mmapping w) =
    (IsPin(d.kind) || d.kind == DXGMAP_POINTER ==> WIndex(w) == d.index) &&
    (d.kind == DXGMAP_OBJECT || d.kind == DXGMAP_ADAPTER_OBJECT ==>
       WMemory(w) == d.index && (WBound(w) <==> d.user != 0));
  predicate AgreesBytes(dxgmap_descriptor d, mmapping w) =
    (DXGMAP_POINTER <= d.kind <= DXGMAP_OBJECT_VIEW ==> WLength(w) == d.length) &&
    (DXGMAP_POINTER <= d.kind <= DXGMAP_OBJECT || d.kind == DXGMAP_OBJECT_VIEW ==> WPhysical(w) == d.physical);
  predicate AgreesView(dxgmap_descriptor d, mmapping w) =
    (IsView(d.kind) ==> WSpace(w) == d.space) &&
    (IsView(d.kind) || d.kind == DXGMAP_OBJECT ==> WCache(w) == d.cache) &&
    (IsCpuView(d.kind) ==> (WUser(w) <==> d.user != 0) && (WUser(w) ==> WProcess(w) == d.process)) &&
    (IsView(d.kind) && d.user == 0 ==> d.process == 0); // a view in kernel mode is in no process
  predicate AgreesAsked(dxgmap_descriptor d, mmapping w) =
    WKind(w) == d.kind && AgreesIndex(d, w) && AgreesBytes(d, w) && AgreesView(d, w);

  // What it captured, and where it is.
  predicate AgreesCaptured(dxgmap_state s, integer h, mmapping w) =
    WCount(w) == PagesOf(s, h) && (WCount(w) > 0 ==> WBase(w) == BaseOf(s, h)) &&
    \forall integer o; 0 <= o < PagesOf(s, h) ==> WPage(w, o) == PageOf(s, h, o);
  predicate AgreesHere(dxgmap_state s, integer h, mmapping w) =
    AgreesAsked(DescriptorOf(s, h), w) && AgreesCaptured(s, h, w) && PlacedAt(s, h, WPlace(w), WSpan(w));
  // What it is of.
  predicate AgreesThere(dxgmap_state s, integer h, mmapping w) =
    WOn(w) == HomeAt(s, HandleTag(h)) && (HasParent(DescriptorOf(s, h).kind) ==> WParent(w) == ParentOf(s, h));

  // An adapter that is started.
  predicate AgreesSaves(dxgmap_saves v, madapter a) =
    AChain(a) == v.chain && \forall integer k; 0 <= k < v.chain && k < DXGMAP_CHAIN
      ==> ASave(a, k) == v.maximum.pages[k];
  predicate AgreesResources(dxgmap_resources r, madapter a) =
    AOwned(a) == r.count && \forall integer k; 0 <= k < r.count && k < DXGMAP_RESOURCES ==>
      ASpace(a, k) == r.at[k].space && AStart(a, k) == r.at[k].start && ASize(a, k) == r.at[k].length;
  predicate AgreesSwitches(dxgmap_switches w, madapter a) =
    (AAttached(a) <==> w.attached != 0) && (AExclusive(a) <==> w.exclusive != 0) && APower(a) == w.power &&
    (ARemoved(a) <==> w.removed != 0) && ALead(a) == w.lead;
  predicate AgreesStart(dxgmap_adapter b, madapter a) =
    ARunning(a) && AMode(a) == b.mode && ACapability(a) == b.capability && (ALinked(a) <==> b.linked != 0) &&
    AgreesSaves(b.saves, a) && AgreesResources(b.resources, a) && ALimit(a) == b.domain.ranges.limit &&
    ACharge(a) == b.charge;

  // An identity that was ever given: of a mapping, or of an adapter.
  predicate GivenMapping(dxgmap_state s, integer h) =
    Spent(s, h) || Valid(s, h);
  predicate GivenAdapter(dxgmap_state s, integer h) =
    HandleTag(h) == DXGMAP_ADAPTER_TAG && 0 <= AdapterOf(h) < DXGMAP_ADAPTERS &&
    (HandleGeneration(h) < s.adapter[AdapterOf(h)].generation || KnownAdapter(s, h));

  predicate RefinesGiven(dxgmap_state s, mstate m) =
    \forall integer h; 0 <= h ==> (MGiven(m, h) <==> GivenMapping(s, h) || GivenAdapter(s, h));
  predicate RefinesLive(dxgmap_state s, mstate m) =
    \forall integer h; MLive(m, h) <==> 0 <= h && Valid(s, h);
  predicate RefinesHere(dxgmap_state s, mstate m) = \forall integer h; 0 <= h && Valid(s, h) ==>
    AgreesHere(s, h, MWhat(m, h));
  predicate RefinesThere(dxgmap_state s, mstate m) = \forall integer h; 0 <= h && Valid(s, h) ==>
    AgreesThere(s, h, MWhat(m, h));
  predicate RefinesRunning(dxgmap_state s, mstate m) =
    \forall integer x; ARunning(MAdapter(m, x)) <==> KnownAdapter(s, x);
  predicate RefinesStart(dxgmap_state s, mstate m) =
    \forall integer x; KnownAdapter(s, x) ==> AgreesStart(s.adapter[AdapterOf(x)], MAdapter(m, x));
  predicate RefinesSwitches(dxgmap_state s, mstate m) =
    \forall integer x; KnownAdapter(s, x) ==> AgreesSwitches(s.adapter[AdapterOf(x)].switches, MAdapter(m, x));

  predicate Refines(dxgmap_state s, mstate m) =
    RefinesGiven(s, m) && RefinesLive(s, m) && RefinesHere(s, m) && RefinesThere(s, m) && RefinesRunning(s, m) &&
    RefinesStart(s, m) && RefinesSwitches(s, m) && MCommit(m) == s.commit;
*/

#endif
