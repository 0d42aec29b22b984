/* SPDX-License-Identifier: MIT */
/* DxgkCbMapPhysicalMemory, DxgkCbUnmapPhysicalMemory: spec/clauses/object_view.md. */
#include <string.h>

#include "host/host.h"
#include "objects.h"

static DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT view_object;

static void view_open(DXGK_PHYSICAL_MEMORY_TYPE type)
{
  remapped_open();
  view_object = object_made(type, remapped);
}

static void view_close(void)
{
  CHECK_OK(object_destroy(view_object.hPhysicalMemoryObject, view_object.hAdapterMemoryObject));
  CHECK_EQ(0, machine_objects());
  machine_close();
}

static NTSTATUS view_map_as(DXGK_ACCESS_MODE mode, SIZE_T offset, SIZE_T size, DXGKARGCB_MAP_PHYSICAL_MEMORY *map)
{
  memset(map, 0, sizeof(*map));
  map->hPhysicalMemoryObject = view_object.hPhysicalMemoryObject;
  map->AccessMode = mode;
  map->Offset = offset;
  map->Size = size;
  return dxgk.DxgkCbMapPhysicalMemory(map);
}

static NTSTATUS view_map(SIZE_T offset, SIZE_T size, DXGKARGCB_MAP_PHYSICAL_MEMORY *map)
{
  return view_map_as(DXGK_ACCESS_MODE_KERNEL_MODE, offset, size, map);
}

static NTSTATUS view_unmap_as(HANDLE object, PVOID base, SIZE_T size)
{
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {object, base, size};
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  return reports.status;
}

static NTSTATUS view_unmap(const DXGKARGCB_MAP_PHYSICAL_MEMORY *map)
{
  return view_unmap_as(map->hPhysicalMemoryObject, map->pMappedAddress, map->Size);
}

static UCHAR *view_data(const DXGKARGCB_MAP_PHYSICAL_MEMORY *map)
{
  return (UCHAR *)map->pMappedAddress + map->Offset;
}

/* Any offset and size: the data is where the output Offset says, and nowhere that a driver would guess.
   OBJECTVIEW-3, OBJECTVIEW-5. */
static void view_shows_the_bytes(void)
{
  static const SIZE_T offsets[] = {0, 1, 100, PAGE_SIZE - 1, PAGE_SIZE, 2 * PAGE_SIZE + 5};
  DXGKARGCB_MAP_PHYSICAL_MEMORY whole, part;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(view_map(0, OBJECT_BYTES, &whole));
  for (SIZE_T i = 0; i < OBJECT_BYTES; i++) {
    CHECK(view_data(&whole)[i] == 0); /* zeroed */
    view_data(&whole)[i] = (UCHAR)(i % 251);
  }
  for (size_t i = 0; i < RTL_NUMBER_OF(offsets); i++) {
    SIZE_T size = 2 * PAGE_SIZE + 1;
    CHECK_OK(view_map(offsets[i], size, &part));
    CHECK(part.Offset != 0);
    CHECK(part.Offset != offsets[i]);
    CHECK_EQ(offsets[i] % PAGE_SIZE, part.Offset % PAGE_SIZE);
    CHECK_EQ(0, (uintptr_t)part.pMappedAddress % PAGE_SIZE);
    CHECK_EQ(0, part.Size % PAGE_SIZE);
    CHECK(part.Offset + size <= part.Size);
    for (SIZE_T k = 0; k < size; k++) {
      CHECK(view_data(&part)[k] == (UCHAR)((offsets[i] + k) % 251));
    }
    CHECK_OK(view_unmap(&part));
  }
  CHECK_OK(view_unmap(&whole));
  view_close();
}

/* The device sees what the views show: adl_test.c. Here two views, one of them in user mode, and I/O space.
   OBJECTVIEW-6. */
static void view_twice(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY kernel, user;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_SECTION);
  CHECK_OK(view_map(PAGE_SIZE, PAGE_SIZE, &kernel));
  CHECK_OK(view_map_as(DXGK_ACCESS_MODE_USER_MODE, PAGE_SIZE + 3, 1, &user));
  CHECK(kernel.pMappedAddress != user.pMappedAddress);
  *view_data(&user) = 0x77;
  CHECK_EQ(0x77, view_data(&kernel)[3]);
  CHECK_OK(view_unmap(&kernel));
  CHECK_EQ(0x77, *view_data(&user));
  CHECK_OK(view_unmap(&user));
  view_close();
}

static void view_is_shown(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  dxgmap_mapping mapping;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(view_map(PAGE_SIZE + 1, PAGE_SIZE, &map));
  uint32_t cursor = 0;
  while (dxgmap_object_live(cursor, &mapping) == DXGMAP_CAUSE_NONE && mapping.kind != DXGMAP_MAPPING_OBJECT_VIEW) {
    cursor++;
  }
  CHECK_EQ(DXGMAP_MAPPING_OBJECT_VIEW, mapping.kind);
  CHECK(mapping.address == map.pMappedAddress);
  CHECK_EQ(2 * PAGE_SIZE, mapping.length);
  CHECK_EQ(PAGE_SIZE, mapping.physical);
  CHECK_EQ(map.Size / PAGE_SIZE, mapping.pages);
  CHECK_EQ((uintptr_t)view_object.hPhysicalMemoryObject, mapping.object);
  CHECK_EQ(2, machine_objects());
  CHECK_OK(view_unmap(&map));
  view_close();
}

static uint32_t view_hooked;

static void view_hook(dxgmap_register_access *access, void *context)
{
  CHECKS_GO_ON;
  (void)context;
  view_hooked++;
  CHECK_EQ(IO_START + PAGE_SIZE + 8, access->address);
  if (access->write == 0) {
    access->value = 0xFEED;
  }
}

/* Views of I/O space are views of the device's registers. */
static void view_of_io_space(void)
{
  static const dxgmap_resource_description range = {DXGMAP_RESOURCE_MEMORY, IO_START, IO_BYTES};
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  dxgmap_adapter_description d;
  remapped_open();
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(remapped, NULL));
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.resources = 1;
  d.resource = &range;
  d.hook = view_hook;
  d.mode = DXGMAP_MODE_REMAPPING;
  remapped = machine_adapter_as(&d);
  view_object = object_made(DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE, remapped);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_FLAGS,
             view_map_as(DXGK_ACCESS_MODE_USER_MODE, 0, PAGE_SIZE, &map));
  CHECK_OK(view_map(PAGE_SIZE, PAGE_SIZE, &map));
  view_hooked = 0;
  reports_forget();
  WRITE_REGISTER_ULONG((ULONG *)(PVOID)(view_data(&map) + 8), 0x1234);
  CHECK_EQ(0x34, *(UCHAR *)dxgmap_device_memory(remapped, IO_START + PAGE_SIZE + 8, 1));
  CHECK_EQ(0xFEED, READ_REGISTER_ULONG((ULONG *)(PVOID)(view_data(&map) + 8)));
  CHECK_EQ(2, view_hooked);
  CHECK_EQ(0, reports.count);
  (void)READ_REGISTER_ULONG((ULONG *)map.pMappedAddress); /* before the data */
  CHECK_EQ(DXGMAP_CAUSE_CPU_ACCESS, reports.cause);
  CHECK_OK(view_unmap(&map));
  view_close();
}

static void view_of_memory_is_no_register(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_OK(view_map(0, PAGE_SIZE, &map));
  reports_forget();
  (void)READ_REGISTER_ULONG((ULONG *)(PVOID)view_data(&map));
  CHECK_EQ(DXGMAP_CAUSE_CPU_ACCESS, reports.cause);
  CHECK_TEXT("the address is not one of device memory", reports.detail);
  CHECK_OK(view_unmap(&map));
  view_close();
}

static void view_map_refuses(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbMapPhysicalMemory(NULL));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, view_map_as((DXGK_ACCESS_MODE)2, 0, 1, &map));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, view_map(0, 0, &map));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, view_map(PAGE_SIZE, UINT64_MAX - PAGE_SIZE, &map));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, view_map(1, OBJECT_BYTES, &map));
  CHECK_TEXT("the range would end at 0x6000, the object has 0x5000", reports.detail);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, view_map(OBJECT_BYTES, 1, &map));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_TOO_LARGE, view_map(0, (SIZE_T)1 << 60, &map));
  CHECK_EQ(0, map.Offset);
  CHECK(map.pMappedAddress == NULL);
  map.hPhysicalMemoryObject = view_object.hAdapterMemoryObject;
  map.Size = 1;
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, dxgk.DxgkCbMapPhysicalMemory(&map));
  CHECK_TEXT("the handle is an adapter object's: a physical memory object's is asked for", reports.detail);
  view_close();
}

/* UNOBJECTVIEW-4. */
static void view_unmap_refuses(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT other = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_OK(view_map(10, PAGE_SIZE, &map));
  HANDLE object = map.hPhysicalMemoryObject;
  UCHAR *base = map.pMappedAddress;
  reports_forget();
  dxgk.DxgkCbUnmapPhysicalMemory(NULL);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, view_unmap_as(NULL, base, map.Size));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap_as(object, view_data(&map), map.Size));
  CHECK_EQ(DXGMAP_MAPPING_OBJECT_VIEW, reports.kind);
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap_as(object, base + PAGE_SIZE, map.Size));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap_as(object, &map, map.Size));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap_as(object, NULL, map.Size));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_OF_OBJECT,
             view_unmap_as(other.hPhysicalMemoryObject, base, map.Size));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, view_unmap_as(object, base, PAGE_SIZE));
  CHECK(strstr(reports.detail, "the Size that the map gave out is 0x") != NULL);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, view_unmap_as(object, base, 0));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE, view_unmap_as(object, base, map.Size + 1));
  CHECK_OK(view_unmap(&map));
  CHECK_CALL(STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS, view_unmap(&map));
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK_OK(object_destroy(other.hPhysicalMemoryObject, NULL));
  view_close();
}

static void view_of_another_process(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  dxgmap_set_process(77);
  CHECK_OK(view_map_as(DXGK_ACCESS_MODE_USER_MODE, 0, 1, &map));
  dxgmap_set_process(4);
  CHECK_CALL(STATUS_ACCESS_DENIED, DXGMAP_CAUSE_BAD_PROCESS, view_unmap(&map));
  dxgmap_set_process(77);
  CHECK_OK(view_unmap(&map));
  dxgmap_set_process(4);
  CHECK_OK(view_map(0, 1, &map));
  dxgmap_set_process(77);
  CHECK_OK(view_unmap(&map)); /* kernel mode is everybody's */
  dxgmap_set_process(4);
  view_close();
}

static void view_by_irql(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map, more;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  KIRQL old = irql_raise(APC_LEVEL);
  CHECK_OK(view_map(0, 1, &map));
  (void)irql_raise(DISPATCH_LEVEL);
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, view_map(0, 1, &more));
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, view_unmap(&map));
  KeLowerIrql(old);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(remapped));
  CHECK_OK(view_unmap(&map)); /* no adapter's matter */
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(remapped));
  view_close();
}

/* UNOBJECTVIEW-3. */
static void view_faults_after_unmap(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  dxgmap_system_description d;
  memset(&d, 0, sizeof(d));
  d.fault_policy = DXGMAP_FAULT_POISON;
  machine_open_with(&d);
  view_object = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_OK(view_map(0, PAGE_SIZE, &map));
  volatile UCHAR *stale = view_data(&map);
  CHECK_OK(view_unmap(&map));
  reports_forget();
  CHECK_EQ(0xDB, *stale);
  CHECK_EQ(DXGMAP_CAUSE_CPU_ACCESS, reports.cause);
  CHECK_EQ(DXGMAP_MAPPING_OBJECT_VIEW, reports.kind);
  CHECK(strstr(reports.text, "  rules:     OBJECTVIEW-3, UNOBJECTVIEW-3 (") != NULL);
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK_OK(object_destroy(view_object.hPhysicalMemoryObject, NULL));
  machine_close();
}

static void view_under_pressure(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  dxgmap_fail_next_objects(0, 1);
  CHECK_CALL(STATUS_NO_MEMORY, DXGMAP_CAUSE_NONE, view_map(0, PAGE_SIZE, &map));
  CHECK(map.pMappedAddress == NULL);
  CHECK_OK(view_map(0, PAGE_SIZE, &map));
  CHECK_OK(view_unmap(&map));
  view_close();
}

static DXGKARGCB_MAP_PHYSICAL_MEMORY view_attempt;

static NTSTATUS view_try(void)
{
  return view_map(1, OBJECT_BYTES - 1, &view_attempt);
}

static void view_undo(void)
{
  CHECK_OK(view_unmap(&view_attempt));
}

static void view_when_the_host_fails(void)
{
  view_open(DXGK_PHYSICAL_MEMORY_TYPE_MDL);
  check_each_failure(view_try, view_undo, STATUS_INSUFFICIENT_RESOURCES);
  view_close();
}

void object_view_tests(void);
void object_view_tests(void)
{
  RUN(view_shows_the_bytes);
  RUN(view_twice);
  RUN(view_is_shown);
  RUN(view_of_io_space);
  RUN(view_of_memory_is_no_register);
  RUN(view_map_refuses);
  RUN(view_unmap_refuses);
  RUN(view_of_another_process);
  RUN(view_by_irql);
  RUN(view_faults_after_unmap);
  RUN(view_under_pressure);
  RUN(view_when_the_host_fails);
}
