/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_POINTER_H
#define DXGMAP_OP_POINTER_H

#include "state/state.h"

#include "logic/op_pointer.h"

/* The causes that decide a frame buffer pointer before any resource is at hand; size and offset in bytes.
   Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: PointerAdmit(*s, caller, adapter, index, size, offset, \result); */
uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset);

/* Maps bytes offset .. offset + size - 1 of the save area of physical adapter `index` for the CPU. The host offers the
   window pages from page `at`: first `slack` pages that hold no data, then the data, so the base is at * 4096 and the
   output Offset slack * 4096. Source: DXGKARGCB_MAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapPointerStatus(\old(*s), caller, adapter, index, size, offset, at, slack, pressure,
                                     \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), DXGMAP_POINTER, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> PointerAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)],
                     index, size,
                                    offset, slack);
    ensures base: \result.status == DXGMAP_OK ==> PointerAt(s->adapter[AdapterOf(adapter)], index,
                                                            at * DXGMAP_PAGE_SIZE, HandleIndex(\result.handle));
    ensures placed: \result.status == DXGMAP_OK
                    ==> PlacedAt(*s, \result.handle, at, slack + size / DXGMAP_PAGE_SIZE); */
dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure);

/* Releases the pointer into save area `index` whose base is exactly `address`, a byte offset in the adapter's window.
   Source: DXGKARGCB_UNMAPFRAMEBUFFERPOINTER. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapPointerStatus(\old(*s), caller, adapter, index, address, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_pointer: \result.status == DXGMAP_OK
                         ==> PointerAt(\old(*s).adapter[AdapterOf(adapter)], index, address,
                                       HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address);

#endif
