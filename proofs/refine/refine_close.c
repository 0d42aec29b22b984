/* SPDX-License-Identifier: MIT */
#include "asks_objects.h"
#include "machine_steps.h"
#include "operations/op_object.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(object);
     requires adls: IsAdapterObject(s, object)
       ==> (LinkFree(s.adapter[HandleTag(object)].links, HandleIndex(object)) <==> Childless(s, object, DXGMAP_ADL));
     requires status: CloseStatus(s, c, object, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; OpenedGateAlike(s, m, c, e, object) &&
       ChildlessAlike(s, m, object, DXGMAP_ADL)
       ==> status == CClose(m, e, object); @/
  void dxgmap_refine_close_causes(dxgmap_state s, dxgmap_caller c, uint64_t object, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(object);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> status == CClose(m, e, object);
     requires refused: status != DXGMAP_OK ==> handle == 0;
     requires fits: status == DXGMAP_OK ==> handle == object;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallClose(object), MAnswer(status, handle, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallClose(object), MAnswer(status, handle, 0, 0, 0), MRelease(m, handle)); @/
  void dxgmap_refine_close_step(dxgmap_state s, dxgmap_caller c, uint64_t object, uint32_t status, uint64_t handle)
  {
    /@ assert some: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> CClose(m, e, object) != 0; @/
    /@ assert refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallClose(object), MAnswer(CClose(m, e, object), 0, 0, 0, 0), m); @/
    /@ assert equal: status != DXGMAP_OK ==> \forall mstate m, menv e; CClose(m, e, object) == status
         && MStep(m, e, CallClose(object), MAnswer(CClose(m, e, object), 0, 0, 0, 0), m)
         ==> MStep(m, e, CallClose(object), MAnswer(status, handle, 0, 0, 0), m); @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallClose(object), MAnswer(0, handle, 0, 0, 0), MRelease(m, handle)); @/
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
      ==> \result.status == CClose(m, e, object);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallClose(object), MAnswer(\result.status, \result.handle, 0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallClose(object), MAnswer(\result.status, \result.handle, 0, 0, 0), MRelease(m, \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_opened_gate(was, caller, object);
      dxgmap_refine_adls(was, object);
      dxgmap_refine_childless(was, object, DXGMAP_ADL);
      uint32_t k = dxgmap_refine_place(object); */
  dxgmap_outcome r = dxgmap_op_close(s, caller, object);
  /*@ assert natural: Natural(object); */
  /*@ ghost dxgmap_refine_close_causes(was, caller, object, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CClose(m, e, object); */
  /*@ ghost
      dxgmap_refine_close_step(was, caller, object, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(object);
     requires views: IsObject(s, object) ==> (LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(object))
       <==> Childless(s, object, DXGMAP_OBJECT_VIEW));
     requires opened: IsObject(s, object) ==> (s.opened.place[HandleIndex(object)] == 0
       <==> Childless(s, object, DXGMAP_ADAPTER_OBJECT));
     requires status: DestroyStatus(s, c, object, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; ObjectGateAlike(s, m, c, e, object) &&
       ChildlessAlike(s, m, object, DXGMAP_ADAPTER_OBJECT) && ChildlessAlike(s, m, object, DXGMAP_OBJECT_VIEW)
       ==> status == CDestroy(m, e, object); @/
  void dxgmap_refine_destroy_causes(dxgmap_state s, dxgmap_caller c, uint64_t object, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(object);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> status == CDestroy(m, e, object);
     requires refused: status != DXGMAP_OK ==> handle == 0;
     requires fits: status == DXGMAP_OK ==> handle == object;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallDestroy(object), MAnswer(status, handle, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallDestroy(object), MAnswer(status, handle, 0, 0, 0), MRelease(m, handle)); @/
  void dxgmap_refine_destroy_step(dxgmap_state s, dxgmap_caller c, uint64_t object, uint32_t status, uint64_t handle)
  {
    /@ assert some: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> CDestroy(m, e, object) != 0; @/
    /@ assert refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallDestroy(object), MAnswer(CDestroy(m, e, object), 0, 0, 0, 0), m); @/
    /@ assert equal: status != DXGMAP_OK ==> \forall mstate m, menv e; CDestroy(m, e, object) == status
         && MStep(m, e, CallDestroy(object), MAnswer(CDestroy(m, e, object), 0, 0, 0, 0), m)
         ==> MStep(m, e, CallDestroy(object), MAnswer(status, handle, 0, 0, 0), m); @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallDestroy(object), MAnswer(0, handle, 0, 0, 0), MRelease(m, handle)); @/
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
      ==> \result.status == CDestroy(m, e, object);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallDestroy(object), MAnswer(\result.status, \result.handle, 0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallDestroy(object), MAnswer(\result.status, \result.handle, 0, 0, 0), MRelease(m,
        \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_object_gate(was, caller, object);
      dxgmap_refine_object(was, object);
      dxgmap_refine_childless(was, object, DXGMAP_ADAPTER_OBJECT);
      dxgmap_refine_childless(was, object, DXGMAP_OBJECT_VIEW); */
  dxgmap_outcome r = dxgmap_op_destroy(s, caller, object);
  /*@ assert natural: Natural(object); */
  /*@ ghost dxgmap_refine_destroy_causes(was, caller, object, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CDestroy(m, e, object); */
  /*@ ghost
      dxgmap_refine_destroy_step(was, caller, object, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, DXGMAP_MACHINE, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
