/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_REFINE_LISTED_H
#define DXGMAP_REFINE_LISTED_H

#include "operations/op_adl.h"
#include "operations/op_pages.h"
#include "operations/op_pin.h"

/* The operations that capture pages, with the list as a value: Why3 1.5 ends in a type error where a goal has both
   WP's memory and a list of the machine. Each is the operation on a copy of the list, and no contract here says more
   than the operation's. */

typedef struct {
  uint64_t at[0x100000000u]; /* as many as a count can say */
} dxgmap_list;

/*@
  predicate ListedAt(dxgmap_list l, integer o, integer page) = l.at[o] == page;
  predicate ListedInMemory(dxgmap_list l, integer count) =
    \forall integer o; 0 <= o < count ==> l.at[o] < DXGMAP_PAGES;
  predicate HoldsListed(dxgmap_state s, integer h, dxgmap_list l, integer n) =
    PagesOf(s, h) == n && \forall integer o; 0 <= o < n ==> PageOf(s, h, o) == l.at[o];

  predicate MapPagesListed(dxgmap_state s, dxgmap_caller c, integer h, integer kind, dxgmap_list l, integer count,
                           integer status) =
    !MapPagesAdmit(s, c, h, kind, DXGMAP_OK) ? MapPagesAdmit(s, c, h, kind, status) :
    Gone(s, h) ? status == DXGMAP_REMOVED :
    count == 0 ? status == DXGMAP_BAD_COUNT :
    !ListedInMemory(l, count) ? status == DXGMAP_BAD_PAGE :
    PagesStatus(s.adapter[AdapterOf(h)], count, status);
  predicate PinListed(dxgmap_state s, dxgmap_caller c, integer h, integer index, integer bytes, integer kind,
                      dxgmap_list l, integer count, integer pressure, integer status) =
    !PinAdmit(s, c, h, index, bytes, kind, DXGMAP_OK) ? PinAdmit(s, c, h, index, bytes, kind, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE :
    count != bytes / DXGMAP_PAGE_SIZE ? status == DXGMAP_BAD_COUNT :
    !ListedInMemory(l, count) ? status == DXGMAP_BAD_PAGE :
    PagesStatus(s.adapter[AdapterOf(h)], count, status);
  predicate AllocateListed(dxgmap_state s, dxgmap_caller c, integer h, integer offset, integer bytes,
                           integer contiguous, dxgmap_list l, integer count, integer pressure, integer status) =
    !AllocateAdmit(s, c, h, offset, bytes, contiguous, DXGMAP_OK)
      ? AllocateAdmit(s, c, h, offset, bytes, contiguous, status) :
    pressure != 0 ? status == DXGMAP_PRESSURE :
    count != bytes / DXGMAP_PAGE_SIZE ? status == DXGMAP_BAD_COUNT :
    !ListedInMemory(l, count) ? status == DXGMAP_BAD_PAGE :
    PagesStatus(s.adapter[HandleTag(h)], count, status);
*/

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPagesListed(\old(*s), caller, adapter, kind, list, count, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> HoldsListed(*s, \result.handle, list, count); */
dxgmap_outcome dxgmap_refine_listed_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                          dxgmap_list list, uint32_t count);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: PinListed(\old(*s), caller, adapter, index, bytes, kind, list, count, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, \result.handle);
    ensures captured: \result.status == DXGMAP_OK ==> HoldsListed(*s, \result.handle, list, count);
    ensures pinned: \result.status == DXGMAP_OK
                    ==> s->adapter[AdapterOf(adapter)].saves.pin[index] == HandleIndex(\result.handle) + 1; */
dxgmap_outcome dxgmap_refine_listed_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                        uint64_t bytes, uint32_t kind, dxgmap_list list, uint32_t count,
                                        uint32_t pressure);

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AllocateListed(\old(*s), caller, object, offset, bytes, contiguous, list, count, pressure,
                                   \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, HandleTag(object), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdl(*s, HandleTag(object), \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> DescriptorOf(*s, \result.handle).physical == offset
                   && DescriptorOf(*s, \result.handle).length == bytes;
    ensures captured: \result.status == DXGMAP_OK ==> HoldsListed(*s, \result.handle, list, count);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_refine_listed_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                        uint64_t bytes, uint32_t contiguous, dxgmap_list list, uint32_t count,
                                        uint32_t pressure);

#endif
