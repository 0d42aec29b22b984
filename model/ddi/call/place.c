/* SPDX-License-Identifier: MIT */
#include "ddi/call/place.h"

#include "ddi/machine/choice.h"

#define DXGMAP_DDI_SLACK_MAX 3u

uint64_t dxgmap_ddi_window_offset(const dxgmap_ddi_window *window, const void *address)
{
  uint64_t size = (uint64_t)DXGMAP_WINDOW * PAGE_SIZE;
  uint64_t offset = (uint64_t)(uintptr_t)address - (uint64_t)(uintptr_t)window->base;
  return offset < size ? offset : DXGMAP_DDI_NOWHERE;
}

uint32_t dxgmap_ddi_slack(uint64_t offset)
{
  uint32_t slack = 1 + (uint32_t)dxgmap_ddi_choose(DXGMAP_DDI_SLACK_MAX);
  return slack != offset / PAGE_SIZE ? slack : slack % DXGMAP_DDI_SLACK_MAX + 1;
}

bool dxgmap_ddi_place_claim(const dxgmap_ddi_window *window, dxgmap_ddi_record *record, uint64_t span)
{
  if (dxgmap_host_window_claim(window->id, span, &record->at) != DXGMAP_HOST_OK) {
    return false;
  }
  record->window = window->id;
  record->span = span;
  return true;
}

void dxgmap_ddi_place_remove(const dxgmap_ddi_record *record)
{
  if (dxgmap_ddi_record_has_place(record) && record->span > 0) {
    dxgmap_host_window_remove(record->window, record->at, record->span);
  }
}

void dxgmap_ddi_place_cancel(dxgmap_ddi_record *record)
{
  dxgmap_ddi_place_remove(record);
  dxgmap_ddi_record_cancel(record);
}

uint32_t dxgmap_ddi_place_settle(dxgmap_ddi_record *record, dxgmap_outcome outcome)
{
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_place_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  if (record->span > 0) {
    dxgmap_host_window_own(record->window, record->at, record->span, record->mapping);
  }
  return DXGMAP_OK;
}
