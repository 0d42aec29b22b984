/* SPDX-License-Identifier: MIT */
/* Pointers that the driver gives to callbacks and that lead nowhere: refused, by name, before anything changes. */

#include "expect.h"

#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>

void argument_tests(void);

static PVOID extension;

/* ---- One pointer of each callback ---- */

#define ARGUMENT(name, answer)   \
  static NTSTATUS name(void *at) \
  {                              \
    answer;                      \
  }
#define STATUS_OF(call) return call
#define REPORTED(call) \
  call;                \
  return reports.status

ARGUMENT(pin, STATUS_OF(dxgk.DxgkCbPinFrameBufferForSave(adapter, at)))
ARGUMENT(pin2, STATUS_OF(dxgk.DxgkCbPinFrameBufferForSave2(adapter, at)))
ARGUMENT(unpin, STATUS_OF(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, at)))
ARGUMENT(map_pointer, STATUS_OF(dxgk.DxgkCbMapFrameBufferPointer(adapter, at)))
ARGUMENT(unmap_pointer, STATUS_OF(dxgk.DxgkCbUnmapFrameBufferPointer(adapter, at)))
ARGUMENT(map_mdl, STATUS_OF(dxgk.DxgkCbMapMdlToIoMmu(adapter, at)))
ARGUMENT(unmap_mdl, REPORTED(dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, at)))
ARGUMENT(allocate_pages, STATUS_OF(dxgk.DxgkCbAllocatePagesForMdl(adapter, at)))
ARGUMENT(free_pages, STATUS_OF(dxgk.DxgkCbFreePagesFromMdl(adapter, at)))
ARGUMENT(allocate_run, STATUS_OF(dxgk.DxgkCbAllocateContiguousMemory(adapter, at)))
ARGUMENT(free_run, STATUS_OF(dxgk.DxgkCbFreeContiguousMemory(adapter, at)))
ARGUMENT(create, STATUS_OF(dxgk.DxgkCbCreatePhysicalMemoryObject(at)))
ARGUMENT(destroy, REPORTED(dxgk.DxgkCbDestroyPhysicalMemoryObject(at)))
ARGUMENT(open_object, STATUS_OF(dxgk.DxgkCbOpenPhysicalMemoryObject(at)))
ARGUMENT(close_object, REPORTED(dxgk.DxgkCbClosePhysicalMemoryObject(at)))
ARGUMENT(map_object, STATUS_OF(dxgk.DxgkCbMapPhysicalMemory(at)))
ARGUMENT(unmap_object, REPORTED(dxgk.DxgkCbUnmapPhysicalMemory(at)))
ARGUMENT(allocate_adl, STATUS_OF(dxgk.DxgkCbAllocateAdl(at)))
ARGUMENT(free_adl, REPORTED(dxgk.DxgkCbFreeAdl(at)))
ARGUMENT(information, STATUS_OF(dxgk.DxgkCbGetDeviceInformation(adapter, at)))
ARGUMENT(map_memory,
         STATUS_OF(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, at)))

static NTSTATUS video_map(ULONG *length, ULONG *space, PVOID *address)
{
  CHECK_EQ(ERROR_INVALID_PARAMETER, VideoPortMapMemory(extension, physical(MEMORY_START), length, space, address));
  return reports.status;
}

static NTSTATUS video_length(void *at)
{
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  PVOID address = NULL;
  return video_map(at, &space, &address);
}

static NTSTATUS video_space(void *at)
{
  ULONG length = PAGE_SIZE;
  PVOID address = NULL;
  return video_map(&length, at, &address);
}

static NTSTATUS video_address(void *at)
{
  ULONG length = PAGE_SIZE;
  ULONG space = VIDEO_MEMORY_SPACE_MEMORY;
  return video_map(&length, &space, at);
}

static const struct {
  NTSTATUS (*call)(void *at);
  const char *name;
  bool out; /* the callback writes there too */
} arguments[] = {
    {pin, "pPinFrameBufferForSave", true},
    {pin2, "pPinFrameBufferForSave2", true},
    {unpin, "pUnpinFrameBufferForSave", false},
    {map_pointer, "pMapFrameBufferPointer", true},
    {unmap_pointer, "pUnmapFrameBufferPointer", false},
    {map_mdl, "pMapMdlToIoMmu", true},
    {unmap_mdl, "pUnmapMdlFromIoMmu", false},
    {allocate_pages, "pAllocatePagesForMdl", true},
    {free_pages, "pFreePagesFromMdl", false},
    {allocate_run, "pAllocateContiguousMemory", true},
    {free_run, "pFreeContiguousMemory", false},
    {create, "pArgs", true},
    {destroy, "pArgs", false},
    {open_object, "pArgs", true},
    {close_object, "pArgs", false},
    {map_object, "pArgs", true},
    {unmap_object, "pArgs", false},
    {allocate_adl, "pArgs", true},
    {free_adl, "pArgs", false},
    {information, "DeviceInfo", true},
    {map_memory, "VirtualAddress", true},
    {video_length, "Length", true},
    {video_space, "InIoSpace", false},
    {video_address, "VirtualAddress", true},
};
#define ARGUMENTS (sizeof(arguments) / sizeof(arguments[0]))

/* ---- Where they lead ---- */

static void *page_of(int protection)
{
  void *page = mmap(NULL, PAGE_SIZE, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK(page != MAP_FAILED);
  return page;
}

/* A view of the first page, and the address that it had. */
static void *released_view(uint64_t *mapping)
{
  PVOID view = NULL;
  dxgmap_mapping live;
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(adapter, 0, &live));
  *mapping = live.mapping;
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, view));
  return view;
}

/* Each argument, or each that is written: refused with its name, what is wrong, and the mapping. */
static void check_refused(void *at, bool outs, const char *what, uint64_t mapping)
{
  for (size_t i = 0; i < ARGUMENTS; i++) {
    if (outs && !arguments[i].out) {
      continue;
    }
    char expected[256];
    (void)strcpy(expected, arguments[i].name);
    (void)strcat(expected, what);
    CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, arguments[i].call(at));
    CHECK_TEXT(expected, reports.detail);
    CHECK_EQ((uint64_t)(uintptr_t)at, reports.address);
    CHECK_EQ(mapping, reports.mapping);
    CHECK_EQ(0, machine_live(adapter));
    CHECK_EQ(0, machine_objects());
  }
}

static void arguments_open(void)
{
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 16, NULL, &extension));
}

static void test_argument_is_null(void)
{
  arguments_open();
  check_refused(NULL, false, " is NULL", 0);
  machine_close();
}

static void test_argument_has_no_memory(void)
{
  arguments_open();
  void *page = page_of(PROT_NONE);
  check_refused(page, false, " lies where the process has no memory that can be read", 0);
  CHECK_EQ(0, munmap(page, PAGE_SIZE));
  check_refused(page, false, " lies where the process has no memory that can be read", 0);
  check_refused((void *)-(uintptr_t)1, false, " lies at the end of all addresses", 0);
  machine_close();
}

static void test_argument_ends_where_no_memory_is(void)
{
  arguments_open();
  PUCHAR pages = mmap(NULL, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK_EQ(0, mprotect(pages + PAGE_SIZE, PAGE_SIZE, PROT_NONE));
  PVOID at = pages + PAGE_SIZE - 4;
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, allocate_pages(at));
  CHECK_TEXT("pAllocatePagesForMdl lies where the process has no memory that can be read", reports.detail);
  CHECK_EQ(0, munmap(pages, 2 * PAGE_SIZE));
  machine_close();
}

static void test_argument_is_written_to_memory_that_is_read_only(void)
{
  arguments_open();
  void *page = page_of(PROT_READ);
  check_refused(page, true, " lies in memory that cannot be written, and the callback writes to it", 0);
  CHECK_EQ(0, munmap(page, PAGE_SIZE));
  machine_close();
}

static void test_argument_lies_in_a_released_view(void)
{
  uint64_t mapping;
  arguments_open();
  void *view = released_view(&mapping);
  check_refused(view, false, " lies in a mapping that was released", mapping);
  machine_close();
}

/* The page of poison that lets a driver go on after a fault is not memory of its own. */
static void test_argument_lies_in_poison(void)
{
  dxgmap_system_description d;
  uint64_t mapping;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON;
  machine_open_with(&d);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_video_attach(adapter, 16, NULL, &extension));
  volatile UCHAR *view = released_view(&mapping);
  CHECK_EQ(0xDB, *view);
  check_refused((void *)(uintptr_t)view, false, " lies in a mapping that was released", mapping);
  machine_close();
}

static void test_argument_lies_in_a_view_of_a_stopped_adapter(void)
{
  PVOID view = NULL;
  dxgmap_mapping live;
  uint64_t leaks = 0;
  arguments_open();
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(adapter, 0, &live));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(1, leaks);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, pin(view));
  CHECK_TEXT("pPinFrameBufferForSave lies in a mapping that ended with its adapter, which was stopped", reports.detail);
  CHECK_EQ(live.mapping, reports.mapping);
  CHECK(reports.maps > 0 && reports.unmaps > 0);
  CHECK(strstr(reports.text, "  the stop of its adapter:\n") != NULL);
  machine_close();
}

/* What is fine: the heap, a static variable, a live view. */
static void test_argument_lies_in_memory(void)
{
  static DXGKARGCB_PINFRAMEBUFFERFORSAVE kept;
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE *in_view;
  PVOID view = NULL;
  arguments_open();
  kept.CommitSize = SAVE_BYTES;
  CHECK_OK(pin(&kept));
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  in_view = view;
  in_view->PhysicalAdapterIndex = 0;
  CHECK_OK(unpin(in_view));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, view));
  machine_close();
}

void argument_tests(void)
{
  RUN(test_argument_is_null);
  RUN(test_argument_has_no_memory);
  RUN(test_argument_ends_where_no_memory_is);
  RUN(test_argument_is_written_to_memory_that_is_read_only);
  RUN(test_argument_lies_in_a_released_view);
  RUN(test_argument_lies_in_poison);
  RUN(test_argument_lies_in_a_view_of_a_stopped_adapter);
  RUN(test_argument_lies_in_memory);
}
