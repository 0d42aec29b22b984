/* SPDX-License-Identifier: MIT */
#include "ddi/call/explain_object.h"

#include "ddi/call/explain.h"
#include "ddi/call/explain_view.h"
#include "ddi/machine/system.h"

static const char *dxgmap_ddi_object_handle_fault(const dxgmap_ddi_record *record, uint64_t mapping)
{
  if (mapping == 0) {
    return "the handle is NULL";
  }
  if (record == NULL) {
    return "no object ever had this handle, or it was released long ago";
  }
  if (!record->live) {
    return record->kind == DXGMAP_MAPPING_OBJECT ? "the object was destroyed already, or its adapter stopped"
                                                 : "it was closed or destroyed already, or its adapter stopped";
  }
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return "the handle is a physical memory object's: an adapter object's is asked for";
  }
  return record->kind == DXGMAP_MAPPING_ADAPTER_OBJECT
             ? "the handle is an adapter object's: a physical memory object's is asked for"
             : "the handle came from another callback";
}

void dxgmap_ddi_blame_object(dxgmap_ddi_call *call, uint32_t cause, HANDLE handle)
{
  uint64_t mapping = (uint64_t)(uintptr_t)handle;
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_object_handle_fault(dxgmap_ddi_record_find(mapping), mapping));
  }
}

void dxgmap_ddi_blame_create(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_object_request *request)
{
  if (cause == DXGMAP_BAD_SIZE || cause == DXGMAP_BAD_ADDRESS || cause == DXGMAP_NOT_OWNED) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range begins at ", request->physical,
                              ", its length in whole pages is ", request->length);
  }
}

void dxgmap_ddi_blame_open(dxgmap_ddi_call *call, uint32_t cause, HANDLE object)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  dxgmap_ddi_blame_object(call, cause, object);
  if (cause == DXGMAP_BOUND || cause == DXGMAP_OPENED) {
    uint64_t opened = dxgmap_ddi_child(mapping, DXGMAP_MAPPING_ADAPTER_OBJECT);
    call->subject.mapping = opened != 0 ? opened : mapping;
  }
  if (cause == DXGMAP_NOT_OWNED) {
    call->subject.mapping = mapping;
    dxgmap_ddi_detail(&call->subject, "the object is of another adapter's I/O space");
  }
}

void dxgmap_ddi_blame_close(dxgmap_ddi_call *call, uint32_t cause, HANDLE opened)
{
  dxgmap_ddi_blame_object(call, cause, opened);
  if (cause == DXGMAP_IN_USE) {
    call->subject.mapping = dxgmap_ddi_child((uint64_t)(uintptr_t)opened, DXGMAP_MAPPING_ADL);
    dxgmap_ddi_detail(&call->subject, "an ADL of it is not freed yet");
  }
}

/* What keeps the object: an ADL of its adapter object before that, and that before a view. */
static void dxgmap_ddi_destroy_in_use(dxgmap_ddi_call *call, uint64_t object, bool closing)
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

void dxgmap_ddi_blame_destroy(dxgmap_ddi_call *call, uint32_t cause, HANDLE object)
{
  dxgmap_ddi_blame_object(call, cause, object);
  if (cause == DXGMAP_IN_USE) {
    dxgmap_ddi_destroy_in_use(call, (uint64_t)(uintptr_t)object, false);
  }
}

/* The causes of Close, then those of Destroy (decision 42). */
void dxgmap_ddi_blame_destroy_both(dxgmap_ddi_call *call, uint32_t cause, HANDLE object, HANDLE opened)
{
  uint64_t mapping = (uint64_t)(uintptr_t)object;
  uint64_t adapter_object = (uint64_t)(uintptr_t)opened;
  if (dxgmap_close_admit(dxgmap_ddi.state, call->who, adapter_object) != DXGMAP_OK) {
    dxgmap_ddi_blame_close(call, cause, opened);
  } else if (cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = adapter_object;
    dxgmap_ddi_detail_numbers(&call->subject, "hAdapterMemoryObject is of object ",
                              dxgmap_ddi_record_find(adapter_object)->parent, ", the call destroys ", mapping);
  } else if (cause == DXGMAP_IN_USE) {
    dxgmap_ddi_destroy_in_use(call, mapping, true);
  } else {
    dxgmap_ddi_blame_object(call, cause, object);
  }
}

void dxgmap_ddi_blame_allocate_adl(dxgmap_ddi_call *call, uint32_t cause, const DXGKARGCB_ALLOCATE_ADL *arguments)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  dxgmap_ddi_blame_object(call, cause, arguments->hAdapterMemoryObject);
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail_numbers(&call->subject, "Size is ", arguments->Size, ", Offset ", arguments->Offset);
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", arguments->Offset + arguments->Size,
                              ", the object has ", dxgmap_ddi_record_find(opened)->length);
  }
  if (cause == DXGMAP_BAD_FLAGS) {
    dxgmap_ddi_detail(&call->subject, "RequireContiguous is for CONTIGUOUS_MEMORY and IO_SPACE objects alone");
  }
  if (cause == DXGMAP_BAD_PAGE) {
    dxgmap_ddi_detail(&call->subject, "the I/O space lies beyond the pages of the profile, which the model can lock");
  }
  call->subject.mapping = opened;
}

static const char *dxgmap_ddi_adl_fault(const dxgmap_ddi_record *record)
{
  if (record == NULL) {
    return "Dxgkrnl never lent an ADL at pAdl, or it was freed long ago";
  }
  switch (record->kind) {
  case DXGMAP_MAPPING_ADL:
    return record->live ? "the ADL is another adapter's" : "the ADL was freed already, or its adapter stopped";
  case DXGMAP_MAPPING_PIN2:
    return record->live ? "the ADL is a pin's, and so Dxgkrnl's: the unpin takes it back (decision 6)"
                        : "the ADL was a pin's, and Dxgkrnl took it back at the unpin (decision 6)";
  default:
    return "an MDL that Dxgkrnl lent is at pAdl";
  }
}

void dxgmap_ddi_blame_free_adl(dxgmap_ddi_call *call, uint32_t cause, const dxgmap_ddi_record *record, uint64_t opened)
{
  if (cause == DXGMAP_BAD_HANDLE) {
    call->subject.mapping = record != NULL ? record->mapping : 0;
    dxgmap_ddi_detail(&call->subject, dxgmap_ddi_adl_fault(record));
  }
  if (record != NULL && cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = record->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "the ADL is of adapter object ", record->parent, ", the call names ",
                              opened);
  }
}

void dxgmap_ddi_blame_map_object(dxgmap_ddi_call *call, uint32_t cause, uint64_t object, uint64_t end)
{
  if (cause == DXGMAP_BAD_HANDLE) {
    dxgmap_ddi_blame_object(call, cause, (HANDLE)(uintptr_t)object);
    return;
  }
  call->subject.mapping = object;
  if (cause == DXGMAP_BAD_FLAGS) {
    dxgmap_ddi_detail(&call->subject, "I/O space is mapped in kernel mode alone (P11)");
  }
  if (cause == DXGMAP_BAD_SIZE) {
    dxgmap_ddi_detail(&call->subject, "Size is zero, or the range ends beyond the last page");
  }
  if (cause == DXGMAP_TOO_LARGE) {
    dxgmap_ddi_detail_numbers(&call->subject, "the range would end at ", end, ", the object has ",
                              dxgmap_ddi_record_find(object)->length);
  }
}

void dxgmap_ddi_blame_unmap_object(dxgmap_ddi_call *call, uint32_t cause,
                                   const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments, const dxgmap_ddi_record *view)
{
  dxgmap_ddi_blame_object(call, cause, arguments->hPhysicalMemoryObject);
  if (cause == DXGMAP_BAD_ADDRESS || cause == DXGMAP_BAD_PROCESS) {
    dxgmap_ddi_blame_unmap(call, "pBaseAddress", arguments->pBaseAddress);
  }
  if (view != NULL && cause == DXGMAP_NOT_OF_OBJECT) {
    call->subject.mapping = view->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "the view is of object ", view->parent, ", the call names ",
                              (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject);
  }
  if (view != NULL && cause == DXGMAP_BAD_SIZE) {
    call->subject.mapping = view->mapping;
    dxgmap_ddi_detail_numbers(&call->subject, "Size is ", arguments->Size, ", the Size that the map gave out is ",
                              view->span * PAGE_SIZE);
  }
}
