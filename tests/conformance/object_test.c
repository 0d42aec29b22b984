/* SPDX-License-Identifier: MIT */
/* Physical memory objects: created, opened, closed, destroyed: spec/clauses/object.md. */
#include <string.h>

#include "host/host.h"
#include "objects.h"

#define OBJECT_TYPES 4u

static NTSTATUS object_create(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT *wish)
{
  return dxgk.DxgkCbCreatePhysicalMemoryObject(wish);
}

/* Where the i-th page of the memory lies: what an ADL of it leads the device to. */
static uint64_t object_frame(HANDLE opened, uint32_t i)
{
  DXGK_ADL *adl = NULL;
  uint64_t where = 0;
  CHECK_OK(adl_allocate(opened, i * (SIZE_T)PAGE_SIZE, PAGE_SIZE, 0, &adl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_translate(remapped, adl->Pages[0] * PAGE_SIZE, &where));
  CHECK_OK(adl_free(opened, adl));
  return where / PAGE_SIZE;
}

/* OBJECT-2, OBJECT-4, LIVE-5, DESTROY-3. */
static void object_of_each_type(void)
{
  remapped_open();
  for (uint32_t type = 0; type < OBJECT_TYPES; type++) {
    dxgmap_mapping mapping;
    DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made((DXGK_PHYSICAL_MEMORY_TYPE)type, remapped);
    CHECK(made.hPhysicalMemoryObject != NULL);
    CHECK(made.hAdapterMemoryObject != NULL);
    CHECK_EQ(1, machine_objects());
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_object_live(0, &mapping));
    CHECK_EQ(DXGMAP_MAPPING_OBJECT, mapping.kind);
    CHECK_EQ((uintptr_t)made.hPhysicalMemoryObject, mapping.mapping);
    CHECK_EQ(made.Size, mapping.length);
    CHECK_EQ(type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE ? IO_START : 0, mapping.physical);
    CHECK(mapping.map.count > 0);
    CHECK_EQ(DXGMAP_CAUSE_NO_MORE, dxgmap_object_live(1, &mapping));
    CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_live(remapped, 0, &mapping));
    CHECK_EQ(DXGMAP_MAPPING_ADAPTER_OBJECT, mapping.kind);
    CHECK_EQ((uintptr_t)made.hPhysicalMemoryObject, mapping.object);
    CHECK_OK(object_destroy(made.hPhysicalMemoryObject, made.hAdapterMemoryObject));
    CHECK_EQ(0, machine_objects());
    CHECK_EQ(0, machine_live(remapped));
  }
  CHECK_EQ(0, dxgmap_host_usage_now().frames);
  machine_close();
}

/* Pages of the machine, scattered but for contiguous memory; I/O space is where the driver says. OBJECT-5. */
static void object_memory_lies_as_asked(void)
{
  uint64_t frame[OBJECT_PAGES];
  remapped_open();
  for (uint32_t type = 0; type < OBJECT_TYPES; type++) {
    DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made((DXGK_PHYSICAL_MEMORY_TYPE)type, remapped);
    uint32_t pages = (uint32_t)(made.Size / PAGE_SIZE);
    int run = type == DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY || type == DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE;
    for (uint32_t i = 0; i < pages; i++) {
      frame[i] = object_frame(made.hAdapterMemoryObject, i);
      CHECK(i == 0 || (frame[i] == frame[i - 1] + 1) == run);
    }
    CHECK(type != DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE || frame[0] == IO_START / PAGE_SIZE);
    CHECK_OK(object_destroy(made.hPhysicalMemoryObject, made.hAdapterMemoryObject));
  }
  machine_close();
}

/* Flags are those of AllocatePagesForMdl and judged like them: one asks for a run, the others for nothing here. */
static void object_memory_by_flags(void)
{
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  for (uint32_t run = 0; run < 2; run++) {
    wish.Mdl.Flags = run != 0 ? UINT32_MAX : ~MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS;
    CHECK_OK(object_create(&wish));
    uint64_t before = object_frame(wish.hAdapterMemoryObject, 0);
    for (uint32_t i = 1; i < OBJECT_PAGES; i++) {
      uint64_t frame = object_frame(wish.hAdapterMemoryObject, i);
      CHECK_EQ(run, frame == before + 1);
      before = frame;
    }
    CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
  }
  machine_close();
}

/* OBJECT-5. */
static void object_memory_lies_within_bounds(void)
{
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  wish.Mdl.LowAddress = physical(9 * PAGE_SIZE + 1);
  wish.Mdl.HighAddress = physical(16 * PAGE_SIZE - 1);
  wish.Mdl.SkipBytes = physical(4 * PAGE_SIZE);
#ifdef DXGMAP_PROFILE_SMALL
  const uint64_t end = DXGMAP_PAGES - IO_PAGES;
#else
  wish.Mdl.LowAddress = physical((uint64_t)1000 * PAGE_SIZE);
  wish.Mdl.HighAddress = physical((uint64_t)1006 * PAGE_SIZE - 1);
  const uint64_t end = 1006;
#endif
  CHECK_OK(object_create(&wish));
  for (uint32_t i = 0; i < OBJECT_PAGES; i++) {
    uint64_t frame = object_frame(wish.hAdapterMemoryObject, i);
    CHECK(frame >= 10 && frame < end);
  }
  CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY, remapped);
  wish.Size = 3 * PAGE_SIZE;
  wish.ContiguousMemory.BoundaryAddressMultiple = physical(4 * PAGE_SIZE);
  for (uint32_t round = 0; round < 4; round++) {
    CHECK_OK(object_create(&wish));
    uint64_t first = object_frame(wish.hAdapterMemoryObject, 0);
    CHECK(first % 4 <= 1);
    CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
  }
  wish.ContiguousMemory.HighestAcceptableAddress = physical(PAGE_SIZE - 1);
  CHECK_CALL(STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE, object_create(&wish));
  machine_close();
}

/* OBJECT-2. */
static void object_size_is_rounded_up(void)
{
  dxgmap_mapping mapping;
  DXGK_ADL *adl = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, remapped);
  wish.Size = PAGE_SIZE + 1;
  CHECK_OK(object_create(&wish));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_object_live(0, &mapping));
  CHECK_EQ(2 * PAGE_SIZE, mapping.length);
  CHECK_OK(adl_allocate(wish.hAdapterMemoryObject, PAGE_SIZE, PAGE_SIZE, 0, &adl));
  CHECK_OK(adl_free(wish.hAdapterMemoryObject, adl));
  CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
  machine_close();
}

/* GATE-4, GATE-9. */
static void object_refuses(DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish, NTSTATUS status, uint32_t cause)
{
  wish.hPhysicalMemoryObject = &wish;
  wish.hAdapterMemoryObject = &wish;
  CHECK_CALL(status, cause, object_create(&wish));
  CHECK(wish.hPhysicalMemoryObject == &wish);
  CHECK(wish.hAdapterMemoryObject == &wish);
}

static void object_create_refuses_arguments(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish;
  remapped_open();
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, object_create(NULL));
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  wish.Type = (DXGK_PHYSICAL_MEMORY_TYPE)4;
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT);
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  wish.CacheType = (DXGK_MEMORY_CACHING_TYPE)3;
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT);
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  wish.Mdl.SkipBytes = physical(100);
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT);
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_CONTIGUOUS_MEMORY, remapped);
  wish.ContiguousMemory.BoundaryAddressMultiple = physical(3 * PAGE_SIZE);
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT);
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, remapped);
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_NON_CACHED;
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT);
  CHECK_EQ(0, machine_objects());
  machine_close();
}

static void object_section_protections(void)
{
  static const ULONG good[] = {PAGE_READONLY, PAGE_READWRITE, PAGE_EXECUTE, PAGE_WRITECOPY};
  static const ULONG bad[] = {0, PAGE_NOACCESS, PAGE_EXECUTE_READ, PAGE_READWRITE | PAGE_NOCACHE};
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, NULL);
  wish.CacheType = DXGK_MEMORY_CACHING_TYPE_WRITE_COMBINED;
  for (size_t i = 0; i < RTL_NUMBER_OF(good); i++) {
    wish.Section.PageProtection = good[i];
    CHECK_OK(object_create(&wish));
    CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, NULL));
  }
  for (size_t i = 0; i < RTL_NUMBER_OF(bad); i++) {
    wish.Section.PageProtection = bad[i];
    object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT);
  }
  machine_close();
}

static void object_create_refuses_sizes_and_adapters(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, &wish);
  remapped_open();
  object_refuses(wish, STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER);
  wish.Size = 0; /* the causes of Create come before those of Open */
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE);
  wish.Size = UINT64_MAX;
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE);
  wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  wish.Size = (SIZE_T)1 << 50;
  object_refuses(wish, STATUS_INSUFFICIENT_RESOURCES, DXGMAP_CAUSE_NONE);
  CHECK_EQ(0, machine_objects());
  machine_close();
}

static void object_of_io_space_is_owned(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE, remapped);
  remapped_open();
  wish.hAdapter = remapped;
  wish.IOSpace.BaseAddress = physical(IO_START + 1);
  object_refuses(wish, STATUS_NOT_MAPPED_VIEW, DXGMAP_CAUSE_BAD_ADDRESS);
  wish.IOSpace.BaseAddress = physical(IO_START + PAGE_SIZE);
  object_refuses(wish, STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED);
  wish.IOSpace.BaseAddress = physical(MEMORY_START); /* another adapter's */
  object_refuses(wish, STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED);
  wish.hAdapter = NULL;
  wish.IOSpace.BaseAddress = physical(0);
  object_refuses(wish, STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED);
  wish.IOSpace.BaseAddress = physical(UINT64_MAX - PAGE_SIZE + 1);
  object_refuses(wish, STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_SIZE);
  wish.IOSpace.BaseAddress = physical(MEMORY_START);
  CHECK_OK(object_create(&wish));
  HANDLE opened = NULL;
  CHECK_CALL(STATUS_RANGE_NOT_FOUND, DXGMAP_CAUSE_NOT_OWNED,
             object_open(wish.hPhysicalMemoryObject, remapped, &opened));
  CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, NULL));
  machine_close();
}

/* OPEN-2. */
static void object_is_opened_once(void)
{
  HANDLE opened = NULL;
  HANDLE more = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK(made.hAdapterMemoryObject == NULL);
  CHECK_OK(object_open(made.hPhysicalMemoryObject, remapped, &opened));
  CHECK(opened != NULL);
  CHECK_CALL(STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_OPENED,
             object_open(made.hPhysicalMemoryObject, remapped, &more));
  CHECK_EQ((uintptr_t)opened, reports.mapping);
  CHECK_EQ(DXGMAP_MAPPING_ADAPTER_OBJECT, reports.kind);
  CHECK(more == NULL);
  CHECK_OK(object_close(opened));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_close(opened));
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK_OK(object_open(made.hPhysicalMemoryObject, remapped, &more));
  CHECK(more != opened);
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, more));
  machine_close();
}

static void object_open_refuses(void)
{
  HANDLE opened = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BAD_ARGUMENT, dxgk.DxgkCbOpenPhysicalMemoryObject(NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, object_open(made.hPhysicalMemoryObject, NULL, &opened));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_open(NULL, remapped, &opened));
  CHECK_TEXT("the handle is NULL", reports.detail);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_open(&made, remapped, &opened));
  CHECK_TEXT("no object ever had this handle, or it was released long ago", reports.detail);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_open(made.hAdapterMemoryObject, remapped, &opened));
  CHECK_TEXT("the handle is an adapter object's: a physical memory object's is asked for", reports.detail);
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BOUND, object_open(made.hPhysicalMemoryObject, remapped, &opened));
  CHECK_OK(object_close(made.hAdapterMemoryObject));
  CHECK_CALL(STATUS_INVALID_PARAMETER, DXGMAP_CAUSE_BOUND, /* and stays so */
             object_open(made.hPhysicalMemoryObject, remapped, &opened));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE,
             object_open(made.hPhysicalMemoryObject, remapped, &opened));
  CHECK_TEXT("the object was destroyed already, or its adapter stopped", reports.detail);
  CHECK(opened == NULL);
  machine_close();
}

/* CLOSE-3. */
static void object_close_refuses(void)
{
  DXGK_ADL *adl = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  reports_forget();
  dxgk.DxgkCbClosePhysicalMemoryObject(NULL);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_close(made.hPhysicalMemoryObject));
  CHECK_TEXT("the handle is a physical memory object's: an adapter object's is asked for", reports.detail);
  CHECK_OK(adl_allocate(made.hAdapterMemoryObject, 0, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE, object_close(made.hAdapterMemoryObject));
  CHECK_EQ(DXGMAP_MAPPING_ADL, reports.kind);
  CHECK(strstr(reports.text, "0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR (7)") != NULL);
  CHECK_OK(adl_free(made.hAdapterMemoryObject, adl));
  CHECK_OK(object_close(made.hAdapterMemoryObject));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, NULL));
  machine_close();
}

/* DESTROY-4. */
static void object_destroy_refuses(void)
{
  DXGK_ADL *adl = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  HANDLE object = made.hPhysicalMemoryObject;
  HANDLE opened = made.hAdapterMemoryObject;
  reports_forget();
  dxgk.DxgkCbDestroyPhysicalMemoryObject(NULL);
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, reports.cause);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_destroy(opened, NULL));
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE, object_destroy(object, NULL));
  CHECK_EQ(DXGMAP_MAPPING_ADAPTER_OBJECT, reports.kind);
  CHECK(strstr(reports.text, "0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR (6)") != NULL);
  CHECK_OK(adl_allocate(opened, 0, PAGE_SIZE, 0, &adl));
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE, object_destroy(object, opened));
  CHECK_EQ(DXGMAP_MAPPING_ADL, reports.kind);
  CHECK(strstr(reports.text, "0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR (7)") != NULL);
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE, object_destroy(object, NULL));
  CHECK_EQ(DXGMAP_MAPPING_ADL, reports.kind);
  CHECK_OK(adl_free(opened, adl));
  CHECK_OK(object_destroy(object, opened));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_destroy(object, NULL));
  CHECK(reports.maps > 0);
  CHECK(reports.unmaps > 0);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_close(opened)); /* never both */
  CHECK_TEXT("it was closed or destroyed already, or its adapter stopped", reports.detail);
  machine_close();
}

/* Both or neither. DESTROY-3. */
static void object_destroy_of_two(void)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT a = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT b = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = a.hPhysicalMemoryObject;
  map.AccessMode = DXGK_ACCESS_MODE_KERNEL_MODE;
  map.Size = 1;
  CHECK_OK(dxgk.DxgkCbMapPhysicalMemory(&map));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_NOT_OF_OBJECT,
             object_destroy(b.hPhysicalMemoryObject, a.hAdapterMemoryObject));
  CHECK_CALL(STATUS_RESOURCE_IN_USE, DXGMAP_CAUSE_IN_USE,
             object_destroy(a.hPhysicalMemoryObject, a.hAdapterMemoryObject));
  CHECK_TEXT("a view of it is not unmapped yet", reports.detail);
  CHECK_EQ(DXGMAP_MAPPING_OBJECT_VIEW, reports.kind);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_destroy(NULL, a.hAdapterMemoryObject));
  CHECK_EQ(2, machine_live(remapped));
  CHECK_EQ(3, machine_objects());
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {a.hPhysicalMemoryObject, map.pMappedAddress, map.Size};
  dxgk.DxgkCbUnmapPhysicalMemory(&unmap);
  CHECK_OK(object_destroy(a.hPhysicalMemoryObject, a.hAdapterMemoryObject));
  CHECK_OK(object_close(b.hAdapterMemoryObject));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, /* closed before: never both */
             object_destroy(b.hPhysicalMemoryObject, b.hAdapterMemoryObject));
  CHECK_OK(object_destroy(b.hPhysicalMemoryObject, NULL));
  machine_close();
}

static void object_by_irql_and_exclusive_access(void)
{
  HANDLE more = NULL;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  KIRQL old = irql_raise(APC_LEVEL);
  CHECK_OK(object_create(&wish));
  (void)irql_raise(DISPATCH_LEVEL);
  object_refuses(wish, STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL);
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL,
             object_open(wish.hPhysicalMemoryObject, remapped, &more));
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL, object_close(wish.hAdapterMemoryObject));
  CHECK_CALL(STATUS_INVALID_DEVICE_REQUEST, DXGMAP_CAUSE_BAD_IRQL,
             object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
  KeLowerIrql(old);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_begin(remapped));
  object_refuses(wish, STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE);
  CHECK_CALL(STATUS_INVALID_DEVICE_STATE, DXGMAP_CAUSE_EXCLUSIVE, object_close(wish.hAdapterMemoryObject));
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT free = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_OK(object_destroy(free.hPhysicalMemoryObject, NULL)); /* no adapter's matter */
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_exclusive_end(remapped));
  CHECK_OK(object_destroy(wish.hPhysicalMemoryObject, wish.hAdapterMemoryObject));
  machine_close();
}

/* What a stop, or the close of the system, reported: how many of each kind. */
static uint32_t object_leaks[16];

static void object_note_leak(const dxgmap_violation *violation, void *context)
{
  CHECKS_GO_ON;
  int machines = violation->kind == DXGMAP_MAPPING_OBJECT || violation->kind == DXGMAP_MAPPING_OBJECT_VIEW;
  const char *clause = violation->operation == DXGMAP_OPERATION_CLOSE ? "STOP-9 " : machines ? "STOP-8 " : "STOP-4 ";
  (void)context;
  CHECK_EQ(DXGMAP_CAUSE_LEAK, violation->cause);
  CHECK(strncmp(violation->rules, clause, strlen(clause)) == 0);
  CHECK(violation->map.count > 0);
  CHECK(violation->detail[0] != '\0');
  object_leaks[violation->kind % 16]++;
  if (violation->kind == DXGMAP_MAPPING_ADL) {
    CHECK_TEXT("bug check 0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR (7)", violation->analogue);
  }
  if (violation->kind == DXGMAP_MAPPING_ADAPTER_OBJECT) {
    CHECK_TEXT("bug check 0x1E4 VIDEO_DXGKRNL_SYSMM_FATAL_ERROR (6)", violation->analogue);
  }
}

static void object_map_some(HANDLE object, DXGK_ACCESS_MODE mode)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = object;
  map.AccessMode = mode;
  map.Size = PAGE_SIZE;
  CHECK_OK(dxgk.DxgkCbMapPhysicalMemory(&map));
}

/* STOP-7, STOP-8, STOP-9, OBJECT-3. */
static void object_stop_ends_what_is_bound(void)
{
  DXGK_ADL *adl = NULL;
  HANDLE opened = NULL;
  uint64_t leaks = 0;
  remapped_open();
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT bound = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT loose = object_made(DXGK_PHYSICAL_MEMORY_TYPE_SECTION, NULL);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT io = object_made(DXGK_PHYSICAL_MEMORY_TYPE_IO_SPACE, NULL);
  CHECK_OK(object_open(loose.hPhysicalMemoryObject, remapped, &opened));
  CHECK_OK(adl_allocate(bound.hAdapterMemoryObject, 0, PAGE_SIZE, 0, &adl));
  CHECK_OK(adl_allocate(opened, 0, OBJECT_BYTES, 1 << 1, &adl));
  object_map_some(bound.hPhysicalMemoryObject, DXGK_ACCESS_MODE_USER_MODE);
  object_map_some(loose.hPhysicalMemoryObject, DXGK_ACCESS_MODE_KERNEL_MODE);
  object_map_some(io.hPhysicalMemoryObject, DXGK_ACCESS_MODE_KERNEL_MODE);
  dxgmap_set_process(99); /* not the one that the user view is of */
  memset(object_leaks, 0, sizeof(object_leaks));
  dxgmap_set_handler(object_note_leak, NULL);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(remapped, &leaks));
  CHECK_EQ(8, leaks);
  CHECK_EQ(2, object_leaks[DXGMAP_MAPPING_ADL]);
  CHECK_EQ(2, object_leaks[DXGMAP_MAPPING_ADAPTER_OBJECT]);
  CHECK_EQ(2, object_leaks[DXGMAP_MAPPING_OBJECT]);
  CHECK_EQ(2, object_leaks[DXGMAP_MAPPING_OBJECT_VIEW]);
  CHECK_EQ(2, machine_objects()); /* the loose one and its view */
  CHECK_EQ(OBJECT_PAGES, dxgmap_host_usage_now().frames);
  memset(object_leaks, 0, sizeof(object_leaks));
  machine_close();
  CHECK_EQ(1, object_leaks[DXGMAP_MAPPING_OBJECT]);
  CHECK_EQ(1, object_leaks[DXGMAP_MAPPING_OBJECT_VIEW]);
}

/* One that was opened for an adapter that stopped is opened for another. OBJECT-3, STOP-7. */
static void object_outlives_its_adapter(void)
{
  HANDLE opened = NULL;
  HANDLE again = NULL;
  DXGK_ADL *adl = NULL;
  dxgmap_adapter_description d;
  UCHAR byte = 0;
  remapped_open();
  memset(&d, 0, sizeof(d));
  d.physical_adapters = 1;
  d.mode = DXGMAP_MODE_REMAPPING;
  HANDLE other = machine_adapter_as(&d);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  CHECK_OK(object_open(made.hPhysicalMemoryObject, other, &opened));
  CHECK_OK(adl_allocate(opened, 0, PAGE_SIZE, 0, &adl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_write(other, adl->Pages[0] * PAGE_SIZE, "k", 1, NULL));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(other, NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_close(opened));
  CHECK_OK(object_open(made.hPhysicalMemoryObject, remapped, &again));
  CHECK_OK(adl_allocate(again, 0, PAGE_SIZE, 0, &adl));
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_device_read(remapped, adl->Pages[0] * PAGE_SIZE, &byte, 1, NULL));
  CHECK_EQ('k', byte);
  CHECK_OK(adl_free(again, adl));
  CHECK_OK(object_destroy(made.hPhysicalMemoryObject, again));
  machine_close();
}

/* A handler that destroys what the report before was about, while the stop goes on. */
static uint64_t object_reported[8];
static uint32_t object_reports;

static void object_destroy_a_leak(const dxgmap_violation *violation, void *context)
{
  object_reported[object_reports % 8] = violation->mapping;
  object_reports++;
  if (object_reports == 4) {
    DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {((HANDLE *)context)[0], ((HANDLE *)context)[1]};
    dxgk.DxgkCbDestroyPhysicalMemoryObject(&destroy);
  }
}

static void object_stop_with_a_handler_that_destroys(void)
{
  HANDLE first[2];
  uint64_t leaks = 0;
  remapped_open();
  /* By three calls, for those of one make one report. */
  (void)object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  (void)object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT made = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, remapped);
  first[0] = made.hPhysicalMemoryObject;
  first[1] = made.hAdapterMemoryObject;
  object_reports = 0;
  dxgmap_set_handler(object_destroy_a_leak, first);
  CHECK_EQ(DXGMAP_CAUSE_NONE, dxgmap_adapter_stop(remapped, &leaks));
  CHECK(leaks == 5 || leaks == 6); /* whether it was reported before it was destroyed */
  CHECK_EQ(leaks, object_reports);
  for (uint32_t i = 1; i < object_reports; i++) {
    for (uint32_t k = 0; k < i; k++) {
      CHECK(object_reported[i] != object_reported[k]);
    }
  }
  CHECK_EQ(0, machine_objects());
  machine_close();
}

static void object_live_refuses(void)
{
  dxgmap_mapping mapping;
  CHECK_EQ(DXGMAP_CAUSE_NOT_OPEN, dxgmap_object_live(0, &mapping));
  remapped_open();
  CHECK_EQ(DXGMAP_CAUSE_NO_MORE, dxgmap_object_live(0, &mapping));
  CHECK_EQ(DXGMAP_CAUSE_BAD_ARGUMENT, dxgmap_object_live(0, NULL));
  machine_close();
}

/* Without a system the handles are nobody's. */
static void object_without_a_system(void)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT wish = object_wish(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  remapped_open();
  machine_close();
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_ADAPTER, object_create(&wish));
  CHECK_TEXT("the system is not open", reports.detail);
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_close(NULL));
  CHECK_CALL(STATUS_INVALID_HANDLE, DXGMAP_CAUSE_BAD_HANDLE, object_destroy(NULL, NULL));
}

static DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT object_attempt;

static NTSTATUS object_try(void)
{
  return object_create(&object_attempt);
}

static void object_undo(void)
{
  CHECK_OK(object_destroy(object_attempt.hPhysicalMemoryObject, object_attempt.hAdapterMemoryObject));
}

static HANDLE object_attempt_opened;

static NTSTATUS object_try_open(void)
{
  return object_open(object_attempt.hPhysicalMemoryObject, remapped, &object_attempt_opened);
}

static void object_undo_open(void)
{
  CHECK_OK(object_close(object_attempt_opened));
}

static void object_when_the_host_fails(void)
{
  remapped_open();
  for (uint32_t type = 0; type < OBJECT_TYPES; type++) {
    object_attempt = object_wish((DXGK_PHYSICAL_MEMORY_TYPE)type, remapped);
    check_each_failure(object_try, object_undo, STATUS_INSUFFICIENT_RESOURCES);
  }
  object_attempt = object_made(DXGK_PHYSICAL_MEMORY_TYPE_MDL, NULL);
  check_each_failure(object_try_open, object_undo_open, STATUS_INSUFFICIENT_RESOURCES);
  CHECK_OK(object_destroy(object_attempt.hPhysicalMemoryObject, NULL));
  machine_close();
}

void object_tests(void);
void object_tests(void)
{
  RUN(object_of_each_type);
  RUN(object_memory_lies_as_asked);
  RUN(object_memory_by_flags);
  RUN(object_memory_lies_within_bounds);
  RUN(object_size_is_rounded_up);
  RUN(object_create_refuses_arguments);
  RUN(object_section_protections);
  RUN(object_create_refuses_sizes_and_adapters);
  RUN(object_of_io_space_is_owned);
  RUN(object_is_opened_once);
  RUN(object_open_refuses);
  RUN(object_close_refuses);
  RUN(object_destroy_refuses);
  RUN(object_destroy_of_two);
  RUN(object_by_irql_and_exclusive_access);
  RUN(object_stop_ends_what_is_bound);
  RUN(object_outlives_its_adapter);
  RUN(object_stop_with_a_handler_that_destroys);
  RUN(object_live_refuses);
  RUN(object_without_a_system);
  RUN(object_when_the_host_fails);
}
