/* SPDX-License-Identifier: MIT */
/* The end of a process, and what Dxgkrnl maps for itself: spec/clauses/process.md, system.md. */
#include <string.h>

#include "objects.h"

static void *process_view(uint64_t process)
{
  PVOID at = NULL;
  dxgmap_set_process(process);
  CHECK_OK(DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, TRUE, MmNonCached, &at));
  dxgmap_set_process(4);
  return at;
}

/* PROCESS-1, PROCESS-2, PROCESS-3, PROCESS-4 */
static void views_end_with_their_process(void)
{
  uint64_t views = 0;
  machine_open();
  void *first = process_view(100);
  void *second = process_view(200);
  PVOID kernel = NULL;
  CHECK_OK(DxgkCbMapMemory(adapter, physical(MEMORY_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &kernel));
  (void)process_view(100);
  CHECK_EQ(4, machine_live(adapter));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_process_end(100, &views));
  CHECK_EQ(2, views);
  CHECK_EQ(2, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_VIEW_ENDED, reports.cause);
  CHECK_EQ(DXGMAP_SEVERITY_WARNING, reports.severity);
  CHECK(reports.maps > 0);
  CHECK(strstr(reports.text, "PROCESS-4") != NULL);
  CHECK_EQ(2, machine_live(adapter));
  dxgmap_set_process(100);
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, DxgkCbUnmapMemory(adapter, first));
  dxgmap_set_process(200);
  CHECK_OK(DxgkCbUnmapMemory(adapter, second));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_process_end(200, &views));
  CHECK_EQ(0, views);
  CHECK_EQ(4, dxgmap_process());
  CHECK_OK(DxgkCbUnmapMemory(adapter, kernel));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_process_end(4, &views));
  machine_close();
}

/* A view of an object and one of an MDL end as well: the object can be destroyed then, and the MDL be freed.
   PROCESS-1. */
static void views_of_objects_and_mdls_end_too(void)
{
  uint64_t views = 0;
  char memory[PAGE_SIZE];
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, NULL);
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoWriteAccess);
  dxgmap_set_process(300);
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = made.hPhysicalMemoryObject;
  map.Size = PAGE_SIZE;
  map.AccessMode = DXGK_ACCESS_MODE_USER_MODE;
  CHECK_OK(DxgkCbMapPhysicalMemory(&map));
  CHECK(MmMapLockedPagesSpecifyCache(mdl, UserMode, MmCached, NULL, FALSE, NormalPagePriority) != NULL);
  dxgmap_set_process(4);
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE, object_destroy(made.hPhysicalMemoryObject, NULL));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_process_end(300, &views));
  CHECK_EQ(2, views);
  CHECK_EQ(2, reports.count);
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, NULL));
  reports_forget();
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  CHECK_EQ(0, reports.count);
  machine_close();
}

/* ---- What Dxgkrnl maps ---- */

static void system_reaches(HANDLE which, const DXGK_ADL *adl)
{
  for (uint32_t i = 0; i < adl->PageCount; i++) {
    UCHAR written = (UCHAR)(0x60 + i);
    UCHAR seen = 0;
    CHECK_OK(dxgmap_device_write(which, adl_page(adl, i) * PAGE_SIZE + 5, &written, 1, NULL));
    CHECK_OK(dxgmap_device_read(which, adl_page(adl, i) * PAGE_SIZE + 5, &seen, 1, NULL));
    CHECK_EQ(written, seen);
  }
}

static void system_lives_and_ends(HANDLE which)
{
  UCHAR byte = 0;
  dxgmap_system_mapping made = {NULL, NULL};
  for (uint32_t contiguous = 0; contiguous < 2; contiguous++) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_system_map(which, 2 * PAGE_SIZE + 1, contiguous != 0, &made));
    CHECK_EQ(3, made.adl->PageCount);
    CHECK(!contiguous || made.adl->Flags.Contiguous);
    system_reaches(which, made.adl);
    uint64_t at = adl_page(made.adl, 1) * PAGE_SIZE;
    DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {made.mapping};
    reports_forget();
    DxgkCbUnmapMdlFromIoMmu(which, &unmap); /* it is not the driver's */
    CHECK_EQ(1, reports.count);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_system_unmap(which, made.mapping));
    CHECK_EQ(DXGMAP_CAUSE_BAD_HANDLE, dxgmap_system_unmap(which, made.mapping));
    CHECK_CALL(DXGMAP_CAUSE_BLOCKED, DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(which, at, &byte, 1, NULL));
  }
}

/* SYSTEM-1, SYSTEM-2, SYSTEM-3 */
static void dxgkrnl_maps_for_drivers_of_either_kind(void)
{
  remapped_open();
  system_lives_and_ends(adapter);
  system_lives_and_ends(remapped);
  machine_close();
}

/* Before the attach it is made, from the attach on it is reached, at the stop it is no leak. SYSTEM-3, SYSTEM-4. */
static void what_dxgkrnl_has_mapped_is_no_leak(void)
{
  UCHAR byte = 0;
  uint64_t leaks = 7;
  dxgmap_mapping shown;
  dxgmap_system_mapping made = {NULL, NULL};
  machine_open();
  HANDLE fresh = machine_adapter(NULL, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_system_map(fresh, PAGE_SIZE, false, &made));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(fresh, 0, &shown));
  CHECK_EQ(DXGMAP_MAPPING_SYSTEM, shown.kind);
  uint64_t at = adl_page(made.adl, 0) * PAGE_SIZE;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(fresh));
  CHECK_OK(dxgmap_device_read(fresh, at, &byte, 1, NULL));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(fresh, &leaks));
  CHECK_EQ(0, leaks);
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void what_dxgkrnl_cannot_map(void)
{
  dxgmap_system_mapping made = {NULL, NULL};
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_BAD_COUNT, dxgmap_system_map(adapter, 0, false, &made));
  CHECK_EQ(DXGMAP_CAUSE_NO_HOST, dxgmap_system_map(adapter, UINT64_MAX, false, &made));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ADAPTER, dxgmap_system_map(NULL, PAGE_SIZE, false, &made));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_system_map(adapter, PAGE_SIZE, false, NULL));
  CHECK_EQ(DXGMAP_CAUSE_BAD_HANDLE, dxgmap_system_unmap(adapter, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_remove(adapter));
  CHECK_EQ(DXGMAP_CAUSE_REMOVED, dxgmap_system_map(adapter, PAGE_SIZE, false, &made));
  CHECK(made.mapping == NULL);
  machine_close();
}

void process_tests(void);
void process_tests(void)
{
  RUN(views_end_with_their_process);
  RUN(views_of_objects_and_mdls_end_too);
  RUN(dxgkrnl_maps_for_drivers_of_either_kind);
  RUN(what_dxgkrnl_has_mapped_is_no_leak);
  RUN(what_dxgkrnl_cannot_map);
}
