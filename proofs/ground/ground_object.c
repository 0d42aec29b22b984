/* SPDX-License-Identifier: MIT */
#include "ground_memory.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_create_request(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  dxgmap_object_request good = {DXGMAP_OBJECT_SECTION, 0, 0, 0, DXGMAP_GROUND_LENGTH};
  dxgmap_outcome above = dxgmap_op_create(s, high, good);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  dxgmap_object_request t = {DXGMAP_OBJECT_IO_SPACE + 1u, 0, 0, 0, DXGMAP_GROUND_LENGTH};
  dxgmap_outcome kind = dxgmap_op_create(s, c, t);
  /*@ assert kind: kind.status == DXGMAP_BAD_KIND; */
  dxgmap_object_request z = {DXGMAP_OBJECT_SECTION, 0, 0, 0, 0};
  dxgmap_outcome nothing = dxgmap_op_create(s, c, z);
  /*@ assert nothing: nothing.status == DXGMAP_BAD_SIZE; */
  dxgmap_object_request u = {DXGMAP_OBJECT_SECTION, 0, 0, 0, DXGMAP_GROUND_LENGTH + 1u};
  dxgmap_outcome unaligned = dxgmap_op_create(s, c, u);
  /*@ assert unaligned: unaligned.status == DXGMAP_BAD_SIZE; */
  dxgmap_object_request o = {DXGMAP_OBJECT_IO_SPACE, 0, 0, 0xFFFFFFFFFFFFF000u, DXGMAP_GROUND_LENGTH};
  dxgmap_outcome overflow = dxgmap_op_create(s, c, o);
  /*@ assert overflow: overflow.status == DXGMAP_BAD_SIZE; */
  dxgmap_object_request a = {DXGMAP_OBJECT_IO_SPACE, 0, 0, 0x1001, DXGMAP_GROUND_LENGTH};
  dxgmap_outcome address = dxgmap_op_create(s, c, a);
  /*@ assert address: address.status == DXGMAP_BAD_ADDRESS; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_create_slots(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  /*@ assert zero: ZeroAdapter(s->adapter[DXGMAP_MACHINE]); */
  dxgmap_ground_fill_objects(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_object_request r = {DXGMAP_OBJECT_SECTION, 0, 0, 0, DXGMAP_GROUND_LENGTH};
  dxgmap_outcome slots = dxgmap_op_create(s, c, r);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/* An object of each type is destroyed once. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_destroy(dxgmap_state *s)
{
  /*@ ghost dxgmap_zero(s); */
  /*@ assert zero: ZeroAdapter(s->adapter[DXGMAP_MACHINE]); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_APC_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  dxgmap_outcome null = dxgmap_op_destroy(s, c, 0);
  /*@ assert null: null.status == DXGMAP_BAD_HANDLE; */
  uint64_t x = dxgmap_ground_create(s, DXGMAP_OBJECT_IO_SPACE, 0, DXGMAP_GROUND_LENGTH);
  dxgmap_outcome above = dxgmap_op_destroy(s, high, x);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  dxgmap_outcome out = dxgmap_op_destroy(s, c, x);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == x; */
  dxgmap_outcome stale = dxgmap_op_destroy(s, c, x);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_open_gate(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  dxgmap_outcome unknown = dxgmap_op_open(s, c, m.object, 0, 0);
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  dxgmap_outcome above = dxgmap_op_open(s, high, m.object, m.adapter, 0);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  dxgmap_outcome null = dxgmap_op_open(s, c, 0, m.adapter, 0);
  /*@ assert null: null.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome with = dxgmap_op_open(s, c, m.object, m.adapter, 1);
  /*@ assert with: with.status == DXGMAP_BOUND; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, m.adapter);
  /*@ assert begun: begun == DXGMAP_OK; */
  dxgmap_outcome exclusive = dxgmap_op_open(s, c, m.object, m.adapter, 0);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_open_mode(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  dxgmap_outcome mode = dxgmap_op_open(s, c, 0, h, 0);
  /*@ assert mode: mode.status == DXGMAP_BAD_MODE; */
}

/* What is made with an adapter is opened in the same call, and not by Open. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_open_bound(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start_in(s, DXGMAP_REMAPPING, DXGMAP_BY_ADL);
  uint32_t k = dxgmap_handle_index(h);
  /*@ ghost dxgmap_adapter adapter = s->adapter[k]; */
  uint64_t x = dxgmap_ground_create(s, DXGMAP_OBJECT_MDL, 1, DXGMAP_GROUND_LENGTH);
  /*@ assert same: AdapterSame(s->adapter[k], adapter); */
  /*@ ghost dxgmap_ground_same(adapter, s->adapter[k]); */
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome bound = dxgmap_op_open(s, c, x, h, 0);
  /*@ assert bound: bound.status == DXGMAP_BOUND; */
  dxgmap_outcome with = dxgmap_op_open(s, c, x, h, 1);
  /*@ assert with: with.status == DXGMAP_OK; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_open_slots(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t x = dxgmap_handle_index(m.object);
  /*@ ghost dxgmap_adapter objects = s->adapter[DXGMAP_MACHINE]; */
  dxgmap_ground_fill_up(s, m.adapter);
  /*@ assert stays: Stays(objects, s->adapter[DXGMAP_MACHINE], x); */
  /*@ assert named: HandleTag(m.object) == DXGMAP_MACHINE && x == HandleIndex(m.object); */
  /*@ assert live: SlotLive(s->adapter[DXGMAP_MACHINE].slots, x)
        && s->adapter[DXGMAP_MACHINE].slots.generation[x] == HandleGeneration(m.object); */
  /*@ assert kind: s->adapter[DXGMAP_MACHINE].descriptors.at[x].kind == DXGMAP_OBJECT
        && s->adapter[DXGMAP_MACHINE].descriptors.at[x].user == 0; */
  /*@ assert object: IsObject(*s, m.object) && Unbound(*s, m.object); */
  dxgmap_outcome slots = dxgmap_op_open(s, c, m.object, m.adapter, 0);
  /*@ assert slots: slots.status == DXGMAP_NO_SLOT; */
}

/* An object has one adapter object at most, and is not destroyed before that is closed. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_opened_in_use(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome again = dxgmap_op_open(s, c, m.object, m.adapter, 0);
  /*@ assert again: again.status == DXGMAP_OPENED; */
  dxgmap_outcome use = dxgmap_op_destroy(s, c, m.object);
  /*@ assert use: use.status == DXGMAP_IN_USE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_close_gate(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_caller high = dxgmap_ground_caller(DXGMAP_DISPATCH_LEVEL);
  dxgmap_outcome null = dxgmap_op_close(s, c, 0);
  /*@ assert null: null.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome object = dxgmap_op_close(s, c, m.object);
  /*@ assert object: object.status == DXGMAP_BAD_HANDLE; */
  dxgmap_outcome above = dxgmap_op_close(s, high, m.opened);
  /*@ assert above: above.status == DXGMAP_BAD_IRQL; */
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.opened);
  /*@ ghost dxgmap_adapter was = s->adapter[k]; */
  uint32_t begun = dxgmap_op_exclusive_begin(s, m.adapter);
  /*@ assert begun: begun == DXGMAP_OK; */
  /*@ assert kept: SlotKept(was, s->adapter[k], i); */
  /*@ assert opened: IsAdapterObject(*s, m.opened); */
  dxgmap_outcome exclusive = dxgmap_op_close(s, c, m.opened);
  /*@ assert exclusive: exclusive.status == DXGMAP_EXCLUSIVE; */
}

/* An adapter object is closed once; then its object can be opened again, or destroyed. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_close(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_opened(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_outcome out = dxgmap_op_close(s, c, m.opened);
  /*@ assert out: out.status == DXGMAP_OK && out.handle == m.opened; */
  dxgmap_outcome stale = dxgmap_op_close(s, c, m.opened);
  /*@ assert stale: stale.status == DXGMAP_BAD_HANDLE; */
}
