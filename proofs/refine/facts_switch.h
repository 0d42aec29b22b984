/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_FACTS_SWITCH_H
#define DXGMAP_REFINE_FACTS_SWITCH_H

#include "asks.h"

#include "logic/op_switch.h"

/* That a switch of one adapter keeps the relation; none of these runs. */
/*@ ghost
  // A switch of the machine says nothing else of what it knows.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures given: \forall mstate m, madapter a; RefinesGiven(s, m) ==> RefinesGiven(s, MSwitch(m, adapter, a));
     ensures live: \forall mstate m, madapter a; RefinesLive(s, m) ==> RefinesLive(s, MSwitch(m, adapter, a));
     ensures here: \forall mstate m, madapter a; RefinesHere(s, m) ==> RefinesHere(s, MSwitch(m, adapter, a));
     ensures there: \forall mstate m, madapter a; RefinesThere(s, m) ==> RefinesThere(s, MSwitch(m, adapter, a));
     ensures running: \forall mstate m, madapter a; RefinesRunning(s, m) && AStartSame(MAdapter(m, adapter), a)
       ==> RefinesRunning(s, MSwitch(m, adapter, a));
     ensures start: \forall mstate m, madapter a; RefinesStart(s, m) && AStartSame(MAdapter(m, adapter), a)
       ==> RefinesStart(s, MSwitch(m, adapter, a));
     ensures commit: \forall mstate m, madapter a; MCommit(MSwitch(m, adapter, a)) == MCommit(m); @/
  void dxgmap_refine_turned(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  // Of all adapters but this the switches are as they were.
  /@ requires known: KnownAdapter(was, adapter) && KnownKept(was, now);
     requires kept: AdaptersKept(was, now, AdapterOf(adapter));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures switches: \forall mstate m, madapter a; RefinesSwitches(was, m)
       && AgreesSwitches(SwitchesOf(now, adapter), a) ==> RefinesSwitches(now, MSwitch(m, adapter, a)); @/
  void dxgmap_refine_turned_switches(dxgmap_state was, dxgmap_state now, uint64_t adapter);
*/
/*@ ghost
  // A switch is the machine's.
  /@ requires inv: Inv(was) && Inv(now);
     requires switches: Switches(was, now, adapter, SwitchesOf(now, adapter));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures refines: \forall mstate m, madapter a; Refines(was, m) && AStartSame(MAdapter(m, adapter), a)
       && AgreesSwitches(SwitchesOf(now, adapter), a) ==> Refines(now, MSwitch(m, adapter, a)); @/
  void dxgmap_refine_switches(dxgmap_state was, dxgmap_state now, uint64_t adapter);
*/

#endif
