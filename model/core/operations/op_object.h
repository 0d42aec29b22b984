/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_OP_OBJECT_H
#define DXGMAP_OP_OBJECT_H

#include "state/state.h"

#include "logic/op_object.h"

/* The causes that decide the creation of an object before memory is at hand.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CreateAdmit(caller, r, \result); */
uint32_t dxgmap_create_admit(dxgmap_caller caller, dxgmap_object_request r);

/* Makes a physical memory object, which belongs to the machine and to no adapter.
   Source: DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CreateStatus(\old(*s), caller, r, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, DXGMAP_MACHINE, \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsObject(*s, \result.handle);
    ensures asked: \result.status == DXGMAP_OK ==> ObjectAsked(DescriptorOf(*s, \result.handle), r); */
dxgmap_outcome dxgmap_op_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r);

/* The causes that decide whether an object can be opened for an adapter; `creating` is not 0 when the object is made
   with the adapter, in one call of the driver. Source: DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: OpenStatus(*s, caller, object, adapter, creating, \result); */
uint32_t dxgmap_open_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                           uint32_t creating);

/* Opens an object for an adapter; the handle is the adapter object's. An object has one at most.
   Source: DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT, DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: OpenStatus(\old(*s), caller, object, adapter, creating, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures acquired: \result.status == DXGMAP_OK ==> Acquires(\old(*s), *s, AdapterOf(adapter), \result.handle);
    ensures kind: \result.status == DXGMAP_OK ==> IsAdapterObject(*s, \result.handle);
    ensures object: \result.status == DXGMAP_OK
                    ==> DescriptorOf(*s, \result.handle).object == HandleIndex(object) + 1
                        && DescriptorOf(*s, \result.handle).length == DescriptorOf(\old(*s), object).length
                        && DescriptorOf(*s, \result.handle).index == DescriptorOf(\old(*s), object).index
                        && (DescriptorOf(*s, \result.handle).user != 0 <==> creating != 0); */
dxgmap_outcome dxgmap_op_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                              uint32_t creating);

/* The causes that decide whether an adapter object can be closed. Source: DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: CloseStatus(*s, caller, object, \result); */
uint32_t dxgmap_close_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Closes an adapter object, none of whose ADLs may live. Source: DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: CloseStatus(\old(*s), caller, object, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, HandleTag(object), object);
    ensures closed: \result.status == DXGMAP_OK ==> s->opened.place[DescriptorOf(\old(*s), object).object - 1] == 0;
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == object; */
dxgmap_outcome dxgmap_op_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* The causes that decide whether an object can be destroyed. Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: DestroyStatus(*s, caller, object, \result); */
uint32_t dxgmap_destroy_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Destroys an object, which nobody may have open or in view. Source: DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns *s;
    ensures inv: Inv(*s);
    ensures status: DestroyStatus(\old(*s), caller, object, \result.status);
    ensures atomic: \result.status != DXGMAP_OK ==> *s == \old(*s) && \result.handle == 0;
    ensures released: \result.status == DXGMAP_OK ==> Releases(\old(*s), *s, DXGMAP_MACHINE, object);
    ensures named: \result.status == DXGMAP_OK ==> \result.handle == object; */
dxgmap_outcome dxgmap_op_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object);

/* Whether the handle names an object, or an adapter object, that the caller may use now; the shared causes. */
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: ObjectGate(*s, caller, object, \result); */
uint32_t dxgmap_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);
/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: AdapterObjectGate(*s, caller, object, \result); */
uint32_t dxgmap_adapter_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object);

#endif
