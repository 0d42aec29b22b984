/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MADE_H
#define DXGMAP_REFINE_MADE_H

#include "listed.h"
#include "room.h"

/* What an acquisition looks at, in the core and in the machine, and what it makes. */

/*@
  // An input of the machine: the pages of the MDL, or those that the host gives.
  predicate ListIs(menv e, dxgmap_list pages, integer count) =
    ECount(e) == count && \forall integer o; 0 <= o < count ==> EPage(e, o) == pages.at[o];
  // Another: the host says that this pin or map fails.
  predicate PressureIs(menv e, integer pressure) = EPressure(e) <==> pressure != 0;
  // A call on adapter x, of a machine that the core refines, with what else it depends on.
  predicate Meets(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x) =
    Capacities && Refines(s, m) && Calls(e, c) && SlotOf(e, s, x);
  predicate MeetsList(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, dxgmap_list pages, integer count) =
    Meets(s, m, c, e, x) && ListIs(e, pages, count);

  predicate GoneAlike(dxgmap_state s, mstate m, integer x) =
    KnownAdapter(s, x) ==> (ARemoved(MAdapter(m, x)) <==> Gone(s, x));
  // The save areas are as large in both.
  predicate SavesAlike(dxgmap_state s, mstate m, integer x) = KnownAdapter(s, x) ==>
    \forall integer i; 0 <= i < s.adapter[AdapterOf(x)].saves.chain
      ==> ASave(MAdapter(m, x), i) == s.adapter[AdapterOf(x)].saves.maximum.pages[i];
  predicate AcquireGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x) =
    \forall integer status; AcquireGateStatus(s, c, x, DXGMAP_APC_LEVEL, status) <==> status == CAcquireGate(m, e, x);
  predicate MemoryAlike(menv e, dxgmap_list pages, integer count) = ListedInMemory(pages, count) <==> MInMemory(e);
  predicate PagesRoomAlike(dxgmap_state s, mstate m, menv e, integer x, integer n) =
    \forall integer status; PagesStatus(s.adapter[AdapterOf(x)], n, status) <==> status == CCaptureRoom(m, e, x);
*/

/* None of these runs. */
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures gone: \forall mstate m; Refines(s, m) ==> GoneAlike(s, m, adapter); @/
  void dxgmap_refine_gone(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures saves: \forall mstate m; Refines(s, m) ==> SavesAlike(s, m, adapter); @/
  void dxgmap_refine_saves(dxgmap_state s, uint64_t adapter);
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures acquire: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> AcquireGateAlike(s, m, c, e, adapter);
     ensures known: AcquireGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_acquire_gate(dxgmap_state s, dxgmap_caller c, uint64_t adapter);
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures memory: \forall menv e; Capacities && ListIs(e, pages, count) ==> MemoryAlike(e, pages, count); @/
  void dxgmap_refine_memory(dxgmap_list pages, uint32_t count);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, adapter);
     requires some: count > 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures room: \forall mstate m, menv e; Capacities && Refines(s, m) && SlotOf(e, s, adapter) && ECount(e) == count
       ==> PagesRoomAlike(s, m, e, adapter, count); @/
  void dxgmap_refine_pages_room(dxgmap_state s, uint64_t adapter, uint32_t count);
*/
/*@ ghost
  // What the core says of a new mapping of pages is what the machine makes.
  /@ requires inv: Inv(s);
     requires tell: HomesTell(s, adapter);
     requires known: KnownAdapter(s, adapter);
     requires kind: HasHandle(kind) && HandleOf(s, AdapterOf(adapter), kind, h);
     requires captured: HoldsListed(s, h, pages, count);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall menv e; ListIs(e, pages, count)
       ==> AgreesMade(s, h, WPages(e, adapter, kind, BaseOf(s, h))); @/
  void dxgmap_refine_pages_made(dxgmap_state s, uint64_t adapter, uint32_t kind, dxgmap_list pages, uint32_t count,
                                uint64_t h);
*/
/*@ ghost
  // Of a new pin.
  /@ requires inv: Inv(s);
     requires tell: HomesTell(s, adapter);
     requires known: KnownAdapter(s, adapter);
     requires kind: IsPin(kind) && HandleOf(s, AdapterOf(adapter), kind, h);
     requires pinned: index < s.adapter[AdapterOf(adapter)].saves.chain &&
       s.adapter[AdapterOf(adapter)].saves.pin[index] == HandleIndex(h) + 1;
     requires captured: HoldsListed(s, h, pages, count);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures made: \forall menv e; ListIs(e, pages, count)
       ==> AgreesMade(s, h, WPin(e, adapter, kind, index, BaseOf(s, h))); @/
  void dxgmap_refine_pin_made(dxgmap_state s, uint64_t adapter, uint32_t kind, uint32_t index, dxgmap_list pages,
                              uint32_t count, uint64_t h);
*/

#endif
