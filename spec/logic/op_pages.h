/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_PAGES_H
#define DXGMAP_LOGIC_OP_PAGES_H

/* Mappings that have a handle of their own: the first cause that holds (spec/clauses/mdl.md, allocate.md). */

/*@
  predicate HasHandle(integer kind) =
    kind == DXGMAP_MDL || kind == DXGMAP_PAGE_LIST || kind == DXGMAP_CONTIGUOUS || kind == DXGMAP_SYSTEM;

  predicate MapPagesAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer status) =
    !LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, DXGMAP_OK)
      ? LeadGateStatus(s, c, h, DXGMAP_APC_LEVEL, status) : // GATE-1, 2, 3, 11
    !HasHandle(kind) ? status == DXGMAP_BAD_KIND : // MDL-9, UNMDL-6, ALLOC-9, FREE-6
    kind != DXGMAP_SYSTEM && !UsesMdls(s, h) ? status == DXGMAP_BAD_MODE : // MDL-15, UNMDL-8, ALLOC-14, FREE-8
    status == DXGMAP_OK;

  predicate MapPagesStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer kind, uint64_t *pages,
                                  integer count, integer status) =
    !MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ? MapPagesAdmit(s, c, h, kind, status) :
    Gone(s, h) ? status == DXGMAP_REMOVED : // GATE-12
    count == 0 ? status == DXGMAP_BAD_COUNT : // MDL-10, ALLOC-10
    !PagesInMemory(pages, count) ? status == DXGMAP_BAD_PAGE : // MDL-11, ALLOC-11
    PagesStatus(s.adapter[AdapterOf(h)], count, status); // MDL-12, MDL-13, ALLOC-12, ALLOC-13

  predicate UnmapPagesStatus(dxgmap_state s, dxgmap_caller c, integer h, integer kind, integer handle, integer status) =
    !MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ? MapPagesAdmit(s, c, h, kind, status) :
    !HandleOf(s, AdapterOf(h), kind, handle) ? status == DXGMAP_BAD_HANDLE : // UNMDL-7, FREE-7
    status == DXGMAP_OK;
*/

#endif
