/* SPDX-License-Identifier: MIT */
#include "asks_objects.h"
#include "machine_steps.h"
#include "operations/op_adl.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(object) && Natural(adl);
     requires status: FreeStatus(s, c, object, adl, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; OpenedGateAlike(s, m, c, e, object) &&
       AdlAlike(s, m, object, adl)
       ==> status == CFreeAdl(m, e, object, adl); @/
  void dxgmap_refine_free_adl_causes(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t adl, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(object) && Natural(adl);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> status == CFreeAdl(m, e, object, adl);
     requires refused: status != DXGMAP_OK ==> handle == 0;
     requires fits: status == DXGMAP_OK ==> handle == adl;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(status, handle, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(status, handle, 0, 0, 0), MRelease(m, handle)); @/
  void dxgmap_refine_free_adl_step(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t adl, uint32_t status,
      uint64_t handle)
  {
    /@ assert some: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> CFreeAdl(m, e, object, adl) != 0; @/
    /@ assert refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(CFreeAdl(m, e, object, adl), 0, 0, 0, 0), m); @/
    /@ assert equal: status != DXGMAP_OK ==> \forall mstate m, menv e; CFreeAdl(m, e, object, adl) == status
         && MStep(m, e, CallFreeAdl(object, adl), MAnswer(CFreeAdl(m, e, object, adl), 0, 0, 0, 0), m)
         ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(status, handle, 0, 0, 0), m); @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(0, handle, 0, 0, 0), MRelease(m, handle)); @/
    return;
  }
*/

/* The contract of the operation alone makes it a step of the machine: the answer and the state that it leaves are the
   machine's. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> \result.status == CFreeAdl(m, e, object, adl);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(\result.status, \result.handle, 0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallFreeAdl(object, adl), MAnswer(\result.status, \result.handle, 0, 0, 0), MRelease(m,
        \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_opened_gate(was, caller, object);
      dxgmap_refine_adl(was, object, adl);
      uint32_t k = dxgmap_refine_place(object); */
  dxgmap_outcome r = dxgmap_op_free_adl(s, caller, object, adl);
  /*@ assert natural: Natural(object) && Natural(adl); */
  /*@ ghost dxgmap_refine_free_adl_causes(was, caller, object, adl, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CFreeAdl(m, e, object, adl); */
  /*@ ghost
      dxgmap_refine_free_adl_step(was, caller, object, adl, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
