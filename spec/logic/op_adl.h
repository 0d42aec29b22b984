/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_LOGIC_OP_ADL_H
#define DXGMAP_LOGIC_OP_ADL_H

/* ADLs of adapter objects: the first cause that holds (spec/clauses/adl.md). */

/*@
  // A part that ends beyond the memory, or is more than an ADL can say.
  predicate PartTooLarge(integer length, integer offset, integer bytes) =
    offset + bytes > length || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFF;
  predicate CanBeContiguous(integer type) = type == DXGMAP_OBJECT_CONTIGUOUS || type == DXGMAP_OBJECT_IO_SPACE;

  predicate AllocateAdmit(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes,
                              integer contiguous, integer status) =
    !AdapterObjectGate(s, c, h, DXGMAP_OK) ? AdapterObjectGate(s, c, h, status) : // ADL-10, GATE-2, GATE-3
    s.adapter[HandleTag(h)].switches.removed != 0 ? status == DXGMAP_REMOVED : // GATE-12
    PartBadSize(offset, bytes) ? status == DXGMAP_BAD_SIZE : // ADL-11
    PartTooLarge(DescriptorOf(s, h).length, offset, bytes) ? status == DXGMAP_TOO_LARGE : // ADL-12
    contiguous != 0 && !CanBeContiguous(DescriptorOf(s, h).index) ? status == DXGMAP_BAD_FLAGS : // ADL-13
    status == DXGMAP_OK;

  predicate AllocateStatus{L}(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes,
                                  integer contiguous, uint64_t *pages, integer count, integer pressure,
                                    integer status) =
    !AllocateAdmit(s, c, h, offset, bytes, contiguous, DXGMAP_OK) ? AllocateAdmit(s, c, h, offset, bytes, contiguous,
      status) :
    pressure != 0 ? status == DXGMAP_PRESSURE : // ADL-14
    count != bytes / DXGMAP_PAGE_SIZE ? status == DXGMAP_BAD_COUNT : // ADL-15
    !PagesInMemory(pages, count) ? status == DXGMAP_BAD_PAGE : // ADL-16
    PagesStatus(s.adapter[HandleTag(h)], count, status); // ADL-17, ADL-18

  predicate IsAdl(dxgmap_state s, integer k, integer adl) = HandleOf(s, k, DXGMAP_ADL, adl);
  predicate FreeStatus(dxgmap_state s, dxgmap_caller c, integer h, integer adl, integer status) =
    !AdapterObjectGate(s, c, h, DXGMAP_OK) ? AdapterObjectGate(s, c, h, status) : // FREEADL-7, GATE-2, GATE-3
    !IsAdl(s, HandleTag(h), adl) ? status == DXGMAP_BAD_HANDLE : // FREEADL-8
    TargetOf(s, adl) != HandleIndex(h) + 1 ? status == DXGMAP_NOT_OF_OBJECT : // FREEADL-9
    status == DXGMAP_OK;
*/

#endif
