/* SPDX-License-Identifier: MIT */
/* What the driver can do, and whether the machine remaps, are two things: a driver of ADLs on a machine that does not
   remap, and the same driver when it does, or does no more: spec/callbacks.md, spec/clauses/adl.md, start.md. */
#include <string.h>

#include "host/host.h"
#include "objects.h"

/* DXGKARGCB_ALLOCATE_ADL.Flags.Value */
#define REQUIRE 1u
#define PREFER 2u

static const UINT hint[3] = {0, PREFER, REQUIRE};

static HANDLE able; /* the adapter whose driver uses ADLs */

static dxgmap_adapter_description able_description(uint32_t mode)
{
  static const uint64_t save[1] = {SAVE_BYTES};
  static const dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, IO_START, IO_BYTES};
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.save_bytes = save;
  d.resources = 1;
  d.resource = &range;
  d.mode = mode;
  d.capability = DXGMAP_CAPABILITY_ADL;
  return d;
}

static void able_start(uint32_t mode)
{
  dxgmap_adapter_description d = able_description(mode);
  able = machine_adapter_as(&d);
  if (mode == DXGMAP_MODE_IDENTITY) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_attach(able));
  }
}

static void able_open(uint32_t mode)
{
  dxgmap_system_description system;
  memset(&system, 0, sizeof(system));
  system.seed = 5;
#ifdef DXGMAP_PROFILE_SMALL
  system.installed_pages = DXGMAP_PAGES - IO_PAGES;
#endif
  machine_open_with(&system);
  able_start(mode);
}

/* The physical page behind a page of an ADL. */
static uint64_t able_frame(uint64_t page)
{
  uint64_t where = 0;
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(able, page * PAGE_SIZE, &where));
  CHECK_EQ(0, where % PAGE_SIZE);
  return where / PAGE_SIZE;
}

/* Each page of the ADL shows the device what the CPU has written there. */
static void able_shows(HANDLE object, const DXGK_ADL *adl)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = object;
  map.Size = adl->PageCount * (SIZE_T)PAGE_SIZE;
  CHECK_OK(dxgk.DxgkCbMapPhysicalMemory(&map));
  UCHAR *data = (UCHAR *)map.pMappedAddress + map.Offset;
  for (uint32_t i = 0; i < adl->PageCount; i++) {
    UCHAR seen = 0;
    data[i * (SIZE_T)PAGE_SIZE + 9] = (UCHAR)(0x40 + i);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(able, adl_page(adl, i) * PAGE_SIZE + 9, &seen, 1, NULL));
    CHECK_EQ(0x40 + i, seen);
  }
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {object, map.pMappedAddress, map.Size};
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  CHECK_EQ(0, reports.count);
}

/* An ADL of every type and with every hint: of physical pages, contiguous only if they are. ADL-5. */
static void adls_of_physical_pages(void)
{
  able_open(DXGMAP_MODE_IDENTITY);
  for (uint32_t type = DXGK_PHYSICAL_MEMORY_TYPE_MDL; type <= DXGK_PHYSICAL_MEMORY_TYPE_SECTION; type++) {
    DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made((DXGK_PHYSICAL_MEMORY_TYPE)type, able);
    for (UINT k = 0; k < (type == DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY ? 3 : 2); k++) {
      DXGK_ADL *adl = NULL;
      CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, OBJECT_BYTES, hint[k], &adl));
      CHECK_EQ(OBJECT_PAGES, adl->PageCount);
      uint32_t follows = 1;
      for (uint32_t i = 0; i < OBJECT_PAGES; i++) {
        CHECK_EQ(adl_page(adl, i), able_frame(adl_page(adl, i)));
        follows += i > 0 && adl_page(adl, i) == adl_page(adl, 0) + i;
      }
      CHECK_EQ(follows == OBJECT_PAGES, adl->Flags.Contiguous);
      able_shows(made.hPhysicalMemoryObject, adl);
      uint64_t first = adl_page(adl, 0);
      CHECK_OK(adl_free(made.hAdapterMemoryObject, adl));
      CHECK_EQ(1, dxgmap_host_frame_holds(first)); /* the object's */
    }
    CHECK_OK(object_destroy(made.hPhysicalMemoryObject, made.hAdapterMemoryObject));
  }
  machine_close();
}

/* One page is an array unless a run was required: a driver must look at the flag. */
static void one_page_is_a_run_if_it_must(void)
{
  DXGK_ADL *adl = NULL;
  able_open(DXGMAP_MODE_IDENTITY);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY, able);
  for (UINT k = 0; k < 3; k++) {
    CHECK_OK(adl_allocate(made.hAdapterMemoryObject, PAGE_SIZE, PAGE_SIZE, hint[k], &adl));
    CHECK_EQ(hint[k] == REQUIRE, adl->Flags.Contiguous);
    CHECK_OK(adl_free(made.hAdapterMemoryObject, adl));
  }
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, made.hAdapterMemoryObject));
  machine_close();
}

/* The memory of a device's range needs no frame, and is contiguous. */
static void adls_of_io_space(void)
{
  DXGK_ADL *adl = NULL;
  able_open(DXGMAP_MODE_IDENTITY);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE, able);
  CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, IO_BYTES, REQUIRE, &adl));
  CHECK_EQ(1, adl->Flags.Contiguous);
  CHECK_EQ(IO_START / PAGE_SIZE, adl->BasePageNumber);
  CHECK_OK(adl_free(made.hAdapterMemoryObject, adl));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, made.hAdapterMemoryObject));
  machine_close();
}

/* Each page is counted: what two ADLs hold stays until the second is freed, and is blocked then. */
static void pages_are_counted(void)
{
  UCHAR byte = 0;
  DXGK_ADL *first = NULL;
  DXGK_ADL *second = NULL;
  able_open(DXGMAP_MODE_IDENTITY);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, able);
  CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, 3 * PAGE_SIZE, 0, &first));
  CHECK_OK(adl_allocate(made.hAdapterMemoryObject, PAGE_SIZE, 3 * PAGE_SIZE, 0, &second));
  uint64_t alone = adl_page(first, 0) * PAGE_SIZE;
  uint64_t both = adl_page(first, 1) * PAGE_SIZE;
  CHECK_EQ(both, adl_page(second, 0) * PAGE_SIZE);
  CHECK_OK(adl_free(made.hAdapterMemoryObject, first));
  CHECK_CALL(DXGMAP_CAUSE_BLOCKED, DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(able, alone, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_MAPPING_ADL, reports.kind);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(able, both, &byte, 1, NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_free(made.hAdapterMemoryObject, first));
  CHECK_OK(adl_free(made.hAdapterMemoryObject, second));
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(able, both, &byte, 1, NULL));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, made.hAdapterMemoryObject));
  machine_close();
}

static NTSTATUS able_pin_by_mdl(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  return dxgk.DxgkCbPinFrameBufferForSave(able, &pin);
}

static NTSTATUS able_allocate_pages(void)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL a;
  memset(&a, 0, sizeof(a));
  a.HighAddress.QuadPart = -1;
  a.TotalBytes = PAGE_SIZE;
  return dxgk.DxgkCbAllocatePagesForMdl(able, &a);
}

/* By what the driver can do, not by what the machine does. */
static void the_old_callbacks_are_refused_on_either_machine(void)
{
  for (uint32_t mode = DXGMAP_MODE_IDENTITY; mode <= DXGMAP_MODE_REMAPPING; mode++) {
    able_open(mode);
    CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_BAD_MODE, able_pin_by_mdl());
    CHECK_CALL(STATUS_NOT_SUPPORTED, DXGMAP_CAUSE_BAD_MODE, able_allocate_pages());
    CHECK(strncmp(reports.detail, "the adapter's driver can be remapped (WDDM 2.9)", 47) == 0);
    CHECK_EQ(0, machine_live(able));
    machine_close();
  }
}

static void what_cannot_start(void)
{
  HANDLE more = NULL;
  able_open(DXGMAP_MODE_IDENTITY);
  dxgmap_adapter_description d = able_description(DXGMAP_MODE_REMAPPING);
  d.resources = 0;
  d.capability = DXGMAP_CAPABILITY_MDL; /* no machine remaps for it */
  CHECK_EQ(DXGMAP_CAUSE_BAD_MODE, dxgmap_adapter_start(&d, &more));
  d.capability = 3;
  CHECK_EQ(DXGMAP_CAUSE_BAD_MODE, dxgmap_adapter_start(&d, &more));
  d.capability = UINT32_MAX;
  CHECK_EQ(DXGMAP_CAUSE_BAD_MODE, dxgmap_adapter_start(&d, &more));
  CHECK(more == NULL);
  machine_close();
}

/* Saves and restores through a pin, whichever kind of pages the ADL names: the bytes are those of the save area. */
static void able_save(UCHAR seed, bool restores)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  memset(&pin, 0, sizeof(pin));
  pin.CommitSize = SAVE_BYTES;
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave2(able, &pin));
  for (uint32_t i = 0; i < SAVE_PAGES; i++) {
    UCHAR byte = (UCHAR)(seed + i);
    uint64_t at = adl_page(pin.pAdl, i) * PAGE_SIZE;
    if (restores) {
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(able, at, &byte, 1, NULL));
      CHECK_EQ((UCHAR)(seed + i), byte);
    } else {
      CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(able, at, &byte, 1, NULL));
    }
  }
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(able, &unpin));
}

/* The same driver over restarts, as the machine remaps or not: an object outlives them, what was opened does not. */
static void restarted_under_the_other_paging(void)
{
  DXGK_ADL *adl = NULL;
  HANDLE opened = NULL;
  uint64_t leaks = 0;
  UCHAR byte = 0;
  able_open(DXGMAP_MODE_IDENTITY);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, NULL);
  for (uint32_t round = 0; round < 4; round++) {
    uint32_t mode = round % 2 == 0 ? DXGMAP_MODE_IDENTITY : DXGMAP_MODE_REMAPPING;
    able_save((UCHAR)(round * 16), false);
    able_save((UCHAR)(round * 16), true);
    CHECK_OK(object_open(made.hPhysicalMemoryObject, able, &opened));
    CHECK_OK(adl_allocate(opened, 0, OBJECT_BYTES, 0, &adl));
    uint32_t physical_pages = 0;
    for (uint32_t i = 0; i < OBJECT_PAGES; i++) {
      physical_pages += able_frame(adl_page(adl, i)) == adl_page(adl, i);
    }
    CHECK_EQ(mode == DXGMAP_MODE_IDENTITY ? OBJECT_PAGES : 0, physical_pages);
    uint64_t stale = adl_page(adl, 0) * PAGE_SIZE;
    CHECK_OK(adl_free(opened, adl));
    CHECK_OK(object_close(opened));
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(able, &leaks));
    CHECK_EQ(0, leaks);
    able_start(DXGMAP_MODE_REMAPPING - mode);
    CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(able, stale, &byte, 1, NULL));
    CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_free(opened, adl));
  }
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, NULL));
  machine_close();
}

void capability_tests(void)
{
  RUN(adls_of_physical_pages);
  RUN(one_page_is_a_run_if_it_must);
  RUN(adls_of_io_space);
  RUN(pages_are_counted);
  RUN(the_old_callbacks_are_refused_on_either_machine);
  RUN(what_cannot_start);
  RUN(restarted_under_the_other_paging);
}
