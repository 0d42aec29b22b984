/* SPDX-License-Identifier: MIT */
#include "mdl.h"

#include <stdlib.h>

/* The callbacks that map pages into the domain: the pins of the save area, the two allocations, MapMdlToIoMmu. */

/* ---- Pins ---- */

static uint32_t dxgmap_check_pin(uint64_t adapter, uint32_t index, uint64_t bytes, uint32_t kind,
                                 dxgmap_check_entry **made)
{
  dxgmap_caller who = dxgmap_check_who();
  uint32_t cause = dxgmap_pin_admit(&dxgmap_checked.core, who, adapter, index, bytes, kind);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  bool pressure = dxgmap_check_fails();
  uint64_t pages = bytes / PAGE_SIZE;
  uint64_t *frames = dxgmap_check_frames(pages);
  dxgmap_outcome outcome =
      dxgmap_op_pin(&dxgmap_checked.core, who, adapter, index, bytes, kind, frames, (uint32_t)pages, pressure);
  if (outcome.status != DXGMAP_OK) {
    free(frames);
    return outcome.status;
  }
  *made = dxgmap_check_new(kind, outcome.handle);
  (*made)->adapter = adapter;
  (*made)->frames = frames;
  (*made)->pages = pages;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbPinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                     INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE pPinFrameBufferForSave)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_PIN);
  if (pPinFrameBufferForSave == NULL) {
    cause = dxgmap_check_bad("pPinFrameBufferForSave is NULL");
  } else {
    cause = dxgmap_check_pin((uint64_t)(uintptr_t)hAdapter, pPinFrameBufferForSave->PhysicalAdapterIndex,
                             pPinFrameBufferForSave->CommitSize, DXGMAP_MAPPING_PIN, &made);
  }
  if (made != NULL) {
    made->list = dxgmap_check_lend_mdl(made->frames, made->pages, NULL);
    pPinFrameBufferForSave->pMdl = made->list;
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_PIN, cause, made);
}

NTSTATUS DxgkCbPinFrameBufferForSave2(IN_CONST_HANDLE hAdapter,
                                      INOUT_PDXGKARGCB_PINFRAMEBUFFERFORSAVE2 pPinFrameBufferForSave2)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_PIN2);
  if (pPinFrameBufferForSave2 == NULL) {
    cause = dxgmap_check_bad("pPinFrameBufferForSave2 is NULL");
  } else if (pPinFrameBufferForSave2->Flags.Reserved != 0) {
    cause = dxgmap_check_bad("a reserved bit of Flags is set");
  } else {
    cause = dxgmap_check_pin((uint64_t)(uintptr_t)hAdapter, pPinFrameBufferForSave2->PhysicalAdapterIndex,
                             pPinFrameBufferForSave2->CommitSize, DXGMAP_MAPPING_PIN2, &made);
  }
  if (made != NULL) {
    made->list = dxgmap_check_lend_adl(made->frames, made->pages, false);
    pPinFrameBufferForSave2->pAdl = made->list;
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_PIN2, cause, made);
}

/* Ends a mapping that has lent an MDL, with the views of that. */
static void dxgmap_check_end_lent(uint64_t mapping)
{
  dxgmap_check_entry *entry = dxgmap_check_by_mapping(mapping);
  dxgmap_check_mdl_ends(entry->list);
  dxgmap_check_end(entry);
}

NTSTATUS DxgkCbUnpinFrameBufferForSave(IN_CONST_HANDLE hAdapter,
                                       IN_CONST_PDXGKARGCB_UNPINFRAMEBUFFERFORSAVE pUnpinFrameBufferForSave)
{
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_UNPIN);
  if (pUnpinFrameBufferForSave == NULL) {
    cause = dxgmap_check_bad("pUnpinFrameBufferForSave is NULL");
  } else {
    dxgmap_outcome outcome = dxgmap_op_unpin(&dxgmap_checked.core, dxgmap_check_who(), (uint64_t)(uintptr_t)hAdapter,
                                             pUnpinFrameBufferForSave->PhysicalAdapterIndex);
    cause = outcome.status;
    if (cause == DXGMAP_OK) {
      dxgmap_check_end_lent(outcome.handle);
    }
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_UNPIN, cause, NULL);
}

/* ---- Allocations ---- */

static uint32_t dxgmap_check_map_frames(uint64_t adapter, uint32_t kind, uint64_t *frames, uint64_t pages,
                                        dxgmap_check_entry **made)
{
  dxgmap_outcome outcome =
      dxgmap_op_map_pages(&dxgmap_checked.core, dxgmap_check_who(), adapter, kind, frames, (uint32_t)pages);
  if (outcome.status != DXGMAP_OK) {
    return outcome.status;
  }
  *made = dxgmap_check_new(kind, outcome.handle);
  (*made)->adapter = adapter;
  (*made)->frames = frames;
  (*made)->pages = pages;
  return DXGMAP_CAUSE_NONE;
}

static uint32_t dxgmap_check_allocate(uint64_t adapter, uint32_t kind, uint64_t bytes, dxgmap_check_entry **made)
{
  uint32_t cause = dxgmap_map_pages_admit(&dxgmap_checked.core, dxgmap_check_who(), adapter, kind);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  uint64_t pages = BYTES_TO_PAGES(bytes);
  uint64_t *frames = dxgmap_check_frames(pages);
  cause = dxgmap_check_map_frames(adapter, kind, frames, pages, made);
  if (cause != DXGMAP_CAUSE_NONE) {
    free(frames);
  }
  return cause;
}

NTSTATUS DxgkCbAllocatePagesForMdl(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_ALLOCATEPAGESFORMDL pAllocatePagesForMdl)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_ALLOCATE_PAGES);
  if (pAllocatePagesForMdl == NULL) {
    cause = dxgmap_check_bad("pAllocatePagesForMdl is NULL");
  } else if (pAllocatePagesForMdl->TotalBytes == 0 || pAllocatePagesForMdl->TotalBytes > MAXULONG) {
    cause = dxgmap_check_bad("TotalBytes is zero, or more than an MDL can describe (4 GiB less a page)");
  } else {
    cause = dxgmap_check_allocate((uint64_t)(uintptr_t)hAdapter, DXGMAP_MAPPING_PAGE_LIST,
                                  pAllocatePagesForMdl->TotalBytes, &made);
  }
  if (made != NULL) {
    made->list = dxgmap_check_lend_mdl(made->frames, made->pages, NULL);
    pAllocatePagesForMdl->pMdl = made->list;
    pAllocatePagesForMdl->hMemoryHandle = (HANDLE)(uintptr_t)made->mapping;
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_ALLOCATE_PAGES, cause, made);
}

NTSTATUS DxgkCbAllocateContiguousMemory(IN_CONST_HANDLE hAdapter,
                                        INOUT_PDXGKARGCB_ALLOCATECONTIGUOUSMEMORY pAllocateContiguousMemory)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS);
  if (pAllocateContiguousMemory == NULL) {
    cause = dxgmap_check_bad("pAllocateContiguousMemory is NULL");
  } else if (pAllocateContiguousMemory->NumberOfBytes == 0) {
    cause = dxgmap_check_bad("NumberOfBytes is zero");
  } else {
    cause = dxgmap_check_allocate((uint64_t)(uintptr_t)hAdapter, DXGMAP_MAPPING_CONTIGUOUS,
                                  pAllocateContiguousMemory->NumberOfBytes, &made);
  }
  if (made != NULL) {
    made->block = dxgmap_check_memory(made->pages * PAGE_SIZE);
    made->address = made->block;
    pAllocateContiguousMemory->pMemory = made->address;
    pAllocateContiguousMemory->hMemoryHandle = (HANDLE)(uintptr_t)made->mapping;
  }
  return dxgmap_check_leave(DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, cause, made);
}

/* Each argument structure is a handle. */
static uint32_t dxgmap_check_free(uint64_t adapter, uint32_t kind, const HANDLE *handle)
{
  if (handle == NULL) {
    return dxgmap_check_bad("the argument structure is NULL");
  }
  uint64_t mapping = (uint64_t)(uintptr_t)*handle;
  dxgmap_outcome outcome = dxgmap_op_unmap_pages(&dxgmap_checked.core, dxgmap_check_who(), adapter, kind, mapping);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_check_end_lent(mapping);
  } else {
    dxgmap_check_about(dxgmap_check_ended(mapping));
  }
  return outcome.status;
}

NTSTATUS DxgkCbFreePagesFromMdl(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_FREEPAGESFROMMDL pFreePagesFromMdl)
{
  dxgmap_check_enter(DXGMAP_OPERATION_FREE_PAGES);
  uint32_t cause =
      dxgmap_check_free((uint64_t)(uintptr_t)hAdapter, DXGMAP_MAPPING_PAGE_LIST, (const HANDLE *)pFreePagesFromMdl);
  return dxgmap_check_leave(DXGMAP_OPERATION_FREE_PAGES, cause, NULL);
}

NTSTATUS DxgkCbFreeContiguousMemory(IN_CONST_HANDLE hAdapter,
                                    IN_CONST_PDXGKARGCB_FREECONTIGUOUSMEMORY pFreeContiguousMemory)
{
  dxgmap_check_enter(DXGMAP_OPERATION_FREE_CONTIGUOUS);
  uint32_t cause = dxgmap_check_free((uint64_t)(uintptr_t)hAdapter, DXGMAP_MAPPING_CONTIGUOUS,
                                     (const HANDLE *)pFreeContiguousMemory);
  return dxgmap_check_leave(DXGMAP_OPERATION_FREE_CONTIGUOUS, cause, NULL);
}

/* ---- MapMdlToIoMmu ---- */

static uint32_t dxgmap_check_map_mdl(uint64_t adapter, DXGKARGCB_MAPMDLTOIOMMU *arguments, dxgmap_check_entry **made)
{
  const dxgmap_check_entry *mdl = dxgmap_check_mdl_with_pages(arguments->pMdl);
  if (mdl == NULL) {
    return dxgmap_check_no_mdl(arguments->pMdl, "no MDL is alive at pMdl, or it is neither locked nor built");
  }
  uint32_t cause = dxgmap_map_pages_admit(&dxgmap_checked.core, dxgmap_check_who(), adapter, DXGMAP_MAPPING_MDL);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  if (dxgmap_check_fails()) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  cause = dxgmap_check_map_frames(adapter, DXGMAP_MAPPING_MDL, mdl->frames, mdl->pages, made);
  if (cause == DXGMAP_CAUSE_NONE) {
    (*made)->mdl = arguments->pMdl;
    arguments->hMemoryHandle = (HANDLE)(uintptr_t)(*made)->mapping;
  }
  return cause;
}

NTSTATUS DxgkCbMapMdlToIoMmu(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_MAPMDLTOIOMMU pMapMdlToIoMmu)
{
  dxgmap_check_entry *made = NULL;
  dxgmap_check_enter(DXGMAP_OPERATION_MAP_MDL);
  uint32_t cause = pMapMdlToIoMmu == NULL ? dxgmap_check_bad("pMapMdlToIoMmu is NULL")
                                          : dxgmap_check_map_mdl((uint64_t)(uintptr_t)hAdapter, pMapMdlToIoMmu, &made);
  return dxgmap_check_leave(DXGMAP_OPERATION_MAP_MDL, cause, made);
}

VOID DxgkCbUnmapMdlFromIoMmu(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_UNMAPMDLFROMIOMMU pUnmapMdlFromIoMmu)
{
  dxgmap_check_enter(DXGMAP_OPERATION_UNMAP_MDL);
  uint32_t cause =
      dxgmap_check_free((uint64_t)(uintptr_t)hAdapter, DXGMAP_MAPPING_MDL, (const HANDLE *)pUnmapMdlFromIoMmu);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_UNMAP_MDL, cause, NULL);
}
