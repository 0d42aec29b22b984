/* SPDX-License-Identifier: MIT */
/* Pool memory: decision 95. */
#include <string.h>

#include "expect.h"
#include "core/base/profile.h"
#include "host/host.h"

#define POOL_TAG 0x6C6F6F50u

static void pool_expect(uint32_t cause)
{
  CHECK_EQ(1, reports.count);
  CHECK_TEXT(dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  reports_forget();
}

static int pool_all(const UCHAR *block, size_t bytes, UCHAR value)
{
  size_t same = 0;
  while (same < bytes && block[same] == value) {
    same++;
  }
  return same == bytes;
}

static void pool_gives_what_is_asked_for(void)
{
  static const SIZE_T sizes[] = {1, 15, 16, 100, 4095, 4096, 4097, 5 * PAGE_SIZE, 200 * PAGE_SIZE + 1};
  UCHAR *block[RTL_NUMBER_OF(sizes)];
  machine_open();
  for (size_t i = 0; i < RTL_NUMBER_OF(sizes) - (DXGMAP_PAGES < 4096); i++) {
    block[i] = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizes[i], POOL_TAG);
    CHECK(block[i] != NULL);
    CHECK_EQ(0, (uintptr_t)block[i] % (sizes[i] < PAGE_SIZE ? 16 : PAGE_SIZE));
    CHECK(pool_all(block[i], sizes[i], 0));
    memset(block[i], (int)i + 1, sizes[i]);
  }
  for (size_t i = 0; i < RTL_NUMBER_OF(sizes) - (DXGMAP_PAGES < 4096); i++) {
    CHECK(pool_all(block[i], sizes[i], (UCHAR)(i + 1)));
    ExFreePoolWithTag(block[i], i % 2 == 0 ? POOL_TAG : 0);
  }
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void pool_zeroes_when_it_says_so(void)
{
  machine_open();
  UCHAR *block = ExAllocatePoolWithTag(NonPagedPoolNx, 64, POOL_TAG);
  CHECK(block[0] != 0 && block[63] != 0);
  ExFreePool(block);
  block = ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_UNINITIALIZED, 64, POOL_TAG);
  CHECK(block[0] != 0);
  ExFreePool(block);
  block = ExAllocatePoolZero(PagedPool, 64, POOL_TAG);
  CHECK(pool_all(block, 64, 0));
  ExFreePool(block);
  block = ExAllocatePool(NonPagedPool, 0);
  CHECK(block != NULL);
  ExFreePool(block);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void pool_misuse_is_reported(void)
{
  machine_open();
  CHECK(ExAllocatePool2(0, 16, POOL_TAG) == NULL);
  pool_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK(ExAllocatePool2(POOL_FLAG_PAGED | POOL_FLAG_NON_PAGED, 16, POOL_TAG) == NULL);
  pool_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK(ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_RESERVED3, 16, POOL_TAG) == NULL);
  pool_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK(ExAllocatePool2(POOL_FLAG_NON_PAGED, 0, POOL_TAG) == NULL);
  pool_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  UCHAR *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 3 * PAGE_SIZE, POOL_TAG);
  ExFreePool(NULL);
  pool_expect(DXGMAP_CAUSE_BAD_POOL);
  ExFreePool(block + 16);
  CHECK(strstr(reports.detail, "inside an allocation") != NULL);
  pool_expect(DXGMAP_CAUSE_BAD_POOL);
  ExFreePool(&block);
  pool_expect(DXGMAP_CAUSE_BAD_POOL);
  ExFreePoolWithTag(block, POOL_TAG + 1);
  pool_expect(DXGMAP_CAUSE_BAD_POOL); /* and it is freed */
  ExFreePoolWithTag(block, POOL_TAG);
  CHECK_EQ(DXGMAP_MAPPING_POOL, reports.kind);
  CHECK(reports.maps > 0 && reports.unmaps > 0);
  pool_expect(DXGMAP_CAUSE_BAD_POOL);
  machine_close();
}

static void pool_at_the_wrong_irql(void)
{
  machine_open();
  UCHAR *paged = ExAllocatePool2(POOL_FLAG_PAGED, 16, POOL_TAG);
  KIRQL old = irql_raise(DISPATCH_LEVEL);
  UCHAR *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, POOL_TAG);
  CHECK(block != NULL);
  ExFreePool(block);
  CHECK_EQ(0, reports.count);
  CHECK(ExAllocatePool2(POOL_FLAG_PAGED, 16, POOL_TAG) == NULL);
  pool_expect(DXGMAP_CAUSE_BAD_IRQL);
  ExFreePool(paged);
  pool_expect(DXGMAP_CAUSE_BAD_IRQL);
  KeLowerIrql(old);
  ExFreePool(paged);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void pool_that_is_left_is_reported(void)
{
  machine_open();
  (void)ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, POOL_TAG);
  (void)ExAllocatePool2(POOL_FLAG_NON_PAGED, 2 * PAGE_SIZE, POOL_TAG);
  CHECK_EQ(0, reports.count);
  machine_close();
  CHECK_EQ(2, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_LEAK, reports.cause);
  CHECK_EQ(DXGMAP_MAPPING_POOL, reports.kind);
  CHECK(reports.maps > 0);
}

/* A touch behind the end, and one after the free. */
static void pool_faults_where_it_is_not(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON;
  machine_open_with(&d);
  volatile UCHAR *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, POOL_TAG);
  CHECK(!dxgmap_host_probe((const void *)(block + 112), 1, false));
  ExFreePool((PVOID)block);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0xDB, block[5]);
  CHECK_EQ(DXGMAP_MAPPING_POOL, reports.kind);
  CHECK(reports.maps > 0 && reports.unmaps > 0);
  CHECK(strstr(reports.detail, "pool memory that was freed") != NULL);
  pool_expect(DXGMAP_CAUSE_CPU_ACCESS);
  machine_close();
}

/* The page is the library's: freed while it is locked it stays the device's, and nobody else gets it. */
static void pool_freed_under_a_lock_stays_the_device_s(void)
{
  UCHAR byte = 7;
  UCHAR seen = 0;
  machine_open();
  PUCHAR block = ExAllocatePool2(POOL_FLAG_NON_PAGED, PAGE_SIZE, POOL_TAG);
  PMDL mdl = IoAllocateMdl(block, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  CHECK_OK(dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
  uint64_t at = MmGetMdlPfnArray(mdl)[0] * PAGE_SIZE;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, at, &byte, 1, NULL));
  CHECK_EQ(7, block[0]);
  ExFreePool(block);
  CHECK(reports.maps > 0); /* of the lock */
  pool_expect(DXGMAP_CAUSE_MEMORY_GONE);
  for (uint32_t i = 0; i < 16; i++) {
    PUCHAR other = ExAllocatePool2(POOL_FLAG_NON_PAGED, PAGE_SIZE, POOL_TAG);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, at + 1, &byte, 1, NULL));
    CHECK(pool_all(other, PAGE_SIZE, 0));
    ExFreePool(other);
  }
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, at + 1, &seen, 1, NULL));
  CHECK_EQ(7, seen);
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void pool_has_mdls(void)
{
  machine_open();
  PUCHAR block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 2 * PAGE_SIZE, POOL_TAG);
  PMDL mdl = IoAllocateMdl(block + 8, PAGE_SIZE, FALSE, FALSE, NULL);
  MmBuildMdlForNonPagedPool(mdl);
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == block + 8);
  PUCHAR view = MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority);
  CHECK(view != NULL && view != block + 8);
  view[0] = 9;
  CHECK_EQ(9, block[8]);
  MmUnmapLockedPages(view, mdl);
  IoFreeMdl(mdl);
  ExFreePool(block);
  CHECK_EQ(0, reports.count);
  block = ExAllocatePool2(POOL_FLAG_PAGED, 64, POOL_TAG);
  mdl = IoAllocateMdl(block, 64, FALSE, FALSE, NULL);
  MmBuildMdlForNonPagedPool(mdl);
  pool_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* it is paged */
  MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  ExFreePool(block);
  CHECK_EQ(0, reports.count);
  machine_close();
}

#define POOL_MANY 6000u

/* More blocks than have a page alone: the others share, and all keep what is theirs. */
static void pool_of_many_small_blocks(void)
{
  static PUCHAR block[POOL_MANY];
  if (DXGMAP_PAGES < 4 * POOL_MANY) {
    return;
  }
  machine_open();
  for (uint32_t i = 0; i < POOL_MANY; i++) {
    block[i] = ExAllocatePool2(POOL_FLAG_NON_PAGED, 1 + i % 300, POOL_TAG);
    CHECK(block[i] != NULL);
    memset(block[i], (int)(i % 251) + 1, 1 + i % 300);
  }
  uint64_t frames = dxgmap_host_usage_now().frames;
  CHECK(frames < POOL_MANY - 1000);
  for (uint32_t i = 0; i < POOL_MANY; i++) {
    uint32_t k = (i * 7) % POOL_MANY;
    if (k % 2 == 0 && block[k] != NULL) {
      CHECK(pool_all(block[k], 1 + k % 300, (UCHAR)(k % 251 + 1)));
      ExFreePool(block[k]);
      block[k] = NULL;
    }
  }
  for (uint32_t i = 0; i < POOL_MANY; i++) {
    if (block[i] != NULL) {
      CHECK(pool_all(block[i], 1 + i % 300, (UCHAR)(i % 251 + 1)));
      ExFreePool(block[i]);
    }
  }
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  machine_close();
}

static void pool_when_the_host_fails(void)
{
  machine_open();
  for (uint64_t nth = 1;; nth++) {
    dxgmap_host_fail_at(nth);
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 3 * PAGE_SIZE, POOL_TAG);
    dxgmap_host_fail_at(0);
    if (block != NULL) {
      CHECK(nth > 4);
      ExFreePool(block);
      break;
    }
    CHECK_EQ(0, dxgmap_host_usage_now().frames);
  }
  CHECK(ExAllocatePool2(POOL_FLAG_NON_PAGED, (SIZE_T)1 << 60, POOL_TAG) == NULL);
  CHECK_EQ(0, reports.count);
  machine_close();
  CHECK(ExAllocatePool2(POOL_FLAG_NON_PAGED, 16, POOL_TAG) == NULL); /* no system */
}

void pool_tests(void);
void pool_tests(void)
{
  RUN(pool_gives_what_is_asked_for);
  RUN(pool_zeroes_when_it_says_so);
  RUN(pool_misuse_is_reported);
  RUN(pool_at_the_wrong_irql);
  RUN(pool_that_is_left_is_reported);
  RUN(pool_faults_where_it_is_not);
  RUN(pool_freed_under_a_lock_stays_the_device_s);
  RUN(pool_has_mdls);
  RUN(pool_of_many_small_blocks);
  RUN(pool_when_the_host_fails);
}
