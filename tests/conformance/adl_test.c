/* SPDX-License-Identifier: MIT */
/* DxgkCbAllocateAdl, DxgkCbFreeAdl: spec/clauses/adl.md. */
#include <string.h>

#include "ddi/call/pages.h"
#include "host/host.h"
#include "objects.h"

#define ADL_REQUIRE 1u
#define ADL_PREFER 2u

static DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT adl_object;

static void adl_open(DXGK_PHYSICAL_MEMORY_TYPE type)
{
  remapped_open();
  adl_object = object_made(type, remapped);
}

static void adl_close(void)
{
  CHECK_OK(object_destroy(adl_object.hPhysicalMemoryObject, adl_object.hAdapterMemoryObject));
  CHECK_EQ(0, machine_live(remapped));
  machine_close();
}

static NTSTATUS adl_take(SIZE_T offset, SIZE_T size, UINT flags, DXGK_ADL **adl)
{
  return adl_allocate(adl_object.hAdapterMemoryObject, offset, size, flags, adl);
}

static NTSTATUS adl_give(DXGK_ADL *adl)
{
  return adl_free(adl_object.hAdapterMemoryObject, adl);
}

static UCHAR *adl_view(DXGKARGCB_MAP_PHYSICAL_MEMORY *map)
{
  memset(map, 0, sizeof(*map));
  map->hPhysicalMemoryObject = adl_object.hPhysicalMemoryObject;
  map->AccessMode = DXGK_ACCESS_MODE_KERNEL_MODE;
  map->Size = adl_object.Size;
  CHECK_OK(dxgk.DxgkCbMapPhysicalMemory(map));
  return (UCHAR *)map->pMappedAddress + map->Offset;
}

static void adl_unview(const DXGKARGCB_MAP_PHYSICAL_MEMORY *map)
{
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {map->hPhysicalMemoryObject, map->pMappedAddress, map->Size};
  reports_forget();
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  CHECK_EQ(0, reports.count);
}

static void adl_leads_to_the_memory_of(DXGK_PHYSICAL_MEMORY_TYPE type, UINT flags)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  DXGK_ADL *adl = NULL;
  adl_open(type);
  UCHAR *data = adl_view(&map);
  CHECK_OK(adl_take(PAGE_SIZE, adl_object.Size - PAGE_SIZE, flags, &adl));
  CHECK_EQ(adl_object.Size / PAGE_SIZE - 1, adl->PageCount);
  CHECK_EQ(0, adl->Flags.Reserved);
  CHECK(flags != ADL_REQUIRE || adl->Flags.Contiguous == 1);
  CHECK(flags != 0 || adl->Flags.Contiguous == 0);
  for (uint32_t i = 0; i < adl->PageCount; i++) {
    UCHAR byte = 0;
    uint64_t logical = adl_page(adl, i) * PAGE_SIZE;
    data[(i + 1) * (SIZE_T)PAGE_SIZE + 9] = (UCHAR)(0x40 + i);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(remapped, logical + 9, &byte, 1, NULL));
    CHECK_EQ(0x40 + i, byte);
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(remapped, logical + 10, &byte, 1, NULL));
    CHECK_EQ(byte, data[(i + 1) * (SIZE_T)PAGE_SIZE + 10]);
    CHECK(flags != 0 || i == 0 || adl->Pages[i] != adl->Pages[i - 1] + 1);
  }
  adl_unview(&map);
  CHECK_OK(adl_give(adl));
  adl_close();
}

/* ADL-3, ADL-5, ADL-6, ADL-7, OBJECTVIEW-5. */
static void adl_leads_to_the_memory(void)
{
  for (uint32_t type = 0; type < 4; type++) {
    adl_leads_to_the_memory_of((DXGK_PHYSICAL_MEMORY_TYPE)type, 0);
    adl_leads_to_the_memory_of((DXGK_PHYSICAL_MEMORY_TYPE)type, ADL_PREFER);
  }
  adl_leads_to_the_memory_of(DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY, ADL_REQUIRE);
  adl_leads_to_the_memory_of(DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE, ADL_REQUIRE);
}

/* ADL-5, ADL-6. */
static void adl_flag_is_looked_at(void)
{
  DXGK_ADL *adl = NULL;
  uint32_t runs = 0;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY);
  for (uint32_t round = 0; round < 16; round++) {
    CHECK_OK(adl_take(0, OBJECT_BYTES, ADL_PREFER, &adl));
    runs += adl->Flags.Contiguous;
    CHECK_OK(adl_give(adl));
    CHECK_OK(adl_take(0, PAGE_SIZE, ADL_PREFER, &adl));
    CHECK_EQ(0, adl->Flags.Contiguous); /* one page is an array too */
    CHECK_OK(adl_give(adl));
  }
  CHECK(runs > 0);
  CHECK(runs < 16);
  CHECK_OK(adl_take(0, PAGE_SIZE, ADL_REQUIRE, &adl));
  CHECK_EQ(1, adl->Flags.Contiguous);
  CHECK_OK(adl_give(adl));
  adl_close();
}

/* ADL-4, ADL-8, FREEADL-6. */
static void adl_of_overlapping_parts(void)
{
  DXGK_ADL *adl[3] = {NULL, NULL, NULL};
  uint64_t where[3];
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  for (uint32_t i = 0; i < 3; i++) {
    CHECK_OK(adl_take(i * (SIZE_T)PAGE_SIZE, 2 * PAGE_SIZE, 0, &adl[i]));
  }
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl_page(adl[0], 1) * PAGE_SIZE, &where[0]));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl_page(adl[1], 0) * PAGE_SIZE, &where[1]));
  CHECK_EQ(where[0], where[1]);
  CHECK(adl_page(adl[0], 1) != adl_page(adl[1], 0));
  CHECK_OK(adl_give(adl[0]));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl_page(adl[1], 0) * PAGE_SIZE, &where[2]));
  CHECK_EQ(where[1], where[2]);
  CHECK_OK(adl_give(adl[2]));
  CHECK_OK(adl_give(adl[1]));
  adl_close();
}

/* LIVE-1, LIVE-2. */
static void adl_is_shown(void)
{
  DXGK_ADL *adl = NULL;
  dxgmap_mapping mapping;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY);
  CHECK_OK(adl_take(PAGE_SIZE, 2 * PAGE_SIZE, ADL_REQUIRE, &adl));
  uint32_t cursor = 0;
  while (dxgmap_adapter_live(remapped, cursor, &mapping) == DXGMAP_CAUSE_NONE && mapping.kind != DXGMAP_MAPPING_ADL) {
    cursor++;
  }
  CHECK_EQ(DXGMAP_MAPPING_ADL, mapping.kind);
  CHECK_EQ(2, mapping.pages);
  CHECK_EQ(2 * PAGE_SIZE, mapping.length);
  CHECK_EQ(PAGE_SIZE, mapping.physical);
  CHECK_EQ(adl->BasePageNumber, mapping.logical);
  CHECK_EQ((uintptr_t)adl_object.hAdapterMemoryObject, mapping.object);
  CHECK_OK(adl_give(adl));
  adl_close();
}

static void adl_allocate_refuses(void)
{
  DXGK_ADL *adl = NULL;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbAllocateAdl(NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, adl_take(0, PAGE_SIZE, 4, &adl));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_allocate(NULL, 0, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE,
             adl_allocate(adl_object.hPhysicalMemoryObject, 0, PAGE_SIZE, 0, &adl));
  CHECK_TEXT("the handle is a physical memory object's: an adapter object's is asked for", reports.detail);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, adl_take(0, 0, 0, &adl));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, adl_take(0, PAGE_SIZE + 1, 0, &adl));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, adl_take(1, PAGE_SIZE, 0, &adl));
  CHECK_TEXT("Size is 0x1000, Offset 0x1", reports.detail);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, adl_take(PAGE_SIZE, OBJECT_BYTES, 0, &adl));
  CHECK_TEXT("the range would end at 0x6000, the object has 0x5000", reports.detail);
  CHECK_EQ((uintptr_t)adl_object.hAdapterMemoryObject, reports.mapping);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, adl_take(OBJECT_BYTES, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_FLAGS, adl_take(0, PAGE_SIZE, ADL_REQUIRE, &adl));
  CHECK(adl == NULL);
  adl_close();
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_SECTION);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_FLAGS, adl_take(0, PAGE_SIZE, ADL_REQUIRE, &adl));
  adl_close();
}

static void adl_by_irql_and_exclusive_access(void)
{
  DXGK_ADL *adl = NULL;
  DXGK_ADL *more = NULL;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  KIRQL old = irql_raise(APC_LEVEL);
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  (void)irql_raise(DISPATCH_LEVEL);
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, adl_take(0, PAGE_SIZE, 0, &more));
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, adl_give(adl));
  KeLowerIrql(old);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(remapped));
  CHECK_CALL(STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE, adl_take(0, PAGE_SIZE, 0, &more));
  CHECK_CALL(STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE, adl_give(adl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(remapped));
  CHECK_OK(adl_give(adl));
  adl_close();
}

/* FREEADL-5. */
static void adl_free_refuses(void)
{
  DXGK_ADL *adl = NULL;
  DXGK_ADL unknown;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  reports_forget();
  dxgk.DxgkCbFreeAdl(NULL);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_free(NULL, adl));
  CHECK_TEXT("the handle is NULL", reports.detail);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_give(NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_give(&unknown));
  CHECK_TEXT("Dxgkrnl never lent an ADL at pAdl, or it was freed long ago", reports.detail);
  CHECK_EQ((uintptr_t)&unknown, reports.address);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_give((DXGK_ADL *)(uintptr_t)16)); /* never read */
  CHECK_OK(adl_give(adl));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_give(adl));
  CHECK_TEXT("the ADL was freed already, or its adapter stopped", reports.detail);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK(strstr(reports.text, "  object:    ADL of 1 pages at logical 0x") != NULL);
  CHECK(strstr(reports.text, ", from offset 0x0 of adapter object 0x") != NULL);
  adl_close();
}

static void adl_of_another_object(void)
{
  DXGK_ADL *adl = NULL;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT other = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_OF_OBJECT, adl_free(other.hAdapterMemoryObject, adl));
  CHECK_EQ(DXGMAP_MAPPING_ADL, reports.kind);
  CHECK(strncmp(reports.detail, "the ADL is of adapter object 0x", 31) == 0);
  CHECK_OK(object_destroy(other.hPhysicalMemoryObject, other.hAdapterMemoryObject));
  CHECK_OK(adl_give(adl));
  adl_close();
}

static void adl_of_another_adapter(void)
{
  DXGK_ADL *adl = NULL;
  HANDLE opened = NULL;
  dxgmap_adapter_description d;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.mode = DXGMAP_MODE_REMAPPING;
  HANDLE other = machine_adapter_as(&d);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT loose = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_OK(object_open(loose.hPhysicalMemoryObject, other, &opened));
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_free(opened, adl));
  CHECK_TEXT("the ADL is another adapter's", reports.detail);
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_translate(other, adl->Pages[0] * PAGE_SIZE, NULL));
  CHECK_OK(object_destroy(loose.hPhysicalMemoryObject, opened));
  CHECK_OK(adl_give(adl));
  adl_close();
}

/* The ADL of a pin is Dxgkrnl's. PIN-7, UNPIN-4. */
static void adl_of_a_pin(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  memset(&pin, 0, sizeof(pin));
  pin.CommitSize = SAVE_BYTES;
  CHECK_OK(dxgk.DxgkCbPinFrameBufferForSave2(remapped, &pin));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_give(pin.pAdl));
  CHECK_EQ(DXGMAP_MAPPING_PIN2, reports.kind);
  CHECK_TEXT("the ADL is a pin's, and so Dxgkrnl's: the unpin takes it back (decision 6)", reports.detail);
  CHECK_OK(dxgk.DxgkCbUnpinFrameBufferForSave(remapped, &unpin));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, adl_give(pin.pAdl));
  CHECK_TEXT("the ADL was a pin's, and Dxgkrnl took it back at the unpin (decision 6)", reports.detail);
  adl_close();
}

/* FREEADL-3, FREEADL-4. */
static void adl_is_poisoned_and_blocked_when_freed(void)
{
  DXGK_ADL *adl = NULL;
  UCHAR byte = 0;
  size_t done = 9;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(adl_take(0, OBJECT_BYTES, 0, &adl));
  uint64_t stale = adl->Pages[2] * PAGE_SIZE;
  const DXGK_PAGE_NUMBER *pages = adl->Pages;
  CHECK_OK(adl_give(adl));
  CHECK_EQ(0xDBDBDBDB, adl->PageCount);
  CHECK_EQ(0xDBDBDBDBDBDBDBDB, pages[2]);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_write(remapped, stale, &byte, 1, &done));
  CHECK_EQ(0, done);
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, reports.cause);
  CHECK_EQ(DXGMAP_MAPPING_ADL, reports.kind);
  CHECK_EQ(stale, reports.address);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  reports_forget();
  CHECK_EQ(DXGMAP_CAUSE_BLOCKED, dxgmap_device_read(remapped, pages[2] * PAGE_SIZE, &byte, 1, NULL));
  CHECK(strstr(reports.detail, "poison") != NULL);
  adl_close();
}

/* The ranges of freed ADLs wait before they are given again, and reports name the last that had them. TRANSLATE-12. */
static void adl_pages_come_again_only_later(void)
{
  DXGK_ADL *first = NULL;
  DXGK_ADL *adl = NULL;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &first));
  uint64_t stale = first->Pages[0];
  CHECK_OK(adl_give(first));
  for (uint32_t i = 0; i < 3; i++) {
    CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
    CHECK(adl->Pages[0] != stale);
    CHECK_OK(adl_give(adl));
  }
  adl_close();
}

/* Frames are locked for the life of the ADL: the object holds them, and neither it nor its adapter object goes before.
   They are everybody's when the last user is gone. */
static void adl_holds_its_frames(void)
{
  DXGK_ADL *adl = NULL;
  uint64_t where = 0;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl->Pages[0] * PAGE_SIZE, &where));
  CHECK_EQ(1, dxgmap_host_frame_holds(where / PAGE_SIZE));
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE,
             object_destroy(adl_object.hPhysicalMemoryObject, adl_object.hAdapterMemoryObject));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl->Pages[0] * PAGE_SIZE, &where));
  CHECK_EQ(1, dxgmap_host_frame_holds(where / PAGE_SIZE));
  CHECK_OK(adl_give(adl));
  CHECK_EQ(1, dxgmap_host_frame_holds(where / PAGE_SIZE));
  CHECK_OK(object_destroy(adl_object.hPhysicalMemoryObject, adl_object.hAdapterMemoryObject));
  CHECK_EQ(0, dxgmap_host_frame_holds(where / PAGE_SIZE));
  machine_close();
}

#define ADL_MANY 300u /* pages: of some so long a list is made otherwise than a short one */

/* Of lists of any length: each number once, no two neighbours, the frames by their numbers, and not always the same. */
static void adl_pages_lie_in_no_order(void)
{
  static uint64_t page[ADL_MANY], before[ADL_MANY], frame[ADL_MANY], from[ADL_MANY];
  uint64_t choices = 1;
  for (uint64_t pages = 1; pages <= ADL_MANY; pages++) {
    bool seen[ADL_MANY] = {false};
    dxgmap_ddi_pages_scatter(before, pages, &choices);
    dxgmap_ddi_pages_scatter(page, pages, &choices);
    check_at(1, pages);
    for (uint64_t i = 0; i < pages; i++) {
      CHECK(page[i] < pages && !seen[page[i]]);
      CHECK(i == 0 || page[i] != page[i - 1] + 1);
      seen[page[i]] = true;
      from[i] = 1000 + 7 * i;
    }
    CHECK(pages < 8 || memcmp(before, page, pages * sizeof(page[0])) != 0);
    dxgmap_ddi_pages_order(page, frame, from, pages);
    for (uint64_t i = 0; i < pages; i++) {
      CHECK_EQ(1000 + 7 * i, frame[page[i]]);
    }
  }
}

static uint32_t adl_pressure_seen;

static bool adl_pressure(uint32_t operation, uint32_t physical_adapter, uint64_t offset, uint64_t bytes, void *context)
{
  (void)context;
  adl_pressure_seen++;
  return operation == DXGMAP_OPERATION_ALLOCATE_ADL && physical_adapter == 0 && offset == PAGE_SIZE &&
         bytes == 2 * PAGE_SIZE;
}

static void adl_under_pressure(void)
{
  DXGK_ADL *adl = NULL;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  dxgmap_fail_next(3, 3); /* of pins and pointers alone */
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_OK(adl_give(adl));
  dxgmap_fail_next_objects(1, 1);
  adl = NULL;
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK(adl == NULL);
  dxgmap_set_pressure(adl_pressure, NULL);
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, adl_take(PAGE_SIZE, 2 * PAGE_SIZE, 0, &adl));
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_EQ(2, adl_pressure_seen);
  CHECK_OK(adl_give(adl));
  adl_close();
}

/* A chain has one domain: an ADL is for all its physical adapters, and for no other adapter. EXCL-2. */
static void adl_is_silent_in_exclusive_access(void)
{
  DXGK_ADL *adl = NULL;
  UCHAR byte = 0;
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(adl_take(0, PAGE_SIZE, 0, &adl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(remapped));
  CHECK_EQ(DXGMAP_CAUSE_EXCLUSIVE, dxgmap_device_read(remapped, adl->Pages[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(remapped));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(remapped, adl->Pages[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_OK(adl_give(adl));
  adl_close();
}

static DXGK_ADL *adl_attempt;

static NTSTATUS adl_try(void)
{
  return adl_take(0, OBJECT_BYTES, 0, &adl_attempt);
}

static void adl_undo(void)
{
  CHECK_OK(adl_give(adl_attempt));
}

static void adl_when_the_host_fails(void)
{
  adl_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  check_each_failure(adl_try, adl_undo, STATUS_INSUFFICIENT_RESOURCES);
  adl_close();
}

void adl_tests(void);
void adl_tests(void)
{
  RUN(adl_leads_to_the_memory);
  RUN(adl_flag_is_looked_at);
  RUN(adl_of_overlapping_parts);
  RUN(adl_is_shown);
  RUN(adl_allocate_refuses);
  RUN(adl_by_irql_and_exclusive_access);
  RUN(adl_free_refuses);
  RUN(adl_of_another_object);
  RUN(adl_of_another_adapter);
  RUN(adl_of_a_pin);
  RUN(adl_is_poisoned_and_blocked_when_freed);
  RUN(adl_pages_come_again_only_later);
  RUN(adl_holds_its_frames);
  RUN(adl_pages_lie_in_no_order);
  RUN(adl_under_pressure);
  RUN(adl_is_silent_in_exclusive_access);
  RUN(adl_when_the_host_fails);
}
