/* SPDX-License-Identifier: MIT */
/* An adapter that remaps DMA: its start, its pins, and the callbacks that are not for it: spec/clauses/start.md,
   pin.md, translate.md, decision 16. */
#include <string.h>

#include "objects.h"

static DXGKARGCB_PINFRAMEBUFFERFORSAVE2 remap_pin_args;

static NTSTATUS remap_pin(SIZE_T bytes, UINT flags)
{
  memset(&remap_pin_args, 0, sizeof(remap_pin_args));
  remap_pin_args.CommitSize = bytes;
  remap_pin_args.Flags.Value = flags;
  return dxgk.DxgkCbPinFrameBufferForSave2(remapped, &remap_pin_args);
}

static NTSTATUS remap_unpin(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  return dxgk.DxgkCbUnpinFrameBufferForSave(remapped, &unpin);
}

static uint64_t remap_page(uint32_t i)
{
  return adl_page(remap_pin_args.pAdl, i);
}

/* The save area as the CPU sees it. */
static UCHAR *remap_pointer(PVOID *base)
{
  DXGKARGCB_MAPFRAMEBUFFERPOINTER map = {0, SAVE_BYTES, 0, NULL};
  CHECK_OK(dxgk.DxgkCbMapFrameBufferPointer(remapped, &map));
  *base = map.pBaseAddress;
  return (UCHAR *)map.pBaseAddress + map.Offset;
}

static void remap_unmap_pointer(PVOID base)
{
  DXGKARGCB_UNMAPFRAMEBUFFERPOINTER unmap = {0, base};
  CHECK_OK(dxgk.DxgkCbUnmapFrameBufferPointer(remapped, &unmap));
}

static dxgmap_adapter_description remap_description(void)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.mode = DXGMAP_MODE_REMAPPING;
  return d;
}

/* START-14. */
static void remapping_starts_attached(void)
{
  HANDLE more = NULL;
  remapped_open();
  CHECK_EQ(DXGMAP_CAUSE_ATTACHED, dxgmap_adapter_attach(remapped));
  dxgmap_adapter_description d = remap_description();
  d.highest_visible_address = 1;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_start(&d, &more)); /* it bounds the logical pages, and refuses nothing */
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(more, NULL));
  d.mode = 2;
  CHECK_EQ(DXGMAP_CAUSE_BAD_MODE, dxgmap_adapter_start(&d, &more));
  d.mode = DXGMAP_MODE_REMAPPING;
  d.quarantine_ranges = DXGMAP_QUARANTINE + 1;
  CHECK_EQ(DXGMAP_CAUSE_TOO_LARGE, dxgmap_adapter_start(&d, &more));
  CHECK_EQ(0, reports.count);
  machine_close();
}

static void remapping_scatters_the_list(void)
{
  remapped_open();
  for (uint32_t round = 0; round < 8; round++) {
    CHECK_OK(remap_pin(SAVE_BYTES, 0));
    const DXGK_ADL *adl = remap_pin_args.pAdl;
    CHECK_EQ(SAVE_PAGES, adl->PageCount);
    CHECK_EQ(0, adl->Flags.Value);
    for (uint32_t i = 0; i < SAVE_PAGES; i++) {
      CHECK(adl->Pages[i] != 0);
      CHECK(i == 0 || adl->Pages[i] != adl->Pages[i - 1] + 1);
      for (uint32_t k = 0; k < i; k++) {
        CHECK(adl->Pages[i] != adl->Pages[k]);
      }
    }
    CHECK_OK(remap_unpin());
  }
  machine_close();
}

static void remapping_follows_the_hint_or_not(void)
{
  uint32_t runs = 0;
  remapped_open();
  for (uint32_t round = 0; round < 16; round++) {
    CHECK_OK(remap_pin(SAVE_BYTES, 1));
    CHECK_EQ(0, remap_pin_args.pAdl->Flags.Reserved);
    runs += remap_pin_args.pAdl->Flags.Contiguous;
    CHECK_OK(remap_unpin());
    CHECK_OK(remap_pin(PAGE_SIZE, 1));
    CHECK_EQ(0, remap_pin_args.pAdl->Flags.Contiguous);
    CHECK_OK(remap_unpin());
  }
  CHECK(runs > 0);
  CHECK(runs < 16);
  machine_close();
}

/* Whatever the list looks like, its i-th page is the i-th of the save area, and is no frame's number. PIN-5, PIN-6. */
static void remapping_lists_lead_to_the_memory(void)
{
  PVOID base = NULL;
  remapped_open();
  UCHAR *data = remap_pointer(&base);
  for (uint32_t i = 0; i < SAVE_PAGES; i++) {
    data[i * (SIZE_T)PAGE_SIZE + 7] = (UCHAR)(i + 1);
  }
  for (UINT flags = 0; flags < 8; flags++) {
    CHECK_OK(remap_pin(SAVE_BYTES, flags % 2));
    for (uint32_t i = 0; i < SAVE_PAGES; i++) {
      UCHAR byte = 0;
      uint64_t where = 0;
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(remapped, remap_page(i) * PAGE_SIZE + 7, &byte, 1, NULL));
      CHECK_EQ(i + 1, byte);
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, remap_page(i) * PAGE_SIZE + 7, &where));
      CHECK_EQ(7, where % PAGE_SIZE);
    }
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(remapped, remap_page(2) * PAGE_SIZE, &flags, 1, NULL));
    CHECK_EQ(flags, data[2 * (SIZE_T)PAGE_SIZE]);
    CHECK_OK(remap_unpin());
  }
  remap_unmap_pointer(base);
  machine_close();
}

/* Neighbours of a run are neighbours for the device, whose accesses may cross pages. */
static void remapping_runs_are_runs(void)
{
  UCHAR out[2 * PAGE_SIZE];
  UCHAR in[2 * PAGE_SIZE];
  size_t done = 0;
  remapped_open();
  do {
    (void)remap_unpin();
    CHECK_OK(remap_pin(SAVE_BYTES, 1));
  } while (remap_pin_args.pAdl->Flags.Contiguous == 0);
  memset(out, 0x5A, sizeof(out));
  uint64_t logical = remap_pin_args.pAdl->BasePageNumber * PAGE_SIZE + 100;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(remapped, logical, out, sizeof(out), &done));
  CHECK_EQ(sizeof(out), done);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(remapped, logical, in, sizeof(in), &done));
  CHECK(memcmp(in, out, sizeof(in)) == 0);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(remapped, logical + SAVE_BYTES - 200, in, 200, &done));
  CHECK_EQ(100, done);
  CHECK_EQ(1, reports.count);
  CHECK_OK(remap_unpin());
  machine_close();
}

static void remapping_blocks_what_was_unpinned(void)
{
  UCHAR byte = 0;
  remapped_open();
  CHECK_OK(remap_pin(SAVE_BYTES, 0));
  uint64_t stale = remap_page(3) * PAGE_SIZE;
  DXGK_ADL *adl = remap_pin_args.pAdl;
  CHECK_OK(remap_unpin());
  CHECK_EQ(0xDBDBDBDB, adl->PageCount);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(remapped, stale, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_MAPPING_PIN2, reports.kind);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK_TEXT("the page was mapped before, and released", reports.detail);
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(remapped, 0, &byte, 1, NULL)); /* never given out */
  CHECK_EQ(0, reports.mapping);
  machine_close();
}

/* Released ranges wait: the next pin gets other pages. START-16, TRANSLATE-12. */
static void remapping_quarantine(void)
{
  UCHAR byte = 0;
  remapped_open();
  CHECK_OK(remap_pin(PAGE_SIZE, 0));
  uint64_t first = remap_page(0);
  CHECK_OK(remap_unpin());
  for (uint32_t i = 0; i < 3; i++) {
    CHECK_OK(remap_pin(PAGE_SIZE, 0));
    CHECK(remap_page(0) != first);
    CHECK_OK(remap_unpin());
  }
  dxgmap_adapter_description d = remap_description();
  d.quarantine_ranges = DXGMAP_NO_QUARANTINE;
  d.highest_visible_address = 2 * PAGE_SIZE - 1;
  HANDLE hasty = machine_adapter_as(&d);
  memset(&remap_pin_args, 0, sizeof(remap_pin_args));
  remap_pin_args.CommitSize = PAGE_SIZE;
  for (uint32_t i = 0; i < 2; i++) {
    DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
    CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave2(hasty, &remap_pin_args));
    CHECK_EQ(1, remap_page(0)); /* the only page that the device can see, but for the first */
    CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(hasty, &unpin));
    CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(hasty, PAGE_SIZE, &byte, 1, NULL));
  }
  machine_close();
}

/* START-15, TRANSLATE-11. */
static void remapping_gives_out_what_the_device_can_see(void)
{
  DXGK_ADL *adl = NULL;
  HANDLE opened = NULL;
  remapped_open();
  dxgmap_adapter_description d = remap_description();
  d.highest_visible_address = 4 * PAGE_SIZE - 1;
  HANDLE small = machine_adapter_as(&d);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_OK(object_open(made.hPhysicalMemoryObject, small, &opened));
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, adl_allocate(opened, 0, 4 * PAGE_SIZE, 0, &adl));
  CHECK_OK(adl_allocate(opened, 0, 3 * PAGE_SIZE, 0, &adl));
  for (uint32_t i = 0; i < 3; i++) {
    CHECK(adl->Pages[i] >= 1 && adl->Pages[i] <= 3);
  }
  CHECK_OK(adl_free(opened, adl));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, opened));
  machine_close();
}

static NTSTATUS remap_pin_mdl(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE a = {0, SAVE_BYTES, NULL};
  return dxgk.DxgkCbPinFrameBufferForSave(remapped, &a);
}

static NTSTATUS remap_allocate_pages(void)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL a;
  memset(&a, 0, sizeof(a));
  a.HighAddress.QuadPart = -1;
  a.TotalBytes = PAGE_SIZE;
  return dxgk.DxgkCbAllocatePagesForMdl(remapped, &a);
}

static NTSTATUS remap_free_pages(void)
{
  DXGKARGCB_FREEPAGESFROMMDL a = {NULL};
  return dxgk.DxgkCbFreePagesFromMdl(remapped, &a);
}

static NTSTATUS remap_allocate_contiguous(void)
{
  DXGKARGCB_ALLOCATECONTIGUOUSMEMORY a;
  memset(&a, 0, sizeof(a));
  a.HighestAcceptableAddress.QuadPart = -1;
  a.NumberOfBytes = PAGE_SIZE;
  return dxgk.DxgkCbAllocateContiguousMemory(remapped, &a);
}

static NTSTATUS remap_free_contiguous(void)
{
  DXGKARGCB_FREECONTIGUOUSMEMORY a = {NULL};
  return dxgk.DxgkCbFreeContiguousMemory(remapped, &a);
}

static NTSTATUS remap_map_mdl(void)
{
  static _Alignas(4096) char memory[PAGE_SIZE];
  PMDL mdl = IoAllocateMdl(memory, PAGE_SIZE, FALSE, FALSE, NULL);
  MmProbeAndLockPages(mdl, KernelMode, IoReadAccess);
  DXGKARGCB_MAPMDLTOIOMMU a = {mdl, NULL};
  NTSTATUS status = dxgk.DxgkCbMapMdlToIoMmu(remapped, &a);
  MmUnlockPages(mdl);
  IoFreeMdl(mdl);
  return status;
}

static NTSTATUS remap_unmap_mdl(void)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU a = {NULL};
  dxgk.DxgkCbUnmapMdlFromIoMmu(remapped, &a);
  return reports.status;
}

static void remapping_refuses_the_callbacks_of_identity(void)
{
  NTSTATUS(*const calls[])
  (void) = {remap_pin_mdl, remap_allocate_pages,  remap_free_pages, remap_allocate_contiguous,
            remap_map_mdl, remap_free_contiguous, remap_unmap_mdl};
  remapped_open();
  for (size_t i = 0; i < RTL_NUMBER_OF(calls); i++) {
    CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_BAD_MODE, calls[i]());
    CHECK(strstr(reports.text, "G8; decisions 16, 55)") != NULL);
    CHECK(strncmp(reports.detail, "the adapter's driver can be remapped (WDDM 2.9)", 47) == 0);
  }
  CHECK_EQ(0, machine_live(remapped));
  machine_close();
}

static void identity_refuses_the_objects(void)
{
  HANDLE opened = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, adapter);
  CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_BAD_MODE, dxgk.DxgkCbCreatePhysicalMemoryObject(&wish));
  CHECK_TEXT("the adapter's driver cannot be remapped (WDDM 2.4): no object can be opened for it", reports.detail);
  CHECK(wish.hPhysicalMemoryObject == NULL);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_BAD_MODE, object_open(made.hPhysicalMemoryObject, adapter, &opened));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, NULL));
  machine_close();
}

static void remapping_keeps_views_and_ports(void)
{
  PVOID view = NULL;
  remapped_open();
  CHECK_OK(dxgk.DxgkCbMapMemory(remapped, physical(IO_START), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  WRITE_REGISTER_ULONG(view, 0x12345678);
  CHECK_EQ(0x78, *(UCHAR *)dxgmap_device_memory(remapped, IO_START, 1));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(remapped, view));
  machine_close();
}

static void remapping_shows_logical_pages(void)
{
  dxgmap_mapping mapping;
  remapped_open();
  CHECK_OK(remap_pin(SAVE_BYTES, 0));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(remapped, 0, &mapping));
  CHECK_EQ(DXGMAP_MAPPING_PIN2, mapping.kind);
  CHECK_EQ(SAVE_PAGES, mapping.pages);
  uint64_t least = UINT64_MAX;
  for (uint32_t i = 0; i < SAVE_PAGES; i++) {
    least = remap_page(i) < least ? remap_page(i) : least;
  }
  CHECK_EQ(least, mapping.logical);
  CHECK_OK(remap_unpin());
  machine_close();
}

static void remapping_stop_reports_the_pin(void)
{
  uint64_t leaks = 0;
  char object[64];
  remapped_open();
  CHECK_OK(remap_pin(SAVE_BYTES, 0));
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(remapped, &leaks));
  CHECK_EQ(1, leaks);
  CHECK_EQ(DXGMAP_CAUSE_LEAK, reports.cause);
  memcpy(object, "save area pinned by ADL at logical 0x", 38);
  CHECK(strstr(reports.text, object) != NULL);
  machine_close();
}

static NTSTATUS remap_pin_whole(void)
{
  return remap_pin(SAVE_BYTES, 1);
}

static void remap_undo(void)
{
  CHECK_OK(remap_unpin());
}

static void remapping_when_the_host_fails(void)
{
  remapped_open();
  check_each_failure(remap_pin_whole, remap_undo, STATUS_INSUFFICIENT_RESOURCES);
  machine_close();
}

void remapping_tests(void);
void remapping_tests(void)
{
  RUN(remapping_starts_attached);
  RUN(remapping_scatters_the_list);
  RUN(remapping_follows_the_hint_or_not);
  RUN(remapping_lists_lead_to_the_memory);
  RUN(remapping_runs_are_runs);
  RUN(remapping_blocks_what_was_unpinned);
  RUN(remapping_quarantine);
  RUN(remapping_gives_out_what_the_device_can_see);
  RUN(remapping_refuses_the_callbacks_of_identity);
  RUN(identity_refuses_the_objects);
  RUN(remapping_keeps_views_and_ports);
  RUN(remapping_shows_logical_pages);
  RUN(remapping_stop_reports_the_pin);
  RUN(remapping_when_the_host_fails);
}
