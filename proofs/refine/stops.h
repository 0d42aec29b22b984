/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_STOPS_H
#define DXGMAP_REFINE_STOPS_H

#include "acquires.h"

/* What a stop does to the relation. */

/*@
  // The lives of one place ended, and no other.
  predicate LivesLeft(dxgmap_state a, dxgmap_state b, integer k) =
    \forall integer g; Valid(b, g) <==> Valid(a, g) && HandleTag(g) != k;
  // What was ever given is what was ever given.
  predicate GivenSame(dxgmap_state a, dxgmap_state b) = \forall integer g; 0 <= g ==>
    (GivenMapping(b, g) <==> GivenMapping(a, g)) && (GivenAdapter(b, g) <==> GivenAdapter(a, g));
  predicate KnownBut(dxgmap_state a, dxgmap_state b, integer x) =
    \forall integer y; KnownAdapter(b, y) <==> KnownAdapter(a, y) && y != x;
  // Of every place but one what the relation looks at is what it was.
  predicate PlacesSame(dxgmap_state a, dxgmap_state b, integer k) = \forall integer j; 0 <= j < DXGMAP_PLACES && j != k
    ==> StartKept(a.adapter[j], b.adapter[j]) && b.adapter[j].switches == a.adapter[j].switches &&
        HomeAt(b, j) == HomeAt(a, j) && \forall integer i; 0 <= i < DXGMAP_SLOTS
          ==> HandleAt(b, j, i) == HandleAt(a, j, i);
*/

/* None of these runs. */
/*@ ghost
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: PlacesSame(was, now, k); @/
  void dxgmap_refine_left_places(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // A stop is the machine's.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires stops: Stops(was, now, x);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refines: \forall mstate m; Refines(was, m) ==> Refines(now, MLeave(m, x)); @/
  void dxgmap_refine_stopped(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x);
*/

#endif
