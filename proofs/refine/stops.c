/* SPDX-License-Identifier: MIT */
#include "asks.h"
#include "stops.h"

#include "trace/step.c" // whose facts of the core are used here, under their contracts there

/*@ ghost
  void dxgmap_refine_left_places(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    dxgmap_refine_generations(was, now, k);
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires stops: Stops(was, now, x);
     requires lives: LivesLeft(was, now, k);
     requires stays: SpentStays(was, now);
     requires over: \forall integer g; Valid(was, g) && HandleTag(g) == k ==> Spent(now, g);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: GivenSame(was, now);
     ensures known: KnownBut(was, now, x); @/
  void dxgmap_refine_left_given(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x)
  {
    dxgmap_refine_handles();
    dxgmap_refine_generations(was, now, k);
    /@ assert emptied: Emptied(was.adapter[k], now.adapter[k]); @/
    /@ assert idle: \forall integer i; 0 <= i < DXGMAP_SLOTS && !SlotLive(was.adapter[k].slots, i)
         ==> now.adapter[k].slots.generation[i] == was.adapter[k].slots.generation[i]; @/
    /@ assert live: \forall integer i; 0 <= i < DXGMAP_SLOTS && SlotLive(was.adapter[k].slots, i)
         ==> now.adapter[k].slots.generation[i] == was.adapter[k].slots.generation[i] + 1; @/
    /@ assert spends: SpentOnly(was, now); @/
    /@ assert mappings: \forall integer g; 0 <= g ==> (GivenMapping(now, g) <==> GivenMapping(was, g)); @/
    /@ assert others: \forall integer j; 0 <= j < DXGMAP_PLACES && j != k
         ==> now.adapter[j].generation == was.adapter[j].generation
             && now.adapter[j].started == was.adapter[j].started; @/
    /@ assert adapters: \forall integer g; 0 <= g ==> (GivenAdapter(now, g) <==> GivenAdapter(was, g)); @/
    return;
  }
*/
/*@ ghost
  // Of what lives on, what it belongs to is what it was.
  /@ requires live: LinkedLive(was) && OpenedLive(was);
     requires place: k < DXGMAP_ADAPTERS;
     requires places: PlacesSame(was, now, k);
     requires lives: LivesLeft(was, now, k);
     requires kept: MappingsSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures parents: ParentsKept(was, now); @/
  void dxgmap_refine_left_parents(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    dxgmap_refine_handles();
    return;
  }
*/
/*@ ghost
  // What lives on is of what it was of.
  /@ requires place: k < DXGMAP_ADAPTERS;
     requires lives: LivesLeft(was, now, k);
     requires kept: MappingsSame(was, now);
     requires parents: ParentsKept(was, now);
     requires places: PlacesSame(was, now, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures there: \forall mstate m; RefinesThere(was, m) ==> RefinesThere(now, m); @/
  void dxgmap_refine_left_there(dxgmap_state was, dxgmap_state now, uint32_t k)
  {
    return;
  }
*/
/*@ ghost
  // A stop of the machine says nothing else of what it knows.
  /@ requires tell: HomesTell(was, x);
     requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires lives: LivesLeft(was, now, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: \forall mstate m; RefinesLive(was, m) && RefinesThere(was, m) ==> RefinesLive(now, MLeave(m, x));
     ensures here: \forall mstate m; RefinesHere(now, m) ==> RefinesHere(now, MLeave(m, x));
     ensures there: \forall mstate m; RefinesThere(now, m) ==> RefinesThere(now, MLeave(m, x)); @/
  void dxgmap_refine_left_lives(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x)
  {
    return;
  }
*/
/*@ ghost
  /@ requires given: GivenSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: \forall mstate m; RefinesGiven(was, m) ==> RefinesGiven(now, MLeave(m, x)); @/
  void dxgmap_refine_left_told(dxgmap_state was, dxgmap_state now, uint64_t x)
  {
    return;
  }
*/
/*@ ghost
  // The other adapters run on as they did.
  /@ requires known: KnownBut(was, now, x);
     requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires stopped: \forall integer y; KnownAdapter(now, y) ==> AdapterOf(y) != k;
     requires places: PlacesSame(was, now, k);
     requires kept: AdaptersKept(was, now, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures running: \forall mstate m; RefinesRunning(was, m) ==> RefinesRunning(now, MLeave(m, x));
     ensures start: \forall mstate m; RefinesStart(was, m) ==> RefinesStart(now, MLeave(m, x));
     ensures switches: \forall mstate m; RefinesSwitches(was, m) ==> RefinesSwitches(now, MLeave(m, x)); @/
  void dxgmap_refine_left_running(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x)
  {
    /@ assert saves: \forall integer j, i; 0 <= j < DXGMAP_PLACES && j != k && 0 <= i < DXGMAP_CHAIN
         ==> now.adapter[j].saves.maximum.pages[i] == was.adapter[j].saves.maximum.pages[i]; @/
    /@ assert resources: \forall integer j, i; 0 <= j < DXGMAP_PLACES && j != k && 0 <= i < DXGMAP_RESOURCES
         ==> now.adapter[j].resources.at[i] == was.adapter[j].resources.at[i]; @/
    /@ assert agrees: \forall integer j, madapter a; 0 <= j < DXGMAP_PLACES && j != k
         && AgreesStart(was.adapter[j], a) ==> AgreesStart(now.adapter[j], a); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_stopped(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_stopped(was, now, k, x);
    dxgmap_refine_home(was, x);
    dxgmap_refine_named(was);
    dxgmap_refine_links(was);
    dxgmap_refine_parents_live(was);
    dxgmap_refine_left_places(was, now, k);
    dxgmap_refine_left_given(was, now, k, x);
    dxgmap_refine_left_parents(was, now, k);
    dxgmap_refine_kept_here(was, now);
    dxgmap_refine_left_there(was, now, k);
    dxgmap_refine_left_lives(was, now, k, x);
    dxgmap_refine_left_told(was, now, x);
    dxgmap_refine_left_running(was, now, k, x);
    /@ assert commit: \forall mstate m; Refines(was, m) ==> MCommit(MLeave(m, x)) == now.commit; @/
    return;
  }
*/
