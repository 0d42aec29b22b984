/* SPDX-License-Identifier: MIT */
/* The driver's memory, what MDLs show of it, and what a device may do with it: decisions 67 to 71 and 73. */
#include <string.h>
#include <sys/mman.h>

#include "expect.h"
#include "host/host.h"

static _Alignas(4096) UCHAR memory_own[4 * PAGE_SIZE];

static void memory_expect(uint32_t cause)
{
  CHECK_EQ(1, reports.count);
  CHECK_TEXT(dxgmap_cause_name(cause), dxgmap_cause_name(reports.cause));
  reports_forget();
}

static PMDL memory_locked(PVOID address, ULONG bytes, LOCK_OPERATION operation)
{
  PMDL mdl = IoAllocateMdl(address, bytes, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, operation);
  CHECK((mdl->MdlFlags & MDL_PAGES_LOCKED) != 0);
  return mdl;
}

static HANDLE memory_mapped(PMDL mdl)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
  CHECK_OK(dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
  return map.hMemoryHandle;
}

static void memory_unmapped(HANDLE handle)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {handle};
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
}

static void memory_unlocked(PMDL mdl)
{
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
}

static PVOID memory_view(PMDL mdl, KPROCESSOR_MODE mode)
{
  return MmMapLockedPagesSpecifyCache(mdl, mode, MmCached, NULL, FALSE, NormalPagePriority);
}

static uint64_t memory_at(PMDL mdl, uint32_t page)
{
  return MmGetMdlPfnArray(mdl)[page] * PAGE_SIZE;
}

/* ---- The device ---- */

/* The first page is there and the second is not: what was moved is told, and nothing else was.
   TRANSLATE-14, TRANSLATE-16. */
static void device_moves_what_it_says(void)
{
  UCHAR bytes[2 * PAGE_SIZE];
  size_t done = 9;
  memset(bytes, 7, sizeof(bytes));
  machine_open();
  PUCHAR own = mmap(NULL, PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  PMDL mdl = memory_locked(own, PAGE_SIZE, IoWriteAccess);
  HANDLE handle = memory_mapped(mdl);
  (void)munmap(own, PAGE_SIZE);
  CHECK_EQ(DXGMAP_CAUSE_MEMORY_GONE, dxgmap_device_write(adapter, memory_at(mdl, 0), bytes, 8, &done));
  CHECK_EQ(0, done);
  CHECK_EQ(DXGMAP_MAPPING_MDL, reports.kind);
  CHECK_EQ((uint64_t)(uintptr_t)handle, reports.mapping);
  CHECK_EQ(memory_at(mdl, 0), reports.address);
  CHECK(reports.maps > 0);
  memory_expect(DXGMAP_CAUSE_MEMORY_GONE);
  bytes[0] = 3;
  CHECK_EQ(DXGMAP_CAUSE_MEMORY_GONE, dxgmap_device_read(adapter, memory_at(mdl, 0), bytes, 1, &done));
  CHECK_EQ(0, done);
  CHECK_EQ(3, bytes[0]);
  reports_forget();
  memory_unmapped(handle);
  memory_unlocked(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

/* TRANSLATE-15. */
static void device_respects_the_direction_of_a_lock(void)
{
  UCHAR byte = 7;
  size_t done = 9;
  machine_open();
  memory_own[0] = 1;
  PMDL reads = memory_locked(memory_own, PAGE_SIZE, IoReadAccess);
  HANDLE handle = memory_mapped(reads);
  CHECK_EQ(DXGMAP_CAUSE_NO_WRITE, dxgmap_device_write(adapter, memory_at(reads, 0), &byte, 1, &done));
  CHECK_EQ(0, done);
  CHECK_EQ(1, memory_own[0]);
  CHECK_EQ((uint64_t)(uintptr_t)handle, reports.mapping);
  memory_expect(DXGMAP_CAUSE_NO_WRITE);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(adapter, memory_at(reads, 0), &byte, 1, &done));
  CHECK_EQ(1, byte);
  PMDL writes = memory_locked(memory_own, PAGE_SIZE, IoModifyAccess); /* the same page, by another right */
  HANDLE other = memory_mapped(writes);
  byte = 8;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, memory_at(writes, 0), &byte, 1, &done));
  CHECK_EQ(8, memory_own[0]);
  memory_unmapped(other);
  CHECK_EQ(DXGMAP_CAUSE_NO_WRITE, dxgmap_device_write(adapter, memory_at(reads, 0), &byte, 1, &done));
  memory_expect(DXGMAP_CAUSE_NO_WRITE);
  memory_unlocked(writes);
  memory_unmapped(handle);
  memory_unlocked(reads);
  CHECK_EQ(0, reports.count);
  machine_close();
}

/* A heap keeps its pages, so its owner says what he took back. */
static void memory_said_to_be_gone(void)
{
  UCHAR byte = 7;
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_memory_gone(memory_own, sizeof(memory_own)));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_memory_gone(memory_own, UINT64_MAX));
  PMDL mdl = memory_locked(memory_own + 64, 64, IoWriteAccess);
  PMDL beside = memory_locked(memory_own + 128, PAGE_SIZE, IoWriteAccess);
  HANDLE handle = memory_mapped(mdl);
  HANDLE other = memory_mapped(beside);
  memory_own[64] = 1;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_memory_gone(memory_own + 64, 64)); /* the page has another's bytes too */
  CHECK_EQ(DXGMAP_MAPPING_MDL_ITSELF, reports.kind);
  CHECK(reports.maps > 0);
  memory_expect(DXGMAP_CAUSE_MEMORY_GONE);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, memory_at(beside, 0) + 200, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_memory_gone(memory_own + 128, PAGE_SIZE));
  memory_expect(DXGMAP_CAUSE_MEMORY_GONE);
  memory_own[PAGE_SIZE] = 1;
  CHECK_EQ(DXGMAP_CAUSE_MEMORY_GONE, dxgmap_device_write(adapter, memory_at(beside, 1), &byte, 1, NULL));
  memory_expect(DXGMAP_CAUSE_MEMORY_GONE);
  CHECK_EQ(1, memory_own[PAGE_SIZE]);
  CHECK(memory_view(beside, KernelMode) == NULL);
  memory_expect(DXGMAP_CAUSE_MEMORY_GONE);
  memory_unmapped(handle);
  memory_unmapped(other);
  memory_unlocked(mdl);
  memory_unlocked(beside);
  PMDL again = memory_locked(memory_own, PAGE_SIZE, IoWriteAccess); /* somebody else's by now */
  handle = memory_mapped(again);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, memory_at(again, 0), &byte, 1, NULL));
  CHECK_EQ(7, memory_own[0]);
  memory_unmapped(handle);
  memory_unlocked(again);
  CHECK_EQ(0, reports.count);
  machine_close();
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_memory_gone(memory_own, 1));
}

/* ---- Views of MDLs ---- */

/* MDL-16. */
static void views_of_the_system_and_of_processes(void)
{
  machine_open();
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  PUCHAR address = MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority);
  CHECK(MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority) == address);
  CHECK(memory_view(pin.pMdl, KernelMode) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* it has one */
  PUCHAR here = memory_view(pin.pMdl, UserMode);
  dxgmap_set_process(100);
  PUCHAR there = memory_view(pin.pMdl, UserMode);
  CHECK(here != there && here != address);
  here[9] = 5;
  CHECK_EQ(5, there[9]);
  CHECK_EQ(5, address[9]);
  MmUnmapLockedPages(here, pin.pMdl);
  CHECK_EQ(DXGMAP_MAPPING_MDL_VIEW, reports.kind);
  memory_expect(DXGMAP_CAUSE_BAD_PROCESS);
  MmUnmapLockedPages(there, pin.pMdl);
  MmUnmapLockedPages(address, pin.pMdl);
  dxgmap_set_process(4);
  CHECK_EQ(5, here[9]);
  MmUnmapLockedPages(here, pin.pMdl);
  CHECK_EQ(0, reports.count);
  MmUnmapLockedPages(here, pin.pMdl);
  CHECK(reports.unmaps > 0);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  MmUnmapLockedPages(here + PAGE_SIZE, pin.pMdl);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  (void)memory_view(pin.pMdl, UserMode);
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_MDL_IN_VIEW, dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  reports_forget();
  CHECK(MmGetSystemAddressForMdlSafe(pin.pMdl, NormalPagePriority) == NULL);
  memory_expect(DXGMAP_CAUSE_LIST_GONE);
  CHECK(memory_view(pin.pMdl, UserMode) == NULL);
  memory_expect(DXGMAP_CAUSE_LIST_GONE);
  machine_close();
}

/* MDL-16. */
static void views_that_live_when_the_mdl_ends(void)
{
  machine_open();
  PMDL mdl = memory_locked(memory_own, PAGE_SIZE, IoModifyAccess);
  CHECK(memory_view(mdl, KernelMode) != NULL); /* ended by the unlock, as on Windows */
  CHECK(memory_view(mdl, UserMode) != NULL);
  CHECK(memory_view(mdl, UserMode) != NULL);
  MmUnlockPages(mdl);
  CHECK_EQ(DXGMAP_MAPPING_MDL_VIEW, reports.kind);
  CHECK(reports.maps > 0);
  memory_expect(DXGMAP_CAUSE_MDL_IN_VIEW);
  MmBuildMdlForNonPagedPool(mdl);
  CHECK(memory_view(mdl, UserMode) != NULL);
  IoFreeMdl(mdl);
  memory_expect(DXGMAP_CAUSE_MDL_IN_VIEW);
  mdl = memory_locked(memory_own, PAGE_SIZE, IoModifyAccess);
  CHECK(memory_view(mdl, UserMode) != NULL);
  IoFreeMdl(mdl);
  CHECK_EQ(2, reports.count); /* the view, and the lock */
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  reports_forget();
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  machine_close();
}

static void views_are_refused(void)
{
  machine_open();
  PMDL mdl = memory_locked(memory_own, PAGE_SIZE, IoModifyAccess);
  CHECK(memory_view(mdl, MaximumMode) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK(MmMapLockedPagesSpecifyCache(mdl, KernelMode, (MEMORY_CACHING_TYPE)77, NULL, FALSE, 0) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  KIRQL old = irql_raise(DISPATCH_LEVEL);
  CHECK(memory_view(mdl, UserMode) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_IRQL);
  CHECK(memory_view(mdl, KernelMode) != NULL);
  KeLowerIrql(old);
  memory_unlocked(mdl);
  CHECK(MmGetSystemAddressForMdlSafe(NULL, NormalPagePriority) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  machine_close();
}

/* MDL-17. */
static void mdls_that_are_left_are_reported(void)
{
  machine_open();
  (void)memory_locked(memory_own, PAGE_SIZE, IoModifyAccess);
  (void)IoAllocateMdl(memory_own, PAGE_SIZE, FALSE, FALSE, NULL);
  machine_close();
  CHECK_EQ(2, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_MDL_LEFT, reports.cause);
  CHECK(reports.maps > 0);
}

/* ---- MDLs that IoAllocateMdl did not make ---- */

static void mdls_in_memory_of_the_driver_s(void)
{
  UINT64 room[16];
  PMDL mdl = (PMDL)room;
  machine_open();
  CHECK_EQ(sizeof(MDL) + 2 * sizeof(PFN_NUMBER), MmSizeOfMdl(memory_own + 1, PAGE_SIZE));
  for (uint32_t round = 0; round < 2; round++) {
    MmInitializeMdl(mdl, memory_own + 1, PAGE_SIZE);
    MmProbeAndLockPages(mdl, KernelMode, IoModifyAccess);
    HANDLE handle = memory_mapped(mdl);
    CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == memory_own + 1);
    UCHAR byte = 6;
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, memory_at(mdl, 1), &byte, 1, NULL));
    CHECK_EQ(6, memory_own[PAGE_SIZE]);
    memory_unmapped(handle);
    MmUnlockPages(mdl);
    MmInitializeMdl(mdl, memory_own, 8);
    MmBuildMdlForNonPagedPool(mdl);
    CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == memory_own);
  }
  CHECK_EQ(0, reports.count);
  IoFreeMdl(mdl);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  MmInitializeMdl(mdl, memory_own, 8);
  mdl->MdlFlags = MDL_SOURCE_IS_NONPAGED_POOL; /* by hand: as good as it says */
  mdl->MappedSystemVa = memory_own + 3;
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == memory_own + 3);
  CHECK_EQ(0, reports.count);
  memset(room, 0, sizeof(room));
  MmInitializeMdl(mdl, memory_own, 8);
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* neither locked nor built */
  machine_close();
  CHECK_EQ(0, reports.count);
}

static void mdls_whose_pages_the_driver_wrote(void)
{
  UCHAR byte = 6;
  machine_open();
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY wish;
  memset(&wish, 0, sizeof(wish));
  wish.NumberOfBytes = 2 * PAGE_SIZE;
  wish.HighestAcceptableAddress.QuadPart = -1;
  CHECK_OK(dxgk.DxgkCbAllocateContiguousMemory(adapter, &wish));
  PUCHAR memory = wish.pMemory;
  PMDL from = memory_locked(memory, 2 * PAGE_SIZE, IoModifyAccess);
  PMDL mdl = IoAllocateMdl(NULL, 2 * PAGE_SIZE, FALSE, FALSE, NULL);
  memcpy(MmGetMdlPfnArray(mdl), MmGetMdlPfnArray(from), 2 * sizeof(PFN_NUMBER));
  mdl->MdlFlags = (CSHORT)(mdl->MdlFlags | MDL_PAGES_LOCKED);
  PUCHAR view = MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority);
  CHECK(view != NULL);
  HANDLE handle = memory_mapped(mdl);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, memory_at(mdl, 1), &byte, 1, NULL));
  CHECK_EQ(6, view[PAGE_SIZE]);
  memory_unmapped(handle);
  MmUnmapLockedPages(view, mdl);
  MmGetMdlPfnArray(mdl)[0] = 0; /* of nobody */
  CHECK(MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority) == NULL);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  IoFreeMdl(mdl);
  memory_unlocked(from);
  DXGKARGCB_FREECONTIGUOUSMEMORY undo = {wish.hMemoryHandle};
  CHECK_OK(dxgk.DxgkCbFreeContiguousMemory(adapter, &undo));
  machine_close();
}

static void parts_of_mdls(void)
{
  UCHAR byte = 6;
  machine_open();
  PMDL whole = memory_locked(memory_own + 100, 3 * PAGE_SIZE, IoModifyAccess);
  PMDL part = IoAllocateMdl(memory_own + 100, 3 * PAGE_SIZE, FALSE, FALSE, NULL);
  IoBuildPartialMdl(whole, part, memory_own + PAGE_SIZE + 8, 16);
  CHECK((part->MdlFlags & MDL_PARTIAL) != 0);
  CHECK_EQ(16, MmGetMdlByteCount(part));
  CHECK_EQ(MmGetMdlPfnArray(whole)[1], MmGetMdlPfnArray(part)[0]);
  CHECK(MmGetSystemAddressForMdlSafe(part, NormalPagePriority) == memory_own + PAGE_SIZE + 8);
  HANDLE handle = memory_mapped(part);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(adapter, memory_at(part, 0) + 8, &byte, 1, NULL));
  CHECK_EQ(6, memory_own[PAGE_SIZE + 8]);
  memory_unmapped(handle);
  MmPrepareMdlForReuse(part);
  CHECK((part->MdlFlags & MDL_PARTIAL) == 0);
  IoBuildPartialMdl(whole, part, memory_own + 2 * PAGE_SIZE, 0);
  CHECK_EQ(PAGE_SIZE + 100, MmGetMdlByteCount(part));
  CHECK_EQ(MmGetMdlPfnArray(whole)[3], MmGetMdlPfnArray(part)[1]);
  CHECK_EQ(0, reports.count);
  IoBuildPartialMdl(part, part, memory_own + 3 * PAGE_SIZE, 8);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* a part of itself: its pages would be let go before they are taken */
  CHECK_EQ(PAGE_SIZE + 100, MmGetMdlByteCount(part));
  CHECK_EQ(MmGetMdlPfnArray(whole)[3], MmGetMdlPfnArray(part)[1]);
  MmUnlockPages(part);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* its source's are locked */
  IoBuildPartialMdl(whole, part, memory_own, 8);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* before the range */
  IoBuildPartialMdl(part, whole, memory_own + 2 * PAGE_SIZE, 8);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT); /* the target is locked */
  IoFreeMdl(part);
  memory_unlocked(whole);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, dxgmap_host_usage_now().foreign_frames);
  machine_close();
}

static void physical_addresses(void)
{
  machine_open();
  PMDL mdl = memory_locked(memory_own, PAGE_SIZE, IoModifyAccess);
  CHECK_EQ(memory_at(mdl, 0) + 5, MmGetPhysicalAddress(memory_own + 5).QuadPart);
  memory_unlocked(mdl);
  LONGLONG kept = MmGetPhysicalAddress(memory_own + PAGE_SIZE).QuadPart;
  CHECK(kept != 0);
  CHECK_EQ(kept, MmGetPhysicalAddress(memory_own + PAGE_SIZE).QuadPart);
  PUCHAR block = ExAllocatePool2(POOL_FLAG_NON_PAGED, PAGE_SIZE, 'x');
  mdl = memory_locked(block, PAGE_SIZE, IoModifyAccess);
  CHECK_EQ(memory_at(mdl, 0), MmGetPhysicalAddress(block).QuadPart);
  memory_unlocked(mdl);
  ExFreePool(block);
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, MmGetPhysicalAddress(NULL).QuadPart);
  memory_expect(DXGMAP_CAUSE_BAD_ARGUMENT);
  machine_close();
}

/* An unbacked process number is a process too. */
static void views_of_process_zero(void)
{
  machine_open();
  PMDL mdl = memory_locked(memory_own, PAGE_SIZE, IoModifyAccess);
  dxgmap_set_process(0);
  PVOID view = memory_view(mdl, UserMode);
  dxgmap_set_process(4);
  MmUnmapLockedPages(view, mdl);
  memory_expect(DXGMAP_CAUSE_BAD_PROCESS);
  dxgmap_set_process(0);
  MmUnmapLockedPages(view, mdl);
  dxgmap_set_process(4);
  memory_unlocked(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

void memory_tests(void);
void memory_tests(void)
{
  RUN(device_moves_what_it_says);
  RUN(device_respects_the_direction_of_a_lock);
  RUN(memory_said_to_be_gone);
  RUN(views_of_the_system_and_of_processes);
  RUN(views_that_live_when_the_mdl_ends);
  RUN(views_are_refused);
  RUN(mdls_that_are_left_are_reported);
  RUN(mdls_in_memory_of_the_driver_s);
  RUN(mdls_whose_pages_the_driver_wrote);
  RUN(parts_of_mdls);
  RUN(physical_addresses);
  RUN(views_of_process_zero);
}
