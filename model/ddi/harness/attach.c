/* SPDX-License-Identifier: MIT */
#include "ddi/call/call.h"
#include "ddi/call/trace.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/system.h"

/* The device of a started adapter: when its accesses are checked, and when it has to be silent, sleeps or is gone. */

/* A step of the harness that has an adapter alone. */
static uint32_t dxgmap_ddi_simple(uint32_t operation, HANDLE adapter, uint32_t (*step)(dxgmap_state *, uint64_t),
                                  const void *site)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, operation, adapter, site)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  uint32_t cause = step(dxgmap_ddi.state, call.adapter);
  dxgmap_ddi_lookup_follow(call.adapter);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}

uint32_t dxgmap_adapter_attach(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_ATTACH, adapter, dxgmap_op_attach, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_exclusive_begin(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_EXCLUSIVE_BEGIN, adapter, dxgmap_op_exclusive_begin, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_exclusive_end(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_EXCLUSIVE_END, adapter, dxgmap_op_exclusive_end, DXGMAP_DDI_SITE);
}

uint32_t dxgmap_adapter_remove(HANDLE adapter)
{
  return dxgmap_ddi_simple(DXGMAP_OPERATION_REMOVE, adapter, dxgmap_op_remove, DXGMAP_DDI_SITE);
}

/* What is no power state is none of the core's either. */
uint32_t dxgmap_adapter_power(HANDLE adapter, DEVICE_POWER_STATE state)
{
  dxgmap_ddi_call call;
  if (!dxgmap_ddi_enter(&call, DXGMAP_OPERATION_POWER, adapter, DXGMAP_DDI_SITE)) {
    return DXGMAP_CAUSE_NOT_OPEN;
  }
  DXGMAP_DDI_TRACE(&call, (uint32_t)state - (uint32_t)PowerDeviceD0);
  uint32_t cause = dxgmap_op_power(dxgmap_ddi.state, call.adapter, (uint32_t)state - (uint32_t)PowerDeviceD0);
  dxgmap_ddi_lookup_follow(call.adapter);
  (void)dxgmap_ddi_leave(&call, cause);
  return cause;
}
