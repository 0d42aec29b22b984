/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_POINTER_H
#define DXGMAP_LOGIC_OP_POINTER_H

/* Frame buffer pointers: the first cause that holds (spec/clauses/pointer.md). */

/*@
  predicate ChunkBadSize(integer size, integer offset) =
    size == 0 || size % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0;

  predicate PointerAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
                         integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ==> status == DXGMAP_NO_SAVE_AREA) &&
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] != 0 ==>
    (ChunkBadSize(size, offset) ==> status == DXGMAP_BAD_SIZE) && (!ChunkBadSize(size, offset) ==>
    (offset + size > s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
       ==> status == DXGMAP_TOO_LARGE) &&
    (offset + size <= s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
       ==> status == DXGMAP_OK)))));

  predicate MapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
                             integer at, integer slack, integer pressure, integer status) =
    (!PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ==> PointerAdmit(s, c, h, index, size, offset, status)) &&
    (PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (!ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
       ==> status == DXGMAP_PLACE_TAKEN) &&
    (ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
       ==> SlotStatus(s.adapter[AdapterOf(h)], status))));

  // The descriptor says which bytes of which save area the pointer reaches, and what stands before them.
  predicate PointerAsked(dxgmap_descriptor d, integer index, integer size, integer offset, integer slack) =
    d.kind == DXGMAP_POINTER && d.index == index && d.length == size && d.physical == offset && d.slack == slack;

  // Slot i is a live pointer into save area `index` whose base is `address`, a byte offset in the window.
  predicate PointerAt(dxgmap_adapter a, integer index, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_POINTER && a.descriptors.at[i].index == index &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  predicate UnmapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer address,
                               integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    ((\forall integer i; !PointerAt(s.adapter[AdapterOf(h)], index, address, i)) ==> status == DXGMAP_BAD_ADDRESS) &&
    (\forall integer i; PointerAt(s.adapter[AdapterOf(h)], index, address, i) ==> status == DXGMAP_OK)));
*/

#endif
