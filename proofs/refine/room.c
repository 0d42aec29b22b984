/* SPDX-License-Identifier: MIT */
#include "room.h"

#include "trace/step.c" // whose facts of the core are used here, under their contracts there

/*@ ghost
  void dxgmap_refine_handle_left(dxgmap_state s, uint32_t k)
  {
    dxgmap_refine_handles();
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    /@ assert slots: SlotsOk(s.adapter[k].slots); @/
    /@ assert idle: SlotRoom(s.adapter[k].slots) ==> SlotIdle(s.adapter[k].slots, SlotNext(s.adapter[k].slots)); @/
    /@ assert new: SlotRoom(s.adapter[k].slots) ==>
         !GivenMapping(s, HandleAt(s, k, SlotNext(s.adapter[k].slots))) &&
         !GivenAdapter(s, HandleAt(s, k, SlotNext(s.adapter[k].slots))) &&
         0 < HandleAt(s, k, SlotNext(s.adapter[k].slots)) < 0x10000000000000000; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_fresh(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_acquired(was, now, k, h);
    /@ assert new: !GivenMapping(was, h) && !GivenAdapter(was, h); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures captured: \forall mstate m, integer h; RefinesHere(s, m) && 0 <= h && Valid(s, h)
       ==> WCount(MWhat(m, h)) == PagesOf(s, h) && (PagesOf(s, h) > 0 ==> WBase(MWhat(m, h)) == BaseOf(s, h)); @/
  void dxgmap_refine_captured(dxgmap_state s)
  {
    /@ assert count: \forall mstate m, integer h; RefinesHere(s, m) && 0 <= h && Valid(s, h)
         ==> AgreesCaptured(s, h, MWhat(m, h)); @/
    return;
  }
*/
/*@ ghost
  /@ requires tell: HomesTell(s, x);
     requires known: KnownAdapter(s, x) && k == AdapterOf(x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures beside: \forall mstate m; Refines(s, m) ==> BesideAlike(s, m, x, k); @/
  void dxgmap_refine_beside(dxgmap_state s, uint64_t x, uint32_t k)
  {
    dxgmap_refine_captured(s);
    /@ assert own: \forall mstate m, integer h; Refines(s, m) ==>
         (MLive(m, h) && WOn(MWhat(m, h)) == x <==> 0 <= h && Valid(s, h) && HandleTag(h) == k); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures run: \forall mstate m, integer b, n; BesideAlike(s, m, x, k)
       && ALimit(MAdapter(m, x)) == s.adapter[k].domain.ranges.limit
       ==> (MFreeRun(m, x, b, n) <==> RunUnused(s, k, b, n)); @/
  void dxgmap_refine_run_same(dxgmap_state s, uint64_t x, uint32_t k)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_run(dxgmap_state s, uint64_t x, uint32_t k)
  {
    dxgmap_refine_beside(s, x, k);
    dxgmap_refine_run_same(s, x, k);
    /@ assert limit: \forall mstate m; Refines(s, m) ==> ALimit(MAdapter(m, x)) == s.adapter[k].domain.ranges.limit; @/
    return;
  }
*/
/*@ ghost
  // By the pages, and by the ends.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures clear: \forall integer b, n; 0 < n && 0 <= b
       ==> (RangeFree(r, b, n) <==> 1 <= b && RunsClear(r, b, n)); @/
  void dxgmap_refine_clear(dxgmap_ranges r)
  {
    /@ assert ends: \forall integer b, n; 0 < n && RangeFree(r, b, n) ==> RangePageFree(r, b); @/
    /@ assert page: \forall integer b, n, l; RangeFree(r, b, n) && b <= l < b + n ==> RangePageFree(r, l); @/
    /@ assert covered: \forall integer i, l; RangeCovers(r, i, l) ==> !RangePageFree(r, l); @/
    /@ assert first: \forall integer i; RangeLive(r, i) ==> RangeCovers(r, i, r.base[i]); @/
    /@ assert inner: \forall integer b, n, i; RangeLive(r, i) && b <= r.base[i] < b + n ==> !RangeFree(r, b, n); @/
    /@ assert taken: \forall integer i, b; RangeLive(r, i) && r.base[i] <= b < r.base[i] + r.length[i]
         ==> !RangePageFree(r, b); @/
    /@ assert outer: \forall integer b, n, i; 0 < n && RangeLive(r, i) && r.base[i] <= b < r.base[i] + r.length[i]
         ==> !RangeFree(r, b, n); @/
    /@ assert there: \forall integer b, n; 0 < n && RangeFree(r, b, n) ==> 1 <= b && RunsClear(r, b, n); @/
    /@ assert here: \forall integer b, n; 1 <= b && RunsClear(r, b, n) ==> RangeFree(r, b, n); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_range(dxgmap_state s, uint32_t k)
  {
    dxgmap_refine_named(s);
    dxgmap_refine_clear(s.adapter[k].domain.ranges);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    /@ assert parts: AdapterParts(s.adapter[k]); @/
    /@ assert bounded: s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert slots: \forall integer i; RangeLive(s.adapter[k].domain.ranges, i) ==>
         LivesAt(s, HandleAt(s, k, i - DXGMAP_FIRST), k, i - DXGMAP_FIRST); @/
    /@ assert here: \forall integer b, n; RunBeside(s, k, -1, b, n) ==> RunsClear(s.adapter[k].domain.ranges, b, n); @/
    /@ assert lives: \forall integer g; 0 <= g && Valid(s, g) && HandleTag(g) == k && PagesOf(s, g) > 0
         ==> RangeLive(s.adapter[k].domain.ranges, DXGMAP_ID(HandleIndex(g))); @/
    /@ assert at: \forall integer g, b, n; RunsClear(s.adapter[k].domain.ranges, b, n) ==> BesideAt(s, k, g, b, n); @/
    /@ assert there: \forall integer b, n; RunsClear(s.adapter[k].domain.ranges, b, n) ==> RunBeside(s, k, -1, b, n); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures left: \forall mstate m, integer n; 0 < n && FreeAlike(s.adapter[k].domain.ranges, m, x)
       ==> RunLeftAlike(s, m, k, x, n); @/
  void dxgmap_refine_left_alike(dxgmap_state s, uint64_t x, uint32_t k)
  {
    /@ assert some: \forall integer b, n; FreeAt(s.adapter[k].domain.ranges, b, n)
         ==> RangeRoom(s.adapter[k].domain.ranges, n); @/
    /@ assert none: \forall integer n; RangeRoom(s.adapter[k].domain.ranges, n)
         ==> \exists integer b; FreeAt(s.adapter[k].domain.ranges, b, n); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_run_left(dxgmap_state s, uint64_t x, uint32_t k)
  {
    dxgmap_refine_home(s, x);
    dxgmap_refine_run(s, x, k);
    dxgmap_refine_range(s, k);
    dxgmap_refine_left_alike(s, x, k);
    /@ assert free: \forall mstate m; Refines(s, m) ==> FreeAlike(s.adapter[k].domain.ranges, m, x); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_alone(dxgmap_state s, uint32_t k, uint64_t h)
  {
    dxgmap_refine_handles();
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    /@ assert slots: s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert ranges: RunsOk(s.adapter[k].domain.ranges); @/
    /@ assert started: RunsStarted(s.adapter[k].domain.ranges); @/
    /@ assert head: RunOn(s.adapter[k].domain.ranges, 0) && RunsHead(s.adapter[k].domain.ranges); @/
    /@ assert on: RunOn(s.adapter[k].domain.ranges, DXGMAP_ID(HandleIndex(h))); @/
    /@ assert end: RunEnd(s.adapter[k].domain.ranges, DXGMAP_ID(HandleIndex(h)))
         <= s.adapter[k].domain.ranges.limit; @/
    /@ assert after: RunEnd(s.adapter[k].domain.ranges, 0)
         <= s.adapter[k].domain.ranges.base[DXGMAP_ID(HandleIndex(h))]; @/
    /@ assert other: \forall integer g; 0 <= g && Valid(s, g) && HandleTag(g) == k && g != h
         ==> HandleIndex(g) != HandleIndex(h); @/
    /@ assert others: \forall integer g; 0 <= g && Valid(s, g) && HandleTag(g) == k && g != h && PagesOf(s, g) > 0
         ==> RunOn(s.adapter[k].domain.ranges, DXGMAP_ID(HandleIndex(g))); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_stands(dxgmap_state was, dxgmap_state now, uint64_t x, uint32_t k, uint64_t h)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_acquired(was, now, k, h);
    dxgmap_refine_home(was, x);
    dxgmap_refine_run(was, x, k);
    dxgmap_refine_alone(now, k, h);
    /@ assert limit: now.adapter[k].domain.ranges.limit == was.adapter[k].domain.ranges.limit; @/
    /@ assert kept: \forall integer g; 0 <= g && Valid(was, g)
         ==> g != h && Valid(now, g) && PagesOf(now, g) == PagesOf(was, g) && BaseOf(now, g) == BaseOf(was, g); @/
    /@ assert inside: RunIn(was, k, BaseOf(now, h), PagesOf(now, h)); @/
    /@ assert apart: \forall integer g; 0 <= g && Valid(was, g) && HandleTag(g) == k && PagesOf(was, g) > 0
         ==> BaseOf(now, h) + PagesOf(now, h) <= BaseOf(was, g) ||
             BaseOf(was, g) + PagesOf(was, g) <= BaseOf(now, h); @/
    /@ assert was: \forall integer g; BesideAt(was, k, g, BaseOf(now, h), PagesOf(now, h)); @/
    return;
  }
*/
