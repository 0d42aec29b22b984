/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_OBJECT_H
#define DXGMAP_LOGIC_OP_OBJECT_H

/* Physical memory objects and their adapter objects: the first cause that holds (spec/clauses/object.md). */

/*@
  predicate ObjectBadSize(dxgmap_object_request r) =
    r.length == 0 || r.length % DXGMAP_PAGE_SIZE != 0 ||
    (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical + r.length > 0xFFFFFFFFFFFFFFFF);

  predicate CreateAdmit(dxgmap_caller c, dxgmap_object_request r, integer status) =
    (c.irql > DXGMAP_APC_LEVEL ==> status == DXGMAP_BAD_IRQL) && (c.irql <= DXGMAP_APC_LEVEL ==>
    (r.type > DXGMAP_OBJECT_IO_SPACE ==> status == DXGMAP_BAD_KIND) && (r.type <= DXGMAP_OBJECT_IO_SPACE ==>
    (ObjectBadSize(r) ==> status == DXGMAP_BAD_SIZE) && (!ObjectBadSize(r) ==>
    (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0 ==> status == DXGMAP_BAD_ADDRESS) &&
    (!(r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0) ==> status == DXGMAP_OK))));
  predicate CreateStatus(dxgmap_state s, dxgmap_caller c, dxgmap_object_request r, integer status) =
    (!CreateAdmit(c, r, DXGMAP_OK) ==> CreateAdmit(c, r, status)) && (CreateAdmit(c, r, DXGMAP_OK) ==>
    SlotStatus(s.adapter[DXGMAP_MACHINE], status));

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
    (!IsObject(s, h) ==> status == DXGMAP_BAD_HANDLE) && (IsObject(s, h) ==>
    (c.irql > DXGMAP_APC_LEVEL ==> status == DXGMAP_BAD_IRQL) && (c.irql <= DXGMAP_APC_LEVEL ==> status == DXGMAP_OK));
  predicate AdapterObjectGate(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!IsAdapterObject(s, h) ==> status == DXGMAP_BAD_HANDLE) && (IsAdapterObject(s, h) ==>
    (c.irql > DXGMAP_APC_LEVEL ==> status == DXGMAP_BAD_IRQL) && (c.irql <= DXGMAP_APC_LEVEL ==>
    (s.adapter[HandleTag(h)].exclusive != 0 ==> status == DXGMAP_EXCLUSIVE) &&
    (s.adapter[HandleTag(h)].exclusive == 0 ==> status == DXGMAP_OK)));

  predicate BoundDiffers(dxgmap_descriptor d, integer creating) = !(d.user != 0 <==> creating != 0);
  predicate OpenStatus(dxgmap_state s, dxgmap_caller c, integer object, integer h, integer creating, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (s.adapter[AdapterOf(h)].mode != DXGMAP_REMAPPING ==> status == DXGMAP_BAD_MODE) &&
    (s.adapter[AdapterOf(h)].mode == DXGMAP_REMAPPING ==>
    (!IsObject(s, object) ==> status == DXGMAP_BAD_HANDLE) && (IsObject(s, object) ==>
    (BoundDiffers(DescriptorOf(s, object), creating) ==> status == DXGMAP_BOUND) &&
    (!BoundDiffers(DescriptorOf(s, object), creating) ==>
    (s.opened.place[HandleIndex(object)] != 0 ==> status == DXGMAP_OPENED) &&
    (s.opened.place[HandleIndex(object)] == 0 ==> SlotStatus(s.adapter[AdapterOf(h)], status))))));

  predicate CloseStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!AdapterObjectGate(s, c, h, DXGMAP_OK) ==> AdapterObjectGate(s, c, h, status)) &&
    (AdapterObjectGate(s, c, h, DXGMAP_OK) ==>
    (!LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) ==> status == DXGMAP_IN_USE) &&
    (LinkFree(s.adapter[HandleTag(h)].links, HandleIndex(h)) ==> status == DXGMAP_OK));

  // No adapter object, no view: memory that nobody looks at.
  predicate ObjectFree(dxgmap_state s, integer h) =
    s.opened.place[HandleIndex(h)] == 0 && LinkFree(s.adapter[DXGMAP_MACHINE].links, HandleIndex(h));
  predicate DestroyStatus(dxgmap_state s, dxgmap_caller c, integer h, integer status) =
    (!ObjectGate(s, c, h, DXGMAP_OK) ==> ObjectGate(s, c, h, status)) && (ObjectGate(s, c, h, DXGMAP_OK) ==>
    (!ObjectFree(s, h) ==> status == DXGMAP_IN_USE) && (ObjectFree(s, h) ==> status == DXGMAP_OK));
*/

#endif
