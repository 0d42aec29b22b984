/* SPDX-License-Identifier: MIT */
#include "asks_views.h"

/*@ ghost
  void dxgmap_refine_windows(dxgmap_state s)
  {
    dxgmap_refine_slots(s);
    /@ assert parts: \forall integer k; 0 <= k < DXGMAP_PLACES ==> AdapterParts(s.adapter[k]); @/
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures same: \forall mmapping w; 0 <= WPhysical(w)
       ==> WOffset(w) == WPhysical(w) % DXGMAP_PAGE_SIZE; @/
  void dxgmap_refine_offsets(void)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_placed(dxgmap_state s)
  {
    dxgmap_refine_offsets();
    /@ assert places: \forall mstate m; Refines(s, m) ==> PlacesAlike(s, m); @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_on(dxgmap_state s, uint64_t adapter, uint32_t kind)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_own_gate(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t level)
  {
    return;
  }
*/
/*@ ghost
  /@ requires slots: PointerSlots(s, AdapterOf(adapter), index, address);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; PointerHandles(s, m, adapter, index, address)
       ==> PointerAlike(s, m, adapter, index, address); @/
  void dxgmap_refine_pointer_slots(dxgmap_state s, uint64_t adapter, uint32_t index, uint64_t address)
  {
    return;
  }
*/
/*@ ghost
  /@ requires natural: Natural(index) && Natural(address);
     requires handles: HandlesTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: \forall mstate m; Refines(s, m) && PlacesAlike(s, m) && OnAlike(s, m, adapter, DXGMAP_POINTER)
       ==> PointerHandles(s, m, adapter, index, address); @/
  void dxgmap_refine_pointer_handles(dxgmap_state s, uint64_t adapter, uint32_t index, uint64_t address)
  {
    /@ assert pointer: \forall integer h; KindAt(s, h, DXGMAP_POINTER) ==> InWindow(DescriptorOf(s, h)); @/
    /@ assert key: \forall mstate m, integer h; Refines(s, m) && PlacesAlike(s, m) && KindAt(s, h, DXGMAP_POINTER)
         ==> WIndex(MWhat(m, h)) == DescriptorOf(s, h).index &&
             WPlace(MWhat(m, h)) == s.adapter[HandleTag(h)].views.place[HandleIndex(h)]; @/
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_pointer(dxgmap_state s, uint64_t adapter, uint32_t index, uint64_t address)
  {
    uint32_t k = dxgmap_step_place(adapter);
    dxgmap_refine_slots(s);
    dxgmap_refine_windows(s);
    dxgmap_refine_home(s, adapter);
    /@ assert natural: Natural(index) && Natural(address); @/
    /@ assert slots: PointerSlots(s, k, index, address); @/
    dxgmap_refine_placed(s);
    dxgmap_refine_on(s, adapter, DXGMAP_POINTER);
    dxgmap_refine_pointer_handles(s, adapter, index, address);
    dxgmap_refine_pointer_slots(s, adapter, index, address);
    return;
  }
*/
/*@ ghost
  /@ requires slots: ObjectViewSlots(s, address);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; ObjectViewHandles(s, m, address)
       && ObjectViewAgrees(s, m, c, e, object, address) ==> ObjectViewsAlike(s, m, c, e, object, address, bytes); @/
  void dxgmap_refine_object_view_slots(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t address,
    uint64_t bytes)
  {
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures elsewhere: \forall mstate m, menv e, integer h; Refines(s, m) && Calls(e, c) &&
       KindAt(s, h, DXGMAP_OBJECT_VIEW) ==> (Elsewhere(DescriptorOf(s, h), c) <==> MElsewhere(m, e, h)); @/
  void dxgmap_refine_elsewhere(dxgmap_state s, dxgmap_caller c)
  {
    /@ assert user: \forall mstate m, integer h; Refines(s, m) && KindAt(s, h, DXGMAP_OBJECT_VIEW)
         ==> (WUser(MWhat(m, h)) <==> DescriptorOf(s, h).user != 0) &&
             (WUser(MWhat(m, h)) ==> WProcess(MWhat(m, h)) == DescriptorOf(s, h).process); @/
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures agrees: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> ObjectViewAgrees(s, m, c, e, object, address); @/
  void dxgmap_refine_object_view_agrees(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t address)
  {
    dxgmap_refine_slots(s);
    dxgmap_refine_parents_told(s);
    dxgmap_refine_handles();
    /@ assert parent: \forall integer h; IsObject(s, object) && ObjectViewOf(s, h, address)
         ==> (TargetOf(s, h) == HandleIndex(object) + 1 <==> ParentOf(s, h) == object); @/
    /@ assert view: \forall integer h; ObjectViewOf(s, h, address) ==> KindAt(s, h, DXGMAP_OBJECT_VIEW); @/
    /@ assert asked: \forall mstate m, integer h; Refines(s, m) && KindAt(s, h, DXGMAP_OBJECT_VIEW)
         ==> WParent(MWhat(m, h)) == ParentOf(s, h) && WLength(MWhat(m, h)) == DescriptorOf(s, h).length; @/
    dxgmap_refine_elsewhere(s, c);
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_object_views(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t address, uint64_t bytes)
  {
    dxgmap_refine_slots(s);
    dxgmap_refine_windows(s);
    /@ assert natural: Natural(address); @/
    /@ assert slots: ObjectViewSlots(s, address); @/
    /@ assert handles: \forall mstate m; Refines(s, m) ==> ObjectViewHandles(s, m, address); @/
    dxgmap_refine_object_view_agrees(s, c, object, address);
    dxgmap_refine_object_view_slots(s, c, object, address, bytes);
    return;
  }
*/
/*@ ghost
  /@ requires slots: ViewSlots(s, AdapterOf(adapter), kind, space, address);
     requires view: IsView(kind) && space <= DXGMAP_IO_SPACE;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m, menv e; ViewHandles(s, m, adapter, kind, space, address)
       && ViewAgrees(s, m, c, e, process) ==> ViewsAlike(s, m, c, e, adapter, kind, space, address, process); @/
  void dxgmap_refine_view_slots(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind, uint32_t space,
    uint64_t address, uint64_t process)
  {
    /@ assert ports: \forall integer i; space == DXGMAP_IO_SPACE
         && ViewAt(s.adapter[AdapterOf(adapter)], kind, space, address, i)
         ==> ProcessFits(s.adapter[AdapterOf(adapter)].descriptors.at[i], c, process); @/
    return;
  }
*/
/*@ ghost
  /@ requires view: IsView(kind) && space <= DXGMAP_IO_SPACE;
     requires handles: HandlesTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: \forall mstate m; BytesAlike(s, m) && OnAlike(s, m, adapter, kind)
       ==> ViewHandles(s, m, adapter, kind, space, address); @/
  void dxgmap_refine_view_keys(dxgmap_state s, uint64_t adapter, uint32_t kind, uint32_t space, uint64_t address)
  {
    return;
  }
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, adapter);
     requires view: IsView(kind) && space <= DXGMAP_IO_SPACE;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: \forall mstate m; Refines(s, m) ==> ViewHandles(s, m, adapter, kind, space, address); @/
  void dxgmap_refine_view_handles(dxgmap_state s, uint64_t adapter, uint32_t kind, uint32_t space, uint64_t address)
  {
    dxgmap_refine_slots(s);
    dxgmap_refine_windows(s);
    dxgmap_refine_home(s, adapter);
    dxgmap_refine_placed(s);
    dxgmap_refine_on(s, adapter, kind);
    dxgmap_refine_view_keys(s, adapter, kind, space, address);
    return;
  }
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures agrees: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> ViewAgrees(s, m, c, e, process); @/
  void dxgmap_refine_view_agrees(dxgmap_state s, dxgmap_caller c, uint64_t process)
  {
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_views(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind, uint32_t space,
    uint64_t address, uint64_t process)
  {
    uint32_t k = dxgmap_step_place(adapter);
    dxgmap_refine_slots(s);
    /@ assert slots: ViewSlots(s, k, kind, space, address); @/
    dxgmap_refine_view_handles(s, adapter, kind, space, address);
    dxgmap_refine_view_agrees(s, c, process);
    dxgmap_refine_view_slots(s, c, adapter, kind, space, address, process);
    return;
  }
*/
/*@ ghost
  void dxgmap_refine_view_in(dxgmap_state s, uint64_t handle, uint64_t process)
  {
    /@ assert natural: Natural(handle); @/
    return;
  }
*/
