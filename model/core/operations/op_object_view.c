/* SPDX-License-Identifier: MIT */
#include "operations/op_object_view.h"

uint32_t dxgmap_object_view_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                  uint64_t offset, uint64_t bytes)
{
  uint32_t status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t o = dxgmap_handle_index(object);
  if (user != 0 && s->adapter[DXGMAP_MACHINE].descriptors.at[o].index == DXGMAP_OBJECT_IO_SPACE) {
    return DXGMAP_BAD_FLAGS;
  }
  if (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  uint64_t length = s->adapter[DXGMAP_MACHINE].descriptors.at[o].length;
  if (offset > length || bytes > length - offset) {
    return DXGMAP_TOO_LARGE;
  }
  return DXGMAP_OK;
}

/*@ ghost
  // A request that is refused is not admitted as well.
  /@ requires refused: ObjectViewAdmit(s, caller, object, user, offset, bytes, status) && status != DXGMAP_OK;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures only: !ObjectViewAdmit(s, caller, object, user, offset, bytes, DXGMAP_OK); @/
  void dxgmap_object_view_refused(dxgmap_state s, dxgmap_caller caller, uint64_t object, uint32_t user, uint64_t offset,
                                  uint64_t bytes, uint32_t status)
  {
    return;
  }
*/

dxgmap_outcome dxgmap_op_map_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint32_t user,
                                    uint64_t offset, uint64_t bytes, uint64_t at, uint32_t slack, uint32_t pressure)
{
  uint32_t status = dxgmap_object_view_admit(s, caller, object, user, offset, bytes);
  if (status != DXGMAP_OK) {
    /*@ ghost dxgmap_object_view_refused(*s, caller, object, user, offset, bytes, status); */
    return dxgmap_refuse(status);
  }
  if (pressure != 0) {
    return dxgmap_refuse(DXGMAP_PRESSURE);
  }
  uint64_t span = slack + bytes / DXGMAP_PAGE_SIZE;
  /*@ assert admitted: ObjectViewAdmit(*s, caller, object, user, offset, bytes, DXGMAP_OK); */
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  if (!dxgmap_views_room(&s->adapter[DXGMAP_MACHINE].views, at, span)) {
    return dxgmap_refuse(DXGMAP_PLACE_TAKEN);
  }
  uint32_t o = dxgmap_handle_index(object);
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_OBJECT_VIEW, 0);
  d.user = user;
  d.cache = s->adapter[DXGMAP_MACHINE].descriptors.at[o].cache;
  d.slack = slack;
  d.physical = offset;
  d.length = bytes;
  d.process = user != 0 ? caller.process : 0;
  return dxgmap_state_take(s, DXGMAP_MACHINE, d, (uint32_t)at, (uint32_t)span, o + 1u);
}

/* The slot of the view of an object whose base is `address`; DXGMAP_SLOTS when there is none. */
/*@ requires valid: \valid(a);
    requires ok: AdapterOk(*a);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures range: \result <= DXGMAP_SLOTS;
    ensures some: \result < DXGMAP_SLOTS ==> ObjectViewAt(*a, address, \result);
    ensures one: \forall integer i; ObjectViewAt(*a, address, i) ==> i == \result; */
static uint32_t dxgmap_object_view_at(const dxgmap_adapter *a, uint64_t address)
{
  uint32_t i = dxgmap_views_at(&a->views, address / DXGMAP_PAGE_SIZE);
  /*@ assert parts: AdapterParts(*a); */
  /*@ assert covered: \forall integer j; ObjectViewAt(*a, address, j)
             ==> ViewCovers(a->views, j, address / DXGMAP_PAGE_SIZE); */
  /*@ assert only: \forall integer j; ObjectViewAt(*a, address, j) ==> j == i; */
  if (i == DXGMAP_SLOTS || a->descriptors.at[i].kind != DXGMAP_OBJECT_VIEW ||
      (uint64_t)a->views.place[i] * DXGMAP_PAGE_SIZE != address) {
    return DXGMAP_SLOTS;
  }
  return i;
}

dxgmap_outcome dxgmap_op_unmap_object(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t address,
                                      uint64_t bytes)
{
  uint32_t status = dxgmap_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  /*@ assert ok: AdapterOk(s->adapter[DXGMAP_MACHINE]); */
  uint32_t i = dxgmap_object_view_at(&s->adapter[DXGMAP_MACHINE], address);
  if (i == DXGMAP_SLOTS) {
    return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  }
  if (s->adapter[DXGMAP_MACHINE].links.to.slot[i] != dxgmap_handle_index(object) + 1u) {
    return dxgmap_refuse(DXGMAP_NOT_OF_OBJECT);
  }
  if (bytes != s->adapter[DXGMAP_MACHINE].descriptors.at[i].length) {
    return dxgmap_refuse(DXGMAP_BAD_SIZE);
  }
  if (s->adapter[DXGMAP_MACHINE].descriptors.at[i].user != 0 &&
      caller.process != s->adapter[DXGMAP_MACHINE].descriptors.at[i].process) {
    return dxgmap_refuse(DXGMAP_BAD_PROCESS);
  }
  /*@ assert parts: AdapterParts(s->adapter[DXGMAP_MACHINE]) && AdapterLinks(s->adapter[DXGMAP_MACHINE])
             && OpenedOk(*s); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[DXGMAP_MACHINE], i); */
  return dxgmap_state_release(s, DXGMAP_MACHINE, i);
}
