/* SPDX-License-Identifier: MIT */
#include "operations/op_pointer.h"

uint32_t dxgmap_pointer_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                              uint64_t size, uint64_t offset)
{
  uint32_t status = dxgmap_state_gate_acquire(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (index >= s->adapter[k].saves.chain) {
    return DXGMAP_BAD_INDEX;
  }
  uint64_t maximum = s->adapter[k].saves.maximum.pages[index];
  if (maximum == 0) {
    return DXGMAP_NO_SAVE_AREA;
  }
  if (size == 0 || size % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  /* in pages, so that nothing overflows */
  if (offset / DXGMAP_PAGE_SIZE > maximum || size / DXGMAP_PAGE_SIZE > maximum - offset / DXGMAP_PAGE_SIZE) {
    return DXGMAP_TOO_LARGE;
  }
  return DXGMAP_OK;
}

/*@ ghost
  // A request that is refused is not admitted as well.
  /@ requires refused: PointerAdmit(s, caller, adapter, index, size, offset, status) && status != DXGMAP_OK;
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures only: !PointerAdmit(s, caller, adapter, index, size, offset, DXGMAP_OK); @/
  void dxgmap_pointer_refused(dxgmap_state s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t size,
                              uint64_t offset, uint32_t status)
  {
    return;
  }
*/

dxgmap_outcome dxgmap_op_map_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                     uint64_t size, uint64_t offset, uint64_t at, uint32_t slack, uint32_t pressure)
{
  uint32_t status = dxgmap_pointer_admit(s, caller, adapter, index, size, offset);
  if (status != DXGMAP_OK) {
    /*@ ghost dxgmap_pointer_refused(*s, caller, adapter, index, size, offset, status); */
    return dxgmap_refuse(status);
  }
  if (pressure != 0) {
    return dxgmap_refuse(DXGMAP_PRESSURE);
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  uint64_t span = slack + size / DXGMAP_PAGE_SIZE;
  /*@ assert admitted: k == AdapterOf(adapter) && PointerAdmit(*s, caller, adapter, index, size, offset, DXGMAP_OK); */
  if (!dxgmap_views_room(&s->adapter[k].views, at, span)) {
    return dxgmap_refuse(DXGMAP_PLACE_TAKEN);
  }
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_POINTER, index);
  d.slack = slack;
  d.physical = offset;
  d.length = size;
  return dxgmap_state_take(s, k, d, (uint32_t)at, (uint32_t)span, 0);
}

dxgmap_outcome dxgmap_op_unmap_pointer(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index,
                                       uint64_t address)
{
  uint32_t status = dxgmap_state_gate_lead(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (index >= s->adapter[k].saves.chain) {
    return dxgmap_refuse(DXGMAP_BAD_INDEX);
  }
  uint32_t i = dxgmap_views_at(&s->adapter[k].views, address / DXGMAP_PAGE_SIZE);
  /*@ assert parts: AdapterParts(s->adapter[k]); */
  /*@ assert covered: \forall integer j; PointerAt(s->adapter[k], index, address, j)
             ==> ViewCovers(s->adapter[k].views, j, address / DXGMAP_PAGE_SIZE); */
  /*@ assert only: \forall integer j; PointerAt(s->adapter[k], index, address, j) ==> j == i; */
  if (i == DXGMAP_SLOTS) {
    return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  }
  if (s->adapter[k].descriptors.at[i].kind != DXGMAP_POINTER || s->adapter[k].descriptors.at[i].index != index ||
      (uint64_t)s->adapter[k].views.place[i] * DXGMAP_PAGE_SIZE != address) {
    return dxgmap_refuse(DXGMAP_BAD_ADDRESS);
  }
  /*@ assert found: PointerAt(s->adapter[k], index, address, i); */
  /*@ assert links: AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  return dxgmap_state_release(s, k, i);
}
