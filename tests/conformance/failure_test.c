/* SPDX-License-Identifier: MIT */
/* Failures on purpose: by count, by nth, by call site, by chance, and each acquisition in turn. */
#include <string.h>

#include "objects.h"

static PVOID failure_extension;
static _Alignas(4096) UCHAR failure_memory[2 * PAGE_SIZE];

static NTSTATUS failure_view(PVOID *address)
{
  return dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, address);
}

static NTSTATUS failure_pages(HANDLE *handle)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL pages;
  memset(&pages, 0, sizeof(pages));
  pages.HighAddress.QuadPart = -1;
  pages.TotalBytes = PAGE_SIZE;
  NTSTATUS status = dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages);
  *handle = pages.hMemoryHandle;
  return status;
}

/* Whether the nth view of five failed, as bits. */
static uint32_t failure_of_five(void)
{
  uint32_t failed = 0;
  for (uint32_t i = 0; i < 5; i++) {
    PVOID address = NULL;
    if (failure_view(&address) == STATUS_SUCCESS) {
      CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, address));
    } else {
      failed |= 1u << i;
    }
  }
  return failed;
}

static void failure_by_count_and_nth(void)
{
  PVOID address = NULL;
  HANDLE pages = NULL;
  dxgmap_failure views;
  memset(&views, 0, sizeof(views));
  views.operation = DXGMAP_OPERATION_MAP_VIEW;
  views.nth = 2;
  views.count = 3;
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&views));
  CHECK_EQ(0xE, failure_of_five()); /* the second, third and fourth */
  CHECK_EQ(3, dxgmap_failures());
  dxgmap_fail_none();
  CHECK_EQ(0, failure_of_five());
  CHECK_EQ(0, dxgmap_failures());
  memset(&views, 0, sizeof(views));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&views)); /* all zero: all fail */
  CHECK_EQ(0x1F, failure_of_five());
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, failure_view(&address));
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, failure_pages(&pages));
  CHECK(address == NULL && pages == NULL);
  CHECK_EQ(0, machine_live(adapter));
  machine_close();
}

/* What is wrong in itself is refused for that, and uses no failure up. */
static void failure_of_correct_calls_alone(void)
{
  PVOID address = NULL;
  dxgmap_failure views;
  memset(&views, 0, sizeof(views));
  views.count = 1;
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&views));
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED,
             dxgk.DxgkCbMapMemory(adapter, physical(0x1000), PAGE_SIZE, FALSE, FALSE, MmNonCached, &address));
  CHECK_EQ(1, failure_of_five());
  machine_close();
}

__attribute__((noinline)) static NTSTATUS failure_here(PVOID *address)
{
  NTSTATUS status = failure_view(address);
  *(volatile PVOID *)address = *address; /* so that the call is none of the tail */
  return status;
}

__attribute__((noinline)) static NTSTATUS failure_site(PVOID *address)
{
  NTSTATUS status =
      dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, address);
  *(volatile PVOID *)address = *address;
  return status;
}

static void failure_by_call_site(void)
{
  PVOID address = NULL;
  dxgmap_failed last;
  dxgmap_failure at;
  memset(&at, 0, sizeof(at));
  memset(&last, 0, sizeof(last));
  machine_open();
  CHECK_EQ(false, dxgmap_last_failure(&last));
  at.site = (const void *)(uintptr_t)failure_site; /* a function of the driver's */
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&at));
  CHECK_OK(failure_here(&address));
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, failure_site(&address));
  CHECK_EQ(true, dxgmap_last_failure(&last));
  CHECK_EQ(DXGMAP_OPERATION_MAP_VIEW, last.operation);
  CHECK(last.call.count > 0);
  dxgmap_fail_none();
  CHECK_OK(failure_site(&address));
  at.site = last.call.site[0]; /* the same by its address */
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&at));
  CHECK_OK(failure_here(&address));
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, failure_site(&address));
  CHECK_EQ(3, machine_live(adapter));
  machine_close();
}

static uint64_t failure_pattern(uint64_t seed, uint32_t per_million)
{
  dxgmap_failure chance;
  uint64_t pattern = 0;
  memset(&chance, 0, sizeof(chance));
  chance.per_million = per_million;
  chance.seed = seed;
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&chance));
  for (uint32_t i = 0; i < 12; i++) {
    pattern = pattern << 5 | failure_of_five();
  }
  CHECK_EQ((uint64_t)__builtin_popcountll(pattern), dxgmap_failures());
  machine_close();
  return pattern;
}

static void failure_by_chance(void)
{
  uint64_t pattern = failure_pattern(1, 500000);
  CHECK_EQ(pattern, failure_pattern(1, 500000));
  CHECK(pattern != failure_pattern(2, 500000));
  CHECK(__builtin_popcountll(pattern) > 10 && __builtin_popcountll(pattern) < 50);
  CHECK_EQ(60, __builtin_popcountll(failure_pattern(1, 1000000)));
  CHECK(__builtin_popcountll(failure_pattern(1, 50000)) < 12);
}

static void failure_is_refused(void)
{
  dxgmap_failure f;
  memset(&f, 0, sizeof(f));
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_fail(NULL));
  f.operation = DXGMAP_OPERATION_UNPIN;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_fail(&f));
  f.operation = DXGMAP_OPERATIONS;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_fail(&f));
  f.operation = DXGMAP_OPERATION_PIN;
  f.per_million = 1000001;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_fail(&f));
  f.per_million = 1;
  for (uint32_t i = 0; i < DXGMAP_FAILURES; i++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&f));
  }
  CHECK_EQ(DXGMAP_CAUSE_NO_HOST, dxgmap_fail(&f));
  CHECK_EQ(false, dxgmap_last_failure(NULL));
  CHECK_EQ(0, dxgmap_fail_each(NULL, NULL));
  machine_close();
}

/* Every call that acquires asks, and what it asks for. */
static uint64_t failure_asked[DXGMAP_OPERATIONS];

static bool failure_ask(uint32_t operation, uint32_t physical_adapter, uint64_t offset, uint64_t bytes, void *context)
{
  (void)physical_adapter;
  (void)offset;
  (void)context;
  failure_asked[operation % DXGMAP_OPERATIONS] += bytes;
  return false;
}

/* A driver that takes what there is to take, and gives it back whatever fails. */
static bool failure_driver_mdl(void)
{
  bool good = false;
  PMDL mdl = IoAllocateMdl(failure_memory, sizeof(failure_memory), FALSE, FALSE, NULL);
  if (mdl == NULL) {
    return false;
  }
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  if ((mdl->MdlFlags & MDL_PAGES_LOCKED) != 0) {
    DXGKARGCB_MAPMDLTOIOMMU map = {mdl, NULL};
    if (dxgk.DxgkCbMapMdlToIoMmu(adapter, &map) == STATUS_SUCCESS) {
      DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {map.hMemoryHandle};
      dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
      PVOID address = MmMapLockedPagesSpecifyCache(mdl, KernelMode, MmCached, NULL, FALSE, 0);
      if (address != NULL) {
        MmUnmapLockedPages(address, mdl);
        good = true;
      }
    }
    MmUnlockPages(mdl);
  }
  IoFreeMdl(mdl);
  return good;
}

static bool failure_driver_allocations(void)
{
  HANDLE pages = NULL;
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY run;
  memset(&run, 0, sizeof(run));
  run.NumberOfBytes = PAGE_SIZE;
  run.HighestAcceptableAddress.QuadPart = -1;
  if (failure_pages(&pages) != STATUS_SUCCESS) {
    return false;
  }
  bool good = dxgk.DxgkCbAllocateContiguousMemory(adapter, &run) == STATUS_SUCCESS;
  if (good) {
    DXGKARGCB_FREECONTIGUOUSMEMORY free_run = {run.hMemoryHandle};
    CHECK_OK(dxgk.DxgkCbFreeContiguousMemory(adapter, &free_run));
  }
  DXGKARGCB_FREEPAGESFROMMDL free_pages = {pages};
  CHECK_OK(dxgk.DxgkCbFreePagesFromMdl(adapter, &free_pages));
  return good;
}

static bool failure_driver_pins(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin2;
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  memset(&pin2, 0, sizeof(pin2));
  pin2.CommitSize = SAVE_BYTES;
  if (dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin) != STATUS_SUCCESS) {
    return false;
  }
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  if (dxgk.DxgkCbPinFrameBufferForSave2(adapter, &pin2) != STATUS_SUCCESS) {
    return false;
  }
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  if (dxgk.DxgkCbMapFrameBufferPointer(adapter, &map) != STATUS_SUCCESS) {
    return false;
  }
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, map.pBaseAddress};
  CHECK_OK(dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
  return true;
}

static bool failure_driver_views(void)
{
  PVOID address = NULL;
  ULONG length = PAGE_SIZE;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  if (failure_view(&address) != STATUS_SUCCESS) {
    return false;
  }
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, address));
  address = NULL;
  if (VideoPortMapMemory(failure_extension, physical(MEMORY_START), &length, &space, &address) != NO_ERROR) {
    return false;
  }
  CHECK_OK(VideoPortUnmapMemory(failure_extension, address, NULL));
  return true;
}

static bool failure_driver_object(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  HANDLE opened = NULL;
  DXGK_ADL *adl = NULL;
  if (dxgk.DxgkCbCreatePhysicalMemoryObject(&wish) != STATUS_SUCCESS) {
    return false;
  }
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = wish.hPhysicalMemoryObject;
  map.Size = PAGE_SIZE;
  bool good = dxgk.DxgkCbMapPhysicalMemory(&map) == STATUS_SUCCESS;
  if (good) {
    DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {wish.hPhysicalMemoryObject, map.pMappedAddress, map.Size};
    dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
    good = object_open(wish.hPhysicalMemoryObject, remapped, &opened) == STATUS_SUCCESS;
  }
  if (good) {
    good = adl_allocate(opened, 0, PAGE_SIZE, 0, &adl) == STATUS_SUCCESS;
    if (good) {
      CHECK_OK(adl_free(opened, adl));
    }
    DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT close = {opened};
    dxgk.DxgkCbClosePhysicalMemoryObject(&close);
  }
  CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, NULL));
  return good;
}

static bool failure_driver(void)
{
  return failure_driver_mdl() && failure_driver_allocations() && failure_driver_pins() && failure_driver_views() &&
         failure_driver_object();
}

static void failure_machine_open(void)
{
  remapped_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 64, NULL, &failure_extension));
}

static const uint32_t failure_operations[] = {
    DXGMAP_OPERATION_PIN,        DXGMAP_OPERATION_PIN2,           DXGMAP_OPERATION_MAP_POINTER,
    DXGMAP_OPERATION_MAP_MDL,    DXGMAP_OPERATION_ALLOCATE_PAGES, DXGMAP_OPERATION_ALLOCATE_CONTIGUOUS,
    DXGMAP_OPERATION_MAP_VIEW,   DXGMAP_OPERATION_VIDEO_MAP,      DXGMAP_OPERATION_ALLOCATE_MDL,
    DXGMAP_OPERATION_LOCK_MDL,   DXGMAP_OPERATION_MAP_LOCKED,     DXGMAP_OPERATION_CREATE_OBJECT,
    DXGMAP_OPERATION_MAP_OBJECT, DXGMAP_OPERATION_OPEN_OBJECT,    DXGMAP_OPERATION_ALLOCATE_ADL,
};

static void failure_is_asked_of_all(void)
{
  memset(failure_asked, 0, sizeof(failure_asked));
  failure_machine_open();
  dxgmap_set_pressure(failure_ask, NULL);
  CHECK_EQ(true, failure_driver());
  for (size_t i = 0; i < RTL_NUMBER_OF(failure_operations); i++) {
    CHECK_TEXT(dxgmap_operation_name(failure_operations[i]),
               failure_asked[failure_operations[i]] >= PAGE_SIZE ? dxgmap_operation_name(failure_operations[i]) : "");
  }
  machine_close();
}

/* Each kind of call alone: it fails, and nothing is held or reported. */
static void failure_of_each_operation(void)
{
  for (size_t i = 0; i < RTL_NUMBER_OF(failure_operations); i++) {
    dxgmap_failure f;
    memset(&f, 0, sizeof(f));
    f.operation = failure_operations[i];
    failure_machine_open();
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&f));
    reports_forget();
    CHECK_EQ(false, failure_driver());
    CHECK_EQ(1, dxgmap_failures());
    CHECK_EQ(0, reports.count);
    CHECK_EQ(0, machine_live(adapter) + machine_live(remapped) + machine_objects());
    machine_close();
  }
}

static uint64_t failure_runs;

/* The system is opened and closed by each run, so what fails is told to the loop and not to the system. */
static bool failure_whole_run(uint64_t nth, void *context)
{
  CHECK(context == failure_memory);
  failure_runs++;
  CHECK_EQ(failure_runs, nth);
  CHECK_EQ(0, dxgmap_fail_each(failure_whole_run, context)); /* one at a time */
  failure_machine_open();
  reports_forget();
  bool good = failure_driver();
  CHECK_EQ(good, nth == RTL_NUMBER_OF(failure_operations) + 1);
  CHECK_EQ(!good, dxgmap_failures());
  CHECK_EQ(0, reports.count);
  CHECK_EQ(0, machine_live(adapter) + machine_live(remapped) + machine_objects());
  machine_close();
  return true;
}

static void failure_of_each_in_turn(void)
{
  failure_runs = 0;
  CHECK_EQ(RTL_NUMBER_OF(failure_operations) + 1, dxgmap_fail_each(failure_whole_run, failure_memory));
  CHECK_EQ(RTL_NUMBER_OF(failure_operations) + 1, failure_runs);
}

static bool failure_third_is_too_much(uint64_t nth, void *context)
{
  *(uint32_t *)context |= failure_of_five();
  return nth < 3;
}

static void failure_loop_may_be_left(void)
{
  uint32_t failed = 0;
  machine_open();
  CHECK_EQ(3, dxgmap_fail_each(failure_third_is_too_much, &failed));
  CHECK_EQ(7, failed);
  CHECK_EQ(0, failure_of_five());
  machine_close();
}

static void failure_ends_with_the_system(void)
{
  dxgmap_failure all;
  memset(&all, 0, sizeof(all));
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&all));
  dxgmap_fail_next(5, 5);
  dxgmap_set_pressure(failure_ask, NULL);
  dxgmap_set_process(99);
  (void)irql_raise(APC_LEVEL);
  machine_close();
  CHECK_EQ(4, dxgmap_process());
  CHECK_EQ(PASSIVE_LEVEL, KeGetCurrentIrql());
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_fail(&all)); /* before an opening it is for the next system */
  machine_open();
  CHECK_EQ(0x1F, failure_of_five());
  machine_close();
  memset(failure_asked, 0, sizeof(failure_asked));
  machine_open();
  CHECK_EQ(0, failure_of_five());
  CHECK_EQ(true, failure_driver_pins());
  CHECK_EQ(0, failure_asked[DXGMAP_OPERATION_MAP_VIEW]);
  machine_close();
}

void failure_tests(void);
void failure_tests(void)
{
  RUN(failure_by_count_and_nth);
  RUN(failure_of_correct_calls_alone);
  RUN(failure_by_call_site);
  RUN(failure_by_chance);
  RUN(failure_is_refused);
  RUN(failure_is_asked_of_all);
  RUN(failure_of_each_operation);
  RUN(failure_of_each_in_turn);
  RUN(failure_loop_may_be_left);
  RUN(failure_ends_with_the_system);
}
