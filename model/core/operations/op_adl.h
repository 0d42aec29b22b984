/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_ADL_H
#define DXGMAP_OP_ADL_H

#include "operations/op_object.h"

#include "logic/op_adl.h"

/* The causes that decide an ADL before any page is at hand; offset and bytes are of the object's memory, `contiguous`
   is the flag RequireContiguous. Source: DXGKARGCB_ALLOCATE_ADL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AllocateAdmit(*s, caller, object, offset, bytes, contiguous, \result); */
uint32_t dxgmap_adl_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset, uint64_t bytes,
                          uint32_t contiguous);

/* Maps a part of the memory of an adapter object into its adapter's domain and locks it: the pages given, one number a
   page, at as many logical pages in a row (dxgmap_base_page). Source: DXGKARGCB_ALLOCATE_ADL. */
/*@ requires valid: \valid(s) && \valid_read(pages + (0 .. count - 1));
    requires separated: \separated(s, pages + (..));
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: AllocateStatus(\old(*s), caller, object, offset, bytes, contiguous, pages, count, pressure,
                                   \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, HandleTag(object), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdl(*s, HandleTag(object), \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> DescriptorOf(*s, \result.handle).physical == offset
                   && DescriptorOf(*s, \result.handle).length == bytes;
    ensures captured: \result.status == DXGMAP_OK ==> Holds(*s, \result.handle, pages, count);
    ensures linked: \result.status == DXGMAP_OK ==> TargetOf(*s, \result.handle) == HandleIndex(object) + 1; */
dxgmap_outcome dxgmap_op_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                      uint64_t bytes, uint32_t contiguous, const uint64_t *pages, uint32_t count,
                                      uint32_t pressure);

/* Unmaps and unlocks what an ADL of this adapter object holds. The ADL of a pin is none. Source: DXGKARGCB_FREE_ADL. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: FreeStatus(\old(*s), caller, object, adl, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(object), adl);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == adl; */
dxgmap_outcome dxgmap_op_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl);

#endif
