/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made.h"

/*@
  // What a call of a pin meets.
  predicate MeetsPin(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, dxgmap_list pages, integer count,
                     integer pressure) = MeetsList(s, m, c, e, x, pages, count) && PressureIs(e, pressure);
  // What it looks at is the same in both.
  predicate PinAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, dxgmap_list pages, integer count) =
    AcquireGateAlike(s, m, c, e, x) && StartAlike(s, m, x) && SavesAlike(s, m, x) &&
    (KnownAdapter(s, x) ==> PinnedAlike(s, m, x)) && ECount(e) == count && MemoryAlike(e, pages, count) &&
    (KnownAdapter(s, x) && count > 0 ==> PagesRoomAlike(s, m, e, x, count));
*/

/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; MeetsList(s, m, c, e, adapter, pages, count)
       ==> PinAlike(s, m, c, e, adapter, pages, count);
     ensures known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_map_pin_alike(dxgmap_state s, dxgmap_caller c, uint64_t adapter, dxgmap_list pages,
                                   uint32_t count)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_acquire_gate(s, c, adapter);
    dxgmap_refine_starts(s, adapter);
    dxgmap_refine_saves(s, adapter);
    dxgmap_refine_memory(pages, count);
    if (k < DXGMAP_ADAPTERS) {
      dxgmap_refine_pinned(s, adapter);
      if (count > 0) {
        dxgmap_refine_pages_room(s, adapter, count);
      }
    }
    /@ assert gates: \forall mstate m, menv e; Meets(s, m, c, e, adapter)
         ==> AcquireGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter) && SavesAlike(s, m, adapter)
             && (KnownAdapter(s, adapter) ==> PinnedAlike(s, m, adapter)); @/
    /@ assert memory: \forall mstate m, menv e; MeetsList(s, m, c, e, adapter, pages, count)
         ==> ECount(e) == count && MemoryAlike(e, pages, count); @/
    /@ assert room: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && ECount(e) == count
         && KnownAdapter(s, adapter) && count > 0 ==> PagesRoomAlike(s, m, e, adapter, count); @/
    return;
  }
*/

/*@ ghost
  // The cascades are the same.
  /@ requires known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires natural: Natural(count) && Natural(index) && Natural(bytes);
     requires status: PinListed(s, c, adapter, index, bytes, kind, pages, count, pressure, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; PinAlike(s, m, c, e, adapter, pages, count) && PressureIs(e, pressure)
       ==> status == CPin(m, e, adapter, kind, index, bytes);
     ensures done: status == DXGMAP_OK ==> KnownAdapter(s, adapter) && count > 0; @/
  void dxgmap_refine_map_pin_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index, uint64_t bytes,
    uint32_t kind, dxgmap_list pages, uint32_t count, uint32_t pressure, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ requires natural: Natural(index) && Natural(bytes);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; CPin(m, e, adapter, kind, index, bytes) != 0
       ==> MStep(m, e, CallPin(adapter, kind, index, bytes),
                 MAnswer(CPin(m, e, adapter, kind, index, bytes), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h, b; CPin(m, e, adapter, kind, index, bytes) == 0
       && MFresh(m, h) && MStands(m, WPin(e, adapter, kind, index, b), b)
       ==> MStep(m, e, CallPin(adapter, kind, index, bytes), MAnswer(0, h, adapter, b, 0),
                 MAcquire(m, h, WPin(e, adapter, kind, index, b))); @/
  void dxgmap_refine_map_pin_steps(uint64_t adapter, uint32_t kind, uint32_t index, uint64_t bytes)
  {
    return;
  }
*/
/*@ ghost
  /@ requires fresh: \forall mstate m; Capacities && RefinesGiven(s, m) ==> MFresh(m, h);
     requires count: 0 < count && PagesOf(now, h) == count;
     requires stands: \forall mstate m; Refines(s, m) ==> MFreeRun(m, adapter, BaseOf(now, h), PagesOf(now, h));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stands: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && ECount(e) == count
       ==> MFresh(m, h) && MStands(m, WPin(e, adapter, kind, index, BaseOf(now, h)), BaseOf(now, h)); @/
  void dxgmap_refine_map_pin_stands(dxgmap_state s, dxgmap_state now, dxgmap_caller c, uint64_t adapter, uint32_t kind,
    uint32_t index, uint32_t count, uint64_t h)
  {
    /@ assert made: \forall menv e; WCount(WPin(e, adapter, kind, index, BaseOf(now, h))) == ECount(e)
         && WOn(WPin(e, adapter, kind, index, BaseOf(now, h))) == adapter; @/
    return;
  }
*/

/* As in refine_map_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e;
      MeetsPin(\old(*s), m, caller, e, adapter, pages, count, pressure)
      ==> \result.status == CPin(m, e, adapter, kind, index, bytes);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsPin(\old(*s), m, caller, e, adapter, pages, count, pressure)
      ==> MStep(m, e, CallPin(adapter, kind, index, bytes), MAnswer(\result.status, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsPin(\old(*s), m, caller, e, adapter, pages, count, pressure)
      ==> MStep(m, e, CallPin(adapter, kind, index, bytes),
                MAnswer(DXGMAP_OK, \result.handle, adapter, BaseOf(*s, \result.handle), 0),
                MAcquire(m, \result.handle, WPin(e, adapter, kind, index, BaseOf(*s, \result.handle))));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsPin(\old(*s), m, caller, e, adapter, pages, count, pressure)
      ==> Refines(*s, MAcquire(m, \result.handle, WPin(e, adapter, kind, index, BaseOf(*s, \result.handle)))); */
dxgmap_outcome dxgmap_refine_map_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t bytes, uint32_t kind, dxgmap_list pages, uint32_t count,
                                     uint32_t pressure)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_map_pin_alike(was, caller, adapter, pages, count); */
  dxgmap_outcome r = dxgmap_refine_listed_pin(s, caller, adapter, index, bytes, kind, pages, count, pressure);
  /*@ assert natural: Natural(count) && Natural(index) && Natural(bytes); */
  /*@ ghost
      dxgmap_refine_map_pin_causes(was, caller, adapter, index, bytes, kind, pages, count, pressure, r.status);
      dxgmap_refine_map_pin_steps(adapter, kind, index, bytes); */
  /*@ assert same: \forall mstate m, menv e; MeetsPin(was, m, caller, e, adapter, pages, count, pressure)
        ==> r.status == CPin(m, e, adapter, kind, index, bytes); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_homes(was, *s, k);
        dxgmap_refine_home(*s, adapter);
        dxgmap_refine_fresh(was, *s, k, r.handle);
        dxgmap_refine_stands(was, *s, adapter, k, r.handle);
        dxgmap_refine_pin_made(*s, adapter, kind, index, pages, count, r.handle);
        dxgmap_refine_map_pin_stands(was, *s, caller, adapter, kind, index, count, r.handle);
        dxgmap_refine_acquired(was, *s, k, r.handle);
        /@ assert made: \forall mstate m, menv e; MeetsPin(was, m, caller, e, adapter, pages, count, pressure)
             ==> CPin(m, e, adapter, kind, index, bytes) == 0 && MFresh(m, r.handle)
                 && MStands(m, WPin(e, adapter, kind, index, BaseOf(*s, r.handle)), BaseOf(*s, r.handle)); @/
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
