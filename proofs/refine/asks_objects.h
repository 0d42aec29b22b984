/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_ASKS_OBJECTS_H
#define DXGMAP_REFINE_ASKS_OBJECTS_H

#include "asks.h"

#include "logic/op_adl.h"

/* What a call looks at of objects, of their adapter objects, and of what belongs to either. */

/*@
  // A slot that is described has an identity that lives; what lives is described, and its kind says where it is.
  predicate SlotsTell(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS &&
    s.adapter[k].descriptors.at[i].kind != DXGMAP_NO_KIND ==> LivesAt(s, HandleAt(s, k, i), k, i);
  predicate HandlesTell(dxgmap_state s) = \forall integer h; 0 <= h && Valid(s, h) ==>
    InTable(h) && DescriptorOf(s, h).kind != DXGMAP_NO_KIND &&
    (OfMachine(DescriptorOf(s, h).kind) <==> HandleTag(h) == DXGMAP_MACHINE) &&
    h == HandleAt(s, HandleTag(h), HandleIndex(h));
  // Where something lives, an adapter is started.
  predicate PlacesTell(dxgmap_state s) = \forall integer h; 0 <= h && Valid(s, h) && HandleTag(h) != DXGMAP_MACHINE ==>
    KnownAdapter(s, HomeAt(s, HandleTag(h))) && AdapterOf(HomeAt(s, HandleTag(h))) == HandleTag(h);

  // A handle names a live mapping of this kind, wherever it is.
  predicate KindAt(dxgmap_state s, integer h, integer kind) =
    0 <= h && Valid(s, h) && DescriptorOf(s, h).kind == kind;
  // The live mapping of handle c, of such a kind, belongs to that of handle h.
  predicate ChildOf(dxgmap_state s, integer c, integer h, integer kind) =
    KindAt(s, c, kind) && ParentOf(s, c) == h;
  predicate ChildAlike(dxgmap_state s, mstate m) = \forall integer c, h, kind; HasParent(kind) ==>
    (ChildOf(s, c, h, kind) <==> MChildOf(m, c, h, kind));
  // Nothing of such a kind belongs to it.
  predicate Childless(dxgmap_state s, integer h, integer kind) = \forall integer c; !ChildOf(s, c, h, kind);
  predicate ChildlessAlike(dxgmap_state s, mstate m, integer h, integer kind) =
    Childless(s, h, kind) <==> !MHasChild(m, h, kind);

  // Of each gate the machine says what the core says.
  predicate ObjectGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer o) =
    \forall integer status; ObjectGate(s, c, o, status) <==> status == CObjectGate(m, e, o);
  predicate OpenedGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer h) =
    \forall integer status; AdapterObjectGate(s, c, h, status) <==> status == COpenedGate(m, e, h);
  // Whether this is an ADL of the same adapter, and of that adapter object.
  predicate AdlAlike(dxgmap_state s, mstate m, integer h, integer adl) = IsAdapterObject(s, h) ==>
    (IsAdl(s, HandleTag(h), adl) <==> MHandleOf(m, adl, WOn(MWhat(m, h)), DXGMAP_ADL)) &&
    (IsAdl(s, HandleTag(h), adl) ==> (TargetOf(s, adl) == HandleIndex(h) + 1 <==> WParent(MWhat(m, adl)) == h));
  // What adapter object h is of, as far as a call looks at it.
  predicate OpenedOnAlike(dxgmap_state s, mstate m, integer h) = IsAdapterObject(s, h) ==>
    WOn(MWhat(m, h)) == HomeAt(s, HandleTag(h)) &&
    (AExclusive(MAdapter(m, WOn(MWhat(m, h)))) <==> s.adapter[HandleTag(h)].switches.exclusive != 0);
*/

/* None of these runs. */
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures slots: SlotsTell(s);
     ensures handles: HandlesTell(s);
     ensures places: PlacesTell(s); @/
  void dxgmap_refine_slots(dxgmap_state s);
*/
/*@ ghost
  // What belongs to what, the machine knows.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> ChildAlike(s, m); @/
  void dxgmap_refine_children(dxgmap_state s);
*/
/*@ ghost
  /@ requires parent: HasParent(kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> ChildlessAlike(s, m, h, kind); @/
  void dxgmap_refine_childless(dxgmap_state s, uint64_t h, uint32_t kind);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> AdlAlike(s, m, h, adl); @/
  void dxgmap_refine_adl(dxgmap_state s, uint64_t h, uint64_t adl);
*/
/*@ ghost
  // The place that a handle names.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures place: \result == HandleTag(handle); @/
  uint32_t dxgmap_refine_place(uint64_t handle);
*/
/*@ ghost
  // An adapter object without ADLs.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures adls: IsAdapterObject(s, h)
       ==> (LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) <==> Childless(s, h, DXGMAP_ADL)); @/
  void dxgmap_refine_adls(dxgmap_state s, uint64_t h);
*/
/*@ ghost
  // An object without views, and without adapter object.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures views: IsObject(s, o)
       ==> (LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(o)) <==> Childless(s, o, DXGMAP_OBJECT_VIEW));
     ensures opened: IsObject(s, o)
       ==> (s.opened.place[HandleIndex(o)] == 0 <==> Childless(s, o, DXGMAP_ADAPTER_OBJECT)); @/
  void dxgmap_refine_object(dxgmap_state s, uint64_t o);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures gate: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> ObjectGateAlike(s, m, c, e, o); @/
  void dxgmap_refine_object_gate(dxgmap_state s, dxgmap_caller c, uint64_t o);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures on: \forall mstate m; Refines(s, m) ==> OpenedOnAlike(s, m, h);
     ensures gate: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> OpenedGateAlike(s, m, c, e, h); @/
  void dxgmap_refine_opened_gate(dxgmap_state s, dxgmap_caller c, uint64_t h);
*/

#endif
