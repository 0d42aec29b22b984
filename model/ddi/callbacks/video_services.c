/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/callbacks/heap.h"
#include "ddi/machine/registry.h"
#include "video.h"

/* VideoPortAllocatePool, VideoPortFreePool, VideoPortSetRegistryParameters, VideoPortGetRegistryParameters. A harness
   that has its own keeps them: these are weak. */

#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak VideoPortAllocatePool
#pragma weak VideoPortFreePool
#pragma weak VideoPortSetRegistryParameters
#pragma weak VideoPortGetRegistryParameters
#endif

PVOID VideoPortAllocatePool(PVOID HwDeviceExtension, VP_POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
  (void)HwDeviceExtension; /* pool memory belongs to no device */
  return dxgmap_ddi_heap_typed((POOL_TYPE)PoolType, NumberOfBytes, Tag, DXGMAP_DDI_SITE);
}

VOID VideoPortFreePool(PVOID HwDeviceExtension, PVOID Ptr)
{
  (void)HwDeviceExtension;
  dxgmap_ddi_heap_free_call(Ptr, 0, DXGMAP_DDI_SITE);
}

/* The adapter behind the extension, at PASSIVE_LEVEL; NULL, with its cause. */
static dxgmap_ddi_adapter *dxgmap_ddi_registry_adapter(dxgmap_ddi_call *call, const void *extension, uint32_t *cause)
{
  dxgmap_ddi_adapter *a = dxgmap_ddi_adapter_of_extension(extension);
  call->adapter = a != NULL ? a->handle : 0;
  *cause = dxgmap_state_gate_own(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_PASSIVE_LEVEL);
  return *cause == DXGMAP_OK ? a : NULL;
}

static uint32_t dxgmap_ddi_set_value(dxgmap_ddi_call *call, const void *extension, PCWSTR name, const void *data,
                                     ULONG length)
{
  uint32_t cause;
  if (!dxgmap_ddi_argument_text(call, "ValueName", name, sizeof(*name)) ||
      (length > 0 && !dxgmap_ddi_argument_in(call, "ValueData", data, length))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_ddi_adapter *a = dxgmap_ddi_registry_adapter(call, extension, &cause);
  if (a == NULL) {
    return cause;
  }
  return dxgmap_ddi_registry_set(a, name, data, length) ? DXGMAP_CAUSE_NONE : DXGMAP_CAUSE_NO_HOST;
}

VP_STATUS VideoPortSetRegistryParameters(PVOID HwDeviceExtension, PWSTR ValueName, PVOID ValueData, ULONG ValueLength)
{
  dxgmap_ddi_call call;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADAPTER;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_SET_REGISTRY, NULL, DXGMAP_DDI_SITE)) {
    cause = dxgmap_ddi_set_value(&call, HwDeviceExtension, ValueName, ValueData, ValueLength);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return cause == DXGMAP_CAUSE_NONE ? NO_ERROR : ERROR_INVALID_PARAMETER;
}

/* A copy of the value, which lives while the miniport's routine looks at it; NULL when there is none. */
static uint32_t dxgmap_ddi_get_value(dxgmap_ddi_call *call, const void *extension, PCWSTR name, dxgmap_ddi_value **copy)
{
  uint32_t cause;
  if (!dxgmap_ddi_argument_text(call, "ParameterName", name, sizeof(*name))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_ddi_adapter *a = dxgmap_ddi_registry_adapter(call, extension, &cause);
  if (a == NULL) {
    return cause;
  }
  const dxgmap_ddi_value *value = dxgmap_ddi_registry_find(a, name);
  if (value == NULL) {
    return DXGMAP_CAUSE_NONE;
  }
  *copy = dxgmap_host_allocate(value->block);
  if (*copy == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  memcpy(*copy, value, value->block);
  return DXGMAP_CAUSE_NONE;
}

VP_STATUS VideoPortGetRegistryParameters(PVOID HwDeviceExtension, PWSTR ParameterName, UCHAR IsParameterFileName,
                                         PMINIPORT_GET_REGISTRY_ROUTINE CallbackRoutine, PVOID Context)
{
  dxgmap_ddi_call call;
  dxgmap_ddi_value *value = NULL;
  uint32_t cause = DXGMAP_CAUSE_BAD_ADAPTER;
  VP_STATUS status = ERROR_INVALID_PARAMETER;
  (void)IsParameterFileName;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_GET_REGISTRY, NULL, DXGMAP_DDI_SITE)) {
    cause = CallbackRoutine == NULL ? dxgmap_ddi_bad(&call, "CallbackRoutine is NULL")
                                    : dxgmap_ddi_get_value(&call, HwDeviceExtension, ParameterName, &value);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  if (value != NULL) {
    PVOID data = (PVOID)(uintptr_t)dxgmap_ddi_registry_data(value);
    status = CallbackRoutine(HwDeviceExtension, Context, ParameterName, data, (ULONG)value->length);
    dxgmap_host_free(value, value->block);
  }
  return status;
}
