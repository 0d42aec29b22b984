/* SPDX-License-Identifier: MIT */
/* MDLs mapped to the IOMMU: spec/clauses/mdl.md. */
#include <string.h>

#include "expect.h"
#include "host/host.h"

static _Alignas(4096) char iommu_memory[4 * PAGE_SIZE];
static DXGKARGCB_MAPMDLTOIOMMU iommu_map;

static PMDL iommu_locked(char *address, ULONG length)
{
  PMDL mdl = IoAllocateMdl(address, length, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  return mdl;
}

static NTSTATUS iommu_map_mdl(PMDL mdl)
{
  iommu_map.pMdl = mdl;
  iommu_map.hMemoryHandle = NULL;
  return dxgk.DxgkCbMapMdlToIoMmu(adapter, &iommu_map);
}

/* The unmap returns nothing: the answer is the cause that was reported. */
static uint32_t iommu_unmap(HANDLE handle)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {handle};
  reports_forget();
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  return reports.cause;
}

static void iommu_done(PMDL mdl)
{
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

static void iommu_reaches_the_memory(void)
{
  char text[16] = "";
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory + 10, 2 * PAGE_SIZE);
  PFN_NUMBER page = MmGetMdlPfnArray(mdl)[1];
  strcpy(iommu_memory + PAGE_SIZE, "driver");
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(adapter, page * PAGE_SIZE, text, 7, NULL));
  CHECK_OK(iommu_map_mdl(mdl));
  CHECK(iommu_map.hMemoryHandle != NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, page * PAGE_SIZE, text, 7, NULL));
  CHECK_TEXT("driver", text);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, page * PAGE_SIZE, "device", 7, NULL));
  CHECK_TEXT("device", iommu_memory + PAGE_SIZE);
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, page * PAGE_SIZE, NULL));
  iommu_done(mdl);
  machine_close();
}

/* MDL-3, UNMDL-3. */
static void iommu_counts_a_page(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, PAGE_SIZE);
  uint64_t logical = MmGetMdlPfnArray(mdl)[0] * PAGE_SIZE;
  CHECK_OK(iommu_map_mdl(mdl));
  HANDLE first = iommu_map.hMemoryHandle;
  CHECK_OK(iommu_map_mdl(mdl));
  CHECK(iommu_map.hMemoryHandle != first);
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(first));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, logical, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, logical, NULL));
  iommu_done(mdl);
  machine_close();
}

/* MDL-4. */
static void iommu_refuses(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl(iommu_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbMapMdlToIoMmu(adapter, NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, iommu_map_mdl(NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, iommu_map_mdl(mdl));
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  PFN_NUMBER *page = MmGetMdlPfnArray(mdl);
  PFN_NUMBER kept = *page;
  *page = ~(PFN_NUMBER)0;
  CHECK_CALL(STATUS_INVALID_ADDRESS, DXGMAP_CAUSE_BAD_PAGE, iommu_map_mdl(mdl));
  *page = kept + 1;
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, iommu_map_mdl(mdl));
  *page = kept;
  mdl->ByteCount = 2 * PAGE_SIZE;
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, iommu_map_mdl(mdl));
  mdl->ByteCount = 0;
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_COUNT, iommu_map_mdl(mdl));
  mdl->ByteCount = PAGE_SIZE;
  CHECK(iommu_map.hMemoryHandle == NULL);
  CHECK_EQ(0, machine_live(adapter));
  iommu_done(mdl);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, iommu_map_mdl(mdl));
  machine_close();
}

/* MDL-2. */
static void iommu_never_trusts_size(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, 3 * PAGE_SIZE);
  mdl->Size = -1;
  CHECK_OK(iommu_map_mdl(mdl));
  for (uint32_t i = 0; i < 3; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, MmGetMdlPfnArray(mdl)[i] * PAGE_SIZE, NULL));
  }
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  iommu_done(mdl);
  machine_close();
}

/* MDL-6. */
static void iommu_reports_a_change(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, 2 * PAGE_SIZE);
  PFN_NUMBER *page = MmGetMdlPfnArray(mdl);
  PFN_NUMBER kept = page[1];
  CHECK_OK(iommu_map_mdl(mdl));
  page[1] = page[0];
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK(reports.maps > 0);
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, kept * PAGE_SIZE, NULL));
  page[1] = kept;
  CHECK_OK(iommu_map_mdl(mdl));
  mdl->ByteCount -= 1;
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(iommu_map.hMemoryHandle));
  mdl->ByteCount += 1;
  CHECK_OK(iommu_map_mdl(mdl));
  mdl->Next = mdl;
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(iommu_map.hMemoryHandle));
  mdl->Next = NULL;
  CHECK_OK(iommu_map_mdl(mdl));
  mdl->MdlFlags ^= MDL_PARTIAL;
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(iommu_map.hMemoryHandle));
  mdl->MdlFlags ^= MDL_PARTIAL;
  CHECK_OK(iommu_map_mdl(mdl));
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) != NULL); /* the library's own change is none */
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  iommu_done(mdl);
  machine_close();
}

/* Mappings of one MDL share the header that they found, and one that found another has its own. MDL-6. */
static void iommu_remembers_each_header(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, 2 * PAGE_SIZE);
  HANDLE handle[5];
  for (uint32_t i = 0; i < 5; i++) {
    mdl->ByteCount = 2 * PAGE_SIZE - i / 2;
    CHECK_OK(iommu_map_mdl(mdl));
    handle[i] = iommu_map.hMemoryHandle;
  }
  mdl->ByteCount = 2 * PAGE_SIZE - 1;
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(handle[3]));
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(handle[0]));
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(handle[4]));
  mdl->ByteCount = 2 * PAGE_SIZE;
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(handle[2]));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(handle[1]));
  mdl->ByteCount = 2 * PAGE_SIZE - 1; /* the first of those that are live now */
  CHECK_OK(iommu_map_mdl(mdl));
  handle[0] = iommu_map.hMemoryHandle;
  mdl->ByteCount = 2 * PAGE_SIZE;
  CHECK_OK(iommu_map_mdl(mdl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, iommu_unmap(handle[0]));
  iommu_done(mdl);
  machine_close();
}

/* There may be a million: the heap has a block of 80 bytes for each, a word of its own in front. */
#define IOMMU_MAPPING_BYTES 72u
#define IOMMU_MANY 16u

static void iommu_keeps_little(void)
{
  HANDLE handle[IOMMU_MANY];
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, PAGE_SIZE);
  CHECK_OK(iommu_map_mdl(mdl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  dxgmap_host_usage before = dxgmap_host_usage_now();
  for (uint32_t i = 0; i < IOMMU_MANY; i++) {
    CHECK_OK(iommu_map_mdl(mdl));
    handle[i] = iommu_map.hMemoryHandle;
  }
  CHECK_EQ(before.blocks + IOMMU_MANY, dxgmap_host_usage_now().blocks);
  CHECK_EQ(before.bytes + (uint64_t)IOMMU_MANY * IOMMU_MAPPING_BYTES, dxgmap_host_usage_now().bytes);
  for (uint32_t i = 0; i < IOMMU_MANY; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(handle[i]));
  }
  iommu_done(mdl);
  machine_close();
}

/* The most that one call reports besides its failure. MDL-6. */
static void iommu_leaks_with_a_change(void)
{
  uint64_t leaks = 0;
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, 2 * PAGE_SIZE);
  CHECK_OK(iommu_map_mdl(mdl));
  mdl->ByteCount -= 1;
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(1, leaks);
  CHECK_EQ(2, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_MDL_CHANGED, reports.cause);
  mdl->ByteCount += 1;
  iommu_done(mdl);
  machine_close();
}

/* MDL-7. */
static void iommu_reports_a_free(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, PAGE_SIZE);
  uint64_t frame = MmGetMdlPfnArray(mdl)[0];
  CHECK_OK(iommu_map_mdl(mdl));
  reports_forget();
  IoFreeMdl(mdl);
  CHECK_EQ(DXGMAP_CAUSE_MDL_GONE, reports.cause);
  CHECK(reports.maps > 0);
  CHECK_EQ(1, dxgmap_host_frame_holds(frame)); /* the device's, until the unmap */
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, frame * PAGE_SIZE, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK_EQ(0, dxgmap_host_frame_holds(frame));
  machine_close();
}

/* One report for the free, however often the MDL is mapped, and none of its unmaps looks at it. */
static void iommu_reports_a_free_once(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, PAGE_SIZE);
  CHECK_OK(iommu_map_mdl(mdl));
  HANDLE first = iommu_map.hMemoryHandle;
  CHECK_OK(iommu_map_mdl(mdl));
  reports_forget();
  IoFreeMdl(mdl);
  CHECK_EQ(1, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(first));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  machine_close();
}

/* MDL-7. */
static void iommu_reports_an_unlock(void)
{
  machine_open();
  PMDL mdl = iommu_locked(iommu_memory, PAGE_SIZE);
  CHECK_OK(iommu_map_mdl(mdl));
  reports_forget();
  MmUnlockPages(mdl);
  CHECK_EQ(DXGMAP_CAUSE_MDL_GONE, reports.cause);
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  IoFreeMdl(mdl);
  machine_close();
}

/* MDL-5. */
static void iommu_maps_the_head_of_a_chain(void)
{
  machine_open();
  PMDL head = iommu_locked(iommu_memory, PAGE_SIZE);
  PMDL tail = iommu_locked(iommu_memory + PAGE_SIZE, PAGE_SIZE);
  head->Next = tail;
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_MDL_CHAIN, iommu_map_mdl(head));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, MmGetMdlPfnArray(head)[0] * PAGE_SIZE, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, MmGetMdlPfnArray(tail)[0] * PAGE_SIZE, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  iommu_done(head);
  iommu_done(tail);
  machine_close();
}

/* UNMDL-4. */
static void iommu_unmap_refuses(void)
{
  machine_open();
  HANDLE other = machine_adapter(NULL, NULL);
  PMDL mdl = iommu_locked(iommu_memory, PAGE_SIZE);
  CHECK_EQ(DXGMAP_CAUSE_BAD_HANDLE, iommu_unmap(NULL));
  CHECK_OK(iommu_map_mdl(mdl));
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {iommu_map.hMemoryHandle};
  DXGKARGCB_FREEPAGESFROMMDL release = {iommu_map.hMemoryHandle};
  reports_forget();
  DxgkCbUnmapMdlFromIoMmu(other, &unmap);
  CHECK_EQ(DXGMAP_CAUSE_BAD_HANDLE, reports.cause);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, dxgk.DxgkCbFreePagesFromMdl(adapter, &release));
  CHECK_EQ(1, machine_live(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK_EQ(DXGMAP_CAUSE_BAD_HANDLE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK(reports.unmaps > 0);
  reports_forget();
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, NULL);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  iommu_done(mdl);
  machine_close();
}

static void iommu_of_a_lent_mdl(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  machine_open();
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  PFN_NUMBER page = MmGetMdlPfnArray(pin.pMdl)[0];
  CHECK_OK(iommu_map_mdl(pin.pMdl));
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_MDL_GONE, dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(adapter, page * PAGE_SIZE, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(adapter, page * PAGE_SIZE, NULL));
  machine_close();
}

static PMDL iommu_prepared;

static NTSTATUS iommu_attempt(void)
{
  return iommu_map_mdl(iommu_prepared);
}

static void iommu_undo(void)
{
  CHECK_EQ(DXGMAP_CAUSE_NONE, iommu_unmap(iommu_map.hMemoryHandle));
}

static void iommu_when_the_host_fails(void)
{
  machine_open();
  iommu_prepared = iommu_locked(iommu_memory, 2 * PAGE_SIZE);
  check_each_failure(iommu_attempt, iommu_undo, STATUS_INSUFFICIENT_RESOURCES);
  iommu_done(iommu_prepared);
  machine_close();
}

void iommu_tests(void);
void iommu_tests(void)
{
  RUN(iommu_reaches_the_memory);
  RUN(iommu_counts_a_page);
  RUN(iommu_refuses);
  RUN(iommu_never_trusts_size);
  RUN(iommu_reports_a_change);
  RUN(iommu_remembers_each_header);
  RUN(iommu_keeps_little);
  RUN(iommu_leaks_with_a_change);
  RUN(iommu_reports_a_free);
  RUN(iommu_reports_a_free_once);
  RUN(iommu_reports_an_unlock);
  RUN(iommu_maps_the_head_of_a_chain);
  RUN(iommu_unmap_refuses);
  RUN(iommu_of_a_lent_mdl);
  RUN(iommu_when_the_host_fails);
}
