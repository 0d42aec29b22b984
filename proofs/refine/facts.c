/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include "trace/step.c" // whose facts of the core are used here, under their contracts there

/*@ ghost
  void dxgmap_refine_handles(void)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_homes(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    /@ assert homes: HomesKept(was, now); @/
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_switched(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_named(dxgmap_state s)
  {
    dxgmap_refine_handles();
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_links(dxgmap_state s)
  {
    /@ assert live: \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS
       && s.adapter[k].descriptors.at[i].kind != DXGMAP_NO_KIND ==> SlotLive(s.adapter[k].slots, i); @/
    /@ assert kinds: \forall integer k, i; 0 <= k < DXGMAP_PLACES && 0 <= i < DXGMAP_SLOTS
       && IsLinked(s.adapter[k].descriptors.at[i].kind) ==> 1 <= s.adapter[k].links.to.slot[i] <= DXGMAP_SLOTS
       && s.adapter[k].descriptors.at[s.adapter[k].links.to.slot[i] - 1].kind != DXGMAP_NO_KIND; @/
    /@ assert known: ObjectsKnown(s) && KindsPlaced(s); @/
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_parents_live(dxgmap_state s)
  {
    /@ assert at: \forall integer g; Valid(s, g) ==> InTable(g); @/
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_parents_told(dxgmap_state s)
  {
    dxgmap_step_bounds(s);
    dxgmap_refine_named(s);
    dxgmap_refine_links(s);
    dxgmap_refine_parents_live(s);
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_parents(dxgmap_state was, dxgmap_state now)
  {
    dxgmap_refine_handles();
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_kept_here(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_kept_there(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_kept_start(dxgmap_state was, dxgmap_state now)
  {
    /@ assert saves: \forall integer k, j; 0 <= k < DXGMAP_PLACES && 0 <= j < DXGMAP_CHAIN
       ==> now.adapter[k].saves.maximum.pages[j] == was.adapter[k].saves.maximum.pages[j]; @/
    /@ assert resources: \forall integer k, j; 0 <= k < DXGMAP_PLACES && 0 <= j < DXGMAP_RESOURCES
       ==> now.adapter[k].resources.at[j] == was.adapter[k].resources.at[j]; @/
    /@ assert agrees: \forall integer k, madapter a; 0 <= k < DXGMAP_PLACES && AgreesStart(was.adapter[k], a)
       ==> AgreesStart(now.adapter[k], a); @/
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_kept_switches(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_kept_given(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_same(dxgmap_state was, dxgmap_state now)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_equal(was, now);
    dxgmap_step_same(was, now);
    /@ assert start: StartKept(was.adapter[0], now.adapter[0])
       && now.adapter[0].switches == was.adapter[0].switches; @/
    dxgmap_refine_homes(was, now, 0);
    dxgmap_refine_switched(was, now, 0);
    dxgmap_refine_parents_told(now);
    dxgmap_refine_parents(was, now);
    dxgmap_refine_generations(was, now, DXGMAP_PLACES);
    /@ assert spends: SpentOnly(was, now); @/
    dxgmap_refine_kept_here(was, now);
    dxgmap_refine_kept_there(was, now);
    dxgmap_refine_kept_start(was, now);
    dxgmap_refine_kept_switches(was, now);
    dxgmap_refine_kept_given(was, now);
    /@ assert commit: now.commit == was.commit; @/
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_ended(dxgmap_state s, uint64_t h)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_ended_lives(dxgmap_state was, dxgmap_state now, uint64_t h)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_generations(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_spends(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h)
  {
    /@ assert here: \forall integer i; 0 <= i < DXGMAP_SLOTS && i != HandleIndex(h)
       ==> now.adapter[k].slots.generation[i] == was.adapter[k].slots.generation[i]; @/
    /@ assert there: now.adapter[k].slots.generation[HandleIndex(h)] ==
       was.adapter[k].slots.generation[HandleIndex(h)] + 1 && SlotLive(was.adapter[k].slots, HandleIndex(h)); @/
    return;
  }
*/

/*@ ghost
  void dxgmap_refine_released(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_released(was, now, k, h);
    dxgmap_refine_homes(was, now, k);
    dxgmap_refine_switched(was, now, k);
    dxgmap_refine_parents_told(now);
    dxgmap_refine_parents(was, now);
    dxgmap_refine_generations(was, now, k);
    dxgmap_refine_spends(was, now, k, h);
    dxgmap_refine_kept_here(was, now);
    dxgmap_refine_kept_there(was, now);
    dxgmap_refine_kept_start(was, now);
    dxgmap_refine_kept_switches(was, now);
    dxgmap_refine_kept_given(was, now);
    dxgmap_refine_ended_lives(was, now, h);
    dxgmap_refine_ended(now, h);
    /@ assert commit: \forall mstate m; MCommit(MRelease(m, h)) == MCommit(m); @/
    return;
  }
*/
