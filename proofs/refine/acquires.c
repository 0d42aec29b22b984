/* SPDX-License-Identifier: MIT */
#include "acquires.h"

#include "trace/step.c" // whose facts of the core are used here, under their contracts there

/*@ ghost
  void dxgmap_refine_took_generations(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h)
  {
    dxgmap_refine_generations(was, now, k);
    /@ assert here: \forall integer i; 0 <= i < DXGMAP_SLOTS
         ==> now.adapter[k].slots.generation[i] == was.adapter[k].slots.generation[i]; @/
    /@ assert all: GenerationsSame(was, now); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_spent(dxgmap_state was, dxgmap_state now)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_parents(dxgmap_state was, dxgmap_state now, uint64_t h)
  {
    dxgmap_refine_handles();
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_live(dxgmap_state was, dxgmap_state now, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_beside(dxgmap_state was, dxgmap_state now, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_of(dxgmap_state was, dxgmap_state now, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_here(dxgmap_state now, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_there(dxgmap_state now, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_given(dxgmap_state was, dxgmap_state now, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_took_rest(dxgmap_state s, uint64_t h)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_acquired(dxgmap_state was, dxgmap_state now, uint32_t k, uint64_t h)
  {
    dxgmap_step_bounds(was);
    dxgmap_step_bounds(now);
    dxgmap_step_acquired(was, now, k, h);
    dxgmap_refine_homes(was, now, k);
    dxgmap_refine_switched(was, now, k);
    dxgmap_refine_named(was);
    dxgmap_refine_links(was);
    dxgmap_refine_parents_live(was);
    dxgmap_refine_took_generations(was, now, k, h);
    dxgmap_refine_took_spent(was, now);
    dxgmap_refine_took_parents(was, now, h);
    dxgmap_refine_took_live(was, now, h);
    dxgmap_refine_took_beside(was, now, h);
    dxgmap_refine_took_of(was, now, h);
    dxgmap_refine_took_here(now, h);
    dxgmap_refine_took_there(now, h);
    dxgmap_refine_kept_start(was, now);
    dxgmap_refine_kept_switches(was, now);
    dxgmap_refine_took_given(was, now, h);
    dxgmap_refine_took_rest(now, h);
    /@ assert commit: \forall mstate m, mmapping w; MCommit(MAcquire(m, h, w)) == MCommit(m); @/
    return;
  }
*/
