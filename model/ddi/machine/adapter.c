/* SPDX-License-Identifier: MIT */
#include "ddi/machine/adapter.h"

#include <string.h>

#include "ddi/machine/registry.h"
#include "ddi/machine/resources.h"

dxgmap_ddi_adapter *dxgmap_ddi_adapter_place(void)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (dxgmap_ddi.adapter[i].handle == 0) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}

static void dxgmap_ddi_sections_close(dxgmap_ddi_adapter *a)
{
  for (uint32_t i = 0; i < DXGMAP_CHAIN; i++) {
    if (a->section[i] != 0) {
      dxgmap_host_section_close(a->section[i]);
    }
  }
}

static bool dxgmap_ddi_sections_open(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  for (uint32_t i = 0; i < start->chain; i++) {
    uint64_t pages = start->save_bytes[i] / PAGE_SIZE;
    a->save_bytes[i] = start->save_bytes[i];
    if (pages > 0 && dxgmap_host_section_open(pages, &a->section[i]) != DXGMAP_HOST_OK) {
      return false;
    }
  }
  return true;
}

static bool dxgmap_ddi_window_open(dxgmap_ddi_adapter *a)
{
  if (!a->lived &&
      dxgmap_host_window_open(DXGMAP_WINDOW, dxgmap_ddi.quarantine_pages, &a->window.id) != DXGMAP_HOST_OK) {
    return false;
  }
  a->window.base = dxgmap_host_window_base(a->window.id);
  return true;
}

uint32_t dxgmap_ddi_adapter_acquire(dxgmap_ddi_adapter *a, const dxgmap_start *start)
{
  a->chain = start->chain;
  uint32_t cause = dxgmap_ddi_resources_open(a, start);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  if (!dxgmap_ddi_sections_open(a, start) || !dxgmap_ddi_window_open(a)) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  return DXGMAP_CAUSE_NONE;
}

void dxgmap_ddi_adapter_release(dxgmap_ddi_adapter *a)
{
  bool lived = a->lived || a->handle != 0;
  dxgmap_ddi_window window = a->window;
  if (!lived && window.id != 0) {
    dxgmap_host_window_close(window.id);
  }
  dxgmap_ddi_resources_close(a);
  dxgmap_ddi_sections_close(a);
  dxgmap_host_free(a->extension, a->extension_bytes);
  dxgmap_ddi_registry_close(a);
  memset(a, 0, sizeof(*a));
  if (lived) {
    a->lived = true;
    a->window = window;
  }
}
