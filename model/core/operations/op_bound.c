/* SPDX-License-Identifier: MIT */
#include "operations/op_bound.h"

uint32_t dxgmap_create_bound_admit(const dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r,
                                   uint64_t adapter)
{
  uint32_t status = dxgmap_create_admit(caller, r);
  if (status != DXGMAP_OK) {
    return status;
  }
  status = dxgmap_state_gate_acquire(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (s->adapter[k].capability != DXGMAP_BY_ADL) {
    return DXGMAP_BAD_MODE;
  }
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (dxgmap_slots_next(&s->adapter[k].slots) == DXGMAP_SLOTS) {
    return DXGMAP_NO_SLOT;
  }
  return DXGMAP_OK;
}

/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures bound: \result.status == status && \result.object == object && \result.opened == opened; */
static dxgmap_bound dxgmap_bound_answer(uint32_t status, uint64_t object, uint64_t opened)
{
  dxgmap_bound b;
  b.status = status;
  b.object = object;
  b.opened = opened;
  return b;
}

/*@ ghost
  // A new object can be opened for an adapter that one more could be opened for.
  /@ requires adapter: k < DXGMAP_ADAPTERS;
     requires same: AdapterSame(now.adapter[k], was.adapter[k]);
     requires bind: AdapterOf(h) == k && BindStatus(was, c, h, DXGMAP_OK);
     requires bound: IsObject(now, object) && DescriptorOf(now, object).user != 0;
     requires closed: now.opened.place[HandleIndex(object)] == 0;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures open: OpenStatus(now, c, object, h, 1, DXGMAP_OK); @/
  void dxgmap_bound_opens(dxgmap_state was, dxgmap_state now, dxgmap_caller c, uint32_t k, uint64_t h, uint64_t object)
  {
    return;
  }
*/

/*@ ghost
  // What is said of a slot holds while its place stays as it was.
  /@ requires same: AdapterSame(now, was);
     requires slot: i < DXGMAP_SLOTS;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures live: SlotLive(was.slots, i) ==> SlotLive(now.slots, i);
     ensures life: now.slots.generation[i] == was.slots.generation[i];
     ensures free: LinkFree(was.links, i) ==> LinkFree(now.links, i);
     ensures kind: now.descriptors.at[i].kind == was.descriptors.at[i].kind;
     ensures asked: now.descriptors.at[i].index == was.descriptors.at[i].index
                    && now.descriptors.at[i].user == was.descriptors.at[i].user
                    && now.descriptors.at[i].cache == was.descriptors.at[i].cache
                    && now.descriptors.at[i].physical == was.descriptors.at[i].physical
                    && now.descriptors.at[i].length == was.descriptors.at[i].length; @/
  void dxgmap_bound_slot(dxgmap_adapter was, dxgmap_adapter now, uint32_t i)
  {
    return;
  }
*/
/*@ ghost
  // Two steps, by the states that they lead from and to.
  /@ requires created: Acquires(was, mid, DXGMAP_MACHINE, object);
     requires opened: Acquires(mid, now, k, opened);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures makes: MakesBound(was, now, k, object, opened); @/
  void dxgmap_bound_made(dxgmap_state was, dxgmap_state mid, dxgmap_state now, uint32_t k, uint64_t object,
    uint64_t opened)
  {
    return;
  }
*/
/*@ ghost
  /@ requires closed: Releases(was, mid, HandleTag(opened), opened);
     requires destroyed: Releases(mid, now, DXGMAP_MACHINE, object);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures ends: EndsBound(was, now, object, opened); @/
  void dxgmap_bound_ended(dxgmap_state was, dxgmap_state mid, dxgmap_state now, uint64_t object, uint64_t opened)
  {
    return;
  }
*/

/*@ ghost
  // A request that is refused is not admitted as well.
  /@ requires refused: CreateBoundAdmit(s, caller, r, adapter, status) && status != DXGMAP_OK;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures only: !CreateBoundAdmit(s, caller, r, adapter, DXGMAP_OK); @/
  void dxgmap_bound_refused(dxgmap_state s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter,
                            uint32_t status)
  {
    return;
  }
*/

dxgmap_bound dxgmap_op_create_bound(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r, uint64_t adapter)
{
  uint32_t status = dxgmap_create_bound_admit(s, caller, r, adapter);
  if (status != DXGMAP_OK) {
    /*@ ghost dxgmap_bound_refused(*s, caller, r, adapter, status); */
    return dxgmap_bound_answer(status, 0, 0);
  }
  /*@ ghost dxgmap_state was = *s; */
  r.bound = 1;
  dxgmap_outcome o = dxgmap_op_create(s, caller, r);
  if (o.status != DXGMAP_OK) {
    return dxgmap_bound_answer(o.status, 0, 0);
  }
  /*@ ghost uint32_t k = (uint32_t)(adapter % 0x1000000u - 1u); */
  /*@ assert place: k == AdapterOf(adapter) && k < DXGMAP_ADAPTERS; */
  /*@ assert same: AdapterSame(s->adapter[k], was.adapter[k]); */
  /*@ assert bound: DescriptorOf(*s, o.handle).user != 0; */
  /*@ assert opened: OpenedOk(*s) && OpenedOk(was); */
  /*@ assert new: was.adapter[DXGMAP_MACHINE].descriptors.at[HandleIndex(o.handle)].kind == DXGMAP_NO_KIND; */
  /*@ assert was_closed: was.opened.place[HandleIndex(o.handle)] == 0; */
  /*@ assert closed: s->opened.place[HandleIndex(o.handle)] == 0; */
  /*@ ghost dxgmap_bound_opens(was, *s, caller, k, adapter, o.handle); */
  /*@ ghost dxgmap_state mid = *s; */
  /*@ ghost uint32_t x = (uint32_t)(o.handle % 0x1000000u - 1u); */
  /*@ assert asked: BoundAsked(DescriptorOf(mid, o.handle), r); */
  dxgmap_outcome a = dxgmap_op_open(s, caller, o.handle, adapter, 1);
  /*@ assert both: a.status == DXGMAP_OK; */
  /*@ ghost dxgmap_bound_made(was, mid, *s, k, o.handle, a.handle); */
  /*@ ghost dxgmap_bound_slot(mid.adapter[DXGMAP_MACHINE], s->adapter[DXGMAP_MACHINE], x); */
  /*@ assert object: IsObject(*s, o.handle); */
  return dxgmap_bound_answer(a.status, o.handle, a.handle);
}

/*@ requires valid: \valid(s);
    requires inv: Inv(*s);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures status: DestroyBoundStatus(*s, caller, object, opened, \result); */
static uint32_t dxgmap_destroy_bound_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object,
                                           uint64_t opened)
{
  uint32_t status = dxgmap_close_admit(s, caller, opened);
  if (status != DXGMAP_OK) {
    return status;
  }
  status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t o = dxgmap_handle_index(object);
  if (s->adapter[dxgmap_handle_tag(opened)].descriptors.at[dxgmap_handle_index(opened)].object != o + 1u) {
    return DXGMAP_NOT_OF_OBJECT;
  }
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  if (dxgmap_links_used(&s->adapter[DXGMAP_MACHINE].links, o)) {
    return DXGMAP_IN_USE;
  }
  return DXGMAP_OK;
}

uint32_t dxgmap_op_destroy_bound(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t opened)
{
  uint32_t status = dxgmap_destroy_bound_admit(s, caller, object, opened);
  if (status != DXGMAP_OK) {
    return status;
  }
  /*@ ghost dxgmap_state was = *s; */
  /*@ assert admitted: IsObject(was, object) && IsAdapterObject(was, opened) && OpensThis(was, opened, object)
             && LinkFree(was.adapter[DXGMAP_MACHINE].links, HandleIndex(object)); */
  (void)dxgmap_op_close(s, caller, opened);
  /*@ ghost dxgmap_state mid = *s; */
  /*@ assert closed: Releases(was, mid, HandleTag(opened), opened); */
  /*@ assert same: AdapterSame(mid.adapter[DXGMAP_MACHINE], was.adapter[DXGMAP_MACHINE]); */
  /*@ ghost uint32_t x = (uint32_t)(object % 0x1000000u - 1u); */
  /*@ ghost dxgmap_bound_slot(was.adapter[DXGMAP_MACHINE], mid.adapter[DXGMAP_MACHINE], x); */
  /*@ assert object: IsObject(mid, object); */
  /*@ assert alone: s->opened.place[HandleIndex(object)] == 0; */
  dxgmap_outcome o = dxgmap_op_destroy(s, caller, object);
  /*@ assert destroyed: o.status == DXGMAP_OK; */
  /*@ ghost dxgmap_bound_ended(was, mid, *s, object, opened); */
  return o.status;
}
