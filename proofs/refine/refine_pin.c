/* SPDX-License-Identifier: MIT */
#include "asks.h"
#include "machine_steps.h"
#include "operations/op_pin.h"

/*@ ghost
  // The cascades are the same.
  /@ requires known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires natural: Natural(index);
     requires status: UnpinStatus(s, c, adapter, index, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; LeadGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter)
       && (KnownAdapter(s, adapter) ==> PinnedAlike(s, m, adapter))
       ==> status == CUnpin(m, e, adapter, index); @/
  void dxgmap_refine_unpin_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step.
  /@ requires natural: Natural(index);
     requires refused: status != DXGMAP_OK;
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> status == CUnpin(m, e, adapter, index);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnpin(adapter, index), MAnswer(CUnpin(m, e, adapter, index), 0, 0, 0, 0), m); @/
  void dxgmap_refine_unpin_refused(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index, uint32_t status)
  {
    /@ assert some: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> CUnpin(m, e, adapter, index) != 0; @/
    return;
  }
*/
/*@ ghost
  // So is a release.
  /@ requires natural: Natural(index);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> 0 == CUnpin(m, e, adapter, index);
     requires fits: \forall mstate m; Refines(s, m) ==> MPinAt(m, handle, adapter, index);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnpin(adapter, index), MAnswer(0, handle, 0, 0, 0), MRelease(m, handle)); @/
  void dxgmap_refine_unpin_done(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index, uint64_t handle)
  {
    return;
  }
*/

/* The contract of the operation alone makes it a step of the machine: the status is the machine's,
   and the state that it
   leaves refines the machine's. That the machine makes such a step, done or refused, is what the calls of _done and
   _refused say, whose requires are proved here. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> \result.status == CUnpin(m, e, adapter, index);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnpin(adapter, index), MAnswer(DXGMAP_OK, \result.handle, 0, 0, 0),
                MRelease(m, \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_gates(was, caller, adapter);
      dxgmap_refine_starts(was, adapter);
      if (k < DXGMAP_ADAPTERS) {
        dxgmap_refine_home(was, adapter);
        dxgmap_refine_pinned(was, adapter);
        dxgmap_refine_pins(was, k);
        dxgmap_refine_pin_at(was, adapter);
      } */
  dxgmap_outcome r = dxgmap_op_unpin(s, caller, adapter, index);
  /*@ assert natural: Natural(index); */
  /*@ ghost dxgmap_refine_unpin_causes(was, caller, adapter, index, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CUnpin(m, e, adapter, index); */
  /*@ assert key: r.status == DXGMAP_OK ==> PinAt(was, r.handle, AdapterOf(adapter), index); */
  /*@ assert fits: r.status == DXGMAP_OK ==> \forall mstate m; Refines(was, m)
        ==> MPinAt(m, r.handle, adapter, index); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_unpin_done(was, caller, adapter, index, r.handle);
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_unpin_refused(was, caller, adapter, index, r.status);
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
