/* SPDX-License-Identifier: MIT */
#include "operations/op_object.h"

uint32_t dxgmap_create_admit(dxgmap_caller caller, dxgmap_object_request r)
{
  if (caller.irql > DXGMAP_APC_LEVEL) {
    return DXGMAP_BAD_IRQL;
  }
  if (r.type > DXGMAP_OBJECT_IO_SPACE) {
    return DXGMAP_BAD_KIND;
  }
  if (r.length == 0 || r.length % DXGMAP_PAGE_SIZE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  if (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical > 0xFFFFFFFFFFFFFFFFu - r.length) {
    return DXGMAP_BAD_SIZE;
  }
  if (r.type == DXGMAP_OBJECT_IO_SPACE && r.physical % DXGMAP_PAGE_SIZE != 0) {
    return DXGMAP_BAD_ADDRESS;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_create(dxgmap_state *s, dxgmap_caller caller, dxgmap_object_request r)
{
  uint32_t status = dxgmap_create_admit(caller, r);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_OBJECT, r.type);
  d.user = r.bound;
  d.cache = r.cache;
  d.physical = r.physical;
  d.length = r.length;
  return dxgmap_state_take(s, DXGMAP_MACHINE, d, 0, 0, 0);
}

uint32_t dxgmap_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  if (!dxgmap_state_holds(s, DXGMAP_MACHINE, DXGMAP_OBJECT, object)) {
    return DXGMAP_BAD_HANDLE;
  }
  if (caller.irql > DXGMAP_APC_LEVEL) {
    return DXGMAP_BAD_IRQL;
  }
  return DXGMAP_OK;
}

uint32_t dxgmap_adapter_object_gate(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t k = dxgmap_handle_tag(object);
  if (k >= DXGMAP_ADAPTERS) {
    return DXGMAP_BAD_HANDLE;
  }
  if (!dxgmap_state_holds(s, k, DXGMAP_ADAPTER_OBJECT, object)) {
    return DXGMAP_BAD_HANDLE;
  }
  if (caller.irql > DXGMAP_APC_LEVEL) {
    return DXGMAP_BAD_IRQL;
  }
  if (caller.strict != 0 && s->adapter[k].switches.exclusive != 0) {
    return DXGMAP_EXCLUSIVE;
  }
  return DXGMAP_OK;
}

uint32_t dxgmap_open_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                           uint32_t creating)
{
  uint32_t status = dxgmap_state_gate_acquire(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (s->adapter[k].capability != DXGMAP_BY_ADL) {
    return DXGMAP_BAD_MODE;
  }
  if (!dxgmap_state_holds(s, DXGMAP_MACHINE, DXGMAP_OBJECT, object)) {
    return DXGMAP_BAD_HANDLE;
  }
  uint32_t o = dxgmap_handle_index(object);
  if ((s->adapter[DXGMAP_MACHINE].descriptors.at[o].user != 0) != (creating != 0)) {
    return DXGMAP_BOUND;
  }
  if (s->opened.place[o] != 0) {
    return DXGMAP_OPENED;
  }
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (dxgmap_slots_next(&s->adapter[k].slots) == DXGMAP_SLOTS) {
    return DXGMAP_NO_SLOT;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_open(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adapter,
                              uint32_t creating)
{
  uint32_t status = dxgmap_open_admit(s, caller, object, adapter, creating);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  uint32_t o = dxgmap_handle_index(object);
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_ADAPTER_OBJECT, s->adapter[DXGMAP_MACHINE].descriptors.at[o].index);
  d.user = creating;
  d.object = o + 1u;
  d.length = s->adapter[DXGMAP_MACHINE].descriptors.at[o].length;
  return dxgmap_state_take(s, dxgmap_state_find(s, adapter), d, 0, 0, 0);
}

uint32_t dxgmap_close_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_adapter_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t k = dxgmap_handle_tag(object);
  /*@ assert ok: AdapterOk(s->adapter[k]); */
  if (dxgmap_links_used(&s->adapter[k].links, dxgmap_handle_index(object))) {
    return DXGMAP_IN_USE;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_close(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_close_admit(s, caller, object);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  return dxgmap_state_release(s, dxgmap_handle_tag(object), dxgmap_handle_index(object));
}

uint32_t dxgmap_destroy_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t o = dxgmap_handle_index(object);
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  if (s->opened.place[o] != 0) {
    return DXGMAP_IN_USE;
  }
  if (dxgmap_links_used(&s->adapter[DXGMAP_MACHINE].links, o)) {
    return DXGMAP_IN_USE;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_destroy(dxgmap_state *s, dxgmap_caller caller, uint64_t object)
{
  uint32_t status = dxgmap_destroy_admit(s, caller, object);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  return dxgmap_state_release(s, DXGMAP_MACHINE, dxgmap_handle_index(object));
}
