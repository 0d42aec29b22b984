/* SPDX-License-Identifier: MIT */
/* What was mapped stays known over the stop of its adapter and the next start; and what an unmap's address is. */

#include "expect.h"

#include <string.h>

void history_tests(void);

static void history_open(uint32_t policy)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.seed = 7;
  d.fault_policy = policy;
  machine_open_with(&d);
}

static PVOID view_of(uint64_t start, ULONG length, BOOLEAN ports)
{
  PVOID view = NULL;
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(start), length, ports, FALSE, MmNonCached, &view));
  return view;
}

static uint64_t only_mapping(void)
{
  dxgmap_mapping live;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(adapter, 0, &live));
  return live.mapping;
}

static HANDLE started_again(void)
{
  static const uint64_t save[2] = {SAVE_BYTES, 0};
  static const dxgmap_resource_description ranges[2] = {
      {DXGMAP_RESOURCE_MEMORY, MEMORY_START, (uint64_t)MEMORY_PAGES * PAGE_SIZE},
      {DXGMAP_RESOURCE_PORTS, PORT_START, PORT_COUNT},
  };
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 2;
  d.save_bytes = save;
  d.resources = 2;
  d.resource = ranges;
  HANDLE again = machine_adapter_as(&d);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(again));
  return again;
}

static void stop_now(uint64_t leaks)
{
  uint64_t seen = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &seen));
  CHECK_EQ(leaks, seen);
  reports_forget();
}

static void check_ended(uint64_t mapping, const char *detail)
{
  CHECK_EQ(1, reports.count);
  CHECK_TEXT(detail, reports.detail);
  CHECK_EQ(mapping, reports.mapping);
  CHECK(reports.maps > 0 && reports.unmaps > 0);
  CHECK(strstr(reports.text, "(ended by a stop)") != NULL);
  CHECK(strstr(reports.text, "  the stop of its adapter:\n") != NULL);
}

static void test_a_touch_after_the_stop_names_the_view(void)
{
  history_open(DXGMAP_FAULT_POISON);
  volatile UCHAR *view = view_of(MEMORY_START, PAGE_SIZE, FALSE);
  uint64_t mapping = only_mapping();
  *view = 1;
  stop_now(1);
  *view = 2;
  CHECK_EQ(DXGMAP_CAUSE_CPU_ACCESS, reports.cause);
  check_ended(mapping, "a write to a mapping that ended with its adapter, which was stopped");
  machine_close();
}

static void test_an_address_of_the_former_life_is_not_used_again(void)
{
  history_open(DXGMAP_FAULT_POISON);
  volatile UCHAR *before = view_of(MEMORY_START, PAGE_SIZE, FALSE);
  uint64_t mapping = only_mapping();
  stop_now(1);
  adapter = started_again();
  for (uint32_t i = 0; i < 4; i++) {
    PVOID now = view_of(MEMORY_START + i * PAGE_SIZE, PAGE_SIZE, FALSE);
    CHECK((volatile UCHAR *)now != before);
  }
  reports_forget();
  (void)*before;
  check_ended(mapping, "a read of a mapping that ended with its adapter, which was stopped");
  reports_forget();
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS,
             dxgk.DxgkCbUnmapMemory(adapter, (PVOID)(uintptr_t)before));
  check_ended(mapping, "the mapping at the address ended with its adapter, which was stopped");
  CHECK_EQ(4, machine_live(adapter));
  stop_now(4);
  machine_close();
}

static void test_a_pin_of_the_former_life(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  history_open(DXGMAP_FAULT_UNHANDLED);
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  uint64_t mapping = only_mapping();
  uint64_t page = MmGetMdlPfnArray(pin.pMdl)[0];
  UCHAR byte = 0;
  stop_now(1);
  adapter = started_again();
  CHECK_CALL(STATUS_NOT_LOCKED, DXGMAP_CAUSE_NOT_PINNED, dxgk.DxgkCbUnpinFrameBufferForSave(adapter, &unpin));
  check_ended(mapping, "it was not pinned since the start; the last pin was of an adapter that was stopped");
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(adapter, page * PAGE_SIZE, &byte, 1, NULL));
  check_ended(mapping, "the page was last mapped for an adapter that was stopped");
  machine_close();
}

static void test_a_port_of_the_former_life(void)
{
  history_open(DXGMAP_FAULT_UNHANDLED);
  PVOID port = view_of(PORT_START, 4, TRUE);
  uint64_t mapping = only_mapping();
  stop_now(1);
  adapter = started_again();
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, dxgk.DxgkCbUnmapMemory(adapter, port));
  CHECK_EQ(mapping, reports.mapping);
  machine_close();
}

/* Memory is bounded: what is forgotten is said to be. */
static void test_what_is_forgotten_is_said(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.remembered = 1;
  machine_open_with(&d);
  PVOID first = view_of(MEMORY_START, PAGE_SIZE, FALSE);
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, first));
  PVOID second = view_of(MEMORY_START, PAGE_SIZE, FALSE);
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, second));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, dxgk.DxgkCbUnmapMemory(adapter, first));
  CHECK(strstr(reports.detail, "so long ago that its stacks are forgotten (`remembered` of") != NULL);
  machine_close();
}

/* ---- The address of an unmap ---- */

static void test_unmap_of_null(void)
{
  machine_open();
  PVOID view = view_of(MEMORY_START, PAGE_SIZE, FALSE);
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, dxgk.DxgkCbUnmapMemory(adapter, NULL));
  CHECK_TEXT("VirtualAddress is NULL", reports.detail);
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, NULL};
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
  CHECK_TEXT("pBaseAddress is NULL", reports.detail);
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, view));
  machine_close();
}

static void test_unmap_of_the_variable(void)
{
  static PVOID kept;
  machine_open();
  PVOID view = view_of(MEMORY_START + PAGE_SIZE, PAGE_SIZE, FALSE);
  kept = view;
  uint64_t mapping = only_mapping();
  PVOID *both[2] = {&view, &kept};
  for (int i = 0; i < 2; i++) {
    CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, dxgk.DxgkCbUnmapMemory(adapter, both[i]));
    CHECK_TEXT("VirtualAddress is where the driver keeps the address of a live mapping, not that address: "
               "unmap(&pointer) in place of unmap(pointer)",
               reports.detail);
    CHECK_EQ(mapping, reports.mapping);
  }
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, view));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, dxgk.DxgkCbUnmapMemory(adapter, &view));
  CHECK_TEXT("the address is none that the library ever gave", reports.detail);
  machine_close();
}

/* ---- The range of a map ---- */

static void check_range(const char *detail, uint64_t start, ULONG length, BOOLEAN ports)
{
  PVOID view = NULL;
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED,
             dxgk.DxgkCbMapMemory(adapter, physical(start), length, ports, FALSE, MmNonCached, &view));
  CHECK_TEXT(detail, reports.detail);
}

static void test_ranges_are_named(void)
{
  machine_open();
  check_range("the range 0x800007000 to 0x800008fff begins in resource 0 of the adapter, memory 0x800000000 to "
              "0x800007fff, and ends 0x1000 bytes beyond it",
              MEMORY_START + 7 * PAGE_SIZE, 2 * PAGE_SIZE, FALSE);
  check_range("the range 0x800000000 to 0x800000fff is mapped as ports, and lies in resource 0 of the adapter, memory "
              "0x800000000 to 0x800007fff: InIoSpace names the other space",
              MEMORY_START, PAGE_SIZE, TRUE);
  check_range(
      "the range 0x3c0 to 0x3c7 is mapped as memory, and lies in resource 1 of the adapter, ports 0x3c0 to 0x3df: "
      "InIoSpace names the other space",
      PORT_START, 8, FALSE);
  check_range("the range 0x700000000 to 0x700000fff begins in no resource of the adapter", 0x700000000u, PAGE_SIZE,
              FALSE);
  machine_close();
}

/* ---- Cache types ---- */

static PVOID view_cached(uint64_t start, MEMORY_CACHING_TYPE cache, uint32_t count)
{
  PVOID view = NULL;
  reports_forget();
  CHECK_EQ(STATUS_SUCCESS, dxgk.DxgkCbMapMemory(adapter, physical(start), PAGE_SIZE, FALSE, FALSE, cache, &view));
  CHECK_EQ(count, reports.count);
  return view;
}

static void test_cache_types(void)
{
  PVOID none = NULL;
  machine_open();
  CHECK_CALL(
      STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT,
      dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, (MEMORY_CACHING_TYPE)77, &none));
  CHECK_TEXT("CacheType is unknown", reports.detail);
  PVOID one = view_cached(MEMORY_START, MmWriteCombined, 0);
  PVOID same = view_cached(MEMORY_START, MmWriteCombined, 0);
  PVOID beside = view_cached(MEMORY_START + PAGE_SIZE, MmNonCached, 0);
  PVOID other = view_cached(MEMORY_START, MmNonCached, 1);
  CHECK_EQ(DXGMAP_CAUSE_CACHE_CONFLICT, reports.cause);
  CHECK_TEXT("the range is mapped MmNonCached, and a live view of it is MmWriteCombined", reports.detail);
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, one));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, same));
  PVOID third = view_cached(MEMORY_START, MmNonCached, 0);
  PVOID cached = view_cached(MEMORY_START + 2 * PAGE_SIZE, MmCached, 1);
  CHECK_TEXT("memory of the device is mapped MmCached: registers are then read and written in the cache",
             reports.detail);
  PVOID all[4] = {beside, other, third, cached};
  for (int i = 0; i < 4; i++) {
    CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, all[i]));
  }
  machine_close();
}

void history_tests(void)
{
  RUN(test_a_touch_after_the_stop_names_the_view);
  RUN(test_an_address_of_the_former_life_is_not_used_again);
  RUN(test_a_pin_of_the_former_life);
  RUN(test_a_port_of_the_former_life);
  RUN(test_what_is_forgotten_is_said);
  RUN(test_unmap_of_null);
  RUN(test_unmap_of_the_variable);
  RUN(test_ranges_are_named);
  RUN(test_cache_types);
}
