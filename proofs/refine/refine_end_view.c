/* SPDX-License-Identifier: MIT */
#include "asks_views.h"
#include "machine_steps.h"
#include "operations/op_process.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(handle) && Natural(process);
     requires status: EndViewStatus(s, handle, process, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m; ViewInAlike(s, m, handle, process)
       ==> status == CEndView(m, handle, process); @/
  void dxgmap_refine_end_view_causes(dxgmap_state s, uint64_t handle, uint64_t process, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(handle) && Natural(process);
     requires same: \forall mstate m; Refines(s, m) ==> status == CEndView(m, handle, process);
     requires refused: status != DXGMAP_OK ==> answered == 0;
     requires fits: status == DXGMAP_OK ==> answered == handle;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallEndView(handle, process), MAnswer(status, answered, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallEndView(handle, process), MAnswer(status, answered, 0, 0, 0), MRelease(m, answered)); @/
  void dxgmap_refine_end_view_step(dxgmap_state s, uint64_t handle, uint64_t process, uint32_t status,
      uint64_t answered)
  {
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
         ==> MStep(m, e, CallEndView(handle, process), MAnswer(0, answered, 0, 0, 0), MRelease(m, answered)); @/
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
    ensures status: \forall mstate m; Refines(\old(*s), m)
      ==> \result.status == CEndView(m, handle, process);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallEndView(handle, process), MAnswer(\result.status, \result.handle, 0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallEndView(handle, process), MAnswer(\result.status, \result.handle, 0, 0, 0), MRelease(m,
        \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_end_view(dxgmap_state *s, uint64_t handle, uint64_t process)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_view_in(was, handle, process);
      uint32_t k = dxgmap_refine_place(handle); */
  dxgmap_outcome r = dxgmap_op_end_view(s, handle, process);
  /*@ assert natural: Natural(handle) && Natural(process); */
  /*@ ghost dxgmap_refine_end_view_causes(was, handle, process, r.status); */
  /*@ assert same: \forall mstate m; Refines(was, m)
        ==> r.status == CEndView(m, handle, process); */
  /*@ ghost
      dxgmap_refine_end_view_step(was, handle, process, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
