/* SPDX-License-Identifier: MIT */
#include "operations/op_pages.h"

uint32_t dxgmap_map_pages_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind)
{
  uint32_t status = dxgmap_state_gate_lead(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  if (kind != DXGMAP_MDL && kind != DXGMAP_PAGE_LIST && kind != DXGMAP_CONTIGUOUS && kind != DXGMAP_SYSTEM) {
    return DXGMAP_BAD_KIND;
  }
  if (kind != DXGMAP_SYSTEM && s->adapter[dxgmap_state_find(s, adapter)].capability != DXGMAP_BY_MDL) {
    return DXGMAP_BAD_MODE;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_map_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                   const uint64_t *pages, uint32_t count)
{
  uint32_t status = dxgmap_map_pages_admit(s, caller, adapter, kind);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  if (s->adapter[dxgmap_state_find(s, adapter)].switches.removed != 0) {
    return dxgmap_refuse(DXGMAP_REMOVED);
  }
  if (count == 0) {
    return dxgmap_refuse(DXGMAP_BAD_COUNT);
  }
  if (!dxgmap_domain_in_memory(pages, count)) {
    return dxgmap_refuse(DXGMAP_BAD_PAGE);
  }
  return dxgmap_state_take_pages(s, dxgmap_state_find(s, adapter), dxgmap_describe(kind, 0), pages, count, 0);
}

dxgmap_outcome dxgmap_op_unmap_pages(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t kind,
                                     uint64_t handle)
{
  uint32_t status = dxgmap_map_pages_admit(s, caller, adapter, kind);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (!dxgmap_state_holds(s, k, kind, handle)) {
    return dxgmap_refuse(DXGMAP_BAD_HANDLE);
  }
  uint32_t i = dxgmap_handle_index(handle);
  /*@ assert links: AdapterOk(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], i); */
  /*@ assert names: HandleTag(handle) == k && HandleIndex(handle) == i
             && HandleGeneration(handle) == s->adapter[k].slots.generation[i]; */
  return dxgmap_state_release(s, k, i);
}
