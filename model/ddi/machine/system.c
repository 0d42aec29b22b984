/* SPDX-License-Identifier: MIT */
#include "ddi/machine/system.h"

dxgmap_ddi_system dxgmap_ddi;

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of(uint64_t handle)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (handle != 0 && dxgmap_ddi.adapter[i].handle == handle) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension)
{
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS; i++) {
    if (extension != NULL && dxgmap_ddi.adapter[i].extension == extension) {
      return &dxgmap_ddi.adapter[i];
    }
  }
  return NULL;
}
