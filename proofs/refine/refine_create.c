/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made_objects.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(r.physical) && Natural(r.length) && Natural(r.type);
     requires status: CreateStatus(s, c, r, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; Calls(e, c) && HandleLeftAlike(s, m, e, DXGMAP_MACHINE)
       ==> status == CCreate(m, e, r.type, r.physical, r.length); @/
  void dxgmap_refine_create_causes(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ requires natural: Natural(r.physical) && Natural(r.length);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; CCreate(m, e, r.type, r.physical, r.length) != 0
       ==> MStep(m, e, CallCreate(r.type, r.bound, r.cache, r.physical, r.length),
                 MAnswer(CCreate(m, e, r.type, r.physical, r.length), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h; CCreate(m, e, r.type, r.physical, r.length) == 0
       && MFresh(m, h) ==> MStep(m, e, CallCreate(r.type, r.bound, r.cache, r.physical, r.length),
                 MAnswer(0, h, 0, 0, 0), MAcquire(m, h, WObject(r.type, r.bound, r.cache, r.physical, r.length))); @/
  void dxgmap_refine_create_steps(dxgmap_object_request r)
  {
    return;
  }
*/
/*@ ghost
  // What the core says of a new object is what the machine makes.
  /@ requires inv: Inv(s);
     requires kind: IsObject(s, h);
     requires type: r.type <= DXGMAP_OBJECT_IO_SPACE;
     requires asked: ObjectAsked(DescriptorOf(s, h), r);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: AgreesMade(s, h, WObject(r.type, r.bound, r.cache, r.physical, r.length)); @/
  void dxgmap_refine_object_made(dxgmap_state s, dxgmap_object_request r, uint64_t h)
  {
    dxgmap_refine_bare(s, h);
    /@ assert asked: AgreesAsked(DescriptorOf(s, h), WObject(r.type, r.bound, r.cache, r.physical, r.length)); @/
    /@ assert bare: WCount(WObject(r.type, r.bound, r.cache, r.physical, r.length)) == 0
         && WPlace(WObject(r.type, r.bound, r.cache, r.physical, r.length)) == 0
         && WSpan(WObject(r.type, r.bound, r.cache, r.physical, r.length)) == 0; @/
    /@ assert there: AgreesThere(s, h, WObject(r.type, r.bound, r.cache, r.physical, r.length)); @/
    return;
  }
*/

/* As in refine_map_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; MeetsMachine(\old(*s), m, caller, e)
      ==> \result.status == CCreate(m, e, r.type, r.physical, r.length);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; MeetsMachine(\old(*s), m, caller, e)
      ==> MStep(m, e, CallCreate(r.type, r.bound, r.cache, r.physical, r.length),
                MAnswer(\result.status, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; MeetsMachine(\old(*s), m, caller, e)
      ==> MStep(m, e, CallCreate(r.type, r.bound, r.cache, r.physical, r.length),
                MAnswer(DXGMAP_OK, \result.handle, 0, 0, 0),
                MAcquire(m, \result.handle, WObject(r.type, r.bound, r.cache, r.physical, r.length)));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, MAcquire(m, \result.handle, WObject(r.type, r.bound, r.cache, r.physical, r.length))); */
dxgmap_outcome dxgmap_refine_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_handle_left(was, DXGMAP_MACHINE); */
  dxgmap_outcome o = dxgmap_op_create(s, caller, r);
  /*@ assert natural: Natural(r.physical) && Natural(r.length) && Natural(r.type); */
  /*@ ghost
      dxgmap_refine_create_causes(was, caller, r, o.status);
      dxgmap_refine_create_steps(r); */
  /*@ assert left: \forall mstate m, menv e; MeetsMachine(was, m, caller, e)
        ==> Calls(e, caller) && HandleLeftAlike(was, m, e, DXGMAP_MACHINE); */
  /*@ assert same: \forall mstate m, menv e; MeetsMachine(was, m, caller, e)
        ==> o.status == CCreate(m, e, r.type, r.physical, r.length); */
  /*@ ghost
      if (o.status == DXGMAP_OK) {
        dxgmap_refine_fresh(was, *s, DXGMAP_MACHINE, o.handle);
        dxgmap_refine_object_made(*s, r, o.handle);
        dxgmap_refine_acquired(was, *s, DXGMAP_MACHINE, o.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return o;
}
