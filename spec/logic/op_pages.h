/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PAGES_H
#define DXGMAP_LOGIC_OP_PAGES_H

/* Mappings that have a handle of their own: the first cause that holds (spec/clauses/mdl.md, allocate.md). */

/*@
  predicate HasHandle(integer kind) = kind == DXGMAP_MDL || kind == DXGMAP_PAGE_LIST || kind == DXGMAP_CONTIGUOUS;

  predicate MapPagesAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer status) =
    (!GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==> GateStatus(s, c, h, DXGMAP_APC_LEVEL, status)) &&
    (GateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK) ==>
    (!HasHandle(kind) ==> status == DXGMAP_BAD_KIND) && (HasHandle(kind) ==>
    (s.adapter[AdapterOf(h)].mode != DXGMAP_IDENTITY ==> status == DXGMAP_BAD_MODE) &&
    (s.adapter[AdapterOf(h)].mode == DXGMAP_IDENTITY ==> status == DXGMAP_OK)));

  predicate MapPagesStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer kind, uint64_t *pages, integer count,
                              integer status) =
    (!MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==> MapPagesAdmit(s, c, h, kind, status)) &&
    (MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==>
    (count == 0 ==> status == DXGMAP_BAD_COUNT) && (count != 0 ==>
    (!PagesInMemory(pages, count) ==> status == DXGMAP_BAD_PAGE) && (PagesInMemory(pages, count) ==>
    PagesStatus(s.adapter[AdapterOf(h)], count, status))));

  predicate UnmapPagesStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer handle, integer status) =
    (!MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==> MapPagesAdmit(s, c, h, kind, status)) &&
    (MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ==>
    (!HandleOf(s, AdapterOf(h), kind, handle) ==> status == DXGMAP_BAD_HANDLE) &&
    (HandleOf(s, AdapterOf(h), kind, handle) ==> status == DXGMAP_OK));
*/

#endif
