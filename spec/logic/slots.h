/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_SLOTS_H
#define DXGMAP_LOGIC_SLOTS_H

/* The handle table: which slots are live, and why no handle value is ever valid twice. */

/*@
  predicate SlotLive(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free <= t.place[i] < t.free + t.live;
  predicate SlotRetired(dxgmap_slots t, integer i) = 0 <= i < t.high && t.free + t.live <= t.place[i];
  predicate SlotIdle(dxgmap_slots t, integer i) =
    0 <= i < DXGMAP_SLOTS && !SlotLive(t, i) && t.generation[i] < DXGMAP_GENERATION_MAX;

  predicate SlotsPermuted(dxgmap_slots t) =
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.order[i] < t.high && t.place[t.order[i]] == i) &&
    (\forall integer i; 0 <= i < t.high ==> 0 <= t.place[i] < t.high && t.order[t.place[i]] == i);
  predicate SlotsFresh(dxgmap_slots t) = \forall integer i; t.high <= i < DXGMAP_SLOTS ==> t.generation[i] == 0;
  predicate SlotsRetire(dxgmap_slots t) =
    \forall integer i; 0 <= i < t.high ==> (t.generation[i] == DXGMAP_GENERATION_MAX <==> SlotRetired(t, i));

  predicate SlotsOk(dxgmap_slots t) =
    t.free + t.live <= t.high <= DXGMAP_SLOTS && SlotsPermuted(t) && SlotsFresh(t) && SlotsRetire(t);

  predicate SlotRoom(dxgmap_slots t) = t.free > 0 || t.high < DXGMAP_SLOTS;
  logic integer SlotNext(dxgmap_slots t) = t.free > 0 ? t.order[t.free - 1] : t.high;

  // A handle names a slot and one of its lives.
  predicate SlotValid(dxgmap_slots t, integer i, integer g) = SlotLive(t, i) && t.generation[i] == g;
  // A life that is over: generations only grow, so it never comes back.
  predicate SlotSpent(dxgmap_slots t, integer i, integer g) = 0 <= i < DXGMAP_SLOTS && g < t.generation[i];

  predicate SameGenerations(dxgmap_slots a, dxgmap_slots b) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS ==> b.generation[i] == a.generation[i];
  predicate SlotsKept(dxgmap_slots a, dxgmap_slots b, integer x) =
    \forall integer i; 0 <= i < DXGMAP_SLOTS && i != x ==> (SlotLive(a, i) <==> SlotLive(b, i));
*/

#endif
