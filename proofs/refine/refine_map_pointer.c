/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made_objects.h"
#include "operations/op_pointer.h"
#include "window.h"

/*@
  // What a call of a pointer meets.
  predicate MeetsPointer(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, integer at, integer slack,
                         integer pressure) =
    Meets(s, m, c, e, x) && OfferIs(e, at, slack) && PressureIs(e, pressure);
  // What it looks at is the same in both.
  predicate PointerAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x) =
    AcquireGateAlike(s, m, c, e, x) && StartAlike(s, m, x) && SavesAlike(s, m, x) &&
    (KnownAdapter(s, x) ==> WindowAlike(s, m, x, AdapterOf(x)) && HandleLeftAlike(s, m, e, AdapterOf(x)));
*/

/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; Meets(s, m, c, e, adapter) ==> PointerAlike(s, m, c, e, adapter);
     ensures known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_pointer_alike(dxgmap_state s, dxgmap_caller c, uint64_t adapter)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_acquire_gate(s, c, adapter);
    dxgmap_refine_starts(s, adapter);
    dxgmap_refine_saves(s, adapter);
    if (k < DXGMAP_ADAPTERS) {
      dxgmap_refine_home(s, adapter);
      dxgmap_refine_window(s, adapter, k);
      dxgmap_refine_handle_left(s, k);
    }
    /@ assert gates: \forall mstate m, menv e; Meets(s, m, c, e, adapter)
         ==> AcquireGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter) && SavesAlike(s, m, adapter); @/
    /@ assert window: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && KnownAdapter(s, adapter)
         ==> WindowAlike(s, m, adapter, AdapterOf(adapter)); @/
    /@ assert left: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && KnownAdapter(s, adapter)
         ==> HandleLeftAlike(s, m, e, AdapterOf(adapter)); @/
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires natural: Natural(index) && Natural(size) && Natural(offset) && Natural(at) && Natural(slack);
     requires status: MapPointerStatus(s, c, adapter, index, size, offset, at, slack, pressure, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; PointerAlike(s, m, c, e, adapter) && OfferIs(e, at, slack)
       && PressureIs(e, pressure) ==> status == CMapPointer(m, e, adapter, index, size, offset);
     ensures done: status == DXGMAP_OK ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_map_pointer_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index,
    uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ requires natural: Natural(index) && Natural(size) && Natural(offset);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; CMapPointer(m, e, adapter, index, size, offset) != 0
       ==> MStep(m, e, CallMapPointer(adapter, index, size, offset),
                 MAnswer(CMapPointer(m, e, adapter, index, size, offset), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h; CMapPointer(m, e, adapter, index, size, offset) == 0
       && MFresh(m, h) ==> MStep(m, e, CallMapPointer(adapter, index, size, offset), MAnswer(0, h, adapter, 0, 0),
                                 MAcquire(m, h, WPointer(e, adapter, index, size, offset))); @/
  void dxgmap_refine_map_pointer_steps(uint64_t adapter, uint32_t index, uint64_t size, uint64_t offset)
  {
    return;
  }
*/
/*@ ghost
  // What the core says of a new pointer is what the machine makes.
  /@ requires inv: Inv(s);
     requires tell: HomesTell(s, adapter) && KnownAdapter(s, adapter);
     requires kind: HandleOf(s, AdapterOf(adapter), DXGMAP_POINTER, h);
     requires asked: PointerAsked(DescriptorOf(s, h), index, size, offset, slack);
     requires placed: PlacedAt(s, h, at, slack + size / DXGMAP_PAGE_SIZE);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall menv e; OfferIs(e, at, slack)
       ==> AgreesMade(s, h, WPointer(e, adapter, index, size, offset)); @/
  void dxgmap_refine_pointer_made(dxgmap_state s, uint64_t adapter, uint32_t index, uint64_t size, uint64_t offset,
                                  uint64_t at, uint32_t slack, uint64_t h)
  {
    dxgmap_refine_bare(s, h);
    /@ assert asked: \forall menv e; AgreesAsked(DescriptorOf(s, h), WPointer(e, adapter, index, size, offset)); @/
    /@ assert none: \forall menv e; WCount(WPointer(e, adapter, index, size, offset)) == 0; @/
    /@ assert window: \forall menv e; OfferIs(e, at, slack) ==> WPlace(WPointer(e, adapter, index, size, offset)) == at
         && WSpan(WPointer(e, adapter, index, size, offset)) == slack + size / DXGMAP_PAGE_SIZE; @/
    /@ assert there: \forall menv e; AgreesThere(s, h, WPointer(e, adapter, index, size, offset)); @/
    return;
  }
*/

/* As in refine_map_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; MeetsPointer(\old(*s), m, caller, e, adapter, at, slack, pressure)
      ==> \result.status == CMapPointer(m, e, adapter, index, size, offset);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsPointer(\old(*s), m, caller, e, adapter, at, slack, pressure)
      ==> MStep(m, e, CallMapPointer(adapter, index, size, offset), MAnswer(\result.status, 0, 0, 0, 0), m)
          && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsPointer(\old(*s), m, caller, e, adapter, at, slack, pressure)
      ==> MStep(m, e, CallMapPointer(adapter, index, size, offset),
                MAnswer(DXGMAP_OK, \result.handle, adapter, 0, 0),
                MAcquire(m, \result.handle, WPointer(e, adapter, index, size, offset)));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsPointer(\old(*s), m, caller, e, adapter, at, slack, pressure)
      ==> Refines(*s, MAcquire(m, \result.handle, WPointer(e, adapter, index, size, offset))); */
dxgmap_outcome dxgmap_refine_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                         uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_pointer_alike(was, caller, adapter); */
  dxgmap_outcome r = dxgmap_op_map_pointer(s, caller, adapter, index, size, offset, at, slack, pressure);
  /*@ assert natural: Natural(index) && Natural(size) && Natural(offset) && Natural(at) && Natural(slack); */
  /*@ ghost
      dxgmap_refine_map_pointer_causes(was, caller, adapter, index, size, offset, at, slack, pressure, r.status);
      dxgmap_refine_map_pointer_steps(adapter, index, size, offset); */
  /*@ assert same: \forall mstate m, menv e; MeetsPointer(was, m, caller, e, adapter, at, slack, pressure)
        ==> r.status == CMapPointer(m, e, adapter, index, size, offset); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_homes(was, *s, k);
        dxgmap_refine_home(*s, adapter);
        dxgmap_refine_fresh(was, *s, k, r.handle);
        dxgmap_refine_pointer_made(*s, adapter, index, size, offset, at, slack, r.handle);
        dxgmap_refine_acquired(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
