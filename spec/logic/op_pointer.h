/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_POINTER_H
#define DXGMAP_LOGIC_OP_POINTER_H

/* Frame buffer pointers: the first cause that holds (spec/clauses/pointer.md). */

/*@
  predicate PointerAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size, integer offset,
    integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // POINTER-7
    s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ? status == DXGMAP_NO_SAVE_AREA : // POINTER-8
    size == 0 || size % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_SIZE : // POINTER-9
    offset % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_SIZE : // POINTER-10
    offset + size > s.adapter[AdapterOf(h)].saves.maximum.pages[index] * DXGMAP_PAGE_SIZE
      ? status == DXGMAP_TOO_LARGE : // POINTER-11
    status == DXGMAP_OK;

  predicate MapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer size,
                                 integer offset, integer at, integer slack, integer pressure, integer status) =
    !PointerAdmit(s, c, h, index, size, offset, DXGMAP_OK) ? PointerAdmit(s, c, h, index, size, offset, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // POINTER-12
    !ViewRoom(s.adapter[AdapterOf(h)].views, at, slack + size / DXGMAP_PAGE_SIZE)
      ? status == DXGMAP_PLACE_TAKEN : // POINTER-13
    SlotStatus(s.adapter[AdapterOf(h)], status); // POINTER-14

  // The descriptor says which bytes of which save area the pointer reaches, and what stands before them.
  predicate PointerAsked(dxgmap_descriptor d, integer index, integer size, integer offset, integer slack) =
    d.kind == DXGMAP_POINTER && d.index == index && d.length == size && d.physical == offset && d.slack == slack;

  // Slot i is a live pointer into save area `index` whose base is `address`, a byte offset in the window.
  predicate PointerAt(dxgmap_adapter a, integer index, integer address, integer i) =
    0 <= i < DXGMAP_SLOTS && a.descriptors.at[i].kind == DXGMAP_POINTER && a.descriptors.at[i].index == index &&
    a.views.place[i] * DXGMAP_PAGE_SIZE == address;

  predicate NoPointerAt(dxgmap_adapter a, integer index, integer address) =
    \forall integer i; !PointerAt(a, index, address, i);
  predicate UnmapPointerStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer address,
    integer status) =
    !LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // UNPOINTER-5
    NoPointerAt(s.adapter[AdapterOf(h)], index, address) ? status == DXGMAP_BAD_ADDRESS : // UNPOINTER-6
    status == DXGMAP_OK;
*/

#endif
