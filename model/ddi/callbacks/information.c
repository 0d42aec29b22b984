/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/machine/system.h"

/* DxgkCbGetDeviceInformation. */

static uint32_t dxgmap_ddi_information(dxgmap_ddi_call *call, PDXGK_DEVICE_INFO info)
{
  if (!dxgmap_ddi_argument_out(call, "DeviceInfo", info, sizeof(*info))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_state_gate_own(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_PASSIVE_LEVEL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  LONGLONG bytes = (LONGLONG)(dxgmap_ddi.installed_pages * PAGE_SIZE);
  memset(info, 0, sizeof(*info));
  info->MiniportDeviceContext = a->miniport_context;
  info->PhysicalDeviceObject = a->physical_device_object;
  info->TranslatedResourceList = a->list;
  info->SystemMemorySize.QuadPart = bytes;
  info->HighestPhysicalAddress.QuadPart = bytes - 1;
  info->DockingState = DockStateUnsupported;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbGetDeviceInformation(HANDLE DeviceHandle, PDXGK_DEVICE_INFO DeviceInfo)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DEVICE_INFORMATION, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_information(&call, DeviceInfo) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
