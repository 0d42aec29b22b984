/* SPDX-License-Identifier: MIT */
/* The allocation callbacks: spec/clauses/allocate.md. */
#include <string.h>

#include "expect.h"
#include "host/host.h"

static DXGKARGCB_ALLOCATEPAGESFORMDL pages;
static DXGKARGCB_ALLOCATECONTIGUOUSMEMORY block;

static void pages_want(SIZE_T bytes)
{
  memset(&pages, 0, sizeof(pages));
  pages.HighAddress.QuadPart = -1;
  pages.TotalBytes = bytes;
}

static NTSTATUS pages_allocate(void)
{
  pages_want(3 * (SIZE_T)PAGE_SIZE - 5);
  return dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages);
}

static NTSTATUS pages_free(HANDLE handle)
{
  DXGKARGCB_FREEPAGESFROMMDL release = {handle};
  return dxgk.DxgkCbFreePagesFromMdl(adapter, &release);
}

static void pages_undo(void)
{
  CHECK_OK(pages_free(pages.hMemoryHandle));
}

static void block_want(SIZE_T bytes)
{
  memset(&block, 0, sizeof(block));
  block.HighestAcceptableAddress.QuadPart = -1;
  block.NumberOfBytes = bytes;
}

static NTSTATUS block_allocate(void)
{
  block_want(4 * (SIZE_T)PAGE_SIZE);
  return dxgk.DxgkCbAllocateContiguousMemory(adapter, &block);
}

static NTSTATUS block_free(HANDLE handle)
{
  DXGKARGCB_FREECONTIGUOUSMEMORY release = {handle};
  return dxgk.DxgkCbFreeContiguousMemory(adapter, &release);
}

static void block_undo(void)
{
  CHECK_OK(block_free(block.hMemoryHandle));
}

/* ALLOC-2, ALLOC-4, FREE-4. */
static void pages_are_scattered_and_mapped(void)
{
  machine_open();
  CHECK_OK(pages_allocate());
  CHECK_EQ(3 * PAGE_SIZE, MmGetMdlByteCount(pages.pMdl));
  const PFN_NUMBER *page = MmGetMdlPfnArray(pages.pMdl);
  for (uint32_t i = 0; i < 3; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, page[i] * PAGE_SIZE, NULL));
    CHECK(i == 0 || page[i] != page[i - 1] + 1);
  }
  char *address = MmGetSystemAddressForMdlSafe(pages.pMdl, NormalPagePriority);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, page[1] * PAGE_SIZE, "by the device", 14, NULL));
  CHECK_TEXT("by the device", address + PAGE_SIZE);
  pages_undo();
  CHECK(!dxgmap_host_probe(address, 1, false));
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

/* ALLOC-4. */
static void pages_lie_in_their_range(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.installed_pages = 64;
  machine_open_with(&d);
  pages_want(3 * (SIZE_T)PAGE_SIZE);
  pages.LowAddress = physical(20 * PAGE_SIZE + 1);
  pages.HighAddress = physical(24 * PAGE_SIZE - 2);
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  pages.LowAddress = physical(20 * PAGE_SIZE);
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  for (uint32_t i = 0; i < 3; i++) {
    CHECK(MmGetMdlPfnArray(pages.pMdl)[i] >= 20);
    CHECK(MmGetMdlPfnArray(pages.pMdl)[i] <= 22);
  }
  pages_undo();
  machine_close();
}

/* ALLOC-4. */
static void pages_skip_to_the_next_range(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.installed_pages = 64;
  machine_open_with(&d);
  pages_want(4 * (SIZE_T)PAGE_SIZE);
  pages.LowAddress = physical(0);
  pages.HighAddress = physical(4 * PAGE_SIZE - 1); /* the first pages are never given out */
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  pages.SkipBytes = physical(32 * PAGE_SIZE);
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  for (uint32_t i = 0; i < 4; i++) {
    CHECK(MmGetMdlPfnArray(pages.pMdl)[i] >= 32);
    CHECK(MmGetMdlPfnArray(pages.pMdl)[i] < 36);
  }
  pages_undo();
  machine_close();
}

/* ALLOC-4. */
static void pages_in_contiguous_chunks(void)
{
  machine_open();
  pages_want(4 * (SIZE_T)PAGE_SIZE);
  pages.Flags = MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS;
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  for (uint32_t i = 1; i < 4; i++) {
    CHECK_EQ(MmGetMdlPfnArray(pages.pMdl)[0] + i, MmGetMdlPfnArray(pages.pMdl)[i]);
  }
  pages_undo();
  machine_close();
}

/* Each chunk has the size of SkipBytes and lies on a multiple of it. ALLOC-4, ALLOC-7. */
static void pages_in_aligned_chunks(void)
{
  machine_open();
  pages_want(8 * (SIZE_T)PAGE_SIZE);
  pages.Flags = MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS;
  pages.SkipBytes = physical(4 * PAGE_SIZE);
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  for (uint32_t i = 0; i < 8; i++) {
    CHECK_EQ(i % 4, MmGetMdlPfnArray(pages.pMdl)[i] % 4);
    CHECK(i % 4 == 0 || MmGetMdlPfnArray(pages.pMdl)[i] == MmGetMdlPfnArray(pages.pMdl)[i - 1] + 1);
  }
  pages_undo();
  pages_want(6 * (SIZE_T)PAGE_SIZE);
  pages.Flags = MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS;
  pages.SkipBytes = physical(4 * PAGE_SIZE); /* no multiple of it */
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  pages.SkipBytes = physical(3 * PAGE_SIZE); /* no power of two */
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  machine_close();
}

/* What nobody asked to be zero is not. ALLOC-5. */
static void pages_hold_something(void)
{
  UCHAR byte = 0;
  machine_open();
  pages_want(2 * (SIZE_T)PAGE_SIZE);
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, MmGetMdlPfnArray(pages.pMdl)[1] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_EQ(0, byte);
  pages_undo();
  pages_want(2 * (SIZE_T)PAGE_SIZE);
  pages.Flags = MM_DONT_ZERO_ALLOCATION;
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, MmGetMdlPfnArray(pages.pMdl)[1] * PAGE_SIZE, &byte, 1, NULL));
  CHECK(byte != 0);
  pages_undo();
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY run;
  memset(&run, 0, sizeof(run));
  run.NumberOfBytes = PAGE_SIZE;
  run.HighestAcceptableAddress.QuadPart = -1;
  CHECK_OK(dxgk.DxgkCbAllocateContiguousMemory(adapter, &run));
  CHECK(*(const UCHAR *)run.pMemory != 0);
  DXGKARGCB_FREECONTIGUOUSMEMORY undo = {run.hMemoryHandle};
  CHECK_OK(dxgk.DxgkCbFreeContiguousMemory(adapter, &undo));
  machine_close();
}

/* A structure of zeroes and TotalBytes alone: the answer stays the page's, and a note says why. */
static void pages_below_address_zero(void)
{
  machine_open();
  DXGKARGCB_ALLOCATEPAGESFORMDL wish;
  memset(&wish, 0, sizeof(wish));
  wish.TotalBytes = PAGE_SIZE;
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NO_HOST, dxgk.DxgkCbAllocatePagesForMdl(adapter, &wish));
  CHECK(strstr(reports.detail, "page 0") != NULL);
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY run;
  memset(&run, 0, sizeof(run));
  run.NumberOfBytes = PAGE_SIZE;
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NO_HOST, dxgk.DxgkCbAllocateContiguousMemory(adapter, &run));
  machine_close();
}

/* One of the flags asks for something; bits that nobody knows are ignored. */
static void pages_ignore_other_flags(void)
{
  machine_open();
  pages_want(4 * (SIZE_T)PAGE_SIZE);
  pages.Flags = ~MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS;
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK(MmGetMdlPfnArray(pages.pMdl)[1] != MmGetMdlPfnArray(pages.pMdl)[0] + 1);
  pages_undo();
  machine_close();
}

static void pages_refuse(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, NULL));
  pages_want(0);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  pages_want(((SIZE_T)1 << 32) - PAGE_SIZE + 1);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  pages_want(PAGE_SIZE);
  pages.SkipBytes = physical(100);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK(pages.pMdl == NULL);
  pages_want(PAGE_SIZE);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, DxgkCbAllocatePagesForMdl(NULL, &pages));
  machine_close();
}

static void pages_free_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbFreePagesFromMdl(adapter, NULL));
  CHECK_OK(pages_allocate());
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, block_free(pages.hMemoryHandle));
  reports_forget();
  IoFreeMdl(pages.pMdl);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  pages_undo();
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, pages_free(pages.hMemoryHandle));
  CHECK(reports.unmaps > 0);
  machine_close();
}

/* ALLOC-5, FREE-4. */
static void block_is_contiguous_and_mapped(void)
{
  uint64_t where = 0;
  machine_open();
  CHECK_OK(block_allocate());
  char *memory = block.pMemory;
  strcpy(memory + 3 * PAGE_SIZE, "last page");
  dxgmap_mapping mapping;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(adapter, 0, &mapping));
  CHECK_EQ(4, mapping.pages);
  CHECK(mapping.address == memory);
  uint64_t first = dxgmap_host_locate(memory).frame;
  for (uint32_t i = 0; i < 4; i++) {
    CHECK_EQ(first + i, dxgmap_host_locate(memory + (size_t)i * PAGE_SIZE).frame);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, (first + i) * PAGE_SIZE, &where));
  }
  char text[16] = "";
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, (first + 3) * PAGE_SIZE, text, 10, NULL));
  CHECK_TEXT("last page", text);
  block_undo();
  CHECK(!dxgmap_host_probe(memory, 1, false));
  reports_forget();
  (void)READ_REGISTER_UCHAR((PUCHAR)memory);
  CHECK_EQ((uintptr_t)block.hMemoryHandle, reports.mapping); /* the address remembers whose it was */
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, block_free(block.hMemoryHandle));
  machine_close();
}

/* ALLOC-5. */
static void block_crosses_no_boundary(void)
{
  machine_open();
  for (uint32_t round = 0; round < 16; round++) {
    block_want(3 * (SIZE_T)PAGE_SIZE);
    block.BoundaryAddressMultiple = physical(4 * PAGE_SIZE);
    CHECK_OK(dxgk.DxgkCbAllocateContiguousMemory(adapter, &block));
    uint64_t first = dxgmap_host_locate(block.pMemory).frame;
    CHECK_EQ(first / 4, (first + 2) / 4);
    block_undo();
  }
  machine_close();
}

static void block_refuses(void)
{
  machine_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocateContiguousMemory(adapter, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbFreeContiguousMemory(adapter, NULL));
  block_want(0);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocateContiguousMemory(adapter, &block));
  block_want(PAGE_SIZE);
  block.BoundaryAddressMultiple = physical(3 * PAGE_SIZE);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocateContiguousMemory(adapter, &block));
  block_want((SIZE_T)1 << 50);
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbAllocateContiguousMemory(adapter, &block));
  CHECK(block.pMemory == NULL);
  machine_close();
}

static void allocations_when_the_host_fails(void)
{
  machine_open();
  check_each_failure(pages_allocate, pages_undo, STATUS_INSUFFICIENT_RESOURCES);
  check_each_failure(block_allocate, block_undo, STATUS_INSUFFICIENT_RESOURCES);
  machine_close();
}

void allocate_tests(void);
void allocate_tests(void)
{
  RUN(pages_are_scattered_and_mapped);
  RUN(pages_lie_in_their_range);
  RUN(pages_skip_to_the_next_range);
  RUN(pages_in_contiguous_chunks);
  RUN(pages_in_aligned_chunks);
  RUN(pages_hold_something);
  RUN(pages_below_address_zero);
  RUN(pages_ignore_other_flags);
  RUN(pages_refuse);
  RUN(pages_free_refuses);
  RUN(block_is_contiguous_and_mapped);
  RUN(block_crosses_no_boundary);
  RUN(block_refuses);
  RUN(allocations_when_the_host_fails);
}
