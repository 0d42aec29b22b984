/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_OBJECT_H
#define DXGMAP_LOGIC_OP_OBJECT_H

/* Physical memory objects and their adapter objects: the first cause that holds (spec/clauses/object.md). */

/*@
  predicate ObjectBadSize(dxgmap_object_request r) =
    r.length == 0 || r.length % DXGMAP_PAGE_SIZE != 0 ||
    (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical + r.length > 0xFFFFFFFFFFFFFFFF);

  predicate CreateAdmit(dxgmap_caller c, dxgmap_object_request r, integer status) =
    c.irql > DXGMAP_APC_LEVEL ? status == DXGMAP_BAD_IRQL : // GATE-2
    r.type > DXGMAP_OBJECT_IO_SPACE ? status == DXGMAP_BAD_KIND : // OBJECT-8
    ObjectBadSize(r) ? status == DXGMAP_BAD_SIZE : // OBJECT-9
    r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_ADDRESS : // OBJECT-10
    status == DXGMAP_OK;
  predicate CreateStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer status) =
    !CreateAdmit(c, r, DXGMAP_OK) ? CreateAdmit(c, r, status) :
    SlotStatus(s.adapter[DXGMAP_MACHINE], status); // OBJECT-11

  // The descriptor says what the object was asked for.
  predicate ObjectAsked(dxgmap_descriptor d, dxgmap_object_request r) =
    d.kind == DXGMAP_OBJECT && d.index == r.type && (d.user != 0 <==> r.bound != 0) && d.cache == r.cache &&
    d.physical == r.physical && d.length == r.length;

  // Parts of an object are whole pages of it.
  predicate PartBadSize(integer offset, integer bytes) =
    bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0;

  predicate IsObject(dxgmap_state s, integer h) = HandleOf(s, DXGMAP_MACHINE, DXGMAP_OBJECT, h);
  predicate IsAdapterObject(dxgmap_state s, integer h) =
    HandleTag(h) < DXGMAP_ADAPTERS && HandleOf(s, HandleTag(h), DXGMAP_ADAPTER_OBJECT, h);
  logic dxgmap_descriptor DescriptorOf(dxgmap_state s, integer h) =
    s.adapter[HandleTag(h)].descriptors.at[HandleIndex(h)];

  // A call names an object, or an adapter object of an adapter that is in use.
  predicate ObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !IsObject(s, h) ? status == DXGMAP_BAD_HANDLE : // DESTROY-6, OBJECTVIEW-9, UNOBJECTVIEW-6
    c.irql > DXGMAP_APC_LEVEL ? status == DXGMAP_BAD_IRQL : // GATE-2
    status == DXGMAP_OK;
  predicate AdapterObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !IsAdapterObject(s, h) ? status == DXGMAP_BAD_HANDLE : // CLOSE-5, ADL-10, FREEADL-7
    c.irql > DXGMAP_APC_LEVEL ? status == DXGMAP_BAD_IRQL : // GATE-2
    Excluded(c, s.adapter[HandleTag(h)]) ? status == DXGMAP_EXCLUSIVE : // GATE-3
    status == DXGMAP_OK;

  predicate BoundDiffers(dxgmap_descriptor d, integer creating) = !(d.user != 0 <==> creating != 0);
  predicate OpenStatus(dxgmap_state s, dxgmap_caller c, integer object, integer h, integer creating, integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    !UsesAdls(s, h) ? status == DXGMAP_BAD_MODE : // OPEN-5
    !IsObject(s, object) ? status == DXGMAP_BAD_HANDLE : // OPEN-6
    BoundDiffers(DescriptorOf(s, object), creating) ? status == DXGMAP_BOUND : // OPEN-7
    s.opened.place[HandleIndex(object)] != 0 ? status == DXGMAP_OPENED : // OPEN-8
    SlotStatus(s.adapter[AdapterOf(h)], status); // OPEN-9

  predicate CloseStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !AdapterObjectGate(s, c, h, DXGMAP_OK) ? AdapterObjectGate(s, c, h, status) : // CLOSE-5, GATE-2, GATE-3
    !LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) ? status == DXGMAP_IN_USE : // CLOSE-6
    status == DXGMAP_OK;

  // No adapter object, no view: memory that nobody looks at.
  predicate ObjectFree(dxgmap_state s, integer h) =
    s.opened.place[HandleIndex(h)] == 0 && LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(h));
  predicate DestroyStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    !ObjectGate(s, c, h, DXGMAP_OK) ? ObjectGate(s, c, h, status) : // DESTROY-6, GATE-2
    !ObjectFree(s, h) ? status == DXGMAP_IN_USE : // DESTROY-8
    status == DXGMAP_OK;
*/

#endif
