/* SPDX-License-Identifier: MIT */
#include "ddi/handle.h"
#include "ddi/object.h"
#include "ddi/release.h"

/* DxgkCbOpenPhysicalMemoryObject, DxgkCbClosePhysicalMemoryObject, DxgkCbDestroyPhysicalMemoryObject. */

static void dxgmap_ddi_open_blame(dxgmap_ddi_call *call, HANDLE object, uint32_t cause)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  dxgmap_ddi_blame_object(call, cause, object);
  if (cause == DXGMAP_BOUND || cause == DXGMAP_OPENED) {
    uint64_t opened = dxgmap_ddi_child(mapping, DXGMAP_MAPPING_ADAPTER_OBJECT);
    call->subject.mapping = opened != 0 ? opened : mapping;
  }
}

/* The memory of an adapter ends with it, so it is opened for no other. */
static uint32_t dxgmap_ddi_open_admit(dxgmap_ddi_call *call, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint32_t cause = dxgmap_open_admit(dxgmap_ddi.state, call->who, mapping, call->adapter, 0);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_open_blame(call, object, cause);
    return cause;
  }
  const dxgmap_ddi_record *record = dxgmap_ddi_record_find(mapping);
  if (record->adapter != 0 && record->adapter != call->adapter) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, "the object is of another adapter's I/O space");
    return DXGMAP_CAUSE_NOT_OWNED;
  }
  return DXGMAP_OK;
}

static uint32_t dxgmap_ddi_open_object(dxgmap_ddi_call *call, DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  uint64_t mapping = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  uint32_t cause = dxgmap_ddi_open_admit(call, arguments->hPhysicalMemoryObject);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  const dxgmap_ddi_record *object = dxgmap_ddi_record_find(mapping);
  dxgmap_ddi_record *opened = dxgmap_ddi_opened_new(call, call->adapter, object->length);
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
  int open =
      dxgmap_ddi_enter(&call, DXGMAP_OPERATION_OPEN_OBJECT, pArgs != NULL ? pArgs->hAdapter : NULL, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_open_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static void dxgmap_ddi_close_blame(dxgmap_ddi_call *call, HANDLE opened, uint32_t cause)
{
  dxgmap_ddi_blame_object(call, cause, opened);
  if (cause == DXGMAP_IN_USE) {
    call->subject.mapping = dxgmap_ddi_child((uint64_t)(uintptr_t)opened, DXGMAP_MAPPING_ADL);
    dxgmap_ddi_detail(&call->subject, "an ADL of it is not freed yet");
  }
}

static uint32_t dxgmap_ddi_close_object(dxgmap_ddi_call *call, const DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  dxgmap_outcome outcome =
      dxgmap_op_close(dxgmap_ddi.state, call->who, (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_close_blame(call, arguments->hAdapterMemoryObject, outcome.status);
  return outcome.status;
}

VOID DxgkCbClosePhysicalMemoryObject(IN_CONST_PDXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_CLOSE_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_close_object(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}

/* What keeps the object: an ADL of its adapter object before that, and that before a view. */
static void dxgmap_ddi_destroy_in_use(dxgmap_ddi_call *call, uint64_t object, int closing)
{
  uint64_t opened = closing ? 0 : dxgmap_ddi_child(object, DXGMAP_MAPPING_ADAPTER_OBJECT);
  uint64_t adl = opened != 0 ? dxgmap_ddi_child(opened, DXGMAP_MAPPING_ADL) : 0;
  if (adl != 0) {
    call->subject.mapping = adl;
    dxgmap_ddi_detail(&call->subject, "an ADL of its memory is not freed yet");
  } else if (opened != 0) {
    call->subject.mapping = opened;
    dxgmap_ddi_detail(&call->subject, "its adapter object is neither closed nor named in hAdapterMemoryObject");
  } else {
    call->subject.mapping = dxgmap_ddi_child(object, DXGMAP_MAPPING_OBJECT_VIEW);
    dxgmap_ddi_detail(&call->subject, "a view of it is not unmapped yet");
  }
}

static uint32_t dxgmap_ddi_destroy_alone(dxgmap_ddi_call *call, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  dxgmap_outcome outcome = dxgmap_op_destroy(dxgmap_ddi.state, call->who, mapping);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(mapping));
  }
  dxgmap_ddi_blame_object(call, outcome.status, object);
  if (outcome.status == DXGMAP_IN_USE) {
    dxgmap_ddi_destroy_in_use(call, mapping, 0);
  }
  return outcome.status;
}

/* The causes of Close, then those of Destroy (decision 42). */
static void dxgmap_ddi_destroy_blame(dxgmap_ddi_call *call, HANDLE object, HANDLE opened, uint32_t cause)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint64_t adapter_object = (uint64_t)(uintptr_t)opened;
  if (dxgmap_close_admit(dxgmap_ddi.state, call->who, adapter_object) != DXGMAP_OK) {
    dxgmap_ddi_close_blame(call, opened, cause);
  } else if (cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = adapter_object;
    dxgmap_ddi_detail_numbers(&call->subject, "hAdapterMemoryObject is of object ",
                              dxgmap_ddi_record_find(adapter_object)->parent, ", the call destroys ", mapping);
  } else if (cause == DXGMAP_IN_USE) {
    dxgmap_ddi_destroy_in_use(call, mapping, 1);
  } else {
    dxgmap_ddi_blame_object(call, cause, object);
  }
}

static uint32_t dxgmap_ddi_destroy_both(dxgmap_ddi_call *call, HANDLE object, HANDLE opened)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint64_t adapter_object = (uint64_t)(uintptr_t)opened;
  uint32_t cause = dxgmap_op_destroy_bound(dxgmap_ddi.state, call->who, mapping, adapter_object);
  if (cause != DXGMAP_OK) {
    dxgmap_ddi_destroy_blame(call, object, opened, cause);
    return cause;
  }
  dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(adapter_object));
  dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(mapping));
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_ddi_destroy(dxgmap_ddi_call *call, const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if (arguments == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  return arguments->hAdapterMemoryObject != NULL
             ? dxgmap_ddi_destroy_both(call, arguments->hPhysicalMemoryObject, arguments->hAdapterMemoryObject)
             : dxgmap_ddi_destroy_alone(call, arguments->hPhysicalMemoryObject);
}

VOID DxgkCbDestroyPhysicalMemoryObject(IN_CONST_PDXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_ddi_call call;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_DESTROY_OBJECT, NULL, DXGMAP_DDI_SITE);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_destroy(&call, pArgs) : (uint32_t)DXGMAP_CAUSE_BAD_HANDLE);
}
