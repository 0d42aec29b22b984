/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_WINDOW_H
#define DXGMAP_REFINE_WINDOW_H

#include "room.h"

/* The window of CPU views: what is left of it. */

/*@
  // Another input of the machine: the window pages that the host offers, and those of them before the data.
  predicate OfferIs(menv e, integer at, integer slack) = EOffered(e) == at && ESlack(e) == slack;

  // The window pages b .. b + n - 1 are not those of g, which lives in place k.
  predicate SpanBeside(dxgmap_state s, integer k, integer g, integer b, integer n) =
    0 <= g && Valid(s, g) && HandleTag(g) == k && s.adapter[k].views.span[HandleIndex(g)] > 0
      ==> b + n <= s.adapter[k].views.place[HandleIndex(g)] ||
          s.adapter[k].views.place[HandleIndex(g)] + s.adapter[k].views.span[HandleIndex(g)] <= b;
  predicate SpanUnused(dxgmap_state s, integer k, integer b, integer n) =
    0 <= b && b + n <= DXGMAP_WINDOW && \forall integer g; SpanBeside(s, k, g, b, n);
  predicate SpansClear(dxgmap_views v, integer b, integer n) = \forall integer i; 0 <= i < DXGMAP_SLOTS &&
    v.span[i] > 0 ==> b + n <= v.place[i] || v.place[i] + v.span[i] <= b;
  predicate SpanAlike(dxgmap_state s, mstate m, integer x, integer k) =
    \forall integer g, b, n; SpanBeside(s, k, g, b, n) <==> MWindowBeside(m, x, g, b, n);
  predicate WindowAlike(dxgmap_state s, mstate m, integer x, integer k) =
    \forall integer b, n; 0 < n ==> (ViewRoom(s.adapter[k].views, b, n) <==> MFreeWindow(m, x, b, n));
  // What is on x stands in place k: an adapter's, or the machine's own.
  predicate PlaceOfHome(dxgmap_state s, integer x, integer k) =
    \forall integer j; 0 <= j < DXGMAP_PLACES ==> (HomeAt(s, j) == x <==> j == k);
*/

/* None of these runs. */
/*@ ghost
  // The machine and the core see the same window pages free.
  /@ requires inv: Inv(s);
     requires place: k < DXGMAP_PLACES && PlaceOfHome(s, x, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures window: \forall mstate m; Capacities && Refines(s, m) ==> WindowAlike(s, m, x, k); @/
  void dxgmap_refine_window(dxgmap_state s, uint64_t x, uint32_t k);
*/

#endif
