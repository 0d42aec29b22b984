/* SPDX-License-Identifier: MIT */
#include "facts/zero.h"

#include "made.h"

/* That some call meets a machine that the core refines, and that not every machine will do. */

/*@ predicate LeftIs(dxgmap_state s, integer k, integer left) = left != 0 <==> SlotRoom(s.adapter[k].slots); */

/*@ ghost
  // The inputs that an acquisition is proved under are those of some caller: here of lists of one page over and over.
  /@ requires left: KnownAdapter(s, adapter) ==> LeftIs(s, AdapterOf(adapter), left);
     requires alike: \forall integer o; 0 <= o < count ==> pages.at[o] == page;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures meets: \forall mstate m; Capacities && Refines(s, m)
       ==> MeetsList(s, m, c, MCaller(c.irql, c.process, c.strict, pressure, left, count, page), adapter, pages, count)
           && PressureIs(MCaller(c.irql, c.process, c.strict, pressure, left, count, page), pressure); @/
  void dxgmap_refine_someone(dxgmap_state s, dxgmap_caller c, uint64_t adapter, dxgmap_list pages, uint32_t count,
                             uint64_t page, uint32_t pressure, uint32_t left)
  {
    /@ assert calls: Calls(MCaller(c.irql, c.process, c.strict, pressure, left, count, page), c); @/
    /@ assert list: ListIs(MCaller(c.irql, c.process, c.strict, pressure, left, count, page), pages, count); @/
    /@ assert left: EHandleLeft(MCaller(c.irql, c.process, c.strict, pressure, left, count, page)) <==> left != 0; @/
    /@ assert slots: KnownAdapter(s, adapter)
         ==> SlotIs(MCaller(c.irql, c.process, c.strict, pressure, left, count, page), s, AdapterOf(adapter)); @/
    /@ assert slot: SlotOf(MCaller(c.irql, c.process, c.strict, pressure, left, count, page), s, adapter); @/
    /@ assert pressure: PressureIs(MCaller(c.irql, c.process, c.strict, pressure, left, count, page), pressure); @/
    return;
  }
*/
/*@ ghost
  // A machine that acquired what the core did not is not refined.
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures told: \forall mstate m, mmapping w; Refines(s, m) && MFresh(m, h) ==> !Refines(s, MAcquire(m, h, w)); @/
  void dxgmap_refine_not_taken(dxgmap_state s, uint64_t h)
  {
    return;
  }
*/
