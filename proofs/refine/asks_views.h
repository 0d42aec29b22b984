/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_ASKS_VIEWS_H
#define DXGMAP_REFINE_ASKS_VIEWS_H

#include "asks_objects.h"

/* What a release looks at of what stands in a window: pointers, views, views of objects. */

/*@
  // What stands in a window has pages there.
  predicate WindowsTell(dxgmap_state s) = \forall integer h; 0 <= h && Valid(s, h) && InWindow(DescriptorOf(s, h)) ==>
    s.adapter[HandleTag(h)].views.span[HandleIndex(h)] > 0;

  // Where what stands in a window is, and which bytes or ports a view is of.
  predicate PlacesAlike(dxgmap_state s, mstate m) =
    \forall integer h; 0 <= h && Valid(s, h) && InWindow(DescriptorOf(s, h)) ==>
      WPlace(MWhat(m, h)) == s.adapter[HandleTag(h)].views.place[HandleIndex(h)] &&
      WSpan(MWhat(m, h)) == s.adapter[HandleTag(h)].views.span[HandleIndex(h)];
  predicate BytesAlike(dxgmap_state s, mstate m) =
    \forall integer h; 0 <= h && Valid(s, h) && IsView(DescriptorOf(s, h).kind) ==>
      WSpace(MWhat(m, h)) == DescriptorOf(s, h).space &&
      WFirst(MWhat(m, h), DescriptorOf(s, h).space) == ViewBase(s.adapter[HandleTag(h)], HandleIndex(h)) &&
      WPast(MWhat(m, h), DescriptorOf(s, h).space) == ViewEnd(s.adapter[HandleTag(h)], HandleIndex(h));
  // Which live mappings of such a kind are on adapter x.
  predicate OnAlike(dxgmap_state s, mstate m, integer x, integer kind) = \forall integer h;
    (KindAt(s, h, kind) && HandleTag(h) == AdapterOf(x)) <==> MHandleOf(m, h, x, kind);

  predicate OwnGateAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, integer level) =
    \forall integer status; OwnGateStatus(s, c, x, level, status) <==> status == COwnGate(m, e, x, level);

  // The live mapping of handle h is such a pointer of place k.
  predicate PointerOf(dxgmap_state s, integer h, integer k, integer index, integer address) =
    0 <= h && Valid(s, h) && HandleTag(h) == k && PointerAt(s.adapter[k], index, address, HandleIndex(h));
  predicate PointerSlots(dxgmap_state s, integer k, integer index, integer address) =
    \forall integer i; PointerAt(s.adapter[k], index, address, i)
        ==> PointerOf(s, HandleAt(s, k, i), k, index, address);
  predicate PointerHandles(dxgmap_state s, mstate m, integer x, integer index, integer address) = \forall integer h;
    PointerOf(s, h, AdapterOf(x), index, address) <==> MPointerAt(m, h, x, index, address);
  predicate PointerAlike(dxgmap_state s, mstate m, integer x, integer index, integer address) =
    NoPointerAt(s.adapter[AdapterOf(x)], index, address) <==> !MPointerThere(m, x, index, address);

  // It is a view of an object that begins there.
  predicate ObjectViewOf(dxgmap_state s, integer h, integer address) = 0 <= h && Valid(s, h) &&
    HandleTag(h) == DXGMAP_MACHINE && ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, HandleIndex(h));
  predicate ObjectViewSlots(dxgmap_state s, integer address) = \forall integer i;
    ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, i) ==> ObjectViewOf(s, HandleAt(s, DXGMAP_MACHINE, i), address) &&
    HandleIndex(HandleAt(s, DXGMAP_MACHINE, i)) == i;
  predicate ObjectViewHandles(dxgmap_state s, mstate m, integer address) = \forall integer h;
    ObjectViewOf(s, h, address) <==> MObjectViewAt(m, h, address);
  predicate ObjectViewAgrees(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer o, integer address) =
    \forall integer h; ObjectViewOf(s, h, address) ==>
      (IsObject(s, o) ==> (TargetOf(s, h) == HandleIndex(o) + 1 <==> WParent(MWhat(m, h)) == o)) &&
      WLength(MWhat(m, h)) == DescriptorOf(s, h).length && (Elsewhere(DescriptorOf(s, h), c) <==> MElsewhere(m, e, h));
  predicate ObjectViewsAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer o, integer address,
                             integer bytes) =
    (NoObjectViewAt(s.adapter[DXGMAP_MACHINE], address) <==> !MObjectViewThere(m, address)) &&
    (IsObject(s, o) ==> (ObjectViewOfOther(s.adapter[DXGMAP_MACHINE], address, HandleIndex(o))
      <==> MObjectViewOther(m, address, o))) &&
    (ObjectViewOfBytes(s.adapter[DXGMAP_MACHINE], address, bytes) <==> MObjectViewSized(m, address, bytes)) &&
    (ObjectViewElsewhere(s.adapter[DXGMAP_MACHINE], address, c) <==> MObjectViewElsewhere(m, e, address));

  // It is a view of place k that the address releases.
  predicate ViewOfKey(dxgmap_state s, integer h, integer k, integer kind, integer space, integer address) =
    0 <= h && Valid(s, h) && HandleTag(h) == k && ViewAt(s.adapter[k], kind, space, address, HandleIndex(h));
  predicate ViewSlots(dxgmap_state s, integer k, integer kind, integer space, integer address) = \forall integer i;
    ViewAt(s.adapter[k], kind, space, address, i) ==> ViewOfKey(s, HandleAt(s, k, i), k, kind, space, address) &&
    HandleIndex(HandleAt(s, k, i)) == i;
  predicate ViewHandles(dxgmap_state s, mstate m, integer x, integer kind, integer space, integer address) =
    \forall integer h; ViewOfKey(s, h, AdapterOf(x), kind, space, address) <==> MViewAt(m, h, x, kind, space, address);
  predicate ViewAgrees(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer process) =
    \forall integer h; 0 <= h && Valid(s, h) && IsView(DescriptorOf(s, h).kind) &&
      DescriptorOf(s, h).space == DXGMAP_MEMORY_SPACE ==>
      (ProcessFits(DescriptorOf(s, h), c, process) <==> !MViewMisfit(m, e, h, process));
  predicate ViewsAlike(dxgmap_state s, mstate m, dxgmap_caller c, menv e, integer x, integer kind, integer space,
                       integer address, integer process) = IsView(kind) && space <= DXGMAP_IO_SPACE ==>
    (NoViewAt(s.adapter[AdapterOf(x)], kind, space, address) <==> !MViewThere(m, x, kind, space, address)) &&
    (ViewElsewhere(s.adapter[AdapterOf(x)], c, kind, space, address, process)
      <==> space == DXGMAP_MEMORY_SPACE && MViewElsewhere(m, e, x, kind, space, address, process));

  predicate ViewInAlike(dxgmap_state s, mstate m, integer h, integer process) =
    ViewOf(s, h, process) <==> MViewIn(m, h, process);
*/

/* None of these runs. */
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures windows: WindowsTell(s); @/
  void dxgmap_refine_windows(dxgmap_state s);
*/
/*@ ghost
  /@ requires windows: WindowsTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures places: \forall mstate m; Refines(s, m) ==> PlacesAlike(s, m);
     ensures bytes: \forall mstate m; Refines(s, m) ==> BytesAlike(s, m); @/
  void dxgmap_refine_placed(dxgmap_state s);
*/
/*@ ghost
  /@ requires tell: HomesTell(s, adapter);
     requires handles: HandlesTell(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures on: \forall mstate m; Refines(s, m) ==> OnAlike(s, m, adapter, kind); @/
  void dxgmap_refine_on(dxgmap_state s, uint64_t adapter, uint32_t kind);
*/
/*@ ghost
  /@ terminates \true;
     exits \false;
     assigns \nothing;
     ensures gate: \forall mstate m, menv e; Refines(s, m) && Calls(e, c) ==> OwnGateAlike(s, m, c, e, adapter, level);
     ensures known: OwnGateStatus(s, c, adapter, level, DXGMAP_OK) ==> KnownAdapter(s, adapter); @/
  void dxgmap_refine_own_gate(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t level);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, adapter);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: \forall mstate m; Refines(s, m) ==> PointerHandles(s, m, adapter, index, address);
     ensures alike: \forall mstate m; Refines(s, m) ==> PointerAlike(s, m, adapter, index, address); @/
  void dxgmap_refine_pointer(dxgmap_state s, uint64_t adapter, uint32_t index, uint64_t address);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: \forall mstate m; Refines(s, m) ==> ObjectViewHandles(s, m, address);
     ensures alike: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> ObjectViewsAlike(s, m, c, e, object, address, bytes); @/
  void dxgmap_refine_object_views(dxgmap_state s, dxgmap_caller c, uint64_t object, uint64_t address, uint64_t bytes);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     requires known: KnownAdapter(s, adapter);
     requires view: IsView(kind) && space <= DXGMAP_IO_SPACE;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures handles: \forall mstate m; Refines(s, m) ==> ViewHandles(s, m, adapter, kind, space, address);
     ensures alike: \forall mstate m, menv e; Refines(s, m) && Calls(e, c)
       ==> ViewsAlike(s, m, c, e, adapter, kind, space, address, process); @/
  void dxgmap_refine_views(dxgmap_state s, dxgmap_caller c, uint64_t adapter, uint32_t kind, uint32_t space,
    uint64_t address, uint64_t process);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures alike: \forall mstate m; Refines(s, m) ==> ViewInAlike(s, m, handle, process); @/
  void dxgmap_refine_view_in(dxgmap_state s, uint64_t handle, uint64_t process);
*/

#endif
