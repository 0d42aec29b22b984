/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_ACQUIRES_H
#define DXGMAP_REFINE_ACQUIRES_H

#include "facts.h"

/* What an acquisition does to the relation. */

/*@
  // One life began; none ended, and none is over that was not.
  predicate LivesAnd(dxgmap_state a, dxgmap_state b, integer h) =
    \forall integer g; Valid(b, g) <==> Valid(a, g) || g == h;
  predicate SpentSame(dxgmap_state a, dxgmap_state b) = \forall integer g; Spent(b, g) <==> Spent(a, g);
  predicate GenerationsSame(dxgmap_state a, dxgmap_state b) =
    \forall integer j, i; 0 <= j < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS
      ==> b.adapter[j].slots.generation[i] == a.adapter[j].slots.generation[i];
  predicate HandlesSame(dxgmap_state a, dxgmap_state b) =
    \forall integer j, i; 0 <= j < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS ==> HandleAt(b, j, i) == HandleAt(a, j, i);
  predicate HomesSame(dxgmap_state a, dxgmap_state b) =
    \forall integer j; 0 <= j < DXGMAP_PLACES ==> HomeAt(b, j) == HomeAt(a, j);
  // What lived before belongs to what it belonged to.
  predicate ParentsStay(dxgmap_state a, dxgmap_state b) =
    \forall integer g; 0 <= g && Valid(a, g) && HasParent(DescriptorOf(a, g).kind) ==> ParentOf(b, g) == ParentOf(a, g);
  // The relation of each mapping but one.
  predicate RefinesHereBut(dxgmap_state s, mstate m, integer h) =
    \forall integer g; 0 <= g && Valid(s, g) && g != h ==> AgreesHere(s, g, MWhat(m, g));
  predicate RefinesThereBut(dxgmap_state s, mstate m, integer h) =
    \forall integer g; 0 <= g && Valid(s, g) && g != h ==> AgreesThere(s, g, MWhat(m, g));
  // The machine mapping is what the core acquired under that handle.
  predicate AgreesMade(dxgmap_state s, integer h, mmapping w) = AgreesHere(s, h, w) && AgreesThere(s, h, w);
*/

/* None of these runs. */
/*@ ghost
  // No generation of any slot changes where a life begins.
  /@ requires place: k < DXGMAP_PLACES;
     requires acquires: Acquires(was, now, k, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures generations: GenerationsSame(was, now);
     ensures handles: HandlesSame(was, now); @/
  void dxgmap_refine_took_generations(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h);
*/
/*@ ghost
  /@ requires generations: GenerationsSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures spent: SpentSame(was, now); @/
  void dxgmap_refine_took_spent(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  /@ requires live: LinkedLive(was) && OpenedLive(was);
     requires handles: HandlesSame(was, now);
     requires lives: LivesAnd(was, now, h);
     requires kept: MappingsSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parents: ParentsStay(was, now); @/
  void dxgmap_refine_took_parents(dxgmap_state was, dxgmap_state now, uint64_t h);
*/
/*@ ghost
  /@ requires lives: LivesAnd(was, now, h);
     requires natural: 0 < h;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: \forall mstate m, mmapping w; RefinesLive(was, m) ==> RefinesLive(now, MAcquire(m, h, w)); @/
  void dxgmap_refine_took_live(dxgmap_state was, dxgmap_state now, uint64_t h);
*/
/*@ ghost
  // What lived before was captured and asked for as before.
  /@ requires lives: LivesAnd(was, now, h);
     requires kept: MappingsSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures here: \forall mstate m; RefinesHere(was, m) ==> RefinesHereBut(now, m, h); @/
  void dxgmap_refine_took_beside(dxgmap_state was, dxgmap_state now, uint64_t h);
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures here: \forall mstate m, mmapping w; RefinesHereBut(now, m, h) && AgreesHere(now, h, w)
       ==> RefinesHere(now, MAcquire(m, h, w)); @/
  void dxgmap_refine_took_here(dxgmap_state now, uint64_t h);
*/
/*@ ghost
  // It is of what it was of.
  /@ requires lives: LivesAnd(was, now, h);
     requires kept: MappingsSame(was, now);
     requires parents: ParentsStay(was, now);
     requires homes: HomesKept(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures there: \forall mstate m; RefinesThere(was, m) ==> RefinesThereBut(now, m, h); @/
  void dxgmap_refine_took_of(dxgmap_state was, dxgmap_state now, uint64_t h);
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures there: \forall mstate m, mmapping w; RefinesThereBut(now, m, h) && AgreesThere(now, h, w)
       ==> RefinesThere(now, MAcquire(m, h, w)); @/
  void dxgmap_refine_took_there(dxgmap_state now, uint64_t h);
*/
/*@ ghost
  /@ requires lives: LivesAnd(was, now, h);
     requires spent: SpentSame(was, now);
     requires known: KnownKept(was, now) && HomesKept(was, now);
     requires natural: 0 < h;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: \forall mstate m, mmapping w; RefinesGiven(was, m) ==> RefinesGiven(now, MAcquire(m, h, w)); @/
  void dxgmap_refine_took_given(dxgmap_state was, dxgmap_state now, uint64_t h);
*/
/*@ ghost
  // An acquisition of the machine says nothing else of its adapters.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures running: \forall mstate m, mmapping w; RefinesRunning(s, m) ==> RefinesRunning(s, MAcquire(m, h, w));
     ensures start: \forall mstate m, mmapping w; RefinesStart(s, m) ==> RefinesStart(s, MAcquire(m, h, w));
     ensures switches: \forall mstate m, mmapping w; RefinesSwitches(s, m)
       ==> RefinesSwitches(s, MAcquire(m, h, w)); @/
  void dxgmap_refine_took_rest(dxgmap_state s, uint64_t h);
*/
/*@ ghost
  // An acquisition is the machine's, of a mapping that agrees.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_PLACES;
     requires acquired: Acquires(was, now, k, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refines: \forall mstate m, mmapping w; Refines(was, m) && AgreesMade(now, h, w)
       ==> Refines(now, MAcquire(m, h, w)); @/
  void dxgmap_refine_acquired(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h);
*/

#endif
