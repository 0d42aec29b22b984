/* SPDX-License-Identifier: MIT */
/* The resource list, and what may be in it: INFO-2, START-13, decisions 55 and 56. */
#include <string.h>

#include "ddi/machine/core.h"
#include "expect.h"

#define GIGABYTE ((uint64_t)1 << 30)
#define LARGE_START (64 * GIGABYTE)
#define LEGACY_START 0xA0000u
#define HOLE_START 0xE0000000u

static const dxgmap_resource_description resource_range[] = {
    {DXGMAP_RESOURCE_MEMORY, HOLE_START, 16u << 20},
    {DXGMAP_RESOURCE_MEMORY, LARGE_START, 8 * GIGABYTE},
    {DXGMAP_RESOURCE_PORTS, 0x3C0, 0x20},
    {DXGMAP_RESOURCE_MEMORY, LEGACY_START, 0x20000},
};
#define RESOURCES ((uint32_t)RTL_NUMBER_OF(resource_range))

static const uint16_t resource_flags[RESOURCES] = {CM_RESOURCE_MEMORY_BAR,
                                                   CM_RESOURCE_MEMORY_PREFETCHABLE | CM_RESOURCE_MEMORY_BAR,
                                                   CM_RESOURCE_PORT_16_BIT_DECODE, 0};
static const dxgmap_interrupt_description resource_interrupt[] = {{5, 0x51, 0, false}, {6, 0x61, 6, true}};
#define INTERRUPTS ((uint32_t)RTL_NUMBER_OF(resource_interrupt))

static dxgmap_adapter_description resource_description(void)
{
  dxgmap_adapter_description d;
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.resources = RESOURCES;
  d.resource = resource_range;
  d.resource_flags = resource_flags;
  d.interrupts = INTERRUPTS;
  d.interrupt = resource_interrupt;
  return d;
}

static PCM_PARTIAL_RESOURCE_LIST resource_list(HANDLE which)
{
  DXGK_DEVICE_INFO info;
  CHECK_OK(DxgkCbGetDeviceInformation(which, &info));
  CHECK_EQ(1, info.TranslatedResourceList->Count);
  return &info.TranslatedResourceList->List[0].PartialResourceList;
}

static void resources_are_listed(void)
{
  dxgmap_adapter_description d = resource_description();
  machine_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(adapter, NULL));
  HANDLE which = machine_adapter_as(&d);
  PCM_PARTIAL_RESOURCE_LIST list = resource_list(which);
  CHECK_EQ(RESOURCES + INTERRUPTS, list->Count);
  for (uint32_t i = 0; i < RESOURCES; i++) {
    ULONGLONG start = 0;
    CHECK_EQ(resource_range[i].length, RtlCmDecodeMemIoResource(&list->PartialDescriptors[i], &start));
    CHECK_EQ(resource_range[i].start, start);
    CHECK_EQ(CmResourceShareDeviceExclusive, list->PartialDescriptors[i].ShareDisposition);
  }
  CHECK_EQ(CmResourceTypeMemory, list->PartialDescriptors[0].Type);
  CHECK_EQ(CM_RESOURCE_MEMORY_BAR, list->PartialDescriptors[0].Flags);
  CHECK_EQ(CmResourceTypeMemoryLarge, list->PartialDescriptors[1].Type);
  CHECK_EQ(CM_RESOURCE_MEMORY_LARGE_40 | CM_RESOURCE_MEMORY_PREFETCHABLE | CM_RESOURCE_MEMORY_BAR,
           list->PartialDescriptors[1].Flags);
  CHECK_EQ(8 * GIGABYTE >> 8, list->PartialDescriptors[1].u.Memory40.Length40);
  CHECK_EQ(CmResourceTypePort, list->PartialDescriptors[2].Type);
  CHECK_EQ(CM_RESOURCE_PORT_IO | CM_RESOURCE_PORT_16_BIT_DECODE, list->PartialDescriptors[2].Flags);
  CHECK_EQ(CmResourceTypeMemory, list->PartialDescriptors[3].Type);
  PCM_PARTIAL_RESOURCE_DESCRIPTOR line = &list->PartialDescriptors[RESOURCES];
  CHECK_EQ(CmResourceTypeInterrupt, line[0].Type);
  CHECK_EQ(CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE, line[0].Flags);
  CHECK_EQ(CmResourceShareShared, line[0].ShareDisposition);
  CHECK_EQ(0x51, line[0].u.Interrupt.Vector);
  CHECK_EQ(1, line[0].u.Interrupt.Affinity);
  CHECK_EQ(CmResourceTypeInterrupt, line[1].Type);
  CHECK_EQ(CM_RESOURCE_INTERRUPT_MESSAGE | CM_RESOURCE_INTERRUPT_LATCHED, line[1].Flags);
  CHECK_EQ(6, line[1].u.MessageInterrupt.Translated.Level);
  CHECK_EQ(0x61, line[1].u.MessageInterrupt.Translated.Vector);
  CHECK_EQ(6, line[1].u.MessageInterrupt.Translated.Affinity);
  machine_close();
}

/* A word at `address` of the device, written through a view of its page and found by the device, and back. */
static void resource_word(HANDLE which, uint64_t address)
{
  PVOID view = NULL;
  CHECK_OK(dxgk.DxgkCbMapMemory(which, physical(address), PAGE_SIZE, FALSE, FALSE, MmNonCached, &view));
  ULONG *device = dxgmap_device_memory(which, address, PAGE_SIZE);
  CHECK(device != NULL);
  WRITE_REGISTER_ULONG((PULONG)view, 0xCAFE0000u + (ULONG)(address >> 20));
  CHECK_EQ(0xCAFE0000u + (ULONG)(address >> 20), *device);
  *device = 7;
  CHECK_EQ(7, READ_REGISTER_ULONG((PULONG)view));
  CHECK_OK(dxgk.DxgkCbUnmapMemory(which, view));
}

static void resources_are_mapped_wherever_they_lie(void)
{
  dxgmap_adapter_description d = resource_description();
  PVOID view = NULL;
  machine_open();
  HANDLE which = machine_adapter_as(&d);
  resource_word(which, LEGACY_START);
  resource_word(which, HOLE_START);
  resource_word(which, LARGE_START);
  resource_word(which, LARGE_START + 5 * GIGABYTE);
  resource_word(which, LARGE_START + 8 * GIGABYTE - PAGE_SIZE);
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED,
             dxgk.DxgkCbMapMemory(which, physical(LARGE_START + 8 * GIGABYTE - PAGE_SIZE), 2 * PAGE_SIZE, FALSE, FALSE,
                                  MmNonCached, &view));
  machine_close();
}

/* The form with the finest unit, at both sides of each bound. */
static void resource_forms(void)
{
  static const struct {
    uint64_t length;
    UCHAR type;
    USHORT flag;
  } form[] = {{0xFFFFFFFF, CmResourceTypeMemory, 0},
              {(uint64_t)1 << 32, CmResourceTypeMemoryLarge, CM_RESOURCE_MEMORY_LARGE_40},
              {CM_RESOURCE_MEMORY_LARGE_40_MAXLEN, CmResourceTypeMemoryLarge, CM_RESOURCE_MEMORY_LARGE_40},
              {(uint64_t)1 << 40, CmResourceTypeMemoryLarge, CM_RESOURCE_MEMORY_LARGE_48}};
  machine_open();
  for (uint32_t i = 0; i < RTL_NUMBER_OF(form); i++) {
    dxgmap_adapter_description d = resource_description();
    dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, (uint64_t)1 << 44, form[i].length};
    d.resources = 1;
    d.resource = &range;
    d.resource_flags = NULL;
    HANDLE which = machine_adapter_as(&d);
    PCM_PARTIAL_RESOURCE_LIST list = resource_list(which);
    CHECK_EQ(form[i].type, list->PartialDescriptors[0].Type);
    CHECK_EQ(form[i].flag, list->PartialDescriptors[0].Flags);
    CHECK_EQ(form[i].length, RtlCmDecodeMemIoResource(&list->PartialDescriptors[0], NULL));
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(which, NULL));
  }
  machine_close();
}

static uint32_t resource_try(uint64_t start, uint64_t length, uint16_t flags)
{
  dxgmap_adapter_description d = resource_description();
  dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, start, length};
  HANDLE which = NULL;
  d.resources = 1;
  d.resource = &range;
  d.resource_flags = &flags;
  uint32_t cause = dxgmap_adapter_start(&d, &which);
  if (cause == DXGMAP_CAUSE_NONE) {
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(which, NULL));
  }
  return cause;
}

static void resource_holes_end(void)
{
  dxgmap_system_description large;
  memset(&large, 0, sizeof(large));
  large.installed_pages = DXGMAP_PAGES < MEMORY_START / PAGE_SIZE ? DXGMAP_PAGES : MEMORY_START / PAGE_SIZE;
  machine_open_with(&large);
  bool small = DXGMAP_PAGES <= 0x80000;
  uint32_t no = DXGMAP_CAUSE_BAD_RESOURCE;
  CHECK_EQ(small ? DXGMAP_CAUSE_NONE : no, resource_try(0x7FFFF000, PAGE_SIZE, 0));
  CHECK_EQ(DXGMAP_CAUSE_NONE, resource_try(0x80000000, 2 * GIGABYTE, 0));
  CHECK_EQ(small ? DXGMAP_CAUSE_NONE : no, resource_try(0x80000000, 2 * GIGABYTE + PAGE_SIZE, 0));
  CHECK_EQ(DXGMAP_CAUSE_NONE, resource_try(0xFFFFF000, 1, 0));
  CHECK_EQ(no, resource_try(LARGE_START * 8, PAGE_SIZE, CM_RESOURCE_MEMORY_LARGE_40));
  CHECK_EQ(no, resource_try(LARGE_START * 8, (GIGABYTE << 10) + 256, 0));
  machine_close();
}

/* A machine of 4 GiB uses the memory of the hole last, so that the hole is still there after an allocation. */
static void resource_hole_is_used_last(void)
{
  DXGKARGCB_ALLOCATEPAGESFORMDL pages;
  memset(&pages, 0, sizeof(pages));
  machine_open();
  pages.HighAddress.QuadPart = -1;
  pages.TotalBytes = 8u << PAGE_SHIFT;
  CHECK_OK(dxgk.DxgkCbAllocatePagesForMdl(adapter, &pages));
  CHECK_EQ(DXGMAP_CAUSE_NONE, resource_try(0x80000000, 2 * GIGABYTE, 0));
  DXGKARGCB_FREEPAGESFROMMDL free_pages = {pages.hMemoryHandle};
  CHECK_OK(dxgk.DxgkCbFreePagesFromMdl(adapter, &free_pages));
  machine_close();
}

void resource_tests(void);
void resource_tests(void)
{
  RUN(resources_are_listed);
  RUN(resources_are_mapped_wherever_they_lie);
  RUN(resource_forms);
  RUN(resource_holes_end);
  RUN(resource_hole_is_used_last);
}
