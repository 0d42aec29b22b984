/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/call.h"
#include "ddi/callbacks/unmodelled.h"
#include "ddi/machine/system.h"

/* DxgkCbReadDeviceSpace, DxgkCbWriteDeviceSpace and DxgkCbAcquirePostDisplayOwnership, for adapters whose description
   says what they give. */

typedef struct {
  const char *member;
  ULONG type;
  PVOID buffer;
  ULONG offset;
  ULONG length;
  PULONG done;
  bool write;
} dxgmap_ddi_space_request;

static uint32_t dxgmap_ddi_space_transfer(dxgmap_ddi_call *call, const dxgmap_ddi_space_request *r)
{
  if (r->buffer == NULL || r->done == NULL) {
    return dxgmap_ddi_bad(call, "Buffer, or the pointer to the count of bytes, is NULL");
  }
  uint32_t cause = dxgmap_state_gate(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_PASSIVE_LEVEL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of(call->adapter);
  ULONG rest = r->offset < a->configuration_bytes ? a->configuration_bytes - r->offset : 0;
  ULONG length = r->length < rest ? r->length : rest;
  if (length != 0) {
    uint8_t *bytes = a->configuration + r->offset;
    memcpy(r->write ? bytes : r->buffer, r->write ? r->buffer : bytes, length);
  }
  *r->done = length;
  return DXGMAP_CAUSE_NONE;
}

static NTSTATUS dxgmap_ddi_space(HANDLE device, const dxgmap_ddi_space_request *r, const void *site)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DEVICE_SPACE, device, site);
  const dxgmap_ddi_adapter *a = open ? dxgmap_ddi_adapter_of(call.adapter) : NULL;
  if (a != NULL && (a->configuration_bytes == 0 || r->type != DXGK_WHICHSPACE_CONFIG)) {
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
    return dxgmap_ddi_unmodelled(r->member, device, site);
  }
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_space_transfer(&call, r) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbReadDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                               PULONG BytesRead)
{
  dxgmap_ddi_space_request r = {"DxgkCbReadDeviceSpace", DataType, Buffer, Offset, Length, BytesRead, false};
  return dxgmap_ddi_space(DeviceHandle, &r, DXGMAP_DDI_SITE);
}

NTSTATUS DxgkCbWriteDeviceSpace(HANDLE DeviceHandle, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG Length,
                                PULONG BytesWritten)
{
  dxgmap_ddi_space_request r = {"DxgkCbWriteDeviceSpace", DataType, Buffer, Offset, Length, BytesWritten, true};
  return dxgmap_ddi_space(DeviceHandle, &r, DXGMAP_DDI_SITE);
}

static uint32_t dxgmap_ddi_post_display(dxgmap_ddi_call *call, PDXGK_DISPLAY_INFORMATION display)
{
  if (display == NULL) {
    return dxgmap_ddi_bad(call, "DisplayInfo is NULL");
  }
  uint32_t cause = dxgmap_state_gate(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_PASSIVE_LEVEL);
  if (cause == DXGMAP_OK) {
    *display = dxgmap_ddi_adapter_of(call->adapter)->display;
  }
  return cause;
}

NTSTATUS DxgkCbAcquirePostDisplayOwnership(HANDLE DeviceHandle, PDXGK_DISPLAY_INFORMATION DisplayInfo)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_POST_DISPLAY, DeviceHandle, DXGMAP_DDI_SITE);
  const dxgmap_ddi_adapter *a = open ? dxgmap_ddi_adapter_of(call.adapter) : NULL;
  if (a != NULL && !a->post_display) {
    (void)dxgmap_ddi_leave(&call, DXGMAP_CAUSE_NONE);
    return dxgmap_ddi_unmodelled("DxgkCbAcquirePostDisplayOwnership", DeviceHandle, DXGMAP_DDI_SITE);
  }
  return dxgmap_ddi_leave(&call,
                          open ? dxgmap_ddi_post_display(&call, DisplayInfo) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
