/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_VIEW_H
#define DXGMAP_OP_VIEW_H

#include "state/state.h"

#include "logic/op_view.h"

/* The causes that decide a view before any resource is at hand. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ViewAdmit(*s, caller, adapter, *r, \result); */
uint32_t dxgmap_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, const dxgmap_view_request *r);

/* Maps a range of the adapter's resources for the CPU: memory at the window pages that the host offers, ports at
   themselves. Source: DXGKCB_MAP_MEMORY, VideoPortMapMemory. */
/*@ requires valid: \valid(s) && \valid(r);
    requires separated: \separated(s, r);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: MapViewStatus(\old(*s), caller, adapter, *r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), r->kind, \result.handle);
    ensures asked: \result.status == DXGMAP_OK
                   ==> ViewAsked(s->adapter[AdapterOf(adapter)].descriptors.at[HandleIndex(\result.handle)], caller,
                     *r);
    ensures placed: \result.status == DXGMAP_OK ==> PlacedAt(*s, \result.handle, r->at, ViewSpan(*r)); */
dxgmap_outcome dxgmap_op_map_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter,
                                  const dxgmap_view_request *r);

/* Releases one view. `address` is a byte offset in the adapter's window, or a port: exactly the base for DXGMAP_VIEW,
   anywhere inside for DXGMAP_VIDEO. Where a port address has several views one of them is released.
   Source: DXGKCB_UNMAP_MEMORY, VideoPortUnmapMemory. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: UnmapViewStatus(\old(*s), caller, adapter, kind, space, address, process, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures the_view: \result.status == DXGMAP_OK ==> ViewAt(\old(*s).adapter[AdapterOf(adapter)], kind, space, address,
                                                             HandleIndex(\result.handle)); */
dxgmap_outcome dxgmap_op_unmap_view(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                    uint32_t space, uint64_t address, uint64_t process);

#endif
