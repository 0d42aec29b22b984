/* SPDX-License-Identifier: MIT */
#include "facts_switch.h"

#include "trace/step.c" // whose facts of the core are used here, under their contracts there

/*@ ghost
  void dxgmap_refine_turned(dxgmap_state s, uint64_t adapter)
  {
    /@ assert agrees: \forall dxgmap_adapter b, madapter a, madapter c; AgreesStart(b, a) && AStartSame(a, c)
         ==> AgreesStart(b, c); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_turned_switches(dxgmap_state was, dxgmap_state now, uint64_t adapter)
  {
    dxgmap_refine_home(was, adapter);
    dxgmap_refine_handles();
    /@ assert one: \forall integer x; KnownAdapter(was, x) && AdapterOf(x) == AdapterOf(adapter) ==> x == adapter; @/
    /@ assert others: \forall integer x; KnownAdapter(was, x) && x != adapter
         ==> now.adapter[AdapterOf(x)].switches == was.adapter[AdapterOf(x)].switches; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_switches(dxgmap_state was, dxgmap_state now, uint64_t adapter)
  {
    uint32_t k = dxgmap_step_place(adapter);
    /@ assert calm: Calm(was, now, k); @/
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_calm(was, now, k);
    dxgmap_refine_homes(was, now, k);
    dxgmap_refine_parents_told(now);
    dxgmap_refine_parents(was, now);
    dxgmap_refine_generations(was, now, k);
    /@ assert here: \forall integer i; 0 <= i < DXGMAP_SLOTS
         ==> now.adapter[k].slots.generation[i] == was.adapter[k].slots.generation[i]; @/
    /@ assert spends: SpentOnly(was, now); @/
    dxgmap_refine_kept_here(was, now);
    dxgmap_refine_kept_there(was, now);
    dxgmap_refine_kept_start(was, now);
    dxgmap_refine_kept_given(was, now);
    dxgmap_refine_turned_switches(was, now, adapter);
    dxgmap_refine_turned(now, adapter);
    /@ assert live: \forall mstate m; RefinesLive(was, m) ==> RefinesLive(now, m); @/
    /@ assert commit: now.commit == was.commit; @/
    return;
  }
*/
