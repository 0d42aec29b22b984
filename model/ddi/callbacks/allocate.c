/* SPDX-License-Identifier: MIT */
#include "ddi/call/acquire.h"
#include "ddi/call/argument.h"
#include "ddi/call/call.h"
#include "ddi/call/explain.h"
#include "ddi/call/frames.h"
#include "ddi/call/lend.h"
#include "ddi/call/release.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/record.h"
#include "ddi/machine/system.h"

/* DxgkCbAllocatePagesForMdl, DxgkCbAllocateContiguousMemory, and the calls that free what they gave. */

#define DXGMAP_DDI_MDL_BYTES_MAX (((uint64_t)1 << 32) - PAGE_SIZE) /* MDL.ByteCount is a ULONG */

static dxgmap_ddi_record *dxgmap_ddi_pages_acquire(const dxgmap_ddi_call *call,
                                                   const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  uint64_t pages = BYTES_TO_PAGES(arguments->TotalBytes);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_PAGE_LIST, call->adapter, pages, dxgmap_ddi_mdl_size(pages));
  if (record == NULL) {
    return NULL;
  }
  dxgmap_ddi_frames_wish wish = {arguments->LowAddress, arguments->HighAddress, arguments->SkipBytes, arguments->Flags};
  if (!dxgmap_ddi_frames_search(&wish, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (!dxgmap_ddi_lend_prepare(record, pages * PAGE_SIZE)) {
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), pages);
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static const char *dxgmap_ddi_pages_fault(const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  if (arguments->TotalBytes == 0 || arguments->TotalBytes > DXGMAP_DDI_MDL_BYTES_MAX) {
    return "TotalBytes is zero, or more than an MDL can describe (4 GiB less a page)";
  }
  return dxgmap_ddi_skip_fault(arguments->SkipBytes, arguments->Flags, arguments->TotalBytes);
}

static uint32_t dxgmap_ddi_allocate_pages(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pAllocatePagesForMdl", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const char *fault = dxgmap_ddi_pages_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_PAGE_LIST);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  bool pressure = dxgmap_ddi_pressed(call, 0, 0, arguments->TotalBytes);
  dxgmap_ddi_record *record = pressure ? NULL : dxgmap_ddi_pages_acquire(call, arguments);
  if (record == NULL) {
    dxgmap_ddi_frames_explain(call, arguments->HighAddress);
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_host_read_show();
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_PAGE_LIST,
                                               dxgmap_ddi_record_frames(record), record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_lend_cancel(record);
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), record->pages);
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  arguments->pMdl = dxgmap_ddi_lend(record);
  arguments->hMemoryHandle = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocatePagesForMdl(IN_CONST_HANDLE hAdapter, INOUT_PDXGKARGCB_ALLOCATEPAGESFORMDL pAllocatePagesForMdl)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_PAGES, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_pages(&call, pAllocatePagesForMdl)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static bool dxgmap_ddi_contiguous_fill(const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments, dxgmap_ddi_record *record)
{
  if (!dxgmap_ddi_frames_run(arguments->LowestAcceptableAddress, arguments->HighestAcceptableAddress,
                             arguments->BoundaryAddressMultiple, record)) {
    return false;
  }
  if (dxgmap_host_kernel_map(dxgmap_ddi_record_frames(record), record->pages, 0, &record->address) != DXGMAP_HOST_OK) {
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), record->pages);
    return false;
  }
  return true;
}

static dxgmap_ddi_record *dxgmap_ddi_contiguous_acquire(const dxgmap_ddi_call *call,
                                                        const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  uint64_t pages = BYTES_TO_PAGES(arguments->NumberOfBytes);
  if (pages > dxgmap_ddi.installed_pages) {
    return NULL;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_CONTIGUOUS, call->adapter, pages, 0);
  if (record != NULL && !dxgmap_ddi_contiguous_fill(arguments, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static const char *dxgmap_ddi_contiguous_fault(const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  if (arguments->NumberOfBytes == 0) {
    return "NumberOfBytes is zero";
  }
  return dxgmap_ddi_boundary_fault(arguments->BoundaryAddressMultiple);
}

static void dxgmap_ddi_contiguous_own(const dxgmap_ddi_record *record)
{
  dxgmap_host_location where = dxgmap_host_locate(record->address);
  dxgmap_host_window_own(where.window, where.at, record->pages, record->mapping);
}

static uint32_t dxgmap_ddi_allocate_contiguous(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  if (!dxgmap_ddi_argument_out(call, "pAllocateContiguousMemory", arguments, sizeof(*arguments))) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  const char *fault = dxgmap_ddi_contiguous_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_CONTIGUOUS);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  bool pressure = dxgmap_ddi_pressed(call, 0, 0, arguments->NumberOfBytes);
  dxgmap_ddi_record *record = pressure ? NULL : dxgmap_ddi_contiguous_acquire(call, arguments);
  if (record == NULL) {
    dxgmap_ddi_frames_explain(call, arguments->HighestAcceptableAddress);
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_host_read_show();
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_CONTIGUOUS,
                                               dxgmap_ddi_record_frames(record), record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_host_kernel_unmap(record->address, record->pages);
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), record->pages);
    dxgmap_ddi_record_cancel(record);
    return outcome.status;
  }
  dxgmap_ddi_record_bind(record, outcome.handle);
  dxgmap_ddi_contiguous_own(record);
  arguments->pMemory = record->address;
  arguments->hMemoryHandle = (HANDLE)(uintptr_t)outcome.handle;
  return DXGMAP_CAUSE_NONE;
}

NTSTATUS DxgkCbAllocateContiguousMemory(IN_CONST_HANDLE hAdapter,
                                        INOUT_PDXGKARGCB_ALLOCATECONTIGUOUSMEMORY pAllocateContiguousMemory)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_contiguous(&call, pAllocateContiguousMemory)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

/* Both argument structures are a handle. */
static uint32_t dxgmap_ddi_free(dxgmap_ddi_call *call, uint32_t kind, const char *name, const void *arguments)
{
  const HANDLE *handle = arguments;
  if (!dxgmap_ddi_argument_in(call, name, handle, sizeof(*handle)) || handle == NULL) {
    return DXGMAP_CAUSE_BAD_ARGUMENT;
  }
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pages(dxgmap_ddi.state, call->who, call->adapter, kind, (uint64_t)(uintptr_t)*handle);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  dxgmap_ddi_blame_handle(call, outcome.status, *handle, kind);
  return outcome.status;
}

NTSTATUS DxgkCbFreePagesFromMdl(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_FREEPAGESFROMMDL pFreePagesFromMdl)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_PAGES, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(
      &call, open ? dxgmap_ddi_free(&call, DXGMAP_MAPPING_PAGE_LIST, "pFreePagesFromMdl", pFreePagesFromMdl)
                  : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbFreeContiguousMemory(IN_CONST_HANDLE hAdapter,
                                    IN_CONST_PDXGKARGCB_FREECONTIGUOUSMEMORY pFreeContiguousMemory)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_CONTIGUOUS, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(
      &call, open ? dxgmap_ddi_free(&call, DXGMAP_MAPPING_CONTIGUOUS, "pFreeContiguousMemory", pFreeContiguousMemory)
                  : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
