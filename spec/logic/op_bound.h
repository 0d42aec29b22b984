/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_BOUND_H
#define DXGMAP_LOGIC_OP_BOUND_H

/* An object together with its adapter object: both steps, or none (spec/clauses/object.md, OBJECT-4, DESTROY-3). */

/*@
  // Whether one more object can be opened for the adapter.
  predicate BindStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    !UsesAdls(s, h) ? status == DXGMAP_BAD_MODE : // OPEN-5
    SlotStatus(s.adapter[AdapterOf(h)], status); // OPEN-9

  predicate CreateBoundAdmit(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer h, integer status) =
    !CreateAdmit(c, r, DXGMAP_OK) ? CreateAdmit(c, r, status) :
    BindStatus(s, c, h, status);
  predicate CreateBoundStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer h, integer status) =
    !CreateBoundAdmit(s, c, r, h, DXGMAP_OK) ? CreateBoundAdmit(s, c, r, h, status) :
    SlotStatus(s.adapter[DXGMAP_MACHINE], status); // OBJECT-11

  // The descriptor says what the object was asked for, and that it was made with an adapter.
  predicate BoundAsked(dxgmap_descriptor d, dxgmap_object_request r) =
    d.kind == DXGMAP_OBJECT && d.index == r.type && d.user != 0 && d.cache == r.cache && d.physical == r.physical &&
    d.length == r.length;
  // The step acquired an object, and then its adapter object on adapter k; or released them the other way round.
  predicate MakesBound(dxgmap_state a, dxgmap_state b, integer k, integer object, integer opened) =
    \exists dxgmap_state m; Acquires(a, m, DXGMAP_MACHINE, object) && Acquires(m, b, k, opened);
  predicate EndsBound(dxgmap_state a, dxgmap_state b, integer object, integer opened) =
    \exists dxgmap_state m; Releases(a, m, HandleTag(opened), opened) && Releases(m, b, DXGMAP_MACHINE, object);

  predicate OpensThis(dxgmap_state s, integer opened, integer object) =
    DescriptorOf(s, opened).object == HandleIndex(object) + 1;
  predicate DestroyBoundStatus(dxgmap_state s, dxgmap_caller c, integer object, integer opened, integer status) =
    !CloseStatus(s, c, opened, DXGMAP_OK) ? CloseStatus(s, c, opened, status) :
    !ObjectGate(s, c, object, DXGMAP_OK) ? ObjectGate(s, c, object, status) : // DESTROY-6, GATE-2
    !OpensThis(s, opened, object) ? status == DXGMAP_NOT_OF_OBJECT : // DESTROY-7
    !LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(object)) ? status == DXGMAP_IN_USE : // DESTROY-8
    status == DXGMAP_OK;
*/

#endif
