/* SPDX-License-Identifier: MIT */
#include "asks_views.h"
#include "machine_steps.h"
#include "operations/op_view.h"

/*@ ghost
  // The cascades are the same.
  /@ requires natural: Natural(adapter) && Natural(kind) && Natural(space) && Natural(address) && Natural(process);
     requires status: UnmapViewStatus(s, c, adapter, kind, space, address, process, status);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; OwnGateAlike(s, m, c, e, adapter, DXGMAP_PASSIVE_LEVEL)
       && (KnownAdapter(s, adapter) ==> ViewsAlike(s, m, c, e, adapter, kind, space, address, process))
       ==> status == CUnmapView(m, e, adapter, kind, space, address, process); @/
  void dxgmap_refine_unmap_view_causes(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
      uint32_t space, uint64_t address, uint64_t process, uint32_t status)
  {
    return;
  }
*/
/*@ ghost
  // A refusal is a step.
  /@ requires natural: Natural(adapter) && Natural(kind) && Natural(space) && Natural(address) && Natural(process);
     requires refused: status != DXGMAP_OK;
     requires nothing: handle == 0;
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> status == CUnmapView(m, e, adapter, kind, space, address, process);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures step: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(status, handle, 0, 0, 0), m); @/
  void dxgmap_refine_unmap_view_refused(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
    uint32_t space, uint64_t address, uint64_t process, uint32_t status, uint64_t handle)
  {
    /@ assert some: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> CUnmapView(m, e, adapter, kind, space, address, process) != 0; @/
    /@ assert refused: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process),
               MAnswer(CUnmapView(m, e, adapter, kind, space, address, process), 0, 0, 0, 0), m); @/
    /@ assert equal: \forall mstate m, menv e; CUnmapView(m, e, adapter, kind, space, address, process) == status
         && MStep(m, e, CallUnmapView(adapter, kind, space, address, process),
              MAnswer(CUnmapView(m, e, adapter, kind, space, address, process), 0, 0, 0, 0), m)
         ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(status, handle, 0, 0, 0), m); @/
    return;
  }
*/
/*@ ghost
  // An answer by these causes is a step.
  /@ requires natural: Natural(adapter) && Natural(kind) && Natural(space) && Natural(address) && Natural(process);
     requires same: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> status == CUnmapView(m, e, adapter, kind, space, address, process);
     requires refused: status != DXGMAP_OK ==> handle == 0;
     requires fits: status == DXGMAP_OK
       ==> \forall mstate m; Refines(s, m) ==> MViewAt(m, handle, adapter, kind, space, address);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(status, handle, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(status, handle, 0, 0, 0),
         MRelease(m, handle)); @/
  void dxgmap_refine_unmap_view_step(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind,
      uint32_t space, uint64_t address, uint64_t process, uint32_t status, uint64_t handle)
  {
    if (status != DXGMAP_OK) {
      dxgmap_refine_unmap_view_refused(s, c, adapter, kind, space, address, process, status, handle);
    }
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
         ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(0, handle, 0, 0, 0),
           MRelease(m, handle)); @/
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
      ==> \result.status == CUnmapView(m, e, adapter, kind, space, address, process);
    ensures refused: \result.status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(\result.status, \result.handle,
        0, 0, 0), m);
    ensures done: \result.status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m) && Calls(e, caller)
      ==> MStep(m, e, CallUnmapView(adapter, kind, space, address, process), MAnswer(\result.status, \result.handle,
        0, 0, 0), MRelease(m, \result.handle));
    ensures refines: \forall mstate m; Refines(\old(*s), m)
      ==> Refines(*s, \result.status == DXGMAP_OK ? MRelease(m, \result.handle) : m); */
dxgmap_outcome dxgmap_refine_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                        uint32_t space, uint64_t address, uint64_t process)
{
  /*@ ghost
      dxgmap_state was = *s;
      dxgmap_refine_own_gate(was, caller, adapter, DXGMAP_PASSIVE_LEVEL);
      uint32_t k = dxgmap_refine_find(was, adapter);
      if (k < DXGMAP_ADAPTERS && (kind == DXGMAP_VIEW || kind == DXGMAP_VIDEO) && space <= DXGMAP_IO_SPACE) {
        dxgmap_refine_views(was, caller, adapter, kind, space, address, process);
      } */
  dxgmap_outcome r = dxgmap_op_unmap_view(s, caller, adapter, kind, space, address, process);
  /*@ assert natural: Natural(adapter) && Natural(kind) && Natural(space) && Natural(address) && Natural(process); */
  /*@ ghost dxgmap_refine_unmap_view_causes(was, caller, adapter, kind, space, address, process, r.status); */
  /*@ assert same: \forall mstate m, menv e; Refines(was, m) && Calls(e, caller)
        ==> r.status == CUnmapView(m, e, adapter, kind, space, address, process); */
  /*@ assert the_view: r.status == DXGMAP_OK ==> ViewOfKey(was, r.handle, AdapterOf(adapter), kind, space, address); */
  /*@ assert fits: r.status == DXGMAP_OK
        ==> \forall mstate m; Refines(was, m) ==> MViewAt(m, r.handle, adapter, kind, space, address); */
  /*@ ghost
      dxgmap_refine_unmap_view_step(was, caller, adapter, kind, space, address, process, r.status, r.handle);
      if (r.status == DXGMAP_OK) {
        dxgmap_refine_released(was, *s, k, r.handle);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
