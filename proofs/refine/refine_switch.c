/* SPDX-License-Identifier: MIT */
#include "facts_switch.h"
#include "machine_steps.h"
#include "operations/op_switch.h"

/* Attach and exclusive access: the contract of each operation alone makes it a step of the machine,
    with answer and state.
   Of each, what the switches say then, and that an answer by the machine's causes is a step; then the operation. */

/*@ ghost
  /@ requires natural: Natural(adapter);
     requires turned: Attaches(v, w);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; AStartSame(MAdapter(m, adapter), MSwitched(m, CallAttach(adapter)));
     ensures turns: \forall mstate m; AgreesSwitches(v, MAdapter(m, adapter))
       ==> AgreesSwitches(w, MSwitched(m, CallAttach(adapter))); @/
  void dxgmap_refine_attach_turns(dxgmap_switches v, dxgmap_switches w, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(adapter);
     requires same: \forall mstate m; Refines(s, m) ==> status == CAttach(m, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallAttach(adapter), MAnswer(status, 0, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) ==> MStep(m, e, CallAttach(adapter),
       MAnswer(status, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallAttach(adapter)))); @/
  void dxgmap_refine_attach_step(dxgmap_state s, uint64_t adapter, uint32_t status)
  {
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) ==> MStep(m, e, CallAttach(adapter),
         MAnswer(0, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallAttach(adapter)))); @/
    return;
  }
*/
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CAttach(m, adapter);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallAttach(adapter), MAnswer(\result, 0, 0, 0, 0), m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallAttach(adapter), MAnswer(\result, 0, 0, 0, 0),
                MSwitch(m, adapter, MSwitched(m, CallAttach(adapter))));
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s,
      \result == DXGMAP_OK ? MSwitch(m, adapter, MSwitched(m, CallAttach(adapter))) : m); */
uint32_t dxgmap_refine_attach(dxgmap_state *s, uint64_t adapter)
{
  /*@ ghost dxgmap_state was = *s; */
  uint32_t r = dxgmap_op_attach(s, adapter);
  /*@ assert natural: Natural(adapter); */
  /*@ assert same: \forall mstate m; Refines(was, m) ==> r == CAttach(m, adapter); */
  /*@ ghost
      dxgmap_refine_attach_step(was, adapter, r);
      if (r == DXGMAP_OK) {
        uint32_t k = dxgmap_step_place(adapter);
        dxgmap_refine_attach_turns(was.adapter[k].switches, s->adapter[k].switches, adapter);
        dxgmap_refine_switches(was, *s, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}

/*@ ghost
  /@ requires natural: Natural(adapter);
     requires turned: Excludes(v, w, 1);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; AStartSame(MAdapter(m, adapter), MSwitched(m, CallExclusiveBegin(adapter)));
     ensures turns: \forall mstate m; AgreesSwitches(v, MAdapter(m, adapter))
       ==> AgreesSwitches(w, MSwitched(m, CallExclusiveBegin(adapter))); @/
  void dxgmap_refine_exclusive_begin_turns(dxgmap_switches v, dxgmap_switches w, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(adapter);
     requires same: \forall mstate m; Refines(s, m) ==> status == CExclusiveBegin(m, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallExclusiveBegin(adapter), MAnswer(status, 0, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
         ==> MStep(m, e, CallExclusiveBegin(adapter),
       MAnswer(status, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallExclusiveBegin(adapter)))); @/
  void dxgmap_refine_exclusive_begin_step(dxgmap_state s, uint64_t adapter, uint32_t status)
  {
    /@ assert free: \forall mstate m, menv e; CExclusiveBegin(m, adapter) == 0
         ==> MStep(m, e, CallExclusiveBegin(adapter), MAnswer(0, 0, 0, 0, 0),
               MSwitch(m, adapter, MSwitched(m, CallExclusiveBegin(adapter)))); @/
    /@ assert zero: status == DXGMAP_OK ==> \forall mstate m; Refines(s, m) ==> CExclusiveBegin(m, adapter) == 0; @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
        ==> MStep(m, e, CallExclusiveBegin(adapter),
         MAnswer(0, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallExclusiveBegin(adapter)))); @/
    return;
  }
*/
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CExclusiveBegin(m, adapter);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallExclusiveBegin(adapter), MAnswer(\result, 0, 0, 0, 0), m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallExclusiveBegin(adapter), MAnswer(\result, 0, 0, 0, 0),
                MSwitch(m, adapter, MSwitched(m, CallExclusiveBegin(adapter))));
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s,
      \result == DXGMAP_OK ? MSwitch(m, adapter, MSwitched(m, CallExclusiveBegin(adapter))) : m); */
uint32_t dxgmap_refine_exclusive_begin(dxgmap_state *s, uint64_t adapter)
{
  /*@ ghost dxgmap_state was = *s; */
  uint32_t r = dxgmap_op_exclusive_begin(s, adapter);
  /*@ assert natural: Natural(adapter); */
  /*@ assert same: \forall mstate m; Refines(was, m) ==> r == CExclusiveBegin(m, adapter); */
  /*@ ghost
      dxgmap_refine_exclusive_begin_step(was, adapter, r);
      if (r == DXGMAP_OK) {
        uint32_t k = dxgmap_step_place(adapter);
        dxgmap_refine_exclusive_begin_turns(was.adapter[k].switches, s->adapter[k].switches, adapter);
        dxgmap_refine_switches(was, *s, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}

/*@ ghost
  /@ requires natural: Natural(adapter);
     requires turned: Excludes(v, w, 0);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; AStartSame(MAdapter(m, adapter), MSwitched(m, CallExclusiveEnd(adapter)));
     ensures turns: \forall mstate m; AgreesSwitches(v, MAdapter(m, adapter))
       ==> AgreesSwitches(w, MSwitched(m, CallExclusiveEnd(adapter))); @/
  void dxgmap_refine_exclusive_end_turns(dxgmap_switches v, dxgmap_switches w, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(adapter);
     requires same: \forall mstate m; Refines(s, m) ==> status == CExclusiveEnd(m, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallExclusiveEnd(adapter), MAnswer(status, 0, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
         ==> MStep(m, e, CallExclusiveEnd(adapter),
       MAnswer(status, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallExclusiveEnd(adapter)))); @/
  void dxgmap_refine_exclusive_end_step(dxgmap_state s, uint64_t adapter, uint32_t status)
  {
    /@ assert free: \forall mstate m, menv e; CExclusiveEnd(m, adapter) == 0
         ==> MStep(m, e, CallExclusiveEnd(adapter), MAnswer(0, 0, 0, 0, 0),
               MSwitch(m, adapter, MSwitched(m, CallExclusiveEnd(adapter)))); @/
    /@ assert zero: status == DXGMAP_OK ==> \forall mstate m; Refines(s, m) ==> CExclusiveEnd(m, adapter) == 0; @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
        ==> MStep(m, e, CallExclusiveEnd(adapter),
         MAnswer(0, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallExclusiveEnd(adapter)))); @/
    return;
  }
*/
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CExclusiveEnd(m, adapter);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallExclusiveEnd(adapter), MAnswer(\result, 0, 0, 0, 0), m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallExclusiveEnd(adapter), MAnswer(\result, 0, 0, 0, 0),
                MSwitch(m, adapter, MSwitched(m, CallExclusiveEnd(adapter))));
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s,
      \result == DXGMAP_OK ? MSwitch(m, adapter, MSwitched(m, CallExclusiveEnd(adapter))) : m); */
uint32_t dxgmap_refine_exclusive_end(dxgmap_state *s, uint64_t adapter)
{
  /*@ ghost dxgmap_state was = *s; */
  uint32_t r = dxgmap_op_exclusive_end(s, adapter);
  /*@ assert natural: Natural(adapter); */
  /*@ assert same: \forall mstate m; Refines(was, m) ==> r == CExclusiveEnd(m, adapter); */
  /*@ ghost
      dxgmap_refine_exclusive_end_step(was, adapter, r);
      if (r == DXGMAP_OK) {
        uint32_t k = dxgmap_step_place(adapter);
        dxgmap_refine_exclusive_end_turns(was.adapter[k].switches, s->adapter[k].switches, adapter);
        dxgmap_refine_switches(was, *s, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
