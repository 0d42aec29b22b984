/* SPDX-License-Identifier: MIT */
#include "made.h"

/*@ ghost
  void dxgmap_refine_gone(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  /@ requires known: LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> KnownAdapter(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mstate m, menv e; LeadGateAlike(s, m, c, e, adapter) && GoneAlike(s, m, adapter)
       ==> AcquireGateAlike(s, m, c, e, adapter); @/
  void dxgmap_refine_acquire_gate_same(dxgmap_state s, dxgmap_caller c, uint64_t adapter)
  {
    /@ assert ok: \forall mstate m, menv e; LeadGateAlike(s, m, c, e, adapter)
         ==> (LeadGateStatus(s, c, adapter, DXGMAP_APC_LEVEL, DXGMAP_OK) <==> CLeadGate(m, e, adapter) == 0); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_acquire_gate(dxgmap_state s, dxgmap_caller c, uint64_t adapter)
  {
    dxgmap_refine_gates(s, c, adapter);
    dxgmap_refine_gone(s, adapter);
    dxgmap_refine_acquire_gate_same(s, c, adapter);
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_saves(dxgmap_state s, uint64_t adapter)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_memory(dxgmap_list pages, uint32_t count)
  {
    /@ assert natural: \forall integer o; 0 <= o < count ==> 0 <= pages.at[o]; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pages_room(dxgmap_state s, uint64_t adapter, uint32_t count)
  {
    uint32_t k = dxgmap_refine_find(s, adapter);
    dxgmap_refine_handle_left(s, k);
    dxgmap_refine_run_left(s, adapter, k);
    /@ assert handle: \forall mstate m, menv e; Capacities && Refines(s, m) && SlotOf(e, s, adapter)
         ==> HandleLeftAlike(s, m, e, k); @/
    /@ assert run: \forall mstate m; Refines(s, m) ==> RunLeftAlike(s, m, k, adapter, count); @/
    return;
  }
*/
/*@ ghost
  // What captures pages has no window pages, and what it captured is as the list says.
  /@ requires inv: Inv(s);
     requires place: HandleTag(h) < DXGMAP_PLACES && Valid(s, h);
     requires kind: InDomain(DescriptorOf(s, h).kind);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures window: PlacedAt(s, h, 0, 0); @/
  void dxgmap_refine_no_window(dxgmap_state s, uint64_t h)
  {
    /@ assert ok: AdapterOk(s.adapter[HandleTag(h)]); @/
    /@ assert parts: AdapterParts(s.adapter[HandleTag(h)]); @/
    /@ assert slots: s.adapter[HandleTag(h)].slots.high <= DXGMAP_SLOTS; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pages_made(dxgmap_state s, uint64_t adapter, uint32_t kind, dxgmap_list pages, uint32_t count,
                                uint64_t h)
  {
    dxgmap_refine_no_window(s, h);
    /@ assert asked: \forall menv e; AgreesAsked(DescriptorOf(s, h), WPages(e, adapter, kind, BaseOf(s, h))); @/
    /@ assert captured: \forall menv e; ListIs(e, pages, count)
         ==> AgreesCaptured(s, h, WPages(e, adapter, kind, BaseOf(s, h))); @/
    /@ assert window: \forall menv e; WPlace(WPages(e, adapter, kind, BaseOf(s, h))) == 0
         && WSpan(WPages(e, adapter, kind, BaseOf(s, h))) == 0; @/
    /@ assert there: \forall menv e; AgreesThere(s, h, WPages(e, adapter, kind, BaseOf(s, h))); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pin_made(dxgmap_state s, uint64_t adapter, uint32_t kind, uint32_t index, dxgmap_list pages,
                              uint32_t count, uint64_t h)
  {
    dxgmap_refine_no_window(s, h);
    /@ assert ok: AdapterOk(s.adapter[AdapterOf(adapter)]); @/
    /@ assert pins: AdapterPins(s.adapter[AdapterOf(adapter)]); @/
    /@ assert index: DescriptorOf(s, h).index == index; @/
    /@ assert asked: \forall menv e; AgreesAsked(DescriptorOf(s, h), WPin(e, adapter, kind, index, BaseOf(s, h))); @/
    /@ assert captured: \forall menv e; ListIs(e, pages, count)
         ==> AgreesCaptured(s, h, WPin(e, adapter, kind, index, BaseOf(s, h))); @/
    /@ assert window: \forall menv e; WPlace(WPin(e, adapter, kind, index, BaseOf(s, h))) == 0
         && WSpan(WPin(e, adapter, kind, index, BaseOf(s, h))) == 0; @/
    /@ assert there: \forall menv e; AgreesThere(s, h, WPin(e, adapter, kind, index, BaseOf(s, h))); @/
    return;
  }
*/
