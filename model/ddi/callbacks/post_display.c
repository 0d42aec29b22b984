/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/machine/system.h"
#include "dispmprt.h"

/* DxgkCbAcquirePostDisplayOwnership. */

/* What firmware usually leaves on: 1024 by 768 pixels of 4 bytes, at the start of the largest memory resource. */
#define DXGMAP_DDI_POST_WIDTH 1024u
#define DXGMAP_DDI_POST_HEIGHT 768u
#define DXGMAP_DDI_POST_PITCH (4 * DXGMAP_DDI_POST_WIDTH)

static const dxgmap_resource *dxgmap_ddi_largest_memory(const dxgmap_ddi_adapter *a)
{
  const dxgmap_resource *largest = NULL;
  for (uint32_t i = 0; i < a->resources; i++) {
    const dxgmap_resource *r = &a->resource[i];
    if (r->space == DXGMAP_RESOURCE_MEMORY && (largest == NULL || r->length > largest->length)) {
      largest = r;
    }
  }
  return largest;
}

static uint32_t dxgmap_ddi_post_display(dxgmap_ddi_call *call, PDXGK_DISPLAY_INFORMATION info)
{
  if (!dxgmap_ddi_argument_out(call, "DisplayInfo", info, sizeof(*info))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  uint32_t cause = dxgmap_state_gate_own(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_APC_LEVEL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const dxgmap_resource *memory = dxgmap_ddi_largest_memory(dxgmap_ddi_adapter_of(call->adapter));
  memset(info, 0, sizeof(*info));
  info->TargetId = D3DDDI_ID_UNINITIALIZED;
  if (memory != NULL && memory->length >= (uint64_t)DXGMAP_DDI_POST_PITCH * DXGMAP_DDI_POST_HEIGHT) {
    info->Width = DXGMAP_DDI_POST_WIDTH;
    info->Height = DXGMAP_DDI_POST_HEIGHT;
    info->Pitch = DXGMAP_DDI_POST_PITCH;
    info->ColorFormat = D3DDDIFMT_A8R8G8B8;
    info->PhysicAddress.QuadPart = (LONGLONG)memory->start;
    info->TargetId = 0;
  }
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAcquirePostDisplayOwnership(HANDLE DeviceHandle, PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_POST_DISPLAY, DeviceHandle, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call,
                          open ? dxgmap_ddi_post_display(&call, DisplayInfo) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
