/* SPDX-License-Identifier: MIT */
/* Pointers that the driver gives to callbacks and that lead nowhere: refused, by name, before anything changes. */

#include "arguments.h"

#include <string.h>
#include <sys/mman.h>

void argument_tests(void);

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

/* What would show that a call did something after all. */
static void check_nothing_done(void)
{
  DXGK_DEVICE_INFO info;
  CHECK_EQ(0, machine_live(adapter));
  CHECK_EQ(0, machine_objects());
  CHECK_EQ(PASSIVE_LEVEL, KeGetCurrentIrql());
  CHECK_OK(dxgk.DxgkCbGetDeviceInformation(adapter, &info)); /* it is not stopped */
}

static void check_one_refused(const argument *a, void *at, const char *what, uint64_t mapping)
{
  char expected[256];
  (void)strcpy(expected, a->name);
  (void)strcat(expected, what);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, a->call(at));
  CHECK_TEXT(expected, reports.detail);
  CHECK_EQ((uint64_t)(uintptr_t)at, reports.address);
  CHECK_EQ(mapping, reports.mapping);
}

enum which { ANY, NEEDED, WRITTEN };

/* Each argument, each that may not be NULL, or each that is written: refused with its name, what is wrong, and the
   mapping. */
static void check_refused(void *at, enum which which, const char *what, uint64_t mapping)
{
  for (size_t i = 0; i < arguments_count; i++) {
    if (which == ANY || (which == NEEDED && !arguments[i].optional) || (which == WRITTEN && arguments[i].out)) {
      check_at(i, 0);
      check_one_refused(&arguments[i], at, what, mapping);
      check_nothing_done();
    }
  }
}

static void test_argument_is_null(void)
{
  arguments_open();
  check_refused(NULL, NEEDED, " is NULL", 0);
  machine_close();
}

static void test_argument_has_no_memory(void)
{
  arguments_open();
  void *page = page_of(PROT_NONE);
  check_refused(page, ANY, " lies where the process has no memory that can be read", 0);
  CHECK_EQ(0, munmap(page, PAGE_SIZE));
  check_refused(page, ANY, " lies where the process has no memory that can be read", 0);
  check_refused((void *)-(uintptr_t)1, ANY, " lies at the end of all addresses", 0);
  machine_close();
}

static void test_argument_ends_where_no_memory_is(void)
{
  arguments_open();
  PUCHAR pages = mmap(NULL, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK_EQ(0, mprotect(pages + PAGE_SIZE, PAGE_SIZE, PROT_NONE));
  PVOID at = pages + PAGE_SIZE - 4;
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocatePagesForMdl(adapter, at));
  CHECK_TEXT("pAllocatePagesForMdl lies where the process has no memory that can be read", reports.detail);
  CHECK_EQ(0, munmap(pages, 2 * PAGE_SIZE));
  machine_close();
}

static void test_argument_is_written_to_memory_that_is_read_only(void)
{
  arguments_open();
  void *page = page_of(PROT_READ);
  check_refused(page, WRITTEN, " lies in memory that cannot be written, and the callback writes to it", 0);
  CHECK_EQ(0, munmap(page, PAGE_SIZE));
  machine_close();
}

static void test_argument_lies_in_a_released_view(void)
{
  uint64_t mapping;
  arguments_open();
  void *view = released_view(&mapping);
  check_refused(view, ANY, " lies in a mapping that was released", mapping);
  machine_close();
}

/* The page of poison that lets a driver go on after a fault is not memory of its own. */
static void test_argument_lies_in_poison(void)
{
  dxgmap_system_description d;
  uint64_t mapping;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON;
  arguments_open_with(&d);
  volatile UCHAR *view = released_view(&mapping);
  CHECK_EQ(0xDB, *view);
  check_refused((void *)(uintptr_t)view, ANY, " lies in a mapping that was released", mapping);
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
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbPinFrameBufferForSave(adapter, view));
  CHECK_TEXT("pPinFrameBufferForSave lies in a mapping that ended with its adapter, which was stopped", reports.detail);
  CHECK_EQ(live.mapping, reports.mapping);
  CHECK(reports.maps > 0 && reports.unmaps > 0);
  CHECK(strstr(reports.text, "  the stop of its adapter:\n") != NULL);
  machine_close();
}

/* The interface is written as far as its Size goes, so that must be right. */
static void test_argument_interface_is_read_only(void)
{
  arguments_open();
  DXGKRNL_INTERFACE *at = page_of(PROT_READ | PROT_WRITE);
  at->Size = sizeof(*at);
  at->Version = DXGKDDI_INTERFACE_VERSION;
  CHECK_EQ(0, mprotect(at, PAGE_SIZE, PROT_READ));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_adapter_interface(adapter, at));
  CHECK_EQ(1, reports.count);
  CHECK_TEXT("dxgkrnl lies in memory that cannot be written, and the callback writes to it", reports.detail);
  CHECK_EQ(0, munmap(at, PAGE_SIZE));
  machine_close();
}

/* Nothing is known of a closed system, but that nobody can read there. */
static void test_argument_without_a_system(void)
{
  void *page = page_of(PROT_NONE);
  dxgmap_set_handler(report_copy, NULL);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_open(page));
  CHECK_EQ(1, reports.count);
  CHECK_TEXT("description lies where the process has no memory that can be read", reports.detail);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_fail(page));
  CHECK_EQ(2, reports.count);
  CHECK_EQ(0, munmap(page, PAGE_SIZE));
}

/* ---- Text ---- */

/* A page that ends where no memory is. */
static PUCHAR page_with_an_end(void)
{
  PUCHAR pages = mmap(NULL, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CHECK_EQ(0, mprotect(pages + PAGE_SIZE, PAGE_SIZE, PROT_NONE));
  return pages;
}

static void test_argument_text_has_no_end(void)
{
  arguments_open();
  PUCHAR pages = page_with_an_end();
  PUCHAR text = pages + PAGE_SIZE - 7; /* an odd address: a character ends in the next page */
  memset(text, 'x', 7);
  for (size_t i = 0; i < arguments_count; i++) {
    if (strstr(arguments[i].name, "Name") != NULL || strcmp(arguments[i].name, "Format") == 0) {
      check_at(i, 0);
      CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, arguments[i].call(text));
      CHECK(strstr(reports.detail, " lies where the process has no memory that can be read") != NULL);
      CHECK(strncmp(arguments[i].name, reports.detail, strlen(arguments[i].name)) == 0);
    }
  }
  CHECK_EQ(0, munmap(pages, 2 * PAGE_SIZE));
  machine_close();
}

/* The rest of the line is printed all the same. */
static void check_string_refused(const char *format, void *at)
{
  CHECK_CALL(STATUS_SUCCESS, DXGMAP_CAUSE_BAD_ARGUMENT, (NTSTATUS)DbgPrint(format, at));
  CHECK_TEXT("a string to be printed lies where the process has no memory that can be read", reports.detail);
}

static void test_argument_string_to_be_printed(void)
{
  UNICODE_STRING counted = {8, 8, NULL};
  ANSI_STRING bytes = {8, 8, NULL};
  arguments_open();
  PUCHAR pages = page_with_an_end();
  PUCHAR gone = pages + PAGE_SIZE;
  PUCHAR text = gone - 4;
  memcpy(text, "good", 4);
  check_string_refused("argument_test: %s\n", gone);
  check_string_refused("argument_test: %s\n", text);
  check_string_refused("argument_test: %ws\n", gone);
  check_string_refused("argument_test: %S\n", text);
  check_string_refused("argument_test: %Z\n", gone);
  check_string_refused("argument_test: %wZ\n", gone);
  counted.Buffer = (PWSTR)(void *)text;
  bytes.Buffer = (PCHAR)text;
  check_string_refused("argument_test: %wZ\n", &counted);
  check_string_refused("argument_test: %Z\n", &bytes);
  counted.Length = 4; /* what is there, and a precision, ask for no more */
  bytes.Length = 4;
  CHECK_OK((NTSTATUS)DbgPrint("argument_test: %wZ %Z %.4s %.*s\n", &counted, &bytes, text, 4, text));
  CHECK_EQ(0, munmap(pages, 2 * PAGE_SIZE));
  machine_close();
}

/* ---- MDLs: known by their address, and looked for nowhere else ---- */

static NTSTATUS map_no_mdl(void *at)
{
  DXGKARGCB_MAPMDLTOIOMMU map = {at, NULL};
  return dxgk.DxgkCbMapMdlToIoMmu(adapter, &map);
}

#define OF_MDL(name, call)       \
  static NTSTATUS name(void *at) \
  {                              \
    call;                        \
    return reports.status;       \
  }
OF_MDL(free_no_mdl, IoFreeMdl(at))
OF_MDL(lock_no_mdl, MmProbeAndLockPages(at, KernelMode, IoModifyAccess))
OF_MDL(unlock_no_mdl, MmUnlockPages(at))
OF_MDL(build_no_mdl, MmBuildMdlForNonPagedPool(at))
OF_MDL(show_no_mdl, MmMapLockedPagesSpecifyCache(at, KernelMode, MmCached, NULL, FALSE, 0))
OF_MDL(hide_no_mdl, MmUnmapLockedPages(NULL, at))
OF_MDL(address_of_no_mdl, MmGetSystemAddressForMdlSafe(at, 0))
OF_MDL(reuse_no_mdl, MmPrepareMdlForReuse(at))
OF_MDL(part_of_no_mdl, IoBuildPartialMdl(at, at, NULL, 8))

static void check_no_mdl(void *at)
{
  static NTSTATUS (*const of_mdl[])(void *) = {map_no_mdl,   free_no_mdl,   lock_no_mdl, unlock_no_mdl,
                                               build_no_mdl, show_no_mdl,   hide_no_mdl, address_of_no_mdl,
                                               reuse_no_mdl, part_of_no_mdl};
  for (size_t i = 0; i < sizeof(of_mdl) / sizeof(of_mdl[0]); i++) {
    check_at(i, 0);
    CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, of_mdl[i](at));
    CHECK_EQ((uint64_t)(uintptr_t)at, reports.address);
    CHECK_EQ(0, machine_live(adapter));
  }
}

static void test_argument_is_no_mdl(void)
{
  uint64_t mapping;
  arguments_open();
  void *page = page_of(PROT_NONE);
  check_no_mdl(page);
  CHECK_EQ(0, mprotect(page, PAGE_SIZE, PROT_READ));
  check_no_mdl(page);
  CHECK_EQ(0, munmap(page, PAGE_SIZE));
  check_no_mdl(page);
  check_no_mdl(NULL);
  check_no_mdl((void *)-(uintptr_t)1);
  check_no_mdl(released_view(&mapping));
  machine_close();
}

/* The header of an MDL that the driver made is there still, its page numbers are not. */
static void test_argument_is_half_an_mdl(void)
{
  static UCHAR memory[PAGE_SIZE];
  arguments_open();
  PUCHAR pages = mmap(NULL, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  PMDL mdl = (PMDL)(void *)(pages + PAGE_SIZE - sizeof(MDL));
  MmInitializeMdl(mdl, memory, sizeof(memory));
  MmBuildMdlForNonPagedPool(mdl);
  CHECK_EQ(0, mprotect(pages + PAGE_SIZE, PAGE_SIZE, PROT_NONE));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, map_no_mdl(mdl));
  CHECK_TEXT("no MDL is alive at pMdl: it was freed, or never made", reports.detail);
  CHECK_EQ(0, munmap(pages, 2 * PAGE_SIZE));
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
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &kept));
  CHECK_OK(dxgk.DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  in_view = view;
  in_view->PhysicalAdapterIndex = 0;
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(adapter, in_view));
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
  RUN(test_argument_interface_is_read_only);
  RUN(test_argument_without_a_system);
  RUN(test_argument_text_has_no_end);
  RUN(test_argument_string_to_be_printed);
  RUN(test_argument_is_no_mdl);
  RUN(test_argument_is_half_an_mdl);
  RUN(test_argument_lies_in_memory);
}
