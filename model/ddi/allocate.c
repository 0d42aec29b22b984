#include "ddi/handle.h"
#include "ddi/lend.h"
#include "ddi/mdls.h"
#include "ddi/release.h"
#include "ddi/system.h"

/* DxgkCbAllocatePagesForMdl, DxgkCbAllocateContiguousMemory, and the calls that free what they gave. */

#define DXGMAP_DDI_MDL_BYTES_MAX (((uint64_t)1 << 32) - PAGE_SIZE) /* MDL.ByteCount is a ULONG */

/* Physical pages that lie wholly in [low, high], bytes; none when first > last. */
typedef struct {
  uint64_t first;
  uint64_t last;
} dxgmap_ddi_page_range;

static dxgmap_ddi_page_range dxgmap_ddi_pages_within(uint64_t low, uint64_t high)
{
  dxgmap_ddi_page_range range = {1, 0};
  if (high < DXGMAP_IN_PAGE) {
    return range;
  }
  uint64_t last = (high - DXGMAP_IN_PAGE) / PAGE_SIZE;
  range.first = low / PAGE_SIZE + (low % PAGE_SIZE != 0 ? 1 : 0);
  range.last = last < dxgmap_ddi.installed_pages ? last : dxgmap_ddi.installed_pages - 1;
  return range;
}

static int dxgmap_ddi_run(uint64_t first, uint64_t last, uint64_t boundary, dxgmap_ddi_record *record)
{
  uint64_t base;
  if (dxgmap_host_frames_allocate_run(first, last, boundary, record->pages, &base) != DXGMAP_HOST_OK) {
    return 0;
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    record->frames[i] = base + i;
  }
  return 1;
}

static int dxgmap_ddi_pages_of(dxgmap_ddi_page_range range, ULONG flags, dxgmap_ddi_record *record)
{
  if (range.first > range.last) {
    return 0;
  }
  if ((flags & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) != 0) {
    return dxgmap_ddi_run(range.first, range.last, 0, record);
  }
  return dxgmap_host_frames_allocate(range.first, range.last, record->pages, record->frames) == DXGMAP_HOST_OK;
}

/* When the range has too few pages, the next one, SkipBytes further up, is tried. */
static int dxgmap_ddi_pages_search(const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments, dxgmap_ddi_record *record)
{
  uint64_t low = (uint64_t)arguments->LowAddress.QuadPart;
  uint64_t high = (uint64_t)arguments->HighAddress.QuadPart;
  uint64_t skip = (uint64_t)arguments->SkipBytes.QuadPart;
  while (low / PAGE_SIZE < dxgmap_ddi.installed_pages) {
    if (dxgmap_ddi_pages_of(dxgmap_ddi_pages_within(low, high), arguments->Flags, record)) {
      return 1;
    }
    if (skip == 0 || skip > UINT64_MAX - low) {
      return 0;
    }
    low += skip;
    high = skip > UINT64_MAX - high ? UINT64_MAX : high + skip;
  }
  return 0;
}

static dxgmap_ddi_record *dxgmap_ddi_pages_acquire(const dxgmap_ddi_call *call,
                                                   const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  uint64_t pages = BYTES_TO_PAGES(arguments->TotalBytes);
  dxgmap_ddi_record *record =
      dxgmap_ddi_record_new(call->site, DXGMAP_MAPPING_PAGE_LIST, call->adapter, pages, dxgmap_ddi_mdl_size(pages));
  if (record == NULL) {
    return NULL;
  }
  if (!dxgmap_ddi_pages_search(arguments, record)) {
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  if (!dxgmap_ddi_lend_prepare(record, pages * PAGE_SIZE)) {
    dxgmap_host_frames_drop(record->frames, pages);
    dxgmap_ddi_record_cancel(record);
    return NULL;
  }
  return record;
}

static const char *dxgmap_ddi_pages_fault(const DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  if (arguments == NULL) {
    return "the argument structure is NULL";
  }
  if (arguments->TotalBytes == 0 || arguments->TotalBytes > DXGMAP_DDI_MDL_BYTES_MAX) {
    return "TotalBytes is zero, or more than an MDL can describe (4 GiB less a page)";
  }
  return (uint64_t)arguments->SkipBytes.QuadPart % PAGE_SIZE != 0 ? "SkipBytes is not a multiple of the page" : NULL;
}

static uint32_t dxgmap_ddi_allocate_pages(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATEPAGESFORMDL *arguments)
{
  const char *fault = dxgmap_ddi_pages_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_PAGE_LIST);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_pages_acquire(call, arguments);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_PAGE_LIST,
                                               record->frames, (uint32_t)record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_ddi_lend_cancel(record);
    dxgmap_host_frames_drop(record->frames, record->pages);
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
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_PAGES, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_pages(&call, pAllocatePagesForMdl)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint64_t dxgmap_ddi_boundary_pages(uint64_t boundary)
{
  return boundary != 0 && boundary < PAGE_SIZE ? 1 : boundary / PAGE_SIZE;
}

static int dxgmap_ddi_contiguous_fill(const DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments, dxgmap_ddi_record *record)
{
  dxgmap_ddi_page_range range = dxgmap_ddi_pages_within((uint64_t)arguments->LowestAcceptableAddress.QuadPart,
                                                        (uint64_t)arguments->HighestAcceptableAddress.QuadPart);
  uint64_t boundary = dxgmap_ddi_boundary_pages((uint64_t)arguments->BoundaryAddressMultiple.QuadPart);
  if (range.first > range.last || !dxgmap_ddi_run(range.first, range.last, boundary, record)) {
    return 0;
  }
  if (dxgmap_host_kernel_map(record->frames, record->pages, 0, &record->address) != DXGMAP_HOST_OK) {
    dxgmap_host_frames_drop(record->frames, record->pages);
    return 0;
  }
  return 1;
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
  if (arguments == NULL) {
    return "the argument structure is NULL";
  }
  if (arguments->NumberOfBytes == 0) {
    return "NumberOfBytes is zero";
  }
  uint64_t boundary = (uint64_t)arguments->BoundaryAddressMultiple.QuadPart;
  return (boundary & (boundary - 1)) != 0 && boundary != 0 ? "BoundaryAddressMultiple is not a power of two" : NULL;
}

static void dxgmap_ddi_contiguous_own(const dxgmap_ddi_record *record)
{
  dxgmap_host_location where = dxgmap_host_locate(record->address);
  dxgmap_host_window_own(where.window, where.at, record->pages, record->mapping);
}

static uint32_t dxgmap_ddi_allocate_contiguous(dxgmap_ddi_call *call, DXGKARGCB_ALLOCATECONTIGUOUSMEMORY *arguments)
{
  const char *fault = dxgmap_ddi_contiguous_fault(arguments);
  if (fault != NULL) {
    return dxgmap_ddi_bad(call, fault);
  }
  uint32_t cause = dxgmap_map_pages_admit(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_CONTIGUOUS);
  if (cause != DXGMAP_OK) {
    return cause;
  }
  dxgmap_ddi_record *record = dxgmap_ddi_contiguous_acquire(call, arguments);
  if (record == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  dxgmap_outcome outcome = dxgmap_op_map_pages(dxgmap_ddi.state, call->who, call->adapter, DXGMAP_MAPPING_CONTIGUOUS,
                                               record->frames, (uint32_t)record->pages);
  if (outcome.status != DXGMAP_OK) {
    dxgmap_host_kernel_unmap(record->address, record->pages);
    dxgmap_host_frames_drop(record->frames, record->pages);
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
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_allocate_contiguous(&call, pAllocateContiguousMemory)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

static uint32_t dxgmap_ddi_free(dxgmap_ddi_call *call, uint32_t kind, const HANDLE *handle)
{
  if (handle == NULL) {
    return dxgmap_ddi_bad(call, "the argument structure is NULL");
  }
  dxgmap_outcome outcome =
      dxgmap_op_unmap_pages(dxgmap_ddi.state, call->who, call->adapter, kind, (uint64_t)(uintptr_t)*handle);
  if (outcome.status == DXGMAP_OK) {
    dxgmap_ddi_give_back(call, dxgmap_ddi_record_find(outcome.handle));
  }
  if (outcome.status == DXGMAP_BAD_HANDLE) {
    dxgmap_ddi_blame_handle(call, *handle, kind);
  }
  return outcome.status;
}

NTSTATUS DxgkCbFreePagesFromMdl(IN_CONST_HANDLE hAdapter, IN_CONST_PDXGKARGCB_FREEPAGESFROMMDL pFreePagesFromMdl)
{
  dxgmap_ddi_call call;
  const HANDLE *handle = pFreePagesFromMdl != NULL ? &pFreePagesFromMdl->hMemoryHandle : NULL;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_PAGES, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free(&call, DXGMAP_MAPPING_PAGE_LIST, handle)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}

NTSTATUS DxgkCbFreeContiguousMemory(IN_CONST_HANDLE hAdapter,
                                    IN_CONST_PDXGKARGCB_FREECONTIGUOUSMEMORY pFreeContiguousMemory)
{
  dxgmap_ddi_call call;
  const HANDLE *handle = pFreeContiguousMemory != NULL ? &pFreeContiguousMemory->hMemoryHandle : NULL;
  int open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_CONTIGUOUS, hAdapter, DXGMAP_DDI_SITE);
  return dxgmap_ddi_leave(&call, open ? dxgmap_ddi_free(&call, DXGMAP_MAPPING_CONTIGUOUS, handle)
                                      : (uint32_t)DXGMAP_CAUSE_BAD_ADAPTER);
}
