/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_OBJECT_VIEW_H
#define DXGMAP_OP_OBJECT_VIEW_H

#include "operations/op_adl.h"
#include "operations/op_view.h"

#include "logic/op_object_view.h"

/* The causes that decide a view of an object before any resource is at hand; offset and bytes in whole pages.
   Source: DXGKARGCB_MAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ObjectViewAdmit(*s, caller, object, user, offset, bytes, \result); */
uint32_t dxgmap_object_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                  uint64_t offset, uint64_t bytes);

/* Maps bytes offset .. offset + bytes - 1 of an object for the CPU, in user mode into the current process. The host
   offers the pages of the machine's window from page `at`: first `slack` pages that hold no data, then the data.
   Source: DXGKARGCB_MAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapObjectStatus(\old(*s), caller, object, user, offset, bytes, at, slack, pressure, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, DXGMAP_MACHINE, DXGMAP_OBJECT_VIEW, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ObjectViewAsked(DescriptorOf(*s, \result.handle), caller, user, offset, bytes, slack)
                       && DescriptorOf(*s, \result.handle).cache == DescriptorOf(\old(*s), object).cache;
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1;
    ensures placed: \result.status == DXGMAP_OK
        ==> PlacedAt(*s, \result.handle, at, slack + bytes / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the view of this object whose base is exactly `address`, a byte offset in the machine's window, and whose
   size is `bytes`. Source: DXGKARGCB_UNMAP_PHYSICAL_MEMORY. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapObjectStatus(\old(*s), caller, object, address, bytes, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures the_view: \result.status == DXGMAP_OK
                      ==> ObjectViewAt(\old(*s).adapter[DXGMAP_MACHINE], address, HandleIndex(\result.handle))
                          && TargetOf(\old(*s), \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_op_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                      uint64_t bytes);

#endif
