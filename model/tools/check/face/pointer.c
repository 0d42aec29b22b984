/* SPDX-License-Identifier: MIT */
#include "check.h"

/* DxgkCbMapFrameBufferPointer, DxgkCbMapPhysicalMemory, and the calls that release what they gave. A page that holds no
   data comes before the data, so that a driver that forgets the Offset is seen. */

#define DXGMAP_CHECK_SLACK 1u

static dxgmap_check_entry *dxgmap_check_placed(uint32_t kind, uint64_t mapping, uint64_t at, uint64_t bytes)
{
  dxgmap_check_entry *entry = dxgmap_check_new(kind, mapping);
  entry->at = at * PAGE_SIZE;
  entry->slack = (uint64_t)DXGMAP_CHECK_SLACK * PAGE_SIZE;
  entry->length = bytes;
  entry->block = dxgmap_check_memory(entry->slack + bytes);
  entry->address = entry->block;
  return entry;
}

static uint32_t dxgmap_check_map_pointer(uint64_t adapter, DXGKARGCB_MAPFRAMEBUFFERPOINTER *arguments,
                                         dxgmap_check_entry **made)
{
  uint32_t index = arguments->PhysicalAdapterIndex;
  uint64_t size = arguments->Size;
  uint64_t offset = arguments->Offset;
  dxgmap_caller who = dxgmap_check_who();
  uint32_t cause = dxgmap_pointer_admit(&dxgmap_checked.core, who, adapter, index, size, offset);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  bool pressure = dxgmap_check_fails();
  uint64_t at = dxgmap_check_window(DXGMAP_CHECK_SLACK + size / PAGE_SIZE);
  dxgmap_outcome outcome =
      dxgmap_op_map_pointer(&dxgmap_checked.core, who, adapter, index, size, offset, at, DXGMAP_CHECK_SLACK, pressure);
  if (outcome.status != DXGMAP_OK) {
    return outcome.status;
  }
  *made = dxgmap_check_placed(DXGMAP_MAPPING_POINTER, outcome.handle, at, size);
  (*made)->adapter = adapter;
  arguments->Offset = (SIZE_T)(*made)->slack;
  arguments->pBaseAddress = (*made)->address;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_MAPFRAMEBUFFERPOINTER pMapFrameBufferPointer)
{
  dxgmap_check_entry *made = NULL;
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_POINTER);
  uint32_t cause = pMapFrameBufferPointer == NULL
                       ? dxgmap_check_bad("pMapFrameBufferPointer is NULL")
                       : dxgmap_check_map_pointer((uint64_t)(uintptr_t)hAdapter, pMapFrameBufferPointer, &made);
  return dxgmap_check_leave(DXGMAP_OPERATION_MAP_POINTER, cause, made);
}

static uint32_t dxgmap_check_unmap_pointer(uint64_t adapter, const DXGKARGCB_UNMAPFRAMEBUFFERPOINTER *arguments)
{
  dxgmap_check_entry *entry = dxgmap_check_by_address(DXGMAP_MAPPING_POINTER, arguments->pBaseAddress);
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pointer(&dxgmap_checked.core, dxgmap_check_who(), adapter, arguments->PhysicalAdapterIndex,
                              entry != NULL ? entry->at : DXGMAP_CHECK_NOWHERE);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_check_end(entry);
  } else {
    dxgmap_check_about(dxgmap_check_ended_address(DXGMAP_MAPPING_POINTER, arguments->pBaseAddress));
  }
  return outcome.status;
}

NTSTATUS DxgkCbUnmapFrameBufferPointer(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNMAPFRAMEBUFFERPOINTER pUnmapFrameBufferPointer)
{
  dxgmap_check_enter(DXGMAP_OPERATION_UNMAP_POINTER);
  uint32_t cause = pUnmapFrameBufferPointer == NULL
                       ? dxgmap_check_bad("pUnmapFrameBufferPointer is NULL")
                       : dxgmap_check_unmap_pointer((uint64_t)(uintptr_t)hAdapter, pUnmapFrameBufferPointer);
  return dxgmap_check_leave(DXGMAP_OPERATION_UNMAP_POINTER, cause, NULL);
}

/* ---- Views of physical memory objects ---- */

static uint32_t dxgmap_check_map_object(DXGKARGCB_MAP_PHYSICAL_MEMORY *arguments, dxgmap_check_entry **made)
{
  const uint64_t end = UINT64_MAX - (PAGE_SIZE - 1); /* a multiple of the page */
  uint64_t object = (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject;
  uint32_t user = arguments->AccessMode == DXGK_ACCESS_MODE_USER_MODE;
  uint64_t offset = arguments->Offset - arguments->Offset % PAGE_SIZE;
  uint64_t bytes = 0;
  dxgmap_caller who = dxgmap_check_who();
  if (arguments->Size > 0 && arguments->Offset <= end && arguments->Size <= end - arguments->Offset) {
    bytes = ROUND_TO_PAGES(arguments->Offset + arguments->Size) - offset;
  }
  uint32_t cause = dxgmap_object_view_admit(&dxgmap_checked.core, who, object, user, offset, bytes);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  bool pressure = dxgmap_check_fails();
  uint64_t at = dxgmap_check_window(DXGMAP_CHECK_SLACK + bytes / PAGE_SIZE);
  dxgmap_outcome outcome =
      dxgmap_op_map_object(&dxgmap_checked.core, who, object, user, offset, bytes, at, DXGMAP_CHECK_SLACK, pressure);
  if (outcome.status != DXGMAP_OK) {
    return outcome.status;
  }
  const dxgmap_check_entry *of = dxgmap_check_by_mapping(object);
  *made = dxgmap_check_placed(DXGMAP_MAPPING_OBJECT_VIEW, outcome.handle, at, bytes);
  (*made)->adapter = of->adapter;
  (*made)->parent = object;
  arguments->Offset = (SIZE_T)((*made)->slack + arguments->Offset % PAGE_SIZE);
  arguments->Size = (SIZE_T)((*made)->slack + bytes);
  arguments->pMappedAddress = (*made)->address;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbMapPhysicalMemory(INOUT_PDXGKARGCB_MAP_PHYSICAL_MEMORY pArgs)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_OBJECT);
  if (pArgs == NULL) {
    cause = dxgmap_check_bad("pArgs is NULL");
  } else if ((uint32_t)pArgs->AccessMode > DXGK_ACCESS_MODE_USER_MODE) {
    cause = dxgmap_check_bad("AccessMode is unknown");
  } else {
    cause = dxgmap_check_map_object(pArgs, &made);
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_MAP_OBJECT, cause, made);
}

static uint32_t dxgmap_check_unmap_object(const DXGKARGCB_UNMAP_PHYSICAL_MEMORY *arguments)
{
  dxgmap_check_entry *entry = dxgmap_check_by_address(DXGMAP_MAPPING_OBJECT_VIEW, arguments->pBaseAddress);
  uint64_t slack = entry != NULL ? entry->slack : 0;
  dxgmap_outcome outcome = dxgmap_op_unmap_object(
      &dxgmap_checked.core, dxgmap_check_who(), (uint64_t)(uintptr_t)arguments->hPhysicalMemoryObject,
      entry != NULL ? entry->at : DXGMAP_CHECK_NOWHERE, arguments->Size - slack);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_check_end(entry);
  } else {
    dxgmap_check_about(dxgmap_check_ended_address(DXGMAP_MAPPING_OBJECT_VIEW, arguments->pBaseAddress));
  }
  return outcome.status;
}

VOID DxgkCbUnmapPhysicalMemory(IN_CONST_PDXGKARGCB_UNMAP_PHYSICAL_MEMORY pArgs)
{
  dxgmap_check_enter(DXGMAP_OPERATION_UNMAP_OBJECT);
  uint32_t cause = pArgs == NULL ? dxgmap_check_bad("pArgs is NULL") : dxgmap_check_unmap_object(pArgs);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_UNMAP_OBJECT, cause, NULL);
}
