/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made_objects.h"
#include "operations/op_object_view.h"
#include "window.h"

/*@
  // What a call of a view of an object meets.
  predicate MeetsOffer(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer at, integer slack, integer pressure) =
    MeetsMachine(s, m, c, e) && OfferIs(e, at, slack) && PressureIs(e, pressure);
  predicate ObjectGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer o) =
    \forall integer status; ObjectGate(s, c, o, status) <==> status == CObjectGate(m, e, o);
  // What it looks at is the same in both.
  predicate ObjectViewAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer o) =
    ObjectGateAlike(s, m, c, e, o) && ObjectSame(s, m, o) && WindowAlike(s, m, 0, DXGMAP_MACHINE) &&
    HandleLeftAlike(s, m, e, DXGMAP_MACHINE);
*/

/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures home: PlaceOfHome(s, 0, DXGMAP_MACHINE); @/
  void dxgmap_refine_machine_home(dxgmap_state s)
  {
    dxgmap_refine_handles();
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; MeetsMachine(s, m, c, e) ==> ObjectViewAlike(s, m, c, e, object);
     ensures known: ObjectGate(s, c, object, DXGMAP_OK) ==> IsObject(s, object); @/
  void dxgmap_refine_object_view_alike(dxgmap_state s, dxgmap_caller c, uint64_t object)
  {
    dxgmap_refine_object(s, object);
    dxgmap_refine_machine_home(s);
    dxgmap_refine_window(s, 0, DXGMAP_MACHINE);
    dxgmap_refine_handle_left(s, DXGMAP_MACHINE);
    /@ assert gate: \forall mstate m, menv e; MeetsMachine(s, m, c, e) ==> ObjectGateAlike(s, m, c, e, object); @/
    /@ assert same: \forall mstate m, menv e; MeetsMachine(s, m, c, e) ==> ObjectSame(s, m, object); @/
    /@ assert window: \forall mstate m, menv e; MeetsMachine(s, m, c, e)
         ==> WindowAlike(s, m, 0, DXGMAP_MACHINE) && HandleLeftAlike(s, m, e, DXGMAP_MACHINE); @/
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires known: ObjectGate(s, c, object, DXGMAP_OK) ==> IsObject(s, object);
     requires natural: Natural(bytes) && Natural(offset) && Natural(at) && Natural(slack);
     requires status: MapObjectStatus(s, c, object, user, offset, bytes, at, slack, pressure, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; ObjectViewAlike(s, m, c, e, object) && OfferIs(e, at, slack)
       && PressureIs(e, pressure) ==> status == CMapObject(m, e, object, user, offset, bytes);
     ensures done: status == DXGMAP_OK ==> IsObject(s, object); @/
  void dxgmap_refine_map_object_causes(dxgmap_state s, dxgmap_caller c, uint64_t object, uint32_t user,
    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ requires natural: Natural(bytes) && Natural(offset);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; CMapObject(m, e, object, user, offset, bytes) != 0
       ==> MStep(m, e, CallMapObject(object, user, offset, bytes),
                 MAnswer(CMapObject(m, e, object, user, offset, bytes), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h; CMapObject(m, e, object, user, offset, bytes) == 0
       && MFresh(m, h) ==> MStep(m, e, CallMapObject(object, user, offset, bytes), MAnswer(0, h, 0, 0, 0),
                                 MAcquire(m, h, WObjectView(e, object, user, offset, bytes))); @/
  void dxgmap_refine_map_object_steps(uint64_t object, uint32_t user, uint64_t offset, uint64_t bytes)
  {
    return;
  }
*/
/*@ ghost
  // The view belongs to the object that it is of.
  /@ requires inv: Inv(was) && Inv(now);
     requires acquired: Acquires(was, now, DXGMAP_MACHINE, h);
     requires object: IsObject(was, object);
     requires kind: DescriptorOf(now, h).kind == DXGMAP_OBJECT_VIEW && TargetOf(now, h) == HandleIndex(object) + 1;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parent: ParentOf(now, h) == object; @/
  void dxgmap_refine_view_of(dxgmap_state was, dxgmap_state now, uint64_t h, uint64_t object)
  {
    dxgmap_refine_handles();
    dxgmap_refine_took_generations(was, now, DXGMAP_MACHINE, h);
    /@ assert ok: AdapterOk(was.adapter[DXGMAP_MACHINE]); @/
    /@ assert slots: was.adapter[DXGMAP_MACHINE].slots.high <= DXGMAP_SLOTS; @/
    /@ assert one: object == HandleAt(was, DXGMAP_MACHINE, HandleIndex(object)); @/
    return;
  }
*/
/*@ ghost
  // What the core says of a new view is what the machine makes.
  /@ requires inv: Inv(s);
     requires kind: HandleOf(s, DXGMAP_MACHINE, DXGMAP_OBJECT_VIEW, h);
     requires parent: ParentOf(s, h) == object;
     requires asked: ObjectViewAsked(DescriptorOf(s, h), c, user, offset, bytes, slack);
     requires placed: PlacedAt(s, h, at, slack + bytes / DXGMAP_PAGE_SIZE);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall menv e; Calls(e, c) && OfferIs(e, at, slack)
       ==> AgreesMade(s, h, WObjectView(e, object, user, offset, bytes)); @/
  void dxgmap_refine_object_view_made(dxgmap_state s, dxgmap_caller c, uint64_t object, uint32_t user, uint64_t offset,
                                      uint64_t bytes, uint64_t at, uint32_t slack, uint64_t h)
  {
    dxgmap_refine_bare(s, h);
    /@ assert asked: \forall menv e; Calls(e, c)
         ==> AgreesAsked(DescriptorOf(s, h), WObjectView(e, object, user, offset, bytes)); @/
    /@ assert none: \forall menv e; WCount(WObjectView(e, object, user, offset, bytes)) == 0; @/
    /@ assert window: \forall menv e; OfferIs(e, at, slack)
         ==> WPlace(WObjectView(e, object, user, offset, bytes)) == at
             && WSpan(WObjectView(e, object, user, offset, bytes)) == slack + bytes / DXGMAP_PAGE_SIZE; @/
    /@ assert there: \forall menv e; AgreesThere(s, h, WObjectView(e, object, user, offset, bytes)); @/
    return;
  }
*/

/* As in refine_map_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; MeetsOffer(\old(*s), m, caller, e, at, slack, pressure)
      ==> \result.status == CMapObject(m, e, object, user, offset, bytes);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsOffer(\old(*s), m, caller, e, at, slack, pressure)
      ==> MStep(m, e, CallMapObject(object, user, offset, bytes), MAnswer(\result.status, 0, 0, 0, 0), m)
          && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsOffer(\old(*s), m, caller, e, at, slack, pressure)
      ==> MStep(m, e, CallMapObject(object, user, offset, bytes), MAnswer(DXGMAP_OK, \result.handle, 0, 0, 0),
                MAcquire(m, \result.handle, WObjectView(e, object, user, offset, bytes)));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsOffer(\old(*s), m, caller, e, at, slack, pressure)
      ==> Refines(*s, MAcquire(m, \result.handle, WObjectView(e, object, user, offset, bytes))); */
dxgmap_outcome dxgmap_refine_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                        uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_object_view_alike(was, caller, object); */
  dxgmap_outcome r = dxgmap_op_map_object(s, caller, object, user, offset, bytes, at, slack, pressure);
  /*@ assert natural: Natural(bytes) && Natural(offset) && Natural(at) && Natural(slack); */
  /*@ ghost
      dxgmap_refine_map_object_causes(was, caller, object, user, offset, bytes, at, slack, pressure, r.status);
      dxgmap_refine_map_object_steps(object, user, offset, bytes); */
  /*@ assert same: \forall mstate m, menv e; MeetsOffer(was, m, caller, e, at, slack, pressure)
        ==> r.status == CMapObject(m, e, object, user, offset, bytes); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_fresh(was, *s, DXGMAP_MACHINE, r.handle);
        dxgmap_refine_view_of(was, *s, r.handle, object);
        dxgmap_refine_object_view_made(*s, caller, object, user, offset, bytes, at, slack, r.handle);
        dxgmap_refine_acquired(was, *s, DXGMAP_MACHINE, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
