/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PIN_H
#define DXGMAP_LOGIC_OP_PIN_H

/* Pin and unpin of a save area: the first cause that holds (spec/clauses/pin.md, unpin.md). */

/*@
  // An MDL describes less than 4 GiB, an ADL less than 2^32 pages.
  predicate PinTooLarge(dxgmap_saves s, integer index, integer bytes, integer kind) =
    bytes / DXGMAP_PAGE_SIZE > s.maximum.pages[index] ||
    (kind == DXGMAP_PIN && bytes > 0xFFFFF000) || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;

  predicate PinAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
    integer status) =
    !AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? AcquireGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11, 12
    !IsPin(kind) ? status == DXGMAP_BAD_KIND : // PIN-9
    kind == DXGMAP_PIN && !UsesMdls(s, h) ? status == DXGMAP_BAD_MODE : // PIN-20
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // PIN-10
    s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ? status == DXGMAP_NO_SAVE_AREA : // PIN-11
    bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 ? status == DXGMAP_BAD_SIZE : // PIN-12
    PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ? status == DXGMAP_TOO_LARGE : // PIN-13
    s.adapter[AdapterOf(h)].saves.pin[index] != 0 ? status == DXGMAP_PINNED : // PIN-14
    status == DXGMAP_OK;

  predicate PinStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                             uint64_t *pages, integer count, integer pressure, integer status) =
    !PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ? PinAdmit(s, c, h, index, bytes, kind, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // PIN-15
    count != bytes / DXGMAP_PAGE_SIZE ? status == DXGMAP_BAD_COUNT : // PIN-16
    !PagesInMemory(pages, count) ? status == DXGMAP_BAD_PAGE : // PIN-17
    PagesStatus(s.adapter[AdapterOf(h)], count, status); // PIN-18, PIN-19

  predicate UnpinStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer status) =
    !LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11
    index >= s.adapter[AdapterOf(h)].saves.chain ? status == DXGMAP_BAD_INDEX : // UNPIN-7
    s.adapter[AdapterOf(h)].saves.pin[index] == 0 ? status == DXGMAP_NOT_PINNED : // UNPIN-8
    status == DXGMAP_OK;
*/

#endif
