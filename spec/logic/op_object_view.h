/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_OBJECT_VIEW_H
#define DXGMAP_LOGIC_OP_OBJECT_VIEW_H

/* Views of physical memory objects: the first cause that holds (spec/clauses/object_view.md). */

/*@
  predicate ObjectViewAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset, integer bytes,
                            integer status) =
    (!ObjectGate(s, c, h, DXGMAP_OK) ==> ObjectGate(s, c, h, status)) && (ObjectGate(s, c, h, DXGMAP_OK) ==>
    (user != 0 && DescriptorOf(s, h).index == DXGMAP_OBJECT_IO_SPACE ==> status == DXGMAP_BAD_FLAGS) &&
    (user == 0 || DescriptorOf(s, h).index != DXGMAP_OBJECT_IO_SPACE ==>
    (PartBadSize(offset, bytes) ==> status == DXGMAP_BAD_SIZE) && (!PartBadSize(offset, bytes) ==>
    (offset + bytes > DescriptorOf(s, h).length ==> status == DXGMAP_TOO_LARGE) &&
    (offset + bytes <= DescriptorOf(s, h).length ==> status == DXGMAP_OK))));

  predicate MapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer user, integer offset, integer bytes,
                            integer at, integer slack, integer pressure, integer status) =
    (!ObjectViewAdmit(s, c, h, user, offset, bytes, DXGMAP_OK)
       ==> ObjectViewAdmit(s, c, h, user, offset, bytes, status)) &&
    (ObjectViewAdmit(s, c, h, user, offset, bytes, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (!ViewRoom(s.adapter[DXGMAP_MACHINE].views, at, slack + bytes / DXGMAP_PAGE_SIZE)
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (ViewRoom(s.adapter[DXGMAP_MACHINE].views, at, slack + bytes / DXGMAP_PAGE_SIZE)
       ==> SlotStatus(s.adapter[DXGMAP_MACHINE], status))));

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

  predicate UnmapObjectStatus(dxgmap_state s, dxgmap_caller c, integer h, integer address, integer bytes,
                              integer status) =
    (!ObjectGate(s, c, h, DXGMAP_OK) ==> ObjectGate(s, c, h, status)) && (ObjectGate(s, c, h, DXGMAP_OK) ==>
    ((\forall integer i; !ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; ObjectViewAt(s.adapter[DXGMAP_MACHINE], address, i) ==>
      (s.adapter[DXGMAP_MACHINE].links.to.slot[i] != HandleIndex(h) + 1 ==> status == DXGMAP_NOT_OF_OBJECT) &&
      (s.adapter[DXGMAP_MACHINE].links.to.slot[i] == HandleIndex(h) + 1 ==>
      (bytes != s.adapter[DXGMAP_MACHINE].descriptors.at[i].length ==> status == DXGMAP_BAD_SIZE) &&
      (bytes == s.adapter[DXGMAP_MACHINE].descriptors.at[i].length ==>
      (Elsewhere(s.adapter[DXGMAP_MACHINE].descriptors.at[i], c) ==> status == DXGMAP_BAD_PROCESS) &&
      (!Elsewhere(s.adapter[DXGMAP_MACHINE].descriptors.at[i], c) ==> status == DXGMAP_OK)))));
*/

#endif
