/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made_objects.h"

/*@
  // What the call looks at is the same in both.
  predicate OpenAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer o, integer x) =
    AcquireGateAlike(s, m, c, e, x) && StartAlike(s, m, x) && ObjectAlike(s, m, o) && ObjectSame(s, m, o) &&
    OpenedAlike(s, m, o) && (KnownAdapter(s, x) ==> HandleLeftAlike(s, m, e, AdapterOf(x)));
*/

/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; Meets(s, m, c, e, adapter) ==> OpenAlike(s, m, c, e, object, adapter);
     ensures known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_open_alike(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t adapter)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_acquire_gate(s, c, adapter);
    dxgmap_refine_starts(s, adapter);
    dxgmap_refine_object(s, object);
    dxgmap_refine_opened(s, object);
    if (k < DXGMAP_ADAPTERS) {
      dxgmap_refine_handle_left(s, k);
    }
    /@ assert gates: \forall mstate m, menv e; Meets(s, m, c, e, adapter)
         ==> AcquireGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter); @/
    /@ assert object: \forall mstate m, menv e; Meets(s, m, c, e, adapter)
         ==> ObjectAlike(s, m, object) && ObjectSame(s, m, object) && OpenedAlike(s, m, object); @/
    /@ assert left: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && KnownAdapter(s, adapter)
         ==> HandleLeftAlike(s, m, e, AdapterOf(adapter)); @/
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires status: OpenStatus(s, c, object, adapter, creating, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; OpenAlike(s, m, c, e, object, adapter)
       ==> status == COpen(m, e, object, adapter, creating);
     ensures done: status == DXGMAP_OK ==> KnownAdapter(s, adapter) && IsObject(s, object)
       && (DescriptorOf(s, object).user != 0 <==> creating != 0); @/
  void dxgmap_refine_open_causes(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t adapter, uint32_t creating,
    uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; COpen(m, e, object, adapter, creating) != 0
       ==> MStep(m, e, CallOpen(object, adapter, creating),
                 MAnswer(COpen(m, e, object, adapter, creating), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h; COpen(m, e, object, adapter, creating) == 0 && MFresh(m, h)
       ==> MStep(m, e, CallOpen(object, adapter, creating), MAnswer(0, h, adapter, 0, 0),
                 MAcquire(m, h, WAdapterObject(m, object, adapter))); @/
  void dxgmap_refine_open_steps(uint64_t object, uint64_t adapter, uint32_t creating)
  {
    return;
  }
*/
/*@ ghost
  // The object is what it was when its adapter object is there.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_ADAPTERS;
     requires acquired: Acquires(was, now, k, h);
     requires object: IsObject(was, object);
     requires kind: DescriptorOf(now, h).kind == DXGMAP_ADAPTER_OBJECT
       && DescriptorOf(now, h).object == HandleIndex(object) + 1;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parent: ParentOf(now, h) == object; @/
  void dxgmap_refine_opened_of(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h, uint64_t object)
  {
    dxgmap_refine_handles();
    dxgmap_refine_took_generations(was, now, k, h);
    /@ assert ok: AdapterOk(was.adapter[DXGMAP_MACHINE]); @/
    /@ assert slots: was.adapter[DXGMAP_MACHINE].slots.high <= DXGMAP_SLOTS; @/
    /@ assert one: object == HandleAt(was, DXGMAP_MACHINE, HandleIndex(object)); @/
    return;
  }
*/
/*@ ghost
  // What the core says of a new adapter object is what the machine makes.
  /@ requires inv: Inv(now);
     requires tell: HomesTell(now, adapter) && KnownAdapter(now, adapter);
     requires kind: HandleTag(h) == AdapterOf(adapter) && IsAdapterObject(now, h) && IsObject(was, object);
     requires parent: ParentOf(now, h) == object;
     requires length: DescriptorOf(now, h).length == DescriptorOf(was, object).length
       && DescriptorOf(now, h).index == DescriptorOf(was, object).index
       && (DescriptorOf(now, h).user != 0 <==> DescriptorOf(was, object).user != 0);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall mstate m; ObjectSame(was, m, object)
       ==> AgreesMade(now, h, WAdapterObject(m, object, adapter)); @/
  void dxgmap_refine_adapter_object_made(dxgmap_state was, dxgmap_state now, uint64_t object, uint64_t adapter,
                                         uint64_t h)
  {
    dxgmap_refine_bare(now, h);
    /@ assert asked: \forall mstate m; ObjectSame(was, m, object)
         ==> AgreesAsked(DescriptorOf(now, h), WAdapterObject(m, object, adapter)); @/
    /@ assert bare: \forall mstate m; WCount(WAdapterObject(m, object, adapter)) == 0
         && WPlace(WAdapterObject(m, object, adapter)) == 0 && WSpan(WAdapterObject(m, object, adapter)) == 0; @/
    /@ assert there: \forall mstate m; AgreesThere(now, h, WAdapterObject(m, object, adapter)); @/
    return;
  }
*/

/* As in refine_map_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; Meets(\old(*s), m, caller, e, adapter)
      ==> \result.status == COpen(m, e, object, adapter, creating);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      Meets(\old(*s), m, caller, e, adapter)
      ==> MStep(m, e, CallOpen(object, adapter, creating), MAnswer(\result.status, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Meets(\old(*s), m, caller, e, adapter)
      ==> MStep(m, e, CallOpen(object, adapter, creating), MAnswer(DXGMAP_OK, \result.handle, adapter, 0, 0),
                MAcquire(m, \result.handle, WAdapterObject(m, object, adapter)));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, MAcquire(m, \result.handle, WAdapterObject(m, object, adapter))); */
dxgmap_outcome dxgmap_refine_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                                  uint32_t creating)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_object(was, object);
      dxgmap_refine_open_alike(was, caller, object, adapter); */
  dxgmap_outcome r = dxgmap_op_open(s, caller, object, adapter, creating);
  /*@ ghost
      dxgmap_refine_open_causes(was, caller, object, adapter, creating, r.status);
      dxgmap_refine_open_steps(object, adapter, creating); */
  /*@ assert same: \forall mstate m, menv e; Meets(was, m, caller, e, adapter)
        ==> r.status == COpen(m, e, object, adapter, creating); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_homes(was, *s, k);
        dxgmap_refine_home(*s, adapter);
        dxgmap_refine_fresh(was, *s, k, r.handle);
        dxgmap_refine_opened_of(was, *s, k, r.handle, object);
        dxgmap_refine_adapter_object_made(was, *s, object, adapter, r.handle);
        dxgmap_refine_acquired(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
