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
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (!IsPin(kind) ==> status == DXGMAP_BAD_KIND) && (IsPin(kind) ==>
    (kind == DXGMAP_PIN && s.adapter[AdapterOf(h)].mode != DXGMAP_IDENTITY ==> status == DXGMAP_BAD_MODE) &&
    (!(kind == DXGMAP_PIN && s.adapter[AdapterOf(h)].mode != DXGMAP_IDENTITY) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] == 0 ==> status == DXGMAP_NO_SAVE_AREA) &&
    (s.adapter[AdapterOf(h)].saves.maximum.pages[index] != 0 ==>
    (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 ==> status == DXGMAP_BAD_SIZE) &&
    (bytes != 0 && bytes % DXGMAP_PAGE_SIZE == 0 ==>
    (PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ==> status == DXGMAP_TOO_LARGE) &&
    (!PinTooLarge(s.adapter[AdapterOf(h)].saves, index, bytes, kind) ==>
    (s.adapter[AdapterOf(h)].saves.pin[index] != 0 ==> status == DXGMAP_PINNED) &&
    (s.adapter[AdapterOf(h)].saves.pin[index] == 0 ==> status == DXGMAP_OK))))))));

  predicate PinStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                         uint64_t *pages, integer count, integer pressure, integer status) =
    (!PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ==> PinAdmit(s, c, h, index, bytes, kind, status)) &&
    (PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ==>
    (pressure != 0 ==> status == DXGMAP_PRESSURE) && (pressure == 0 ==>
    (count != bytes / DXGMAP_PAGE_SIZE ==> status == DXGMAP_BAD_COUNT) && (count == bytes / DXGMAP_PAGE_SIZE ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[AdapterOf(h)], count, status)))));

  predicate UnpinStatus(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (index >= s.adapter[AdapterOf(h)].saves.chain ==> status == DXGMAP_BAD_INDEX) &&
    (index < s.adapter[AdapterOf(h)].saves.chain ==>
    (s.adapter[AdapterOf(h)].saves.pin[index] == 0 ==> status == DXGMAP_NOT_PINNED) &&
    (s.adapter[AdapterOf(h)].saves.pin[index] != 0 ==> status == DXGMAP_OK)));
*/

#endif
