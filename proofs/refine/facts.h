/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_FACTS_H
#define DXGMAP_REFINE_FACTS_H

#include "refines.h"

/*@
  // What starting decided, of every adapter; its switches too.
  predicate HomesKept(dxgmap_state a, dxgmap_state b) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> StartKept(a.adapter[k], b.adapter[k]);
  predicate SwitchesKept(dxgmap_state a, dxgmap_state b) =
    \forall integer k; 0 <= k < DXGMAP_PLACES ==> b.adapter[k].switches == a.adapter[k].switches;
  predicate KnownKept(dxgmap_state a, dxgmap_state b) =
    \forall integer x; KnownAdapter(b, x) <==> KnownAdapter(a, x);
  // No life began; one ended.
  predicate LivesOnly(dxgmap_state a, dxgmap_state b) = \forall integer g; Valid(b, g) ==> Valid(a, g);
  predicate LivesBut(dxgmap_state a, dxgmap_state b, integer h) =
    \forall integer g; Valid(b, g) <==> Valid(a, g) && g != h;
  predicate SpentOnly(dxgmap_state a, dxgmap_state b) =
    \forall integer g; 0 <= g && Spent(b, g) ==> Spent(a, g) || Valid(a, g);
  predicate LivesAt(dxgmap_state s, integer h, integer k, integer i) =
    0 < h && Valid(s, h) && HandleTag(h) == k && HandleIndex(h) == i;
  predicate SlotsNamed(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS &&
    SlotLive(s.adapter[k].slots, i) ==> LivesAt(s, HandleAt(s, k, i), k, i);
  predicate LinksLive(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS &&
    IsLinked(s.adapter[k].descriptors.at[i].kind)
    ==> 1 <= s.adapter[k].links.to.slot[i] <= DXGMAP_SLOTS && SlotLive(s.adapter[k].slots,
      s.adapter[k].links.to.slot[i] - 1);
  predicate OpensLive(dxgmap_state s) = \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS &&
    s.adapter[k].descriptors.at[i].kind == DXGMAP_ADAPTER_OBJECT
    ==> 1 <= s.adapter[k].descriptors.at[i].object <= DXGMAP_SLOTS &&
        SlotLive(s.adapter[DXGMAP_MACHINE].slots, s.adapter[k].descriptors.at[i].object - 1);
  predicate LinkedLive(dxgmap_state s) = \forall integer g; 0 <= g && Valid(s, g) && IsLinked(DescriptorOf(s, g).kind)
    ==> LivesAt(s, ParentOf(s, g), HandleTag(g), TargetOf(s, g) - 1);
  predicate OpenedLive(dxgmap_state s) = \forall integer g; 0 <= g && Valid(s, g) &&
    DescriptorOf(s, g).kind == DXGMAP_ADAPTER_OBJECT
    ==> LivesAt(s, ParentOf(s, g), DXGMAP_MACHINE, DescriptorOf(s, g).object - 1);
  predicate ParentsKept(dxgmap_state a, dxgmap_state b) =
    \forall integer g; 0 <= g && Valid(b, g) && HasParent(DescriptorOf(b, g).kind)
      ==> ParentOf(b, g) == ParentOf(a, g);
*/

/* Facts that the operations share; none of these runs. */
/*@ ghost
  // An identity says where it is of, and only one says that.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures read: \forall integer k, g, i; 0 <= k <= DXGMAP_ADAPTER_TAG && 0 <= g <= 0xFFFFFFFF
       && 0 <= i < DXGMAP_HANDLE_INDEXES ==> HandleTag(Handle(k, g, i)) == k
          && HandleGeneration(Handle(k, g, i)) == g && HandleIndex(Handle(k, g, i)) == i && Handle(k, g, i) > 0;
     ensures one: \forall integer h; 0 <= h && 0 <= HandleIndex(h) && HandleTag(h) <= DXGMAP_ADAPTER_TAG
       ==> h == Handle(HandleTag(h), HandleGeneration(h), HandleIndex(h)); @/
  void dxgmap_refine_handles(void);
*/
/*@ ghost
  // One place changed, and not what its start decided.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires start: StartKept(was.adapter[k], now.adapter[k]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures homes: HomesKept(was, now);
     ensures known: KnownKept(was, now); @/
  void dxgmap_refine_homes(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // One place changed, and not its switches.
  /@ requires place: k < DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     requires start: ConfigurationKept(was.adapter[k], now.adapter[k]);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures switches: SwitchesKept(was, now); @/
  void dxgmap_refine_switched(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // A live slot has an identity that lives, and says where it is.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures named: SlotsNamed(s); @/
  void dxgmap_refine_named(dxgmap_state s);
*/
/*@ ghost
  // What a slot belongs to is a live slot.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures links: LinksLive(s);
     ensures opens: OpensLive(s); @/
  void dxgmap_refine_links(dxgmap_state s);
*/
/*@ ghost
  // What a mapping belongs to lives.
  /@ requires named: SlotsNamed(s);
     requires bounded: SlotsBounded(s);
     requires links: LinksLive(s) && OpensLive(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures linked: LinkedLive(s);
     ensures opened: OpenedLive(s); @/
  void dxgmap_refine_parents_live(dxgmap_state s);
*/
/*@ ghost
  // What something belongs to lives.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures linked: LinkedLive(s);
     ensures opened: OpenedLive(s); @/
  void dxgmap_refine_parents_told(dxgmap_state s);
*/
/*@ ghost
  // Of what lives on, what it belongs to lives on, and is what it was.
  /@ requires live: LinkedLive(now) && OpenedLive(now);
     requires lives: LivesOnly(was, now);
     requires kept: MappingsSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parents: ParentsKept(was, now); @/
  void dxgmap_refine_parents(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // What lives on was captured and asked for as before.
  /@ requires lives: LivesOnly(was, now);
     requires kept: MappingsSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures here: \forall mstate m; RefinesHere(was, m) ==> RefinesHere(now, m); @/
  void dxgmap_refine_kept_here(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // What lives on is of what it was of.
  /@ requires lives: LivesOnly(was, now);
     requires kept: MappingsSame(was, now);
     requires parents: ParentsKept(was, now);
     requires homes: HomesKept(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures there: \forall mstate m; RefinesThere(was, m) ==> RefinesThere(now, m); @/
  void dxgmap_refine_kept_there(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // No adapter started, nor stopped.
  /@ requires known: KnownKept(was, now) && HomesKept(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures running: \forall mstate m; RefinesRunning(was, m) ==> RefinesRunning(now, m);
     ensures start: \forall mstate m; RefinesStart(was, m) ==> RefinesStart(now, m); @/
  void dxgmap_refine_kept_start(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // No switch was turned.
  /@ requires known: KnownKept(was, now) && SwitchesKept(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures switches: \forall mstate m; RefinesSwitches(was, m) ==> RefinesSwitches(now, m); @/
  void dxgmap_refine_kept_switches(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // What was given is what was given.
  /@ requires spent: SpentStays(was, now);
     requires lives: LivesOnly(was, now);
     requires over: \forall integer g; Valid(was, g) ==> Valid(now, g) || Spent(now, g);
     requires spends: SpentOnly(was, now);
     requires known: KnownKept(was, now) && HomesKept(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: \forall mstate m; RefinesGiven(was, m) ==> RefinesGiven(now, m); @/
  void dxgmap_refine_kept_given(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // Nothing changed.
  /@ requires inv: Inv(was) && Inv(now);
     requires same: StateSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refines: \forall mstate m; Refines(was, m) ==> Refines(now, m); @/
  void dxgmap_refine_same(dxgmap_state was, dxgmap_state now);
*/
/*@ ghost
  // A release of the machine says nothing else of what it knows.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: \forall mstate m; RefinesGiven(s, m) ==> RefinesGiven(s, MRelease(m, h));
     ensures here: \forall mstate m; RefinesHere(s, m) ==> RefinesHere(s, MRelease(m, h));
     ensures there: \forall mstate m; RefinesThere(s, m) ==> RefinesThere(s, MRelease(m, h));
     ensures running: \forall mstate m; RefinesRunning(s, m) ==> RefinesRunning(s, MRelease(m, h));
     ensures start: \forall mstate m; RefinesStart(s, m) ==> RefinesStart(s, MRelease(m, h));
     ensures switches: \forall mstate m; RefinesSwitches(s, m) ==> RefinesSwitches(s, MRelease(m, h)); @/
  void dxgmap_refine_ended(dxgmap_state s, uint64_t h);
*/
/*@ ghost
  // One life ended.
  /@ requires lives: LivesBut(was, now, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: \forall mstate m; RefinesLive(was, m) ==> RefinesLive(now, MRelease(m, h)); @/
  void dxgmap_refine_ended_lives(dxgmap_state was, dxgmap_state now, uint64_t h);
*/
/*@ ghost
  // Of every other place the generations stay.
  /@ requires place: k <= DXGMAP_PLACES;
     requires kept: AdaptersKept(was, now, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures generations: \forall integer j, i; 0 <= j < DXGMAP_PLACES && j != k && 0 <= i < DXGMAP_SLOTS
       ==> now.adapter[j].slots.generation[i] == was.adapter[j].slots.generation[i]; @/
  void dxgmap_refine_generations(dxgmap_state was, dxgmap_state now, uint32_t k);
*/
/*@ ghost
  // Nothing but what lived is over.
  /@ requires place: k < DXGMAP_PLACES;
     requires generations: \forall integer j, i; 0 <= j < DXGMAP_PLACES && j != k && 0 <= i < DXGMAP_SLOTS
       ==> now.adapter[j].slots.generation[i] == was.adapter[j].slots.generation[i];
     requires released: Released(was.adapter[k], now.adapter[k], HandleIndex(h));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures spends: SpentOnly(was, now); @/
  void dxgmap_refine_spends(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h);
*/
/*@ ghost
  // A release is the machine's.
  /@ requires inv: Inv(was) && Inv(now);
     requires place: k < DXGMAP_PLACES;
     requires released: Releases(was, now, k, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refines: \forall mstate m; Refines(was, m) ==> Refines(now, MRelease(m, h)); @/
  void dxgmap_refine_released(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h);
*/

#endif
