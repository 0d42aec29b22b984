/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_ROOM_H
#define DXGMAP_REFINE_ROOM_H

#include "acquires.h"
#include "asks.h"
#include "machine_made.h"

/* What is left to acquire: handles and logical pages. */

/*@
  // An input of the machine: there a handle is left where the core has a slot left, in that place.
  predicate SlotIs(menv e, dxgmap_state s, integer k) = EHandleLeft(e) <==> SlotRoom(s.adapter[k].slots);
  predicate SlotOf(menv e, dxgmap_state s, integer x) = KnownAdapter(s, x) ==> SlotIs(e, s, AdapterOf(x));

  // The logical pages b .. b + n - 1 are those of none that lives in place k, but perhaps of h.
  predicate RunIn(dxgmap_state s, integer k, integer b, integer n) =
    1 <= b && b + n <= s.adapter[k].domain.ranges.limit;
  predicate BesideAt(dxgmap_state s, integer k, integer g, integer b, integer n) =
    0 <= g && Valid(s, g) && HandleTag(g) == k && PagesOf(s, g) > 0
      ==> b + n <= BaseOf(s, g) || BaseOf(s, g) + PagesOf(s, g) <= b;
  predicate RunBeside(dxgmap_state s, integer k, integer h, integer b, integer n) =
    \forall integer g; g != h ==> BesideAt(s, k, g, b, n);
  predicate RunUnused(dxgmap_state s, integer k, integer b, integer n) =
    RunIn(s, k, b, n) && RunBeside(s, k, -1, b, n);
  predicate BesideAlike(dxgmap_state s, mstate m, integer x, integer k) =
    \forall integer g, b, n; BesideAt(s, k, g, b, n) <==> MBeside(m, x, g, b, n);
  predicate FreeAt(dxgmap_ranges r, integer b, integer n) = 0 <= b && b + n <= r.limit && RangeFree(r, b, n);
  predicate FreeAlike(dxgmap_ranges r, mstate m, integer x) =
    \forall integer b, n; 0 < n ==> (MFreeRun(m, x, b, n) <==> FreeAt(r, b, n));
  predicate RunsClear(dxgmap_ranges r, integer b, integer n) =
    \forall integer i; RangeLive(r, i) ==> b + n <= r.base[i] || r.base[i] + r.length[i] <= b;

  // The machine's causes of exhaustion are the core's.
  predicate HandleLeftAlike(dxgmap_state s, mstate m, menv e, integer k) =
    SlotRoom(s.adapter[k].slots) <==> MHandleLeft(m, e);
  predicate RunLeftAlike(dxgmap_state s, mstate m, integer k, integer x, integer n) =
    RangeRoom(s.adapter[k].domain.ranges, n) <==> MRunLeft(m, x, n);
*/

/* None of these runs. */
/*@ ghost
  // A slot that can be taken has an identity that was never given.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures fresh: SlotRoom(s.adapter[k].slots) ==> \forall mstate m; Capacities && RefinesGiven(s, m)
       ==> MFresh(m, HandleAt(s, k, SlotNext(s.adapter[k].slots)));
     ensures left: \forall mstate m, menv e; Capacities && RefinesGiven(s, m) && SlotIs(e, s, k)
       ==> HandleLeftAlike(s, m, e, k); @/
  void dxgmap_refine_handle_left(dxgmap_state s, uint32_t k);
*/
/*@ ghost
  // So is one that was acquired.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_PLACES;
     requires acquired: Acquires(was, now, k, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures fresh: \forall mstate m; Capacities && RefinesGiven(was, m) ==> MFresh(m, h); @/
  void dxgmap_refine_fresh(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h);
*/
/*@ ghost
  // The machine and the core see the same logical pages free.
  /@ requires tell: HomesTell(s, x);
     requires known: KnownAdapter(s, x) && k == AdapterOf(x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures run: \forall mstate m, integer b, n; Refines(s, m)
       ==> (MFreeRun(m, x, b, n) <==> RunUnused(s, k, b, n)); @/
  void dxgmap_refine_run(dxgmap_state s, uint64_t x, uint32_t k);
*/
/*@ ghost
  // What no run of a slot has, pages that wait included, no mapping that lives has.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: \forall integer b, n; 0 < n
       ==> (FreeAt(s.adapter[k].domain.ranges, b, n) <==> RunUnused(s, k, b, n)); @/
  void dxgmap_refine_range(dxgmap_state s, uint32_t k);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, x) && k == AdapterOf(x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures left: \forall mstate m, integer n; Refines(s, m) && 0 < n ==> RunLeftAlike(s, m, k, x, n); @/
  void dxgmap_refine_run_left(dxgmap_state s, uint64_t x, uint32_t k);
*/
/*@ ghost
  // A mapping that lives has its logical pages for itself.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_PLACES;
     requires lives: Valid(s, h) && HandleTag(h) == k && PagesOf(s, h) > 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures inside: RunIn(s, k, BaseOf(s, h), PagesOf(s, h));
     ensures alone: \forall integer g; 0 <= g && Valid(s, g) && HandleTag(g) == k && g != h && PagesOf(s, g) > 0
       ==> BaseOf(s, h) + PagesOf(s, h) <= BaseOf(s, g) || BaseOf(s, g) + PagesOf(s, g) <= BaseOf(s, h); @/
  void dxgmap_refine_alone(dxgmap_state s, uint32_t k, uint64_t h);
*/
/*@ ghost
  // Those that were given to it were free.
  /@ requires inv: Inv(was) && Inv(now);
     requires known: KnownAdapter(was, x) && k == AdapterOf(x);
     requires acquired: Acquires(was, now, k, h);
     requires some: PagesOf(now, h) > 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures stands: \forall mstate m; Refines(was, m) ==> MFreeRun(m, x, BaseOf(now, h), PagesOf(now, h)); @/
  void dxgmap_refine_stands(dxgmap_state was, dxgmap_state now, uint64_t x, uint32_t k, uint64_t h);
*/

#endif
