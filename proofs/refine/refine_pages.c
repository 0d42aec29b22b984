/* SPDX-License-Identifier: MIT */
#include "asks.h"
#include "machine_steps.h"
#include "operations/op_pages.h"

/*@ ghost
  // The cascades are the same.
  /@ requires known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires natural: Natural(handle);
     requires status: UnmapPagesStatus(s, c, adapter, kind, handle, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; LeadGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter)
       && (KnownAdapter(s, adapter) ==> HandleAlike(s, m, adapter, kind, handle))
       ==> status == CUnmapPages(m, e, adapter, kind, handle); @/
  void dxgmap_refine_unmap_pages_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
    uint64_t handle, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step.
  /@ requires natural: Natural(handle);
     requires refused: status != DXGMAP_OK;
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> status == CUnmapPages(m, e, adapter, kind, handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapPages(adapter, kind, handle), MAnswer(CUnmapPages(m, e, adapter, kind, handle), 0,
         0, 0, 0), m); @/
  void dxgmap_refine_unmap_pages_refused(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
    uint64_t handle, uint32_t status)
  {
    /@ assert some: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> CUnmapPages(m, e, adapter, kind, handle) != 0; @/
    return;
  }
*/
/*@ ghost
  // So is a release.
  /@ requires natural: Natural(handle);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> 0 == CUnmapPages(m, e, adapter, kind, handle);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapPages(adapter, kind, handle), MAnswer(0, handle, 0, 0, 0), MRelease(m, handle)); @/
  void dxgmap_refine_unmap_pages_done(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
    uint64_t handle)
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
      ==> \result.status == CUnmapPages(m, e, adapter, kind, handle);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapPages(adapter, kind, handle), MAnswer(DXGMAP_OK, \result.handle, 0, 0, 0),
                MRelease(m, \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                         uint64_t handle)
{
  /*@ ghost
      dxgmap_state was = *s;
      uint32_t k = dxgmap_refine_find(was, adapter);
      dxgmap_refine_gates(was, caller, adapter);
      dxgmap_refine_starts(was, adapter);
      if (k < DXGMAP_ADAPTERS) {
        dxgmap_refine_home(was, adapter);
        dxgmap_refine_handle(was, adapter, kind, handle);
      } */
  dxgmap_outcome r = dxgmap_op_unmap_pages(s, caller, adapter, kind, handle);
  /*@ assert natural: Natural(handle); */
  /*@ ghost dxgmap_refine_unmap_pages_causes(was, caller, adapter, kind, handle, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CUnmapPages(m, e, adapter, kind, handle); */
  /*@ ghost
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_unmap_pages_done(was, caller, adapter, kind, handle);
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_unmap_pages_refused(was, caller, adapter, kind, handle, r.status);
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
