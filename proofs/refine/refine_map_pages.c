/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made.h"

/*@
  // What the call looks at is the same in both.
  predicate PagesAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, dxgmap_list pages, integer count) =
    LeadGateAlike(s, m, c, e, x) && StartAlike(s, m, x) && GoneAlike(s, m, x) && ECount(e) == count &&
    MemoryAlike(e, pages, count) && (KnownAdapter(s, x) && count > 0 ==> PagesRoomAlike(s, m, e, x, count));
*/

/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; MeetsList(s, m, c, e, adapter, pages, count)
       ==> PagesAlike(s, m, c, e, adapter, pages, count);
     ensures known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_map_pages_alike(dxgmap_state s, dxgmap_caller c, uint64_t adapter, dxgmap_list pages,
                                     uint32_t count)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_gates(s, c, adapter);
    dxgmap_refine_starts(s, adapter);
    dxgmap_refine_gone(s, adapter);
    dxgmap_refine_memory(pages, count);
    if (k < DXGMAP_ADAPTERS && count > 0) {
      dxgmap_refine_pages_room(s, adapter, count);
    }
    /@ assert gates: \forall mstate m, menv e; Meets(s, m, c, e, adapter)
         ==> LeadGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter) && GoneAlike(s, m, adapter); @/
    /@ assert memory: \forall mstate m, menv e; MeetsList(s, m, c, e, adapter, pages, count)
         ==> ECount(e) == count && MemoryAlike(e, pages, count); @/
    /@ assert room: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && ECount(e) == count
         && KnownAdapter(s, adapter) && count > 0 ==> PagesRoomAlike(s, m, e, adapter, count); @/
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires natural: Natural(count);
     requires status: MapPagesListed(s, c, adapter, kind, pages, count, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; PagesAlike(s, m, c, e, adapter, pages, count)
       ==> status == CMapPages(m, e, adapter, kind);
     ensures done: status == DXGMAP_OK ==> KnownAdapter(s, adapter) && count > 0; @/
  void dxgmap_refine_map_pages_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
    dxgmap_list pages, uint32_t count, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step, and so is an acquisition.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: \forall mstate m, menv e; CMapPages(m, e, adapter, kind) != 0
       ==> MStep(m, e, CallMapPages(adapter, kind), MAnswer(CMapPages(m, e, adapter, kind), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h, b; CMapPages(m, e, adapter, kind) == 0
       && MFresh(m, h) && MStands(m, WPages(e, adapter, kind, b), b)
       ==> MStep(m, e, CallMapPages(adapter, kind), MAnswer(0, h, adapter, b, 0),
                 MAcquire(m, h, WPages(e, adapter, kind, b))); @/
  void dxgmap_refine_map_pages_steps(uint64_t adapter, uint32_t kind)
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
       ==> MFresh(m, h) && MStands(m, WPages(e, adapter, kind, BaseOf(now, h)), BaseOf(now, h)); @/
  void dxgmap_refine_map_pages_stands(dxgmap_state s, dxgmap_state now, dxgmap_caller c, uint64_t adapter,
    uint32_t kind, uint32_t count, uint64_t h)
  {
    /@ assert made: \forall menv e; WCount(WPages(e, adapter, kind, BaseOf(now, h))) == ECount(e)
         && WOn(WPages(e, adapter, kind, BaseOf(now, h))) == adapter; @/
    return;
  }
*/

/* The contract of the operation alone makes it a step of the machine, as in refine_pages.c, whatever list stands where
   the pages are read. The first logical page of the answer is that of the new mapping. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; MeetsList(\old(*s), m, caller, e, adapter, pages, count)
      ==> \result.status == CMapPages(m, e, adapter, kind);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsList(\old(*s), m, caller, e, adapter, pages, count)
      ==> MStep(m, e, CallMapPages(adapter, kind), MAnswer(\result.status, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsList(\old(*s), m, caller, e, adapter, pages, count)
      ==> MStep(m, e, CallMapPages(adapter, kind),
                MAnswer(DXGMAP_OK, \result.handle, adapter, BaseOf(*s, \result.handle), 0),
                MAcquire(m, \result.handle, WPages(e, adapter, kind, BaseOf(*s, \result.handle))));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsList(\old(*s), m, caller, e, adapter, pages, count)
      ==> Refines(*s, MAcquire(m, \result.handle, WPages(e, adapter, kind, BaseOf(*s, \result.handle)))); */
dxgmap_outcome dxgmap_refine_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                       dxgmap_list pages, uint32_t count)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_map_pages_alike(was, caller, adapter, pages, count); */
  dxgmap_outcome r = dxgmap_refine_listed_pages(s, caller, adapter, kind, pages, count);
  /*@ assert natural: Natural(count); */
  /*@ ghost
      dxgmap_refine_map_pages_causes(was, caller, adapter, kind, pages, count, r.status);
      dxgmap_refine_map_pages_steps(adapter, kind); */
  /*@ assert same: \forall mstate m, menv e; MeetsList(was, m, caller, e, adapter, pages, count)
        ==> r.status == CMapPages(m, e, adapter, kind); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_homes(was, *s, k);
        dxgmap_refine_home(*s, adapter);
        dxgmap_refine_fresh(was, *s, k, r.handle);
        dxgmap_refine_stands(was, *s, adapter, k, r.handle);
        dxgmap_refine_pages_made(*s, adapter, kind, pages, count, r.handle);
        dxgmap_refine_map_pages_stands(was, *s, caller, adapter, kind, count, r.handle);
        dxgmap_refine_acquired(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
