/* SPDX-License-Identifier: MIT */
#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain_object.h"
#include "ddi/call/object.h"
#include "ddi/call/release.h"
#include "ddi/machine/chain.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* DxgkCbOpenPhysicalMemoryObject, DxgkCbClosePhysicalMemoryObject, DxgkCbDestroyPhysicalMemoryObject. */

/* The memory of an adapter ends with it, so it is opened for no other. */
static uint32_t dxgmap_ddi_open_admit(dxgmap_ddi_call *call, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint32_t cause = dxgmap_open_admit(dxgmap_ddi.state, call->who, mapping, call->adapter, 0);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_open(call, cause, object);
    return cause;
  }
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  uint64_t owner = dxgmap_ddi_record_adapter(record);
  if (owner != 0 && dxgmap_ddi_lead(owner) != call->adapter) {
    dxgmap_ddi_blame_open(call, DXGMAP_NOT_OWNED, object);
    return DXGMAP_CAUSE_NOT_OWNED;
  }
  return DXGMAP_OK;
}

static uint32_t dxgmap_ddi_open_object(dxgmap_ddi_call *call, DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  call->adapter = dxgmap_ddi_lead((uint64_t)(uintptr_t)arguments->hAdapter);
  uint64_t mapping = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  uint32_t cause = dxgmap_ddi_open_admit(call, arguments->hPhysicalMemoryObject);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(mapping);
  bool pressure = dxgmap_ddi_pressed(call, 0, 0, object->length);
  dxgmap_ddi_record *opened = pressure ? NULL : dxgmap_ddi_opened_new(call, call->adapter, object->length);
  if (opened == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_open(dxgmap_ddi.state, call->who, mapping, call->adapter, 0);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_record_cancel(opened);
    return outcome.status;
  }
  opened->parent = mapping;
  dxgmap_ddi_record_bind(opened, outcome.handle);
  arguments->hAdapterMemoryObject = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbOpenPhysicalMemoryObject(INOUT_PDXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_OPEN_OBJECT, NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_open_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_close_object(dxgmap_ddi_call *call, const DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (!dxgmap_ddi_argument_in(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  call->opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  dxgmap_outcome outcome =
      dxgmap_op_close(dxgmap_ddi.state, call->who, (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_close(call, outcome.status, arguments->hAdapterMemoryObject);
  return outcome.status;
}

VOID DxgkCbClosePhysicalMemoryObject(IN_CONST_PDXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_close_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

static uint32_t dxgmap_ddi_destroy_alone(dxgmap_ddi_call *call, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  dxgmap_outcome outcome = dxgmap_op_destroy(dxgmap_ddi.state, call->who, mapping);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(mapping));
  }
  dxgmap_ddi_blame_destroy(call, outcome.status, object);
  return outcome.status;
}

static uint32_t dxgmap_ddi_destroy_both(dxgmap_ddi_call *call, HANDLE object, HANDLE opened)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint64_t adapter_object = (uint64_t)(uintptr_t)opened;
  call->opened = adapter_object;
  uint32_t cause = dxgmap_op_destroy_bound(dxgmap_ddi.state, call->who, mapping, adapter_object);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_blame_destroy_both(call, cause, object, opened);
    return cause;
  }
  dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(adapter_object));
  dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(mapping));
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_destroy(dxgmap_ddi_call *call, const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (!dxgmap_ddi_argument_in(call, "pArgs", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  return arguments->hAdapterMemoryObject != NULL
             ? dxgmap_ddi_destroy_both(call, arguments->hPhysicalMemoryObject, arguments->hAdapterMemoryObject)
             : dxgmap_ddi_destroy_alone(call, arguments->hPhysicalMemoryObject);
}

VOID DxgkCbDestroyPhysicalMemoryObject(IN_CONST_PDXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DESTROY_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_destroy(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
