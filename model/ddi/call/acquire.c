/* SPDX-License-Identifier: MIT */
#include "ddi/call/acquire.h"

#include "ddi/machine/failure.h"

bool dxgmap_ddi_pressed(const dxgmap_ddi_call *call, uint32_t index, uint64_t offset, uint64_t bytes)
{
  dxgmap_ddi_acquisition acquisition = {call->operation, call->site, index, offset, bytes};
  return dxgmap_ddi_failure_due(&acquisition);
}
