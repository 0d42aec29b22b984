/* SPDX-License-Identifier: MIT */
#include "operations/op_adl.h"

uint32_t dxgmap_adl_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset, uint64_t bytes,
                          uint32_t contiguous)
{
  uint32_t status = dxgmap_adapter_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (s->adapter[dxgmap_handle_tag(object)].switches.removed != 0) {
    return DXGMAP_REMOVED;
  }
  if (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0 || offset % DXGMAP_PAGE_SIZE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  uint32_t k = dxgmap_handle_tag(object);
  uint32_t i = dxgmap_handle_index(object);
  uint64_t length = s->adapter[k].descriptors.at[i].length;
  if (offset > length || bytes > length - offset || bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFFu) {
    return DXGMAP_TOO_LARGE;
  }
  uint32_t type = s->adapter[k].descriptors.at[i].index;
  if (contiguous != 0 && type != DXGMAP_OBJECT_CONTIGUOUS && type != DXGMAP_OBJECT_IO_SPACE) {
    return DXGMAP_BAD_FLAGS;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_allocate_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t offset,
                                      uint64_t bytes, uint32_t contiguous, const uint64_t *pages, uint32_t count,
                                      uint32_t pressure)
{
  uint32_t status = dxgmap_adl_admit(s, caller, object, offset, bytes, contiguous);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  if (pressure != 0) {
    return dxgmap_refuse(DXGMAP_PRESSURE);
  }
  if (count != bytes / DXGMAP_PAGE_SIZE) {
    return dxgmap_refuse(DXGMAP_BAD_COUNT);
  }
  if (!dxgmap_domain_in_memory(pages, count)) {
    return dxgmap_refuse(DXGMAP_BAD_PAGE);
  }
  uint32_t i = dxgmap_handle_index(object);
  /*@ assert kinds: AdapterOk(s->adapter[HandleTag(object)]) && AdapterKinds(s->adapter[HandleTag(object)]); */
  /*@ assert capability: s->adapter[HandleTag(object)].capability == DXGMAP_BY_ADL; */
  dxgmap_descriptor d = dxgmap_describe(DXGMAP_ADL, 0);
  d.physical = offset;
  d.length = bytes;
  return dxgmap_state_take_pages(s, dxgmap_handle_tag(object), d, pages, count, i + 1u);
}

dxgmap_outcome dxgmap_op_free_adl(dxgmap_state *s, dxgmap_caller caller, uint64_t object, uint64_t adl)
{
  uint32_t status = dxgmap_adapter_object_gate(s, caller, object);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  uint32_t k = dxgmap_handle_tag(object);
  if (!dxgmap_state_holds(s, k, DXGMAP_ADL, adl)) {
    return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  }
  uint32_t i = dxgmap_handle_index(adl);
  if (s->adapter[k].links.to.slot[i] != dxgmap_handle_index(object) + 1u) {
    return dxgmap_refuse(DXGMAP_NOT_OF_OBJECT);
  }
  /*@ assert links: AdapterOk(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  return dxgmap_state_release(s, k, i);
}
