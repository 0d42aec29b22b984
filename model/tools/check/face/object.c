/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "check.h"

/* Physical memory objects and their ADLs. */

/* ---- Create, Open ---- */

static dxgmap_check_entry *dxgmap_check_object_new(uint64_t mapping, uint64_t opened, uint64_t adapter,
                                                   const dxgmap_object_request *request)
{
  dxgmap_check_entry *object = dxgmap_check_new(DXGMAP_MAPPING_OBJECT, mapping);
  object->adapter = adapter;
  object->length = request->length;
  object->pages = request->length / PAGE_SIZE;
  object->frames = dxgmap_check_frames(object->pages);
  if (opened != 0) {
    dxgmap_check_entry *of_adapter = dxgmap_check_new(DXGMAP_MAPPING_ADAPTER_OBJECT, opened);
    of_adapter->adapter = adapter;
    of_adapter->parent = mapping;
  }
  return object;
}

static uint32_t dxgmap_check_create_type(const DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments)
{
  if ((uint32_t)arguments->CacheType > DXGK_MEMORY_CACHING_TYPE_WRITE_COMBINED) {
    return dxgmap_check_bad("CacheType is unknown");
  }
  if ((uint32_t)arguments->Type > DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE) {
    return dxgmap_check_bad("Type is unknown");
  }
  if (arguments->Type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE) {
    dxgmap_check_unmodelled("DxgkCbCreatePhysicalMemoryObject of DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE");
  }
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_check_create(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_check_entry **made)
{
  uint64_t adapter = (uint64_t)(uintptr_t)arguments->hAdapter;
  dxgmap_object_request request;
  dxgmap_caller who = dxgmap_check_who();
  uint32_t cause = dxgmap_check_create_type(arguments);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  memset(&request, 0, sizeof(request));
  request.type = (uint32_t)arguments->Type;
  request.bound = arguments->hAdapter != NULL;
  request.cache = (uint32_t)arguments->CacheType;
  request.length = ROUND_TO_PAGES(arguments->Size);
  cause = request.bound != 0 ? dxgmap_create_bound_admit(&dxgmap_checked.core, who, request, adapter)
                             : dxgmap_create_admit(who, request);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_bound bound = {DXGMAP_OK, 0, 0};
  if (request.bound != 0) {
    bound = dxgmap_op_create_bound(&dxgmap_checked.core, who, request, adapter);
  } else {
    dxgmap_outcome outcome = dxgmap_op_create(&dxgmap_checked.core, who, request);
    bound.status = outcome.status;
    bound.object = outcome.handle;
  }
  if (bound.status != DXGMAP_OK) {
    return bound.status;
  }
  *made = dxgmap_check_object_new(bound.object, bound.opened, adapter, &request);
  arguments->hPhysicalMemoryObject = (HANDLE)(uintptr_t)bound.object;
  arguments->hAdapterMemoryObject = (HANDLE)(uintptr_t)bound.opened;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbCreatePhysicalMemoryObject(INOUT_PDXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_check_entry *made = NULL;
  dxgmap_check_enter(DXGMAP_OPERATION_CREATE_OBJECT);
  uint32_t cause = pArgs == NULL ? dxgmap_check_bad("pArgs is NULL") : dxgmap_check_create(pArgs, &made);
  NTSTATUS status = dxgmap_check_leave(DXGMAP_OPERATION_CREATE_OBJECT, cause, made);
  if (made != NULL && pArgs->hAdapterMemoryObject != NULL) {
    dxgmap_check_by_mapping((uint64_t)(uintptr_t)pArgs->hAdapterMemoryObject)->made = made->made;
  }
  return status;
}

static uint32_t dxgmap_check_open_object(DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT *arguments, dxgmap_check_entry **made)
{
  uint64_t adapter = (uint64_t)(uintptr_t)arguments->hAdapter;
  uint64_t object = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  dxgmap_caller who = dxgmap_check_who();
  uint32_t cause = dxgmap_open_admit(&dxgmap_checked.core, who, object, adapter, 0);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_open(&dxgmap_checked.core, who, object, adapter, 0);
  if (outcome.status != DXGMAP_OK) {
    return outcome.status;
  }
  *made = dxgmap_check_new(DXGMAP_MAPPING_ADAPTER_OBJECT, outcome.handle);
  (*made)->adapter = adapter;
  (*made)->parent = object;
  arguments->hAdapterMemoryObject = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbOpenPhysicalMemoryObject(INOUT_PDXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_check_entry *made = NULL;
  dxgmap_check_enter(DXGMAP_OPERATION_OPEN_OBJECT);
  uint32_t cause = pArgs == NULL ? dxgmap_check_bad("pArgs is NULL") : dxgmap_check_open_object(pArgs, &made);
  return dxgmap_check_leave(DXGMAP_OPERATION_OPEN_OBJECT, cause, made);
}

/* ---- Close, Destroy ---- */

VOID DxgkCbClosePhysicalMemoryObject(IN_CONST_PDXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT pArgs)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_CLOSE_OBJECT);
  if (pArgs == NULL) {
    cause = dxgmap_check_bad("pArgs is NULL");
  } else {
    uint64_t opened = (uint64_t)(uintptr_t)pArgs->hAdapterMemoryObject;
    cause = dxgmap_op_close(&dxgmap_checked.core, dxgmap_check_who(), opened).status;
    if (cause == DXGMAP_OK) {
      dxgmap_check_end(dxgmap_check_by_mapping(opened));
    } else {
      dxgmap_check_about(cause == DXGMAP_IN_USE ? dxgmap_check_child(opened) : dxgmap_check_ended(opened));
    }
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_CLOSE_OBJECT, cause, NULL);
}

static uint32_t dxgmap_check_destroy(const DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT *arguments)
{
  uint64_t object = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  dxgmap_caller who = dxgmap_check_who();
  uint32_t cause = opened != 0 ? dxgmap_op_destroy_bound(&dxgmap_checked.core, who, object, opened)
                               : dxgmap_op_destroy(&dxgmap_checked.core, who, object).status;
  if (cause == DXGMAP_OK) {
    dxgmap_check_end(dxgmap_check_by_mapping(object));
  }
  if (cause == DXGMAP_OK && opened != 0) {
    dxgmap_check_end(dxgmap_check_by_mapping(opened));
  }
  if (cause == DXGMAP_IN_USE) {
    const dxgmap_check_entry *adl = dxgmap_check_child(opened);
    dxgmap_check_about(adl != NULL ? adl : dxgmap_check_child(object));
  } else if (cause != DXGMAP_OK) {
    dxgmap_check_about(dxgmap_check_ended(object));
  }
  return cause;
}

VOID DxgkCbDestroyPhysicalMemoryObject(IN_CONST_PDXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT pArgs)
{
  dxgmap_check_enter(DXGMAP_OPERATION_DESTROY_OBJECT);
  uint32_t cause = pArgs == NULL ? dxgmap_check_bad("pArgs is NULL") : dxgmap_check_destroy(pArgs);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_DESTROY_OBJECT, cause, NULL);
}

/* ---- ADLs ---- */

/* With remapping the device has logical pages in a row. */
static DXGK_ADL *dxgmap_check_adl_of(uint64_t mapping, const uint64_t *frames, uint64_t pages, bool run)
{
  DXGK_ADL *adl = dxgmap_check_lend_adl(frames, pages, run);
  if (dxgmap_checked.core.adapter[dxgmap_handle_tag(mapping)].mode != DXGMAP_REMAPPING) {
    return adl;
  }
  uint64_t base = dxgmap_base_page(&dxgmap_checked.core, mapping);
  if (run) {
    adl->BasePageNumber = base;
    return adl;
  }
  DXGK_PAGE_NUMBER *page = (DXGK_PAGE_NUMBER *)(adl + 1);
  for (uint64_t i = 0; i < pages; i++) {
    page[i] = base + i;
  }
  return adl;
}

static uint32_t dxgmap_check_allocate_adl(DXGKARGCB_ALLOCATE_ADL *arguments, dxgmap_check_entry **made)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  uint32_t contiguous = arguments->Flags.RequireContiguous;
  dxgmap_caller who = dxgmap_check_who();
  uint32_t cause = dxgmap_adl_admit(&dxgmap_checked.core, who, opened, arguments->Offset, arguments->Size, contiguous);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  bool pressure = dxgmap_check_fails();
  const dxgmap_check_entry *of_adapter = dxgmap_check_by_mapping(opened);
  const dxgmap_check_entry *object = dxgmap_check_by_mapping(of_adapter->parent);
  const uint64_t *frames = object->frames + arguments->Offset / PAGE_SIZE;
  uint64_t pages = arguments->Size / PAGE_SIZE;
  dxgmap_outcome outcome = dxgmap_op_allocate_adl(&dxgmap_checked.core, who, opened, arguments->Offset, arguments->Size,
                                                  contiguous, frames, (uint32_t)pages, pressure);
  if (outcome.status != DXGMAP_OK) {
    return outcome.status;
  }
  *made = dxgmap_check_new(DXGMAP_MAPPING_ADL, outcome.handle);
  (*made)->adapter = of_adapter->adapter;
  (*made)->parent = opened;
  (*made)->list = dxgmap_check_adl_of(outcome.handle, frames, pages, contiguous != 0);
  arguments->pAdl = (*made)->list;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocateAdl(INOUT_PDXGKARGCB_ALLOCATE_ADL pArgs)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_ALLOCATE_ADL);
  if (pArgs == NULL) {
    cause = dxgmap_check_bad("pArgs is NULL");
  } else if (pArgs->Flags.Reserved != 0) {
    cause = dxgmap_check_bad("a reserved bit of Flags is set");
  } else {
    cause = dxgmap_check_allocate_adl(pArgs, &made);
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_ALLOCATE_ADL, cause, made);
}

static uint32_t dxgmap_check_free_adl(const DXGKARGCB_FREE_ADL *arguments)
{
  uint64_t opened = (uint64_t)(uintptr_t)arguments->hAdapterMemoryObject;
  uint32_t cause = dxgmap_adapter_object_gate(&dxgmap_checked.core, dxgmap_check_who(), opened);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_check_entry *entry = dxgmap_check_by_list(DXGMAP_MAPPING_ADL, arguments->pAdl);
  dxgmap_outcome outcome =
      dxgmap_op_free_adl(&dxgmap_checked.core, dxgmap_check_who(), opened, entry != NULL ? entry->mapping : 0);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_check_end(entry);
  } else {
    dxgmap_check_about(dxgmap_check_ended_list(arguments->pAdl));
  }
  return outcome.status;
}

VOID DxgkCbFreeAdl(IN_CONST_PDXGKARGCB_FREE_ADL pArgs)
{
  dxgmap_check_enter(DXGMAP_OPERATION_FREE_ADL);
  uint32_t cause = pArgs == NULL ? dxgmap_check_bad("pArgs is NULL") : dxgmap_check_free_adl(pArgs);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_FREE_ADL, cause, NULL);
}
