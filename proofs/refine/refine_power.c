/* SPDX-License-Identifier: MIT */
#include "facts_switch.h"
#include "machine_steps.h"
#include "operations/op_switch.h"

/* Power, removal and link: the contract of each operation alone makes it a step of the machine, with answer and state.
   Of each, what the switches say then, and that an answer by the machine's causes is a step; then the operation. */

/*@ ghost
  /@ requires natural: Natural(adapter) && Natural(power);
     requires turned: Powers(v, w, power);
     requires range: power <= DXGMAP_D3;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; AStartSame(MAdapter(m, adapter), MSwitched(m, CallSetPower(adapter, power)));
     ensures turns: \forall mstate m; AgreesSwitches(v, MAdapter(m, adapter))
       ==> AgreesSwitches(w, MSwitched(m, CallSetPower(adapter, power))); @/
  void dxgmap_refine_power_turns(dxgmap_switches v, dxgmap_switches w, uint64_t adapter, uint32_t power)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(adapter) && Natural(power);
     requires same: \forall mstate m; Refines(s, m) ==> status == CSetPower(m, adapter, power);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallSetPower(adapter, power), MAnswer(status, 0, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
         ==> MStep(m, e, CallSetPower(adapter, power),
       MAnswer(status, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallSetPower(adapter, power)))); @/
  void dxgmap_refine_power_step(dxgmap_state s, uint64_t adapter, uint32_t power, uint32_t status)
  {
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
        ==> MStep(m, e, CallSetPower(adapter, power),
         MAnswer(0, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallSetPower(adapter, power)))); @/
    return;
  }
*/
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CSetPower(m, adapter, power);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallSetPower(adapter, power), MAnswer(\result, 0, 0, 0, 0), m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallSetPower(adapter, power), MAnswer(\result, 0, 0, 0, 0),
                MSwitch(m, adapter, MSwitched(m, CallSetPower(adapter, power))));
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s,
      \result == DXGMAP_OK ? MSwitch(m, adapter, MSwitched(m, CallSetPower(adapter, power))) : m); */
uint32_t dxgmap_refine_power(dxgmap_state *s, uint64_t adapter, uint32_t power)
{
  /*@ ghost dxgmap_state was = *s; */
  uint32_t r = dxgmap_op_power(s, adapter, power);
  /*@ assert natural: Natural(adapter) && Natural(power); */
  /*@ assert same: \forall mstate m; Refines(was, m) ==> r == CSetPower(m, adapter, power); */
  /*@ ghost
      dxgmap_refine_power_step(was, adapter, power, r);
      if (r == DXGMAP_OK) {
        uint32_t k = dxgmap_step_place(adapter);
        dxgmap_refine_power_turns(was.adapter[k].switches, s->adapter[k].switches, adapter, power);
        dxgmap_refine_switches(was, *s, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}

/*@ ghost
  /@ requires natural: Natural(adapter);
     requires turned: Removes(v, w);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; AStartSame(MAdapter(m, adapter), MSwitched(m, CallRemove(adapter)));
     ensures turns: \forall mstate m; AgreesSwitches(v, MAdapter(m, adapter))
       ==> AgreesSwitches(w, MSwitched(m, CallRemove(adapter))); @/
  void dxgmap_refine_remove_turns(dxgmap_switches v, dxgmap_switches w, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(adapter);
     requires same: \forall mstate m; Refines(s, m) ==> status == CRemove(m, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallRemove(adapter), MAnswer(status, 0, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) ==> MStep(m, e, CallRemove(adapter),
       MAnswer(status, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallRemove(adapter)))); @/
  void dxgmap_refine_remove_step(dxgmap_state s, uint64_t adapter, uint32_t status)
  {
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m) ==> MStep(m, e, CallRemove(adapter),
         MAnswer(0, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallRemove(adapter)))); @/
    return;
  }
*/
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CRemove(m, adapter);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallRemove(adapter), MAnswer(\result, 0, 0, 0, 0), m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallRemove(adapter), MAnswer(\result, 0, 0, 0, 0),
                MSwitch(m, adapter, MSwitched(m, CallRemove(adapter))));
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s,
      \result == DXGMAP_OK ? MSwitch(m, adapter, MSwitched(m, CallRemove(adapter))) : m); */
uint32_t dxgmap_refine_remove(dxgmap_state *s, uint64_t adapter)
{
  /*@ ghost dxgmap_state was = *s; */
  uint32_t r = dxgmap_op_remove(s, adapter);
  /*@ assert natural: Natural(adapter); */
  /*@ assert same: \forall mstate m; Refines(was, m) ==> r == CRemove(m, adapter); */
  /*@ ghost
      dxgmap_refine_remove_step(was, adapter, r);
      if (r == DXGMAP_OK) {
        uint32_t k = dxgmap_step_place(adapter);
        dxgmap_refine_remove_turns(was.adapter[k].switches, s->adapter[k].switches, adapter);
        dxgmap_refine_switches(was, *s, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}

/*@ ghost
  /@ requires natural: Natural(adapter) && Natural(lead);
     requires turned: Links(v, w, lead);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures start: \forall mstate m; AStartSame(MAdapter(m, adapter), MSwitched(m, CallLink(adapter, lead)));
     ensures turns: \forall mstate m; AgreesSwitches(v, MAdapter(m, adapter))
       ==> AgreesSwitches(w, MSwitched(m, CallLink(adapter, lead))); @/
  void dxgmap_refine_link_turns(dxgmap_switches v, dxgmap_switches w, uint64_t adapter, uint64_t lead)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(adapter) && Natural(lead);
     requires same: \forall mstate m; Refines(s, m) ==> status == CLink(m, adapter, lead);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refused: status != DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
       ==> MStep(m, e, CallLink(adapter, lead), MAnswer(status, 0, 0, 0, 0), m);
     ensures done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
         ==> MStep(m, e, CallLink(adapter, lead),
       MAnswer(status, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallLink(adapter, lead)))); @/
  void dxgmap_refine_link_step(dxgmap_state s, uint64_t adapter, uint64_t lead, uint32_t status)
  {
    /@ assert equal: \forall mstate m, menv e; CLink(m, adapter, lead) == status && status != DXGMAP_OK
         ==> MStep(m, e, CallLink(adapter, lead), MAnswer(status, 0, 0, 0, 0), m); @/
    /@ assert done: status == DXGMAP_OK ==> \forall mstate m, menv e; Refines(s, m)
        ==> MStep(m, e, CallLink(adapter, lead),
         MAnswer(0, 0, 0, 0, 0), MSwitch(m, adapter, MSwitched(m, CallLink(adapter, lead)))); @/
    return;
  }
*/
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures status: \forall mstate m; Refines(\old(*s), m) ==> \result == CLink(m, adapter, lead);
    ensures refused: \result != DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallLink(adapter, lead), MAnswer(\result, 0, 0, 0, 0), m);
    ensures done: \result == DXGMAP_OK ==> \forall mstate m, menv e; Refines(\old(*s), m)
      ==> MStep(m, e, CallLink(adapter, lead), MAnswer(\result, 0, 0, 0, 0),
                MSwitch(m, adapter, MSwitched(m, CallLink(adapter, lead))));
    ensures refines: \forall mstate m; Refines(\old(*s), m) ==> Refines(*s,
      \result == DXGMAP_OK ? MSwitch(m, adapter, MSwitched(m, CallLink(adapter, lead))) : m); */
uint32_t dxgmap_refine_link(dxgmap_state *s, uint64_t adapter, uint64_t lead)
{
  /*@ ghost dxgmap_state was = *s; */
  uint32_t r = dxgmap_op_link(s, adapter, lead);
  /*@ assert natural: Natural(adapter) && Natural(lead); */
  /*@ assert same: \forall mstate m; Refines(was, m) ==> r == CLink(m, adapter, lead); */
  /*@ assert known: r == DXGMAP_OK ==> KnownAdapter(was, adapter); */
  /*@ assert linked: r == DXGMAP_OK ==> Links(SwitchesOf(was, adapter), SwitchesOf(*s, adapter), lead); */
  /*@ ghost
      dxgmap_refine_link_step(was, adapter, lead, r);
      if (r == DXGMAP_OK) {
        uint32_t k = dxgmap_refine_find(was, adapter);
        dxgmap_refine_link_turns(was.adapter[k].switches, s->adapter[k].switches, adapter, lead);
        dxgmap_refine_switches(was, *s, adapter);
      } else {
        dxgmap_refine_same(was, *s);
      } */
  return r;
}
