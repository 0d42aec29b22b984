/* SPDX-License-Identifier: MIT */
#include "machine_made_steps.h"
#include "made_objects.h"
#include "operations/op_view.h"
#include "window.h"

/*@
  // What a call of a view meets.
  predicate MeetsView(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, integer at) =
    Meets(s, m, c, e, x) && EOffered(e) == at;
  predicate OwnGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x) =
    \forall integer status; OwnGateStatus(s, c, x, DXGMAP_PASSIVE_LEVEL, status) <==> status == COwnGate(m, e, x, 0);
  predicate OwnsAlike(dxgmap_state s, mstate m, integer x, integer k) = \forall integer space, first, length;
    Owns(s.adapter[k].resources, space, first, length) <==> MOwns(m, x, space, first, length);
  predicate ConflictAt(dxgmap_state s, integer k, integer g, dxgmap_view_request r) =
    0 <= g && Valid(s, g) && HandleTag(g) == k && Conflicts(DescriptorOf(s, g), r);
  predicate ConflictAlike(dxgmap_state s, mstate m, integer x, integer k, dxgmap_view_request r) =
    CacheConflict(s.adapter[k], r) <==> MConflict(m, x, r.space, r.cache, r.physical, r.length);
  // What it looks at is the same in both.
  predicate ViewAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, dxgmap_view_request r) =
    OwnGateAlike(s, m, c, e, x) && GoneAlike(s, m, x) && EProcess(e) == c.process && (KnownAdapter(s, x)
      ==> OwnsAlike(s, m, x, AdapterOf(x)) && ConflictAlike(s, m, x, AdapterOf(x), r) &&
          WindowAlike(s, m, x, AdapterOf(x)) && HandleLeftAlike(s, m, e, AdapterOf(x)));
*/

/*@ ghost
  /@ requires count: r.count <= DXGMAP_RESOURCES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures owns: \forall mstate m, integer space, first, length; AgreesResources(r, MAdapter(m, x))
       ==> (Owns(r, space, first, length) <==> MOwns(m, x, space, first, length)); @/
  void dxgmap_refine_owns_alike(dxgmap_resources r, uint64_t x)
  {
    /@ assert there: \forall mstate m, integer space, first, length; AgreesResources(r, MAdapter(m, x))
         && Owns(r, space, first, length) ==> MOwns(m, x, space, first, length); @/
    /@ assert here: \forall mstate m, integer space, first, length; AgreesResources(r, MAdapter(m, x))
         && MOwns(m, x, space, first, length) ==> Owns(r, space, first, length); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures some: \forall mstate m; (\forall integer g; ConflictAt(s, k, g, r)
       <==> MConflictAt(m, x, g, r.space, r.cache, r.physical, r.length))
       ==> ((\exists integer g; ConflictAt(s, k, g, r)) <==>
            MConflict(m, x, r.space, r.cache, r.physical, r.length)); @/
  void dxgmap_refine_conflict_some(dxgmap_state s, uint64_t x, uint32_t k, dxgmap_view_request r)
  {
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, x) && k == AdapterOf(x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures owns: \forall mstate m; Refines(s, m) ==> OwnsAlike(s, m, x, k); @/
  void dxgmap_refine_owns(dxgmap_state s, uint64_t x, uint32_t k)
  {
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    /@ assert count: s.adapter[k].resources.count <= DXGMAP_RESOURCES; @/
    dxgmap_refine_owns_alike(s.adapter[k].resources, x);
    /@ assert agrees: \forall mstate m; Refines(s, m) ==> AgreesResources(s.adapter[k].resources, MAdapter(m, x)); @/
    return;
  }
*/
/*@ ghost
  // Views that conflict are live mappings.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_ADAPTERS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures conflict: CacheConflict(s.adapter[k], r) <==> \exists integer g; ConflictAt(s, k, g, r); @/
  void dxgmap_refine_conflicts(dxgmap_state s, uint32_t k, dxgmap_view_request r)
  {
    dxgmap_refine_named(s);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    /@ assert parts: AdapterParts(s.adapter[k]); @/
    /@ assert slots: s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert there: \forall integer i; 0 <= i < DXGMAP_SLOTS && Conflicts(s.adapter[k].descriptors.at[i], r)
         ==> ConflictAt(s, k, HandleAt(s, k, i), r); @/
    /@ assert here: \forall integer g; ConflictAt(s, k, g, r) ==> 0 <= HandleIndex(g) < DXGMAP_SLOTS
         && Conflicts(s.adapter[k].descriptors.at[HandleIndex(g)], r); @/
    return;
  }
*/
/*@ ghost
  /@ requires tell: HomesTell(s, x);
     requires known: KnownAdapter(s, x) && k == AdapterOf(x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures at: \forall mstate m, integer g; Refines(s, m)
       ==> (ConflictAt(s, k, g, r) <==> MConflictAt(m, x, g, r.space, r.cache, r.physical, r.length)); @/
  void dxgmap_refine_conflict_at(dxgmap_state s, uint64_t x, uint32_t k, dxgmap_view_request r)
  {
    /@ assert own: \forall mstate m, integer h; Refines(s, m) ==>
         (MLive(m, h) && WOn(MWhat(m, h)) == x <==> 0 <= h && Valid(s, h) && HandleTag(h) == k); @/
    /@ assert asked: \forall mstate m, integer h; Refines(s, m) && 0 <= h && Valid(s, h)
         ==> AgreesAsked(DescriptorOf(s, h), MWhat(m, h)); @/
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; Meets(s, m, c, e, adapter) ==> ViewAlike(s, m, c, e, adapter, r);
     ensures known: OwnGateStatus(s, c, adapter, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_view_alike(dxgmap_state s, dxgmap_caller c, uint64_t adapter, dxgmap_view_request r)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_gone(s, adapter);
    if (k < DXGMAP_ADAPTERS) {
      dxgmap_refine_home(s, adapter);
      dxgmap_refine_owns(s, adapter, k);
      dxgmap_refine_conflicts(s, k, r);
      dxgmap_refine_conflict_at(s, adapter, k, r);
      dxgmap_refine_conflict_some(s, adapter, k, r);
      dxgmap_refine_window(s, adapter, k);
      dxgmap_refine_handle_left(s, k);
    }
    /@ assert gates: \forall mstate m, menv e; Meets(s, m, c, e, adapter)
         ==> OwnGateAlike(s, m, c, e, adapter) && GoneAlike(s, m, adapter); @/
    /@ assert owns: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && KnownAdapter(s, adapter)
         ==> OwnsAlike(s, m, adapter, AdapterOf(adapter)); @/
    /@ assert conflict: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && KnownAdapter(s, adapter)
         ==> ConflictAlike(s, m, adapter, AdapterOf(adapter), r); @/
    /@ assert left: \forall mstate m, menv e; Meets(s, m, c, e, adapter) && KnownAdapter(s, adapter)
         ==> WindowAlike(s, m, adapter, AdapterOf(adapter)) && HandleLeftAlike(s, m, e, AdapterOf(adapter)); @/
    return;
  }
*/
/*@ ghost
  // The cascades are the same.
  /@ requires known: OwnGateStatus(s, c, adapter, DXGMAP_PASSIVE_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires natural: Natural(r.physical) && Natural(r.length) && Natural(r.space) && Natural(r.at);
     requires status: MapViewStatus(s, c, adapter, r, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; ViewAlike(s, m, c, e, adapter, r) && EOffered(e) == r.at
       ==> status == CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length);
     ensures done: status == DXGMAP_OK ==> KnownAdapter(s, adapter) && IsView(r.kind) && r.space <= DXGMAP_IO_SPACE; @/
  void dxgmap_refine_map_view_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, dxgmap_view_request r,
    uint32_t status)
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
     ensures refused: \forall mstate m, menv e;
       CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length) != 0
       ==> MStep(m, e, CallMapView(adapter, r.kind, r.space, r.user, r.cache, r.process, r.physical, r.length),
                 MAnswer(CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length),
                         0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e, integer h;
       CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length) == 0 && MFresh(m, h)
       ==> MStep(m, e, CallMapView(adapter, r.kind, r.space, r.user, r.cache, r.process, r.physical, r.length),
                 MAnswer(0, h, adapter, 0, 0),
                 MAcquire(m, h, WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length))); @/
  void dxgmap_refine_map_view_steps(uint64_t adapter, dxgmap_view_request r)
  {
    return;
  }
*/
/*@ ghost
  // What the core says of a new view is what the machine makes.
  /@ requires inv: Inv(s);
     requires tell: HomesTell(s, adapter) && KnownAdapter(s, adapter);
     requires kind: IsView(r.kind) && r.space <= DXGMAP_IO_SPACE && HandleOf(s, AdapterOf(adapter), r.kind, h);
     requires asked: ViewAsked(DescriptorOf(s, h), c, r);
     requires placed: PlacedAt(s, h, r.at, ViewSpan(r));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall menv e; Calls(e, c) && EOffered(e) == r.at
       ==> AgreesMade(s, h, WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)); @/
  void dxgmap_refine_view_made(dxgmap_state s, dxgmap_caller c, uint64_t adapter, dxgmap_view_request r, uint64_t h)
  {
    dxgmap_refine_bare(s, h);
    /@ assert asked: \forall menv e; Calls(e, c) ==> AgreesAsked(DescriptorOf(s, h),
         WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)); @/
    /@ assert none: \forall menv e;
         WCount(WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)) == 0; @/
    /@ assert window: \forall menv e; EOffered(e) == r.at
         ==> WPlace(WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)) == r.at
             && WSpan(WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)) == ViewSpan(r); @/
    /@ assert there: \forall menv e;
         AgreesThere(s, h, WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)); @/
    return;
  }
*/
/*@ ghost
  // The step of an acquisition, of what is known of it alone: among all else that its caller knows, nobody finds it.
  /@ requires natural: Natural(r.physical) && Natural(r.length);
     requires same: \forall mstate m, menv e; MeetsView(was, m, c, e, adapter, r.at)
       ==> 0 == CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length);
     requires fresh: \forall mstate m; Capacities && RefinesGiven(was, m) ==> MFresh(m, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures done: \forall mstate m, menv e; MeetsView(was, m, c, e, adapter, r.at)
       ==> MStep(m, e, CallMapView(adapter, r.kind, r.space, r.user, r.cache, r.process, r.physical, r.length),
                 MAnswer(0, h, adapter, 0, 0),
                 MAcquire(m, h, WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length))); @/
  void dxgmap_refine_map_view_done(dxgmap_state was, dxgmap_caller c, uint64_t adapter, dxgmap_view_request r,
                                   uint64_t h)
  {
    dxgmap_refine_map_view_steps(adapter, r);
    /@ assert given: \forall mstate m, menv e; MeetsView(was, m, c, e, adapter, r.at)
         ==> Capacities && RefinesGiven(was, m); @/
    return;
  }
*/

/* As in refine_map_pages.c. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; MeetsView(\old(*s), m, caller, e, adapter, r.at)
      ==> \result.status == CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsView(\old(*s), m, caller, e, adapter, r.at)
      ==> MStep(m, e, CallMapView(adapter, r.kind, r.space, r.user, r.cache, r.process, r.physical, r.length),
                MAnswer(\result.status, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsView(\old(*s), m, caller, e, adapter, r.at)
      ==> MStep(m, e, CallMapView(adapter, r.kind, r.space, r.user, r.cache, r.process, r.physical, r.length),
                MAnswer(DXGMAP_OK, \result.handle, adapter, 0, 0),
                MAcquire(m, \result.handle, WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length)));
    ensures refines: \result.status == DXGMAP_OK ==> \forall mstate m, menv e;
      MeetsView(\old(*s), m, caller, e, adapter, r.at)
      ==> Refines(*s, MAcquire(m, \result.handle,
                               WView(e, adapter, r.kind, r.space, r.user, r.cache, r.physical, r.length))); */
dxgmap_outcome dxgmap_refine_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, dxgmap_view_request r)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_view_alike(was, caller, adapter, r); */
  dxgmap_outcome o = dxgmap_op_map_view(s, caller, adapter, &r);
  /*@ assert natural: Natural(r.physical) && Natural(r.length) && Natural(r.space) && Natural(r.at); */
  /*@ ghost
      dxgmap_refine_map_view_causes(was, caller, adapter, r, o.status); */
  /*@ assert same: \forall mstate m, menv e; MeetsView(was, m, caller, e, adapter, r.at)
        ==> o.status == CMapView(m, e, adapter, r.kind, r.space, r.cache, r.process, r.physical, r.length); */
  /*@ ghost
      if (o.status == DXGMAP_OK) {
        dxgmap_refine_homes(was, *s, k);
        dxgmap_refine_home(*s, adapter);
        dxgmap_refine_fresh(was, *s, k, o.handle);
        dxgmap_refine_view_made(*s, caller, adapter, r, o.handle);
        dxgmap_refine_acquired(was, *s, k, o.handle);
        dxgmap_refine_map_view_done(was, caller, adapter, r, o.handle);
      } else {
        dxgmap_refine_map_view_steps(adapter, r);
        dxgmap_refine_same(was, *s);
      } */
  return o;
}
