/* SPDX-License-Identifier: MIT */
#include "operations/op_pin.h"

uint32_t dxgmap_pin_admit(const dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                          uint32_t kind)
{
  uint32_t status = dxgmap_state_gate_acquire(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return status;
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (kind != DXGMAP_PIN && kind != DXGMAP_PIN2) {
    return DXGMAP_BAD_KIND;
  }
  if (kind == DXGMAP_PIN && s->adapter[k].capability != DXGMAP_BY_MDL) {
    return DXGMAP_BAD_MODE;
  }
  if (index >= s->adapter[k].saves.chain) {
    return DXGMAP_BAD_INDEX;
  }
  uint64_t maximum = s->adapter[k].saves.maximum.pages[index];
  if (maximum == 0) {
    return DXGMAP_NO_SAVE_AREA;
  }
  if (bytes == 0 || bytes % DXGMAP_PAGE_SIZE != 0) {
    return DXGMAP_BAD_SIZE;
  }
  if (bytes / DXGMAP_PAGE_SIZE > maximum) {
    return DXGMAP_TOO_LARGE;
  }
  if (kind == DXGMAP_PIN && bytes > 0xFFFFF000u) {
    return DXGMAP_TOO_LARGE;
  }
  if (bytes / DXGMAP_PAGE_SIZE > 0xFFFFFFFFu) {
    return DXGMAP_TOO_LARGE;
  }
  if (s->adapter[k].saves.pin[index] != 0) {
    return DXGMAP_PINNED;
  }
  return DXGMAP_OK;
}

dxgmap_outcome dxgmap_op_pin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index, uint64_t bytes,
                             uint32_t kind, const uint64_t *pages, uint32_t count, uint32_t pressure)
{
  uint32_t status = dxgmap_pin_admit(s, caller, adapter, index, bytes, kind);
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
  return dxgmap_state_take_pages(s, dxgmap_state_find(s, adapter), dxgmap_describe(kind, index), pages, count, 0);
}

dxgmap_outcome dxgmap_op_unpin(dxgmap_state *s, dxgmap_caller caller, uint64_t adapter, uint32_t index)
{
  uint32_t status = dxgmap_state_gate_lead(s, caller, adapter, DXGMAP_APC_LEVEL);
  if (status != DXGMAP_OK) {
    return dxgmap_refuse(status);
  }
  uint32_t k = dxgmap_state_find(s, adapter);
  if (index >= s->adapter[k].saves.chain) {
    return dxgmap_refuse(DXGMAP_BAD_INDEX);
  }
  uint32_t pin = s->adapter[k].saves.pin[index];
  if (pin == 0) {
    return dxgmap_refuse(DXGMAP_NOT_PINNED);
  }
  /*@ assert adapter: AdapterPins(s->adapter[k]) && AdapterParts(s->adapter[k]) && AdapterLinks(s->adapter[k]); */
  /*@ assert mine: IsPin(s->adapter[k].descriptors.at[pin - 1].kind); */
  /*@ ghost dxgmap_adapter_unlinked(s->adapter[k], (uint32_t)(pin - 1)); */
  return dxgmap_state_release(s, k, pin - 1u);
}
