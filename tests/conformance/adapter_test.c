/* SPDX-License-Identifier: MIT */
/* The system and its adapters: spec/clauses/start.md, attach.md, exclusive.md, stop.md, live.md. */
#include <string.h>

#include "ddi/machine/core.h"
#include "expect.h"
#include "host/host.h"

static uint64_t adapter_save[64];
static dxgmap_resource_description adapter_range[17];
static dxgmap_adapter_description adapter_wish;

static void adapter_describe(uint32_t chain)
{
  memset(&adapter_wish, 0, sizeof(adapter_wish));
  memset(adapter_save, 0, sizeof(adapter_save));
  adapter_wish.physical_adapters = chain;
  adapter_wish.save_bytes = adapter_save;
  adapter_wish.resource = adapter_range;
}

static void adapter_range_is(uint32_t i, uint32_t space, uint64_t start, uint64_t length)
{
  adapter_range[i].space = space;
  adapter_range[i].start = start;
  adapter_range[i].length = length;
  adapter_wish.resources = i + 1;
}

static uint32_t adapter_try(void)
{
  HANDLE started = NULL;
  uint32_t cause = dxgmap_adapter_start(&adapter_wish, &started);
  CHECK((started != NULL) == (cause == DXGMAP_CAUSE_NONE));
  if (cause == DXGMAP_CAUSE_NONE) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(started, NULL));
  }
  return cause;
}

static void system_opens_once(void)
{
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.installed_pages = UINT64_MAX;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_open(&d));
  d.installed_pages = 0;
  d.fault_policy = 3;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_open(&d));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_open(NULL));
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_open(NULL));
  dxgmap_close();
  dxgmap_close();
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_adapter_start(&adapter_wish, &adapter));
}

static void system_open_when_the_host_fails(void)
{
  uint64_t nth = 0;
  uint32_t cause = DXGMAP_CAUSE_NO_HOST;
  dxgmap_host_usage empty;
  memset(&empty, 0, sizeof(empty));
  while (cause == DXGMAP_CAUSE_NO_HOST) {
    dxgmap_host_usage left = dxgmap_host_usage_now();
    CHECK(memcmp(&empty, &left, sizeof(left)) == 0);
    nth++;
    dxgmap_host_fail_at(nth);
    cause = dxgmap_open(NULL);
  }
  dxgmap_host_fail_at(0);
  CHECK_EQ(DXGMAP_CAUSE_NONE, cause);
  CHECK(nth > 1);
  dxgmap_close();
}

static void library_says_of_which_proof_it_is(void)
{
  const char *text = dxgmap_receipt();
  CHECK(strstr(text, "dxgmap receipt 1\n") == text);
  CHECK(strstr(text, "\nstate: ") != NULL);
  CHECK(strstr(text, "\nbuilt from: sha256 ") != NULL);
}

/* START-5. */
static void adapter_start_refuses(void)
{
  machine_open();
  uint64_t big = MEMORY_START * 2;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_start(NULL, &adapter));
  adapter_describe(0);
  CHECK_EQ(DXGMAP_CAUSE_BAD_INDEX, adapter_try());
  adapter_describe(65);
  CHECK_EQ(DXGMAP_CAUSE_BAD_INDEX, adapter_try());
  adapter_describe(64);
  CHECK_EQ(DXGMAP_CAUSE_NONE, adapter_try());
  adapter_save[63] = 100;
  CHECK_EQ(DXGMAP_CAUSE_BAD_SIZE, adapter_try());
  adapter_save[63] = (uint64_t)1 << 40;
  CHECK_EQ(DXGMAP_CAUSE_NO_COMMIT, adapter_try());
  for (uint32_t i = 0; i < 64; i++) {
    adapter_save[i] = UINT64_MAX - UINT64_MAX % PAGE_SIZE;
  }
  CHECK_EQ(DXGMAP_CAUSE_TOO_LARGE, adapter_try());
  adapter_describe(1);
  adapter_wish.highest_visible_address = PAGE_SIZE;
  CHECK_EQ(DXGMAP_CAUSE_NOT_VISIBLE, adapter_try());
  adapter_describe(1);
  adapter_wish.resources = 17;
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try());
  adapter_range_is(0, 2, big, 1);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try());
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, big, 0);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try());
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, 0, 1);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try()); /* that is installed memory */
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, MEMORY_START, 1);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try()); /* another adapter's */
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, big, ((uint64_t)1 << 32) + 1);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try()); /* no resource list can say it */
#ifndef DXGMAP_PROFILE_SMALL                          /* whose memory ends before the legacy hole */
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, 0x100000, PAGE_SIZE);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try()); /* memory begins again behind the legacy hole */
#endif
  adapter_wish.resources = 0;
  adapter_wish.interrupts = 1;
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, adapter_try()); /* where are they? */
  adapter_wish.interrupts = 0;
  adapter_range_is(0, DXGMAP_RESOURCE_PORTS, 65535, 2);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try());
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, big, 1);
  adapter_range_is(1, DXGMAP_RESOURCE_MEMORY, big + 1, 1);
  CHECK_EQ(DXGMAP_CAUSE_BAD_RESOURCE, adapter_try()); /* two in one page */
  adapter_wish.resources = 1;
  CHECK_EQ(DXGMAP_CAUSE_NONE, adapter_try());
  machine_close();
}

static void adapter_table_is_full(void)
{
  HANDLE more = NULL;
  uint32_t started = 1;
  machine_open();
  adapter_describe(1);
  while (dxgmap_adapter_start(&adapter_wish, &more) == DXGMAP_CAUSE_NONE) {
    started++;
  }
  CHECK_EQ(8, started);
  CHECK_EQ(DXGMAP_CAUSE_NO_ADAPTER, dxgmap_adapter_start(&adapter_wish, &more));
  machine_close();
}

static void adapter_start_when_the_host_fails(void)
{
  uint64_t nth = 0;
  uint32_t cause = DXGMAP_CAUSE_NO_HOST;
  machine_open();
  adapter_describe(3);
  adapter_save[0] = PAGE_SIZE;
  adapter_save[2] = PAGE_SIZE;
  adapter_range_is(0, DXGMAP_RESOURCE_MEMORY, 2 * MEMORY_START, PAGE_SIZE);
  dxgmap_host_usage before = dxgmap_host_usage_now();
  while (cause == DXGMAP_CAUSE_NO_HOST) {
    nth++;
    dxgmap_host_fail_at(nth);
    cause = adapter_try();
    if (cause == DXGMAP_CAUSE_NO_HOST) {
      dxgmap_host_usage after = dxgmap_host_usage_now();
      CHECK(memcmp(&before, &after, sizeof(after)) == 0);
    }
  }
  dxgmap_host_fail_at(0);
  CHECK_EQ(DXGMAP_CAUSE_NONE, cause);
  /* One that was started leaves its window, which the next one in its place has. */
  uint64_t windows = before.windows;
  before = dxgmap_host_usage_now();
  CHECK_EQ(windows + 1, before.windows);
  CHECK_EQ(DXGMAP_CAUSE_NONE, adapter_try());
  dxgmap_host_usage again = dxgmap_host_usage_now();
  CHECK(memcmp(&before, &again, sizeof(again)) == 0);
  CHECK(nth > 1);
  machine_close();
}

static void adapter_switches(void)
{
  machine_open();
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_ATTACHED, dxgmap_adapter_attach(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NOT_EXCLUSIVE, dxgmap_adapter_exclusive_end(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(adapter));
  CHECK_EQ(DXGMAP_CAUSE_EXCLUSIVE, dxgmap_adapter_exclusive_begin(adapter));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(adapter));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_attach(NULL));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_stop(NULL, NULL));
  CHECK_EQ(0, reports.count); /* the harness is told by the result */
  machine_close();
}

/* START-1, STOP-5. */
static void adapter_handles_end_with_a_stop(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  machine_open();
  HANDLE first = machine_adapter(NULL, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(first, NULL));
  HANDLE second = machine_adapter(NULL, NULL);
  CHECK(first != second);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_stop(first, NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, DxgkCbUnpinFrameBufferForSave(first, &unpin));
  CHECK_TEXT("no adapter ever had the handle, or it was stopped since", reports.detail);
  machine_close();
}

/* What stop reported, mapping by mapping. */
static uint64_t adapter_leak[8];
static uint32_t adapter_leaks;

static void adapter_note_leak(const dxgmap_violation *violation, void *context)
{
  CHECKS_GO_ON;
  (void)context;
  CHECK_EQ(DXGMAP_CAUSE_LEAK, violation->cause);
  CHECK(violation->map.count > 0);
  CHECK_EQ(0, violation->unmap.count);
  adapter_leak[adapter_leaks % 8] = violation->mapping;
  adapter_leaks++;
  CHECK(machine_live((HANDLE)violation->adapter) > 0); /* a handler may call the library */
}

/* STOP-2, STOP-4. */
static void adapter_stop_reports_each_leak_once(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {0, PAGE_SIZE, 0, NULL};
  PVOID view = NULL;
  uint64_t leaks = 0;
  machine_open();
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &pointer));
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  uint64_t before = dxgmap_violations();
  dxgmap_set_handler(adapter_note_leak, NULL);
  adapter_leaks = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(3, leaks);
  CHECK_EQ(3, adapter_leaks);
  CHECK_EQ(3, dxgmap_violations() - before);
  CHECK(adapter_leak[0] != adapter_leak[1] && adapter_leak[1] != adapter_leak[2] && adapter_leak[0] != adapter_leak[2]);
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  machine_close();
}

/* At the second leak, releases what the first one was about: the order of what is live changes. */
static void adapter_release_a_leak(const dxgmap_violation *violation, void *context)
{
  CHECKS_GO_ON;
  PVOID *base = context;
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, base[0]};
  adapter_leak[adapter_leaks % 8] = violation->mapping;
  adapter_leaks++;
  if (adapter_leaks == 2) {
    CHECK_EQ(STATUS_SUCCESS, dxgk.DxgkCbUnmapFrameBufferPointer(adapter, &unmap));
  }
}

__attribute__((noinline)) static PVOID adapter_map_pointer(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &map));
  return map.pBaseAddress;
}

static uint64_t adapter_leak_count[8];

static void adapter_count_leaks(const dxgmap_violation *violation, void *context)
{
  (void)context;
  adapter_leak_count[adapter_leaks % 8] = violation->count;
  adapter_leaks++;
}

static void adapter_stop_with_leaks_of_few_calls(void)
{
  uint64_t leaks = 0;
  machine_open();
  for (volatile int i = 0; i < 4; i++) { /* one call, and not four */
    (void)adapter_map_pointer();
  }
  (void)adapter_map_pointer();
  (void)adapter_map_pointer();
  adapter_leaks = 0;
  dxgmap_set_handler(adapter_count_leaks, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(6, leaks);
  CHECK_EQ(3, adapter_leaks);
  CHECK_EQ(3, dxgmap_violations());
  uint64_t sum = adapter_leak_count[0] + adapter_leak_count[1] + adapter_leak_count[2];
  CHECK_EQ(6, sum);
  CHECK(adapter_leak_count[0] == 4 || adapter_leak_count[1] == 4 || adapter_leak_count[2] == 4);
  machine_close();
}

/* More calls than are told at a time: each is told once. */
__attribute__((noinline)) static PVOID adapter_map_deeper(unsigned path)
{
  PVOID base;
  if (path <= 1) {
    base = adapter_map_pointer();
  } else if (path % 2 == 0) {
    __asm__ volatile("" : : "i"(0)); /* what is around them differs, so that the two calls stay two */
    base = adapter_map_deeper(path / 2);
    __asm__ volatile("" : : "i"(1));
  } else {
    __asm__ volatile("" : : "i"(2));
    base = adapter_map_deeper(path / 2);
    __asm__ volatile("" : : "i"(3));
  }
  return base;
}

static void adapter_stop_with_leaks_of_many_calls(void)
{
  uint64_t leaks = 0;
  if (DXGMAP_SLOTS < 600) {
    return;
  }
  machine_open();
  for (unsigned path = 256; path < 512; path++) {
    (void)adapter_map_deeper(path);
    (void)adapter_map_deeper(path);
  }
  adapter_leaks = 0;
  dxgmap_set_handler(adapter_count_leaks, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(512, leaks);
  CHECK(adapter_leaks > 128);
  for (int i = 0; i < 8; i++) {
    CHECK_EQ(512 / adapter_leaks, adapter_leak_count[i]);
  }
  machine_close();
}

/* STOP-4. */
static void adapter_stop_with_a_handler_that_releases(void)
{
  PVOID base[4];
  uint64_t leaks = 0;
  machine_open();
  base[0] = adapter_map_pointer(); /* by four calls, for those of one make one report */
  base[1] = adapter_map_pointer();
  base[2] = adapter_map_pointer();
  base[3] = adapter_map_pointer();
  adapter_leaks = 0;
  dxgmap_set_handler(adapter_release_a_leak, base);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, &leaks));
  CHECK_EQ(4, leaks);
  CHECK_EQ(4, adapter_leaks);
  for (uint32_t i = 1; i < 4; i++) {
    for (uint32_t k = 0; k < i; k++) {
      CHECK(adapter_leak[i] != adapter_leak[k]);
    }
  }
  machine_close();
}

/* LIVE-1, LIVE-2. */
static void adapter_shows_what_is_live(void)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER pointer = {0, 2 * PAGE_SIZE, PAGE_SIZE, NULL};
  dxgmap_mapping mapping;
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NO_MORE, dxgmap_adapter_live(adapter, 0, &mapping));
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(adapter, &pointer));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(adapter, 0, &mapping));
  CHECK_EQ(DXGMAP_MAPPING_POINTER, mapping.kind);
  CHECK_EQ(2 * PAGE_SIZE, mapping.length);
  CHECK_EQ(PAGE_SIZE, mapping.physical);
  CHECK(mapping.address == pointer.pBaseAddress);
  CHECK(mapping.map.count > 0);
  CHECK_EQ(DXGMAP_CAUSE_NO_MORE, dxgmap_adapter_live(adapter, 1, &mapping));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_adapter_live(NULL, 0, &mapping));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_live(adapter, 0, NULL));
  machine_close();
}

void adapter_tests(void);
void adapter_tests(void)
{
  RUN(library_says_of_which_proof_it_is);
  RUN(system_opens_once);
  RUN(system_open_when_the_host_fails);
  RUN(adapter_start_refuses);
  RUN(adapter_table_is_full);
  RUN(adapter_start_when_the_host_fails);
  RUN(adapter_switches);
  RUN(adapter_handles_end_with_a_stop);
  RUN(adapter_stop_reports_each_leak_once);
  RUN(adapter_stop_with_leaks_of_few_calls);
  RUN(adapter_stop_with_leaks_of_many_calls);
  RUN(adapter_stop_with_a_handler_that_releases);
  RUN(adapter_shows_what_is_live);
}
