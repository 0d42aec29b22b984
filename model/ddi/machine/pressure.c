/* SPDX-License-Identifier: MIT */
#include "ddi/machine/pressure.h"

#include "ddi/machine/system.h"

static uint32_t *dxgmap_ddi_failures(uint32_t operation)
{
  switch (operation) {
  case DXGMAP_OPERATION_MAP_POINTER:
    return &dxgmap_ddi.fail_pointers;
  case DXGMAP_OPERATION_ALLOCATE_ADL:
    return &dxgmap_ddi.fail_adls;
  case DXGMAP_OPERATION_MAP_OBJECT:
    return &dxgmap_ddi.fail_maps;
  default:
    return &dxgmap_ddi.fail_pins;
  }
}

static bool dxgmap_ddi_use_failure(uint32_t *left)
{
  if (*left == 0) {
    return false;
  }
  *left -= 1;
  return true;
}

bool dxgmap_ddi_pressed(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes)
{
  if (dxgmap_ddi_use_failure(dxgmap_ddi_failures(operation))) {
    return true;
  }
  return dxgmap_ddi.pressure != NULL &&
         dxgmap_ddi.pressure(operation, index, offset, bytes, dxgmap_ddi.pressure_context);
}
