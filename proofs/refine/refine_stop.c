/* SPDX-License-Identifier: MIT */
#include "asks.h"
#include "machine_made.h"
#include "machine_made_steps.h"
#include "stops.h"

/*@ ghost
  // The cascades are the same, a refusal is a step, and so is a stop.
  /@ requires status: StopStatus(s, adapter, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m; Refines(s, m) ==> status == CStop(m, adapter);
     ensures refused: \forall mstate m, menv e; CStop(m, adapter) != 0
       ==> MStep(m, e, CallStop(adapter), MAnswer(CStop(m, adapter), 0, 0, 0, 0), m);
     ensures done: \forall mstate m, menv e; CStop(m, adapter) == 0
       ==> MStep(m, e, CallStop(adapter), MAnswer(0, 0, 0, 0, 0), MLeave(m, adapter)); @/
  void dxgmap_refine_stop_steps(dxgmap_state s, uint64_t adapter, uint32_t status)
  {
    /@ assert known: \forall mstate m; Refines(s, m)
         ==> (ARunning(MAdapter(m, adapter)) <==> KnownAdapter(s, adapter)); @/
    return;
  }
*/

/* As in refine_pages.c; whoever calls, for a stop asks nothing of the caller. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CStop(m, adapter);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallStop(adapter), MAnswer(\result, 0, 0, 0, 0), m) && Refines(*s, m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallStop(adapter), MAnswer(DXGMAP_OK, 0, 0, 0, 0), MLeave(m, adapter));
    ensures refines: \result == DXGMAP_OK ==> \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, MLeave(m, adapter)); */
uint32_t dxgmap_refine_stop(dxgmap_state *s, uint64_t adapter)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter); */
  uint32_t status = dxgmap_op_stop(s, adapter);
  /*@ ghost
      dxgmap_refine_stop_steps(was, adapter, status);
      if (status == DXGMAP_OK) {
        dxgmap_refine_stopped(was, *s, k, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return status;
}
