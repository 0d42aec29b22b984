/* SPDX-License-Identifier: MIT */
#include "window.h"

/*@ ghost
  // By the pages, and by the ends.
  /@ requires ok: ViewsOk(v);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures clear: \forall integer b, n; 0 < n && 0 <= b && b + n <= DXGMAP_WINDOW
       ==> (ViewRoom(v, b, n) <==> SpansClear(v, b, n)); @/
  void dxgmap_refine_spans(dxgmap_views v)
  {
    /@ assert covered: \forall integer i, w; ViewCovers(v, i, w) ==> v.owner[w] != 0; @/
    /@ assert first: \forall integer i; 0 <= i < DXGMAP_SLOTS && v.span[i] > 0 ==> ViewCovers(v, i, v.place[i]); @/
    /@ assert inner: \forall integer b, n, i; 0 <= i < DXGMAP_SLOTS && v.span[i] > 0 && b <= v.place[i] < b + n
         ==> !ViewRoom(v, b, n); @/
    /@ assert at: \forall integer b, n; 0 < n && ViewRoom(v, b, n) ==> v.owner[b] == 0; @/
    /@ assert over: \forall integer i, b; 0 <= i < DXGMAP_SLOTS && v.place[i] <= b < v.place[i] + v.span[i]
         ==> v.owner[b] != 0; @/
    /@ assert outer: \forall integer b, n, i; 0 < n && 0 <= i < DXGMAP_SLOTS && v.place[i] <= b < v.place[i] + v.span[i]
         ==> !ViewRoom(v, b, n); @/
    /@ assert there: \forall integer b, n; 0 < n && ViewRoom(v, b, n) ==> SpansClear(v, b, n); @/
    /@ assert owned: \forall integer w; 0 <= w < DXGMAP_WINDOW && v.owner[w] != 0
         ==> ViewCovers(v, v.owner[w] - 1, w); @/
    /@ assert here: \forall integer b, n; 0 <= b && b + n <= DXGMAP_WINDOW && SpansClear(v, b, n)
         ==> ViewRoom(v, b, n); @/
    return;
  }
*/
/*@ ghost
  // Window pages are those of live mappings.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_PLACES;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures free: \forall integer b, n; 0 < n ==> (ViewRoom(s.adapter[k].views, b, n) <==> SpanUnused(s, k, b, n)); @/
  void dxgmap_refine_span(dxgmap_state s, uint32_t k)
  {
    dxgmap_refine_named(s);
    /@ assert ok: AdapterOk(s.adapter[k]); @/
    dxgmap_refine_spans(s.adapter[k].views);
    /@ assert parts: AdapterParts(s.adapter[k]); @/
    /@ assert bounded: s.adapter[k].slots.high <= DXGMAP_SLOTS; @/
    /@ assert slots: \forall integer i; 0 <= i < DXGMAP_SLOTS && s.adapter[k].views.span[i] > 0
         ==> LivesAt(s, HandleAt(s, k, i), k, i); @/
    /@ assert here: \forall integer b, n; SpanUnused(s, k, b, n) ==> SpansClear(s.adapter[k].views, b, n); @/
    /@ assert lives: \forall integer g; 0 <= g && Valid(s, g) && HandleTag(g) == k
         ==> 0 <= HandleIndex(g) < DXGMAP_SLOTS; @/
    /@ assert at: \forall integer g, b, n; SpansClear(s.adapter[k].views, b, n) ==> SpanBeside(s, k, g, b, n); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures placed: \forall mstate m, integer h; RefinesHere(s, m) && 0 <= h && Valid(s, h)
       ==> PlacedAt(s, h, WPlace(MWhat(m, h)), WSpan(MWhat(m, h))); @/
  void dxgmap_refine_placed(dxgmap_state s)
  {
    /@ assert here: \forall mstate m, integer h; RefinesHere(s, m) && 0 <= h && Valid(s, h)
         ==> AgreesHere(s, h, MWhat(m, h)); @/
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES && PlaceOfHome(s, x, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures beside: \forall mstate m; Refines(s, m) ==> SpanAlike(s, m, x, k); @/
  void dxgmap_refine_span_alike(dxgmap_state s, uint64_t x, uint32_t k)
  {
    dxgmap_refine_placed(s);
    /@ assert own: \forall mstate m, integer h; Refines(s, m) ==>
         (MLive(m, h) && WOn(MWhat(m, h)) == x <==> 0 <= h && Valid(s, h) && HandleTag(h) == k); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, integer b, n; Capacities && SpanAlike(s, m, x, k) && 0 < n
       ==> (MFreeWindow(m, x, b, n) <==> SpanUnused(s, k, b, n)); @/
  void dxgmap_refine_window_same(dxgmap_state s, uint64_t x, uint32_t k)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_window(dxgmap_state s, uint64_t x, uint32_t k)
  {
    dxgmap_refine_span(s, k);
    dxgmap_refine_span_alike(s, x, k);
    dxgmap_refine_window_same(s, x, k);
    return;
  }
*/
