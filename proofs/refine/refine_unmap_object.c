/* SPDX-License-Identifier: MIT */
#include "asks_objects.h"
#include "asks_views.h"
#include "machine_steps.h"
#include "operations/op_object_view.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(object) && Natural(address) && Natural(bytes);
     requires status: UnmapObjectStatus(s, c, object, address, bytes, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; ObjectGateAlike(s, m, c, e, object) &&
       ObjectViewsAlike(s, m, c, e, object, address, bytes)
       ==> status == CUnmapObject(m, e, object, address, bytes); @/
  void dxgmap_refine_unmap_object_causes(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t address,
      uint64_t bytes, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(object) && Natural(address) && Natural(bytes);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> status == CUnmapObject(m, e, object, address, bytes);
     requires refused: status != DXGMAP_OK ==> handle == 0;
     requires fits: status == DXGMAP_OK
       ==> \forall mstate m; Refines(s, m) ==> MObjectViewAt(m, handle, address);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapObject(object, address, bytes), MAnswer(status, handle, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapObject(object, address, bytes), MAnswer(status, handle, 0, 0, 0), MRelease(m,
         handle)); @/
  void dxgmap_refine_unmap_object_step(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t address,
      uint64_t bytes, uint32_t status, uint64_t handle)
  {
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallUnmapObject(object, address, bytes), MAnswer(0, handle, 0, 0, 0), MRelease(m, handle)); @/
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
      ==> \result.status == CUnmapObject(m, e, object, address, bytes);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapObject(object, address, bytes), MAnswer(\result.status, \result.handle, 0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapObject(object, address, bytes), MAnswer(\result.status, \result.handle, 0, 0, 0),
        MRelease(m, \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                          uint64_t bytes)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_object_gate(was, caller, object);
      dxgmap_refine_object_views(was, caller, object, address, bytes); */
  dxgmap_outcome r = dxgmap_op_unmap_object(s, caller, object, address, bytes);
  /*@ assert natural: Natural(object) && Natural(address) && Natural(bytes); */
  /*@ ghost dxgmap_refine_unmap_object_causes(was, caller, object, address, bytes, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CUnmapObject(m, e, object, address, bytes); */
  /*@ assert the_view: r.status == DXGMAP_OK ==> ObjectViewOf(was, r.handle, address); */
  /*@ assert fits: r.status == DXGMAP_OK ==> \forall mstate m; Refines(was, m)
      ==> MObjectViewAt(m, r.handle, address); */
  /*@ ghost
      dxgmap_refine_unmap_object_step(was, caller, object, address, bytes, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, DXGMAP_MACHINE, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
