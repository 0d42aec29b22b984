/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_MADE_OBJECTS_H
#define DXGMAP_REFINE_MADE_OBJECTS_H

#include "made.h"

/* Objects and what opens them, in the core and in the machine. */

/*@
  // A call on an object, or that makes one, of a machine that the core refines.
  predicate MeetsMachine(dxgmap_state s, mstate m, dxgmap_caller c, menv e) =
    Capacities && Refines(s, m) && Calls(e, c) && SlotIs(e, s, DXGMAP_MACHINE);

  predicate ObjectAlike(dxgmap_state s, mstate m, integer o) = IsObject(s, o) <==> MKindAt(m, o, DXGMAP_OBJECT);
  // A live object is what it was made as.
  predicate ObjectSame(dxgmap_state s, mstate m, integer o) = IsObject(s, o) ==>
    WMemory(MWhat(m, o)) == DescriptorOf(s, o).index && (WBound(MWhat(m, o)) <==> DescriptorOf(s, o).user != 0) &&
    WLength(MWhat(m, o)) == DescriptorOf(s, o).length;
  predicate OpenedAlike(dxgmap_state s, mstate m, integer o) = IsObject(s, o) ==>
    (s.opened.place[HandleIndex(o)] != 0 <==> MHasChild(m, o, DXGMAP_ADAPTER_OBJECT));
  // The live mapping g is the adapter object of o.
  predicate OpensAt(dxgmap_state s, integer g, integer o) = 0 <= g && Valid(s, g) &&
    DescriptorOf(s, g).kind == DXGMAP_ADAPTER_OBJECT && ParentOf(s, g) == o;
*/

/* None of these runs. */
/*@ ghost
  // Whether a handle is that of an object.
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures iff: \result != 0 <==> IsObject(s, object); @/
  uint32_t dxgmap_refine_is_object(dxgmap_state s, uint64_t object);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures object: \forall mstate m; Refines(s, m) ==> ObjectAlike(s, m, object);
     ensures same: \forall mstate m; Refines(s, m) ==> ObjectSame(s, m, object); @/
  void dxgmap_refine_object(dxgmap_state s, uint64_t object);
*/
/*@ ghost
  /@ requires inv: Inv(s);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures opened: \forall mstate m; Refines(s, m) ==> OpenedAlike(s, m, object); @/
  void dxgmap_refine_opened(dxgmap_state s, uint64_t object);
*/
/*@ ghost
  // What captures no page has none, nor window pages where its kind has none.
  /@ requires inv: Inv(s);
     requires place: HandleTag(h) < DXGMAP_PLACES && Valid(s, h);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures pages: !InDomain(DescriptorOf(s, h).kind) ==> PagesOf(s, h) == 0;
     ensures window: !InWindow(DescriptorOf(s, h)) ==> PlacedAt(s, h, 0, 0); @/
  void dxgmap_refine_bare(dxgmap_state s, uint64_t h);
*/

#endif
