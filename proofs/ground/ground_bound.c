/* SPDX-License-Identifier: MIT */
#include "ground_memory.h"
#include "operations/op_bound.h"

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_create_bound_mode(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start(s);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_object_request r = {DXGMAP_OBJECT_SECTION, 1, 0, 0, DXGMAP_GROUND_LENGTH};
  /*@ assert created: CreateAdmit(c, r, DXGMAP_OK); */
  /*@ assert nobody: !KnownAdapter(*s, 0); */
  /*@ ghost dxgmap_ground_nobody(s, c, 0); */
  /*@ assert refused: !CreateBoundAdmit(*s, c, r, 0, DXGMAP_OK); */
  /*@ ghost dxgmap_state was = *s; */
  dxgmap_bound unknown = dxgmap_op_create_bound(s, c, r, 0);
  /*@ assert said: CreateBoundAdmit(was, c, r, 0, unknown.status); */
  /*@ assert bind: BindStatus(was, c, 0, unknown.status); */
  /*@ assert unknown: unknown.status == DXGMAP_BAD_ADAPTER; */
  /*@ ghost dxgmap_ground_passes(s, c, h); */
  /*@ assert refused: !CreateBoundAdmit(*s, c, r, h, DXGMAP_OK); */
  dxgmap_bound mode = dxgmap_op_create_bound(s, c, r, h);
  /*@ assert mode: mode.status == DXGMAP_BAD_MODE; */
}

/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_create_bound(dxgmap_state *s)
{
  uint64_t h = dxgmap_ground_start_in(s, DXGMAP_REMAPPING, DXGMAP_BY_ADL);
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  dxgmap_object_request r = {DXGMAP_OBJECT_SECTION, 1, 0, 0, DXGMAP_GROUND_LENGTH};
  /*@ ghost dxgmap_ground_space(s, h, 0); */
  /*@ assert zero: ZeroAdapter(s->adapter[DXGMAP_MACHINE]); */
  /*@ assert room: SlotRoom(s->adapter[DXGMAP_MACHINE].slots); */
  /*@ assert created: CreateAdmit(c, r, DXGMAP_OK); */
  /*@ assert bind: BindStatus(*s, c, h, DXGMAP_OK); */
  /*@ assert admitted: CreateBoundAdmit(*s, c, r, h, DXGMAP_OK); */
  dxgmap_bound b = dxgmap_op_create_bound(s, c, r, h);
  /*@ assert bound: b.status == DXGMAP_OK; */
}

/* Both end: an object that nobody has in view, and its adapter object, of which no ADL lives. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_destroy_bound(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  /*@ ghost dxgmap_ground_space(s, m.adapter, 0); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ ghost dxgmap_adapter was = s->adapter[DXGMAP_MACHINE]; */
  uint64_t o = dxgmap_ground_open(s, m.adapter, m.object);
  /*@ assert same: AdapterSame(s->adapter[DXGMAP_MACHINE], was); */
  /*@ assert free: LinkFree(s->adapter[DXGMAP_MACHINE].links, HandleIndex(m.object)); */
  uint32_t out = dxgmap_op_destroy_bound(s, c, m.object, o);
  /*@ assert out: out == DXGMAP_OK; */
  /*@ assert gone: !Valid(*s, o); */
  /*@ assert closed: !IsAdapterObject(*s, o); */
  /*@ assert refused: !CloseStatus(*s, c, o, DXGMAP_OK); */
  /*@ ghost dxgmap_state then = *s; */
  uint32_t stale = dxgmap_op_destroy_bound(s, c, m.object, o);
  /*@ assert said: CloseStatus(then, c, o, stale); */
  /*@ assert gate: AdapterObjectGate(then, c, o, stale); */
  /*@ assert stale: stale == DXGMAP_BAD_HANDLE; */
}

/* The adapter object is of another object than the one that is to be destroyed. */
/*@ requires valid: \valid(s);
    requires zero: Zero(*s);
    terminates \true;
    exits \false;
    assigns *s; */
static void dxgmap_ground_destroy_other(dxgmap_state *s)
{
  dxgmap_ground_memory m = dxgmap_ground_made(s, DXGMAP_REMAPPING, DXGMAP_OBJECT_MDL, DXGMAP_GROUND_LENGTH);
  uint32_t k = dxgmap_handle_index(m.adapter);
  uint32_t i = dxgmap_handle_index(m.object);
  /*@ ghost dxgmap_state was = *s; */
  uint64_t x = dxgmap_ground_create(s, DXGMAP_OBJECT_SECTION, 0, DXGMAP_GROUND_LENGTH);
  /*@ ghost dxgmap_state then = *s; */
  uint32_t j = dxgmap_handle_index(x);
  /*@ ghost dxgmap_ground_beside(was.adapter[DXGMAP_MACHINE], then.adapter[DXGMAP_MACHINE], j); */
  /*@ assert apart: i != j && i < DXGMAP_SLOTS; */
  /*@ assert stays: Stays(was.adapter[DXGMAP_MACHINE], then.adapter[DXGMAP_MACHINE], i); */
  /*@ assert closed: then.opened.place[i] == 0; */
  /*@ assert index: i == HandleIndex(m.object) && HandleTag(m.object) == DXGMAP_MACHINE; */
  /*@ assert life: SlotLive(then.adapter[DXGMAP_MACHINE].slots, i)
             && then.adapter[DXGMAP_MACHINE].slots.generation[i] == HandleGeneration(m.object); */
  /*@ assert kind: then.adapter[DXGMAP_MACHINE].descriptors.at[i].kind == DXGMAP_OBJECT
             && then.adapter[DXGMAP_MACHINE].descriptors.at[i].user == 0; */
  /*@ assert live: IsObject(*s, m.object) && Unbound(*s, m.object); */
  /*@ assert same: AdapterSame(then.adapter[k], was.adapter[k]); */
  /*@ ghost dxgmap_ground_same(was.adapter[k], then.adapter[k]); */
  /*@ ghost dxgmap_ground_space(s, m.adapter, 0); */
  uint64_t o = dxgmap_ground_open(s, m.adapter, m.object);
  /*@ assert opened: Acquires(then, *s, k, o); */
  /*@ assert kept: AdaptersKept(then, *s, k); */
  /*@ assert same: AdapterSame(s->adapter[DXGMAP_MACHINE], then.adapter[DXGMAP_MACHINE]); */
  /*@ ghost dxgmap_ground_stays(then.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE]); */
  /*@ assert stays: Stays(then.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE], j); */
  /*@ assert object: IsObject(*s, x); */
  /*@ assert exclusive: Listens(s->adapter[k].switches); */
  dxgmap_caller c = dxgmap_ground_caller(DXGMAP_PASSIVE_LEVEL);
  /*@ assert close: CloseStatus(*s, c, o, DXGMAP_OK); */
  /*@ assert gate: ObjectGate(*s, c, x, DXGMAP_OK); */
  /*@ assert other: !OpensThis(*s, o, x); */
  uint32_t other = dxgmap_op_destroy_bound(s, c, x, o);
  /*@ assert other: other == DXGMAP_NOT_OF_OBJECT; */
}
