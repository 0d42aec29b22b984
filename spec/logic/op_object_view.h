/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_OBJECT_VIEW_H
#define DXGMAP_LOGIC_OP_OBJECT_VIEW_H

/* Views of physical memory objects: the first cause that holds (spec/clauses/object_view.md). */

/*@
  predicate ObjectViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset,
                                integer bytes, integer status) =
    !ObjectGate(s, c, h, DXGMAP_OK) ? ObjectGate(s, c, h, status) : // OBJECTVIEW-9, GATE-2
    user != 0 && DescriptorOf(s, h).index == DXGMAP_OBJECT_IO_SPACE ? status == DXGMAP_BAD_FLAGS : // OBJECTVIEW-10
    PartBadSize(offset, bytes) ? status == DXGMAP_BAD_SIZE : // OBJECTVIEW-11
    offset + bytes > DescriptorOf(s, h).length ? status == DXGMAP_TOO_LARGE : // OBJECTVIEW-12
    status == DXGMAP_OK;

  predicate MapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset,
                                integer bytes, integer at, integer slack, integer pressure, integer status) =
    !ObjectViewAdmit(s, c, h, user, offset, bytes, DXGMAP_OK) ? ObjectViewAdmit(s, c, h, user, offset, bytes, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // OBJECTVIEW-13
    !ViewRoom(s.adapter[DXGMAP_MACHINE].views, at, slack + bytes / DXGMAP_PAGE_SIZE) ? status == DXGMAP_PLACE_TAKEN : // OBJECTVIEW-14
    SlotStatus(s.adapter[DXGMAP_MACHINE], status); // OBJECTVIEW-15

  predicate ObjectViewAsked(dxgmap_descriptor d, dxgmap_caller c, integer user, integer offset, integer bytes,
                            integer slack) =
    d.kind == DXGMAP_OBJECT_VIEW && (d.user != 0 <==> user != 0) && d.physical == offset && d.length == bytes &&
    d.slack == slack && (user != 0 ==> d.process == c.process);

  // Slot i is a live view of an object whose base is `address`, a byte offset in the machine's window.
  predicate ObjectViewAt(dxgmap_adapter a, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_OBJECT_VIEW &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  // A view in user mode is released in its process.
  predicate Elsewhere(dxgmap_descriptor d, dxgmap_caller c) = d.user != 0 && c.process != d.process;

  // No view of an object begins at the address; one that does is of another object, of other bytes, of another process.
  predicate NoObjectViewAt(dxgmap_adapter a, integer address) = \forall integer i; !ObjectViewAt(a, address, i);
  predicate ObjectViewOfOther(dxgmap_adapter a, integer address, integer object) =
    \exists integer i; ObjectViewAt(a, address, i) && a.links.to.slot[i] != object + 1;
  predicate ObjectViewOfBytes(dxgmap_adapter a, integer address, integer bytes) =
    \exists integer i; ObjectViewAt(a, address, i) && a.descriptors.at[i].length == bytes;
  predicate ObjectViewElsewhere(dxgmap_adapter a, integer address, dxgmap_caller c) =
    \exists integer i; ObjectViewAt(a, address, i) && Elsewhere(a.descriptors.at[i], c);
  predicate UnmapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer address, integer bytes, integer status) =
    !ObjectGate(s, c, h, DXGMAP_OK) ? ObjectGate(s, c, h, status) : // UNOBJECTVIEW-6, GATE-2
    NoObjectViewAt(s.adapter[DXGMAP_MACHINE], address) ? status == DXGMAP_BAD_ADDRESS : // UNOBJECTVIEW-7
    ObjectViewOfOther(s.adapter[DXGMAP_MACHINE], address, HandleIndex(h)) ? status == DXGMAP_NOT_OF_OBJECT : // UNOBJECTVIEW-8
    !ObjectViewOfBytes(s.adapter[DXGMAP_MACHINE], address, bytes) ? status == DXGMAP_BAD_SIZE : // UNOBJECTVIEW-9
    ObjectViewElsewhere(s.adapter[DXGMAP_MACHINE], address, c) ? status == DXGMAP_BAD_PROCESS : // UNOBJECTVIEW-10
    status == DXGMAP_OK;
*/

#endif
