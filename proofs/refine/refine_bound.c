/* SPDX-License-Identifier: MIT */
#include "operations/op_bound.h"

#include "refine_create.c" // the two steps, whose facts are used here under their contracts there
#include "refine_open.c"

/* An object that is made with its adapter object: a create and then an open, or neither. Here is which, and what a
   refusal leaves; of what a call that succeeds leaves, see README.md. */

/*@
  // The first step: the object is made, with an adapter.
  logic mmapping WBoundObject(dxgmap_object_request r) = WObject(r.type, 1, r.cache, r.physical, r.length);
  logic mcall CallBoundCreate(dxgmap_object_request r) = CallCreate(r.type, 1, r.cache, r.physical, r.length);
  logic mstate MWithObject(mstate m, dxgmap_object_request r, integer h) = MAcquire(m, h, WBoundObject(r));

  // Its callers: of the create, to whom a slot is left in the machine's place, and of the open, on the adapter.
  predicate MeetsBound(dxgmap_state s, mstate m, dxgmap_caller c, menv e, menv f, integer x) =
    MeetsMachine(s, m, c, e) && Meets(s, m, c, f, x);
  // An identity that an object could have, and nothing ever had.
  predicate Unused(mstate m, integer h) = 0 <= h && HandleTag(h) == DXGMAP_MACHINE && !MGiven(m, h);

  // The status, by the machine's causes: of the request, of the open that would follow, and that no slot is left for
  // the object.
  logic integer CBound(mstate m, menv e, menv f, dxgmap_object_request r, integer h, integer x) =
    CCreate(m, e, r.type, r.physical, r.length) != 0 && CCreate(m, e, r.type, r.physical, r.length) != DXGMAP_NO_SLOT
      ? CCreate(m, e, r.type, r.physical, r.length) :
    COpen(MWithObject(m, r, h), f, h, x, 1) != 0 ? COpen(MWithObject(m, r, h), f, h, x, 1) :
    CCreate(m, e, r.type, r.physical, r.length);
*/

/*@ ghost
  // Nothing belongs to an identity that was never given.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alone: \forall mstate m, integer h; Refines(s, m) && Unused(m, h)
       ==> !MHasChild(m, h, DXGMAP_ADAPTER_OBJECT); @/
  void dxgmap_refine_bound_alone(dxgmap_state s)
  {
    dxgmap_refine_parents_told(s);
    /@ assert child: \forall mstate m, integer g, h; Refines(s, m) && MChildOf(m, g, h, DXGMAP_ADAPTER_OBJECT)
         ==> OpensAt(s, g, h); @/
    /@ assert live: \forall integer g, h; OpensAt(s, g, h) ==> Valid(s, h); @/
    return;
  }
*/
/*@ ghost
  // A slot that is left on the adapter has an identity, and it is none that an object could have.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_ADAPTERS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures room: \forall mstate m, menv f, integer h; Capacities && Refines(s, m) && SlotIs(f, s, k) && Unused(m, h)
       ==> (SlotRoom(s.adapter[k].slots) <==> MHandleLeft(MWithObject(m, r, h), f)); @/
  void dxgmap_refine_bound_room(dxgmap_state s, uint32_t k, dxgmap_object_request r)
  {
    dxgmap_refine_handles();
    dxgmap_refine_handle_left(s, k);
    /@ assert ok: AdapterOk(s.adapter[k]) && SlotsOk(s.adapter[k].slots); @/
    /@ assert tag: SlotRoom(s.adapter[k].slots) ==> HandleTag(HandleAt(s, k, SlotNext(s.adapter[k].slots))) == k; @/
    /@ assert beside: \forall mstate m, integer g, h; MFresh(m, g) && g != h ==> MFresh(MWithObject(m, r, h), g); @/
    /@ assert other: SlotRoom(s.adapter[k].slots) ==> \forall mstate m, integer h; Capacities && Refines(s, m) &&
         Unused(m, h) ==> MFresh(MWithObject(m, r, h), HandleAt(s, k, SlotNext(s.adapter[k].slots))); @/
    /@ assert left: \forall mstate m, menv f; MHandleLeft(m, f) ==> EHandleLeft(f); @/
    /@ assert some: \forall mstate m, menv f, integer g; EHandleLeft(f) && MFresh(m, g) ==> MHandleLeft(m, f); @/
    return;
  }
*/
/*@
  // The same cascade, of the machine that has no such object.
  predicate OpeningIs(mstate m, menv f, dxgmap_object_request r, integer h, integer x, integer status) =
    CAcquireGate(m, f, x) != 0 ? status == CAcquireGate(m, f, x) :
    ACapability(MAdapter(m, x)) != DXGMAP_BY_ADL ? status == DXGMAP_BAD_MODE :
    !MHandleLeft(MWithObject(m, r, h), f) ? status == DXGMAP_NO_SLOT :
    status == DXGMAP_OK;
*/
/*@ ghost
  // What the open that would follow is refused for.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures opening: \forall mstate m, menv f, integer h; !MHasChild(m, h, DXGMAP_ADAPTER_OBJECT)
       ==> OpeningIs(m, f, r, h, x, COpen(MWithObject(m, r, h), f, h, x, 1)); @/
  void dxgmap_refine_bound_opening(dxgmap_object_request r, uint64_t x)
  {
    /@ assert gate: \forall mstate m, menv f, integer h;
         CAcquireGate(MWithObject(m, r, h), f, x) == CAcquireGate(m, f, x); @/
    /@ assert object: \forall mstate m, integer h; MKindAt(MWithObject(m, r, h), h, DXGMAP_OBJECT)
         && WBound(MWhat(MWithObject(m, r, h), h)); @/
    /@ assert child: \forall mstate m, integer g, h; MChildOf(MWithObject(m, r, h), g, h, DXGMAP_ADAPTER_OBJECT)
         ==> MChildOf(m, g, h, DXGMAP_ADAPTER_OBJECT); @/
    /@ assert alone: \forall mstate m, integer h; !MHasChild(m, h, DXGMAP_ADAPTER_OBJECT)
         ==> !MHasChild(MWithObject(m, r, h), h, DXGMAP_ADAPTER_OBJECT); @/
    return;
  }
*/
/*@ ghost
  // What the request is refused for.
  /@ requires natural: Natural(r.physical) && Natural(r.length) && Natural(r.type);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures request: \forall mstate m, menv e, integer a; Calls(e, c) && HandleLeftAlike(s, m, e, DXGMAP_MACHINE) &&
       !CreateAdmit(c, r, DXGMAP_OK) && CreateAdmit(c, r, a) ==> a == CCreate(m, e, r.type, r.physical, r.length)
         && a != DXGMAP_OK && a != DXGMAP_NO_SLOT;
     ensures slot: \forall mstate m, menv e; Calls(e, c) && HandleLeftAlike(s, m, e, DXGMAP_MACHINE) &&
       CreateAdmit(c, r, DXGMAP_OK)
       ==> SlotStatus(s.adapter[DXGMAP_MACHINE], CCreate(m, e, r.type, r.physical, r.length)); @/
  void dxgmap_refine_bound_request(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r)
  {
    return;
  }
*/
/*@
  // What the call looks at is the same in both.
  predicate BoundAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, menv f, dxgmap_object_request r, integer h,
                       integer x) =
    Calls(e, c) && HandleLeftAlike(s, m, e, DXGMAP_MACHINE) && AcquireGateAlike(s, m, c, f, x) && StartAlike(s, m, x) &&
    !MHasChild(m, h, DXGMAP_ADAPTER_OBJECT) && (KnownAdapter(s, x) ==>
      (SlotRoom(s.adapter[AdapterOf(x)].slots) <==> MHandleLeft(MWithObject(m, r, h), f)));
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e, menv f, integer h; MeetsBound(s, m, c, e, f, adapter) && Unused(m, h)
       ==> BoundAlike(s, m, c, e, f, r, h, adapter);
     ensures known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_bound_alike(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, uint64_t adapter)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_acquire_gate(s, c, adapter);
    dxgmap_refine_starts(s, adapter);
    dxgmap_refine_handle_left(s, DXGMAP_MACHINE);
    dxgmap_refine_bound_alone(s);
    if (k < DXGMAP_ADAPTERS) {
      dxgmap_refine_bound_room(s, k, r);
    }
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(r.physical) && Natural(r.length) && Natural(r.type);
     requires known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires status: CreateBoundStatus(s, c, r, adapter, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e, menv f, integer h; BoundAlike(s, m, c, e, f, r, h, adapter)
       ==> status == CBound(m, e, f, r, h, adapter); @/
  void dxgmap_refine_bound_causes(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, uint64_t adapter,
                                  uint32_t status)
  {
    dxgmap_refine_bound_opening(r, adapter);
    dxgmap_refine_bound_request(s, c, r);
    /@ assert opening: \forall mstate m, menv e, menv f, integer h; BoundAlike(s, m, c, e, f, r, h, adapter)
         ==> BindStatus(s, c, adapter, COpen(MWithObject(m, r, h), f, h, adapter, 1)); @/
    /@ assert sole: \forall integer a, b; BindStatus(s, c, adapter, a) && BindStatus(s, c, adapter, b) ==> a == b; @/
    return;
  }
*/
/*@
  // One of the steps is refused with this status: of the machine, or of it with the object.
  predicate RefusedBound(mstate m, menv e, menv f, dxgmap_object_request r, integer h, integer x, integer status) =
    MStep(m, e, CallBoundCreate(r), MAnswer(status, 0, 0, 0, 0), m) ||
    MStep(MWithObject(m, r, h), f, CallOpen(h, x, 1), MAnswer(status, 0, 0, 0, 0), MWithObject(m, r, h));
*/
/*@ ghost
  /@ requires natural: Natural(r.physical) && Natural(r.length);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e, menv f, integer h;
       status == CBound(m, e, f, r, h, x) ==> RefusedBound(m, e, f, r, h, x, status); @/
  void dxgmap_refine_bound_refused(dxgmap_object_request r, uint64_t x, uint32_t status)
  {
    dxgmap_object_request q = r;
    q.bound = 1;
    dxgmap_refine_create_steps(q);
    /@ assert create: \forall mstate m, menv e; CCreate(m, e, r.type, r.physical, r.length) != 0
         ==> MStep(m, e, CallBoundCreate(r), MAnswer(CCreate(m, e, r.type, r.physical, r.length), 0, 0, 0, 0), m); @/
    /@ assert open: \forall mstate m, menv f, integer h; COpen(m, f, h, x, 1) != 0
         ==> MStep(m, f, CallOpen(h, x, 1), MAnswer(COpen(m, f, h, x, 1), 0, 0, 0, 0), m); @/
    /@ assert causes: \forall mstate m, menv e, menv f, integer h; CBound(m, e, f, r, h, x) != 0
         ==> RefusedBound(m, e, f, r, h, x, CBound(m, e, f, r, h, x)); @/
    return;
  }
*/
/*@ ghost
  // There is such an identity: that of a slot which no table has.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \forall mstate m; Refines(s, m) ==> Unused(m, Handle(DXGMAP_MACHINE, 0, DXGMAP_SLOTS)); @/
  void dxgmap_refine_bound_unused(dxgmap_state s)
  {
    dxgmap_refine_handles();
    /@ assert ok: AdapterOk(s.adapter[DXGMAP_MACHINE]) && s.adapter[DXGMAP_MACHINE].slots.high <= DXGMAP_SLOTS; @/
    return;
  }
*/

/* Of the contract: the status is that of the two steps, both ways, and a refusal leaves the same machine. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e, menv f, integer h; MeetsBound(\old(*s), m, caller, e, f, adapter) &&
      Unused(m, h) ==> \result.status == CBound(m, e, f, r, h, adapter);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e, menv f, integer h;
      MeetsBound(\old(*s), m, caller, e, f, adapter) && Unused(m, h)
      ==> RefusedBound(m, e, f, r, h, adapter, \result.status);
    ensures refines: \result.status != DXGMAP_OK ==> \forall mstate m; Refines(\old(*s), m) ==> Refines(*s, m); */
dxgmap_bound dxgmap_refine_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                        uint64_t adapter)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_bound_alike(was, caller, r, adapter); */
  dxgmap_bound b = dxgmap_op_create_bound(s, caller, r, adapter);
  /*@ assert natural: Natural(r.physical) && Natural(r.length) && Natural(r.type); */
  /*@ ghost
      dxgmap_refine_bound_causes(was, caller, r, adapter, b.status);
      dxgmap_refine_bound_refused(r, adapter, b.status); */
  /*@ assert same: \forall mstate m, menv e, menv f, integer h; MeetsBound(was, m, caller, e, f, adapter) &&
        Unused(m, h) ==> b.status == CBound(m, e, f, r, h, adapter); */
  /*@ ghost
      if (b.status != DXGMAP_OK) {
        dxgmap_refine_same(was, *s);
      } */
  return b;
}
