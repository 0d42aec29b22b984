/* SPDX-License-Identifier: MIT */
#include "starts.h"

#include "trace/step.c" // whose facts of the core are used here, under their contracts there

/*@ ghost
  void dxgmap_refine_sums(dxgmap_start d)
  {
    /@ loop invariant range: 0 <= i <= DXGMAP_CHAIN;
       loop invariant sums: \forall mstart a, integer n; StartIsSaves(a, d) && 0 <= n <= i
         ==> DSum(a, n) == RequestSum(d, n);
       loop assigns i;
       loop variant DXGMAP_CHAIN - i; @/
    for (uint32_t i = 0; i < DXGMAP_CHAIN; i++) {
      /@ assert next: \forall mstart a; StartIsSaves(a, d)
           ==> DSum(a, i + 1) == DSum(a, i) + d.save_bytes[i] / DXGMAP_PAGE_SIZE; @/
    }
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_table(dxgmap_state s)
  {
    dxgmap_refine_handles();
    /@ assert new: \forall integer k; 0 <= k < DXGMAP_ADAPTERS && CanStart(s.adapter[k]) ==>
         !GivenMapping(s, HomeAt(s, k)) && !GivenAdapter(s, HomeAt(s, k)) && 0 < HomeAt(s, k) < 0x10000000000000000; @/
    /@ assert fresh: \forall mstate m, integer k; Capacities && RefinesGiven(s, m) && 0 <= k < DXGMAP_ADAPTERS
         && CanStart(s.adapter[k]) ==> MFresh(m, HomeAt(s, k)); @/
    return;
  }
*/
/*@ ghost
  // The charge of what started is what it asked for.
  /@ requires ok: AdapterOk(b);
     requires starts: StartsWith(b, d) && d.chain <= DXGMAP_CHAIN;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures charge: b.charge == RequestSum(d, d.chain); @/
  void dxgmap_refine_charged(dxgmap_adapter b, dxgmap_start d)
  {
    /@ loop invariant range: 0 <= i <= d.chain;
       loop invariant sums: SaveSum(b.saves.maximum, i) == RequestSum(d, i);
       loop assigns i;
       loop variant d.chain - i; @/
    for (uint32_t i = 0; i < d.chain; i++) {
      /@ assert one: b.saves.maximum.pages[i] == d.save_bytes[i] / DXGMAP_PAGE_SIZE; @/
    }
    return;
  }
*/
/*@ ghost
  // What starting decides is what the machine decides.
  /@ requires ok: AdapterOk(b);
     requires starts: StartsWith(b, d) && d.chain <= DXGMAP_CHAIN && d.resources <= DXGMAP_RESOURCES
       && PagingFits(d.mode, d.capability) && ResourcesOk(d, d.resources);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstart a; Capacities && StartIs(a, d) ==> AgreesStart(b, MBegun(a));
     ensures switches: \forall mstart a; StartIs(a, d) ==> AgreesSwitches(b.switches, MBegun(a)); @/
  void dxgmap_refine_begun(dxgmap_adapter b, dxgmap_start d)
  {
    dxgmap_refine_sums(d);
    dxgmap_refine_charged(b, d);
    /@ assert charge: \forall mstart a; StartIs(a, d) ==> ACharge(MBegun(a)) == b.charge; @/
    /@ assert saves: \forall mstart a; StartIs(a, d) ==> AgreesSaves(b.saves, MBegun(a)); @/
    /@ assert resources: \forall mstart a; StartIs(a, d) ==> AgreesResources(b.resources, MBegun(a)); @/
    /@ assert limit: \forall mstart a; Capacities && StartIs(a, d)
         ==> ALimit(MBegun(a)) == b.domain.ranges.limit; @/
    return;
  }
*/
/*@ ghost
  /@ requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires starts: Starts(was, now, x, d);
     requires same: LivesSame(was, now);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: GivenAnd(was, now, x);
     ensures known: KnownAnd(was, now, x);
     ensures new: !GivenMapping(was, x) && !GivenAdapter(was, x);
     ensures handles: HandlesSame(was, now);
     ensures homes: HomesSame(was, now); @/
  void dxgmap_refine_entered_given(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x, dxgmap_start d)
  {
    dxgmap_refine_handles();
    dxgmap_refine_generations(was, now, k);
    /@ assert kept: MappingsKept(was.adapter[k], now.adapter[k]); @/
    /@ assert here: \forall integer i; 0 <= i < DXGMAP_SLOTS
         ==> now.adapter[k].slots.generation[i] == was.adapter[k].slots.generation[i]; @/
    /@ assert all: GenerationsSame(was, now); @/
    /@ assert others: \forall integer j; 0 <= j < DXGMAP_PLACES && j != k
         ==> now.adapter[j].generation == was.adapter[j].generation
             && now.adapter[j].started == was.adapter[j].started; @/
    return;
  }
*/
/*@ ghost
  // What lives on is of what it was of.
  /@ requires lives: LivesSame(was, now);
     requires kept: MappingsSame(was, now);
     requires handles: HandlesSame(was, now) && HomesSame(was, now);
     requires live: LinkedLive(was) && OpenedLive(was);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures there: \forall mstate m; RefinesThere(was, m) ==> RefinesThere(now, m); @/
  void dxgmap_refine_entered_there(dxgmap_state was, dxgmap_state now)
  {
    dxgmap_refine_handles();
    /@ assert parents: ParentsKept(was, now); @/
    return;
  }
*/
/*@ ghost
  // A start of the machine says nothing else of what lives.
  /@ requires lives: LivesSame(was, now);
     requires given: GivenAnd(was, now, x);
     requires natural: 0 < x;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: \forall mstate m, madapter b; RefinesLive(was, m) ==> RefinesLive(now, MEnter(m, x, b));
     ensures here: \forall mstate m, madapter b; RefinesHere(now, m) ==> RefinesHere(now, MEnter(m, x, b));
     ensures there: \forall mstate m, madapter b; RefinesThere(now, m) ==> RefinesThere(now, MEnter(m, x, b));
     ensures given: \forall mstate m, madapter b; RefinesGiven(was, m) ==> RefinesGiven(now, MEnter(m, x, b)); @/
  void dxgmap_refine_entered_lives(dxgmap_state was, dxgmap_state now, uint64_t x)
  {
    return;
  }
*/
/*@ ghost
  // The other adapters run on as they did.
  /@ requires known: KnownAnd(was, now, x) && !KnownAdapter(was, x);
     requires place: k < DXGMAP_ADAPTERS && k == AdapterOf(x);
     requires others: \forall integer y; KnownAdapter(was, y) ==> AdapterOf(y) != k;
     requires places: PlacesSame(was, now, k);
     requires kept: AdaptersKept(was, now, k);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures running: \forall mstate m, madapter b; RefinesRunning(was, m) && ARunning(b)
       ==> RefinesRunning(now, MEnter(m, x, b));
     ensures start: \forall mstate m, madapter b; RefinesStart(was, m) && AgreesStart(now.adapter[k], b)
       ==> RefinesStart(now, MEnter(m, x, b));
     ensures switches: \forall mstate m, madapter b; RefinesSwitches(was, m)
       && AgreesSwitches(now.adapter[k].switches, b) ==> RefinesSwitches(now, MEnter(m, x, b)); @/
  void dxgmap_refine_entered_running(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x)
  {
    /@ assert saves: \forall integer j, i; 0 <= j < DXGMAP_PLACES && j != k && 0 <= i < DXGMAP_CHAIN
         ==> now.adapter[j].saves.maximum.pages[i] == was.adapter[j].saves.maximum.pages[i]; @/
    /@ assert resources: \forall integer j, i; 0 <= j < DXGMAP_PLACES && j != k && 0 <= i < DXGMAP_RESOURCES
         ==> now.adapter[j].resources.at[i] == was.adapter[j].resources.at[i]; @/
    /@ assert agrees: \forall integer j, madapter b; 0 <= j < DXGMAP_PLACES && j != k
         && AgreesStart(was.adapter[j], b) ==> AgreesStart(now.adapter[j], b); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_started(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t x, dxgmap_start d)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    /@ assert calm: Calm(was, now, k); @/
    dxgmap_step_calm(was, now, k);
    dxgmap_refine_named(was);
    dxgmap_refine_links(was);
    dxgmap_refine_parents_live(was);
    dxgmap_refine_left_places(was, now, k);
    dxgmap_refine_entered_given(was, now, k, x, d);
    dxgmap_refine_kept_here(was, now);
    dxgmap_refine_entered_there(was, now);
    dxgmap_refine_entered_lives(was, now, x);
    /@ assert idle: \forall integer y; KnownAdapter(was, y) ==> AdapterOf(y) != k; @/
    dxgmap_refine_entered_running(was, now, k, x);
    /@ assert ok: AdapterOk(now.adapter[k]); @/
    dxgmap_refine_begun(now.adapter[k], d);
    dxgmap_refine_charged(now.adapter[k], d);
    /@ assert fits: \forall mstart a; Capacities && StartIs(a, d) ==> ARunning(MBegun(a))
         && AgreesStart(now.adapter[k], MBegun(a)) && AgreesSwitches(now.adapter[k].switches, MBegun(a)); @/
    /@ assert commit: \forall mstate m, mstart a; Capacities && Refines(was, m) && StartIs(a, d)
         ==> MCommit(MEnter(m, x, MBegun(a))) == now.commit; @/
    return;
  }
*/
