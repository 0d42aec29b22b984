/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_BOUND_H
#define DXGMAP_OP_BOUND_H

#include "operations/op_object.h"

#include "logic/op_bound.h"

/* The causes that decide an object that is made with an adapter, before memory is at hand.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CreateBoundAdmit(*s, caller, r, adapter, \result); */
uint32_t dxgmap_create_bound_admit(const dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                   uint64_t adapter);

/* Makes an object with an adapter: dxgmap_op_create, then dxgmap_op_open, or nothing.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateBoundStatus(\old(*s), caller, r, adapter, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.object == 0 && \result.opened == 0;
    ensures makes: \result.status == DXGMAP_OK
                   ==> MakesBound(\old(*s), *s, AdapterOf(adapter), \result.object, \result.opened);
    ensures asked: \result.status == DXGMAP_OK ==> BoundAsked(DescriptorOf(*s, \result.object), r);
    ensures object: \result.status == DXGMAP_OK ==> IsObject(*s, \result.object);
    ensures opened: \result.status == DXGMAP_OK ==> IsAdapterObject(*s, \result.opened)
                    && OpensThis(*s, \result.opened, \result.object); */
dxgmap_bound dxgmap_op_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter);

/* Ends an object with its adapter object: dxgmap_op_close, then dxgmap_op_destroy, or nothing.
   Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyBoundStatus(\old(*s), caller, object, opened, \result);
    ensures atomic: \result != DXGMAP_OK ==> *s == \old(*s);
    ensures ends: \result == DXGMAP_OK ==> EndsBound(\old(*s), *s, object, opened);
    ensures closed: \result == DXGMAP_OK ==> Valid(\old(*s), opened) && !Valid(*s, opened);
    ensures destroyed: \result == DXGMAP_OK ==> Valid(\old(*s), object) && !Valid(*s, object); */
uint32_t dxgmap_op_destroy_bound(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t opened);

#endif
