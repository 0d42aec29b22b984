/* SPDX-License-Identifier: MIT */
/* What happens when something runs out: an ordinary failure, without a report, and all is well when it is back. Only
   the small profile is small enough to be exhausted. */
#include <string.h>
#include <sys/resource.h>

#include "host/host.h"
#include "objects.h"

#ifdef DXGMAP_PROFILE_SMALL

static _Alignas(4096) char exhaustion_memory[20 * PAGE_SIZE];

static NTSTATUS exhaustion_view(uint64_t start, ULONG length, BOOLEAN ports, PVOID *address)
{
  return dxgk.DxgkCbMapMemory(adapter, physical(start), length, ports, FALSE, MmNonCached, address);
}

static void exhaustion_of_handles(void)
{
  PVOID port = NULL;
  machine_open();
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    CHECK_OK(exhaustion_view(PORT_START, 1, TRUE, &port));
  }
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, exhaustion_view(PORT_START, 1, TRUE, &port));
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, PAGE_SIZE, NULL};
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  CHECK_EQ(DXGMAP_SLOTS, machine_live(adapter));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, port));
  CHECK_OK(exhaustion_view(PORT_START, 1, TRUE, &port));
  machine_close();
}

static void exhaustion_of_cells(void)
{
  DXGKARGCB_MAPMDLTOIOMMU map;
  HANDLE last = NULL;
  machine_open();
  PMDL mdl = IoAllocateMdl(exhaustion_memory, sizeof(exhaustion_memory), FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  map.pMdl = mdl;
  for (uint32_t i = 0; i < DXGMAP_CELLS / 20; i++) {
    CHECK_OK(dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
    last = map.hMemoryHandle;
  }
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
  CHECK(map.hMemoryHandle == last);
  DXGKARGCB_UNMAPMDLFROMIOMMU unmap = {last};
  dxgk.DxgkCbUnmapMdlFromIoMmu(adapter, &unmap);
  CHECK_OK(dxgk.DxgkCbMapMdlToIoMmu(adapter, &map));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, NULL));
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  machine_close();
}

/* Views as large as there is room for, and the size of the last one: views lie anywhere, so the room is in pieces. */
static ULONG exhaustion_fill(PVOID *last)
{
  ULONG size = 0;
  for (ULONG pages = MEMORY_PAGES; pages > 0; pages /= 2) {
    while (exhaustion_view(MEMORY_START, pages * PAGE_SIZE, FALSE, last) == STATUS_SUCCESS) {
      size = pages * PAGE_SIZE;
    }
  }
  return size;
}

static void exhaustion_of_the_window(void)
{
  PVOID last = NULL;
  PVOID more = NULL;
  machine_open();
  ULONG size = exhaustion_fill(&last);
  CHECK(machine_live(adapter) < DXGMAP_SLOTS);
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, exhaustion_view(MEMORY_START, 1, FALSE, &more));
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, PAGE_SIZE, 0, NULL};
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbMapFrameBufferPointer(adapter, &map));
  CHECK(more == NULL);
  CHECK_OK(dxgk.DxgkCbUnmapMemory(adapter, last));
  CHECK_OK(exhaustion_view(MEMORY_START, size, FALSE, &more)); /* its quarantine is cut short: no other room is left */
  CHECK(more == last);
  machine_close();
}

static void exhaustion_of_memory(void)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL pages;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  machine_open();
  memset(&pages, 0, sizeof(pages));
  pages.HighAddress.QuadPart = -1;
  pages.TotalBytes = (SIZE_T)DXGMAP_PAGES * PAGE_SIZE;
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  pages.TotalBytes = (SIZE_T)(DXGMAP_PAGES - 4) * PAGE_SIZE;
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  DXGKARGCB_FREEPAGESFROMMDL release = {pages.hMemoryHandle};
  CHECK_OK(dxgk.DxgkCbFreePagesFromMdl(adapter, &release));
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave(adapter, &pin));
  machine_close();
}

static void exhaustion_of_objects(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT last = {0};
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  wish.Size = PAGE_SIZE;
  for (uint32_t i = 0; i < DXGMAP_SLOTS; i++) {
    last = wish;
    CHECK_OK(dxgk.DxgkCbCreatePhysicalMemoryObject(&last));
  }
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  wish.hAdapter = remapped;
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  CHECK_EQ(0, machine_live(remapped));
  CHECK(wish.hPhysicalMemoryObject == NULL);
  CHECK_OK(object_destroy(last.hPhysicalMemoryObject, NULL));
  CHECK_OK(dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  machine_close();
}

/* The last handle of the adapter is taken: no object is left behind that could not be opened. */
static void exhaustion_of_adapter_objects(void)
{
  DXGK_ADL *adl = NULL;
  HANDLE opened = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT loose = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  for (uint32_t i = 0; i < DXGMAP_SLOTS - 1; i++) {
    CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, PAGE_SIZE, 0, &adl));
  }
  dxgmap_host_usage before = dxgmap_host_usage_now();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE,
             object_open(loose.hPhysicalMemoryObject, remapped, &opened));
  dxgmap_host_usage after = dxgmap_host_usage_now();
  CHECK(memcmp(&before, &after, sizeof(after)) == 0);
  CHECK_EQ(2, machine_objects());
  CHECK_OK(adl_free(made.hAdapterMemoryObject, adl));
  CHECK_OK(dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  machine_close();
}

/* What waits in the quarantine is used when nothing else is left. */
static void exhaustion_of_logical_pages(void)
{
  DXGK_ADL *adl = NULL;
  DXGK_ADL *more = NULL;
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  for (uint32_t i = 0; i < (DXGMAP_CELLS - 1) / OBJECT_PAGES; i++) {
    CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, OBJECT_BYTES, 0, &adl));
  }
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE,
             adl_allocate(made.hAdapterMemoryObject, 0, OBJECT_BYTES, 0, &more));
  memset(&pin, 0, sizeof(pin));
  pin.CommitSize = SAVE_BYTES;
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, dxgk.DxgkCbPinFrameBufferForSave2(remapped, &pin));
  CHECK(more == NULL);
  CHECK_OK(adl_free(made.hAdapterMemoryObject, adl));
  CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, OBJECT_BYTES, 0, &more));
  machine_close();
}

static void exhaustion_of_object_views(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map, last;
  uint32_t views = 0;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = made.hPhysicalMemoryObject;
  map.Size = 1;
  last = map;
  for (DXGKARGCB_MAP_PHYSICAL_MEMORY next = map; dxgk.DxgkCbMapPhysicalMemory(&next) == STATUS_SUCCESS; next = map) {
    last = next;
    views++;
  }
  CHECK(views >= DXGMAP_WINDOW / 8);
  CHECK_EQ(views + 1, machine_objects());
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {made.hPhysicalMemoryObject, last.pMappedAddress, last.Size};
  reports_forget();
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  CHECK_EQ(0, reports.count);
  machine_close();
}

#else

/* 4 GiB, which an MDL cannot describe (decision 17). */
static void exhaustion_of_an_mdl(void)
{
  const SIZE_T bytes = (SIZE_T)1 << 32;
  uint64_t save[1] = {bytes};
  HANDLE large = NULL;
  dxgmap_adapter_description d;
  dxgmap_system_description system;
  memset(&d, 0, sizeof(d));
  memset(&system, 0, sizeof(system));
  system.commit_pages = 2 * (bytes / PAGE_SIZE);
  d.physical_adapters = 1;
  d.save_bytes = save;
  machine_open_with(&system);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &large));
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, bytes, NULL};
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, DxgkCbPinFrameBufferForSave(large, &pin));
  CHECK(pin.pMdl == NULL);
  machine_close();
}

#endif

/* What the process itself runs out of is no fault of the driver's: the limit is told, and nothing is kept. */
static void exhaustion_of_descriptors(void)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  dxgmap_adapter_description d;
  struct rlimit before;
  HANDLE another = NULL;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  machine_open();
  dxgmap_host_usage held = dxgmap_host_usage_now();
  CHECK_EQ(0, getrlimit(RLIMIT_NOFILE, &before));
  struct rlimit none = {1, before.rlim_max};
  CHECK_EQ(0, setrlimit(RLIMIT_NOFILE, &none));
  reports_forget();
  uint32_t cause = dxgmap_adapter_start(&d, &another);
  CHECK_EQ(0, setrlimit(RLIMIT_NOFILE, &before));
  CHECK_EQ(DXGMAP_CAUSE_NO_HOST, cause);
  CHECK_EQ(1, reports.count);
  CHECK_EQ(DXGMAP_CAUSE_NO_HOST, reports.cause);
  CHECK_EQ(DXGMAP_SEVERITY_NOTE, reports.severity);
  CHECK_TEXT("the process has come to a limit of its system: RLIMIT_NOFILE (ulimit -n)", reports.detail);
  CHECK_EQ(0, dxgmap_violations());
  dxgmap_host_usage after = dxgmap_host_usage_now();
  CHECK(memcmp(&held, &after, sizeof(after)) == 0);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &another));
  machine_close();
}

void exhaustion_tests(void);
void exhaustion_tests(void)
{
  RUN(exhaustion_of_descriptors);
#ifdef DXGMAP_PROFILE_SMALL
  RUN(exhaustion_of_handles);
  RUN(exhaustion_of_cells);
  RUN(exhaustion_of_the_window);
  RUN(exhaustion_of_memory);
  RUN(exhaustion_of_objects);
  RUN(exhaustion_of_adapter_objects);
  RUN(exhaustion_of_logical_pages);
  RUN(exhaustion_of_object_views);
#else
  RUN(exhaustion_of_an_mdl);
#endif
}
