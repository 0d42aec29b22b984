/* SPDX-License-Identifier: MIT */
/* The MDL functions of the I/O and memory managers. */
#include <string.h>

#include "expect.h"
#include "host/host.h"

static _Alignas(4096) char mdl_memory[3 * PAGE_SIZE];

static void mdl_is_described(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl(mdl_memory + 100, PAGE_SIZE, FALSE, FALSE, NULL);
  CHECK(mdl != NULL);
  CHECK(MmGetMdlBaseVa(mdl) == mdl_memory);
  CHECK_EQ(100, MmGetMdlByteOffset(mdl));
  CHECK_EQ(PAGE_SIZE, MmGetMdlByteCount(mdl));
  CHECK(MmGetMdlVirtualAddress(mdl) == mdl_memory + 100);
  CHECK_EQ(sizeof(MDL) + 2 * sizeof(PFN_NUMBER), mdl->Size);
  IoFreeMdl(mdl);
  machine_close();
}

static void mdl_locks_the_process_pages(void)
{
  machine_open();
  PMDL one = IoAllocateMdl(mdl_memory, 2 * PAGE_SIZE, FALSE, FALSE, NULL);
  PMDL two = IoAllocateMdl(mdl_memory + PAGE_SIZE, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(one, KernelMode, IoWriteAccess);
  MmProbeAndLockPages(two, KernelMode, IoReadAccess);
  CHECK((one->MdlFlags & MDL_PAGES_LOCKED) != 0);
  CHECK((one->MdlFlags & MDL_WRITE_OPERATION) != 0);
  CHECK((two->MdlFlags & MDL_WRITE_OPERATION) == 0);
  CHECK_EQ(MmGetMdlPfnArray(one)[1], MmGetMdlPfnArray(two)[0]);
  MmUnlockPages(one);
  CHECK((one->MdlFlags & (MDL_PAGES_LOCKED | MDL_WRITE_OPERATION)) == 0);
  MmUnlockPages(two);
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  IoFreeMdl(one);
  IoFreeMdl(two);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void mdl_has_a_system_address(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl(mdl_memory + 8, 100, FALSE, FALSE, NULL);
  strcpy(mdl_memory + 8, "seen twice");
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  char *address = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
  CHECK(address != NULL);
  CHECK_TEXT("seen twice", address);
  CHECK((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0);
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == address);
  MmUnmapLockedPages(address, mdl);
  CHECK((mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) == 0);
  MmUnlockPages(mdl);
  MmBuildMdlForNonPagedPool(mdl);
  CHECK((mdl->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL) != 0);
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == mdl_memory + 8);
  IoFreeMdl(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void mdl_expect(uint32_t cause)
{
  CHECK_EQ(1, reports.count);
  CHECK_TEXT(dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  reports_forget();
}

static void mdl_misuse_is_reported(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl(mdl_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmUnlockPages(mdl);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  MmBuildMdlForNonPagedPool(mdl);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  MmUnmapLockedPages(mdl_memory, mdl);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  IoFreeMdl(mdl);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* its pages were locked */
  IoFreeMdl(mdl);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK(IoAllocateMdl(mdl_memory, 8, FALSE, FALSE, (PIRP)mdl_memory) == NULL);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  machine_close();
}

static void mdl_of_memory_that_is_not_there(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl((PVOID)0x1000, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK((mdl->MdlFlags & MDL_PAGES_LOCKED) == 0);
  CHECK(MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, NormalPagePriority) == NULL);
  mdl_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  IoFreeMdl(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void mdl_when_the_host_fails(void)
{
  machine_open();
  dxgmap_host_fail_at(1);
  CHECK(IoAllocateMdl(mdl_memory, PAGE_SIZE, FALSE, FALSE, NULL) == NULL);
  dxgmap_host_fail_at(2);
  CHECK(IoAllocateMdl(mdl_memory, PAGE_SIZE, FALSE, FALSE, NULL) == NULL);
  dxgmap_host_fail_at(0);
  PMDL mdl = IoAllocateMdl(mdl_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  dxgmap_host_fail_at(1);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  CHECK((mdl->MdlFlags & MDL_PAGES_LOCKED) == 0);
  dxgmap_host_fail_at(0);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  CHECK((mdl->MdlFlags & MDL_PAGES_LOCKED) != 0);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  dxgmap_host_fail_at(1);
  CHECK(MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority) == NULL);
  dxgmap_host_fail_at(0);
  CHECK(MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority) != NULL);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static PVOID mdl_view(PMDL mdl, uint64_t process)
{
  dxgmap_set_process(process);
  return MmMapLockedPagesSpecifyCache(mdl, (KPROCESSOR_MODE)(process == 4 ? KernelMode : UserMode), MmCached, NULL,
                                      FALSE, NormalPagePriority);
}

static void mdl_unview(PMDL mdl, PVOID address, uint64_t process)
{
  dxgmap_set_process(process);
  MmUnmapLockedPages(address, mdl);
}

/* The views of such memory have one address, so an unmap does not say which of them it means. */
static void mdl_views_at_one_address(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl(mdl_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  PVOID first = mdl_view(mdl, 1000);
  PVOID second = mdl_view(mdl, 1001);
  CHECK(mdl_view(mdl, 4) == first);
  CHECK(second == first);
  mdl_unview(mdl, first, 1000); /* the system's, in the process of the first */
  mdl_unview(mdl, second, 1001);
  CHECK(mdl_view(mdl, 4) != NULL);
  mdl_unview(mdl, first, 1000);
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == first);
  mdl_unview(mdl, first, 1000);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

/* Under LeakSanitizer: the views are not forgotten with their MDLs. */
static void mdl_views_at_the_end(void)
{
  machine_open();
  PMDL mdl = IoAllocateMdl(mdl_memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  CHECK(mdl_view(mdl, 1000) != NULL);
  CHECK(mdl_view(mdl, 4) != NULL);
  machine_close();
  CHECK_EQ(1, reports.count);
  CHECK_TEXT("DXGMAP_MDL_LEFT", dxgmap_cause_name(reports.cause));
}

void mdl_tests(void);
void mdl_tests(void)
{
  RUN(mdl_is_described);
  RUN(mdl_locks_the_process_pages);
  RUN(mdl_has_a_system_address);
  RUN(mdl_misuse_is_reported);
  RUN(mdl_of_memory_that_is_not_there);
  RUN(mdl_when_the_host_fails);
  RUN(mdl_views_at_one_address);
  RUN(mdl_views_at_the_end);
}
