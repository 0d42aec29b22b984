/* SPDX-License-Identifier: MIT */
#include "asks_views.h"
#include "machine_steps.h"
#include "operations/op_pointer.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(adapter) && Natural(index) && Natural(address);
     requires known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     requires status: UnmapPointerStatus(s, c, adapter, index, address, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; LeadGateAlike(s, m, c, e, adapter) && StartAlike(s, m, adapter)
       && (KnownAdapter(s, adapter) ==> PointerAlike(s, m, adapter, index, address))
       ==> status == CUnmapPointer(m, e, adapter, index, address); @/
  void dxgmap_refine_unmap_pointer_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index,
      uint64_t address, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(adapter) && Natural(index) && Natural(address);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> status == CUnmapPointer(m, e, adapter, index, address);
     requires refused: status != DXGMAP_OK ==> handle == 0;
     requires fits: status == DXGMAP_OK
       ==> \forall mstate m; Refines(s, m) ==> MPointerAt(m, handle, adapter, index, address);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapPointer(adapter, index, address), MAnswer(status, handle, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapPointer(adapter, index, address), MAnswer(status, handle, 0, 0, 0), MRelease(m,
         handle)); @/
  void dxgmap_refine_unmap_pointer_step(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t index,
      uint64_t address, uint32_t status, uint64_t handle)
  {
    /@ assert some: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> CUnmapPointer(m, e, adapter, index, address) != 0; @/
    /@ assert refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallUnmapPointer(adapter, index, address),
               MAnswer(CUnmapPointer(m, e, adapter, index, address), 0, 0, 0, 0), m); @/
    /@ assert answer: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MAnswer(status, handle, 0, 0, 0) == MAnswer(CUnmapPointer(m, e, adapter, index, address), 0, 0, 0, 0); @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallUnmapPointer(adapter, index, address), MAnswer(0, handle, 0, 0, 0), MRelease(m,
           handle)); @/
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
      ==> \result.status == CUnmapPointer(m, e, adapter, index, address);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapPointer(adapter, index, address), MAnswer(\result.status, \result.handle, 0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapPointer(adapter, index, address), MAnswer(\result.status, \result.handle, 0, 0, 0),
        MRelease(m, \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                           uint64_t address)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_gates(was, caller, adapter);
      dxgmap_refine_starts(was, adapter);
      uint32_t k = dxgmap_refine_find(was, adapter);
      if (k < DXGMAP_ADAPTERS) {
        dxgmap_refine_pointer(was, adapter, index, address);
      } */
  dxgmap_outcome r = dxgmap_op_unmap_pointer(s, caller, adapter, index, address);
  /*@ assert natural: Natural(adapter) && Natural(index) && Natural(address); */
  /*@ ghost dxgmap_refine_unmap_pointer_causes(was, caller, adapter, index, address, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CUnmapPointer(m, e, adapter, index, address); */
  /*@ assert the_pointer: r.status == DXGMAP_OK ==> PointerOf(was, r.handle, AdapterOf(adapter), index, address); */
  /*@ assert fits: r.status == DXGMAP_OK
        ==> \forall mstate m; Refines(was, m) ==> MPointerAt(m, r.handle, adapter, index, address); */
  /*@ ghost
      dxgmap_refine_unmap_pointer_step(was, caller, adapter, index, address, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
