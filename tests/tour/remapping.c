/* SPDX-License-Identifier: MIT */
/* The bad drivers of adapters with DMA remapping. */

#include "drivers.h"

#include <string.h>

#define MEMORY_BYTES ((SIZE_T)4 * PAGE_SIZE)

static volatile UCHAR driver_sink; /* what a driver reads goes here, so that the read is not optimised away */

/* Memory that was created with an adapter. */
typedef struct {
  HANDLE object;
  HANDLE adapter_object;
} memory;

/* With NULL for the adapter, it gets no adapter object. */
static memory driver_create(HANDLE adapter)
{
  DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT create;
  memset(&create, 0, sizeof(create));
  create.hAdapter = adapter;
  create.Size = MEMORY_BYTES;
  create.Type = DXGK_PHYSICAL_MEMORY_TYPE_MDL;
  create.CacheType = DXGK_MEMORY_CACHING_TYPE_CACHED;
  create.Mdl.HighAddress.QuadPart = -1;
  (void)DxgkCbCreatePhysicalMemoryObject(&create);
  return (memory){create.hPhysicalMemoryObject, create.hAdapterMemoryObject};
}

static void driver_destroy(memory m)
{
  DXGKARGCB_DESTROY_PHYSICAL_MEMORY_OBJECT destroy = {m.object, m.adapter_object};
  DxgkCbDestroyPhysicalMemoryObject(&destroy);
}

static HANDLE driver_open(HANDLE object)
{
  DXGKARGCB_OPEN_PHYSICAL_MEMORY_OBJECT open = {object, tour_adapter, NULL};
  (void)DxgkCbOpenPhysicalMemoryObject(&open);
  return open.hAdapterMemoryObject;
}

static void driver_close(HANDLE adapter_object)
{
  DXGKARGCB_CLOSE_PHYSICAL_MEMORY_OBJECT close = {adapter_object};
  DxgkCbClosePhysicalMemoryObject(&close);
}

static DXGK_ADL *driver_allocate(memory m, UINT32 flags)
{
  DXGKARGCB_ALLOCATE_ADL allocate;
  memset(&allocate, 0, sizeof(allocate));
  allocate.hAdapterMemoryObject = m.adapter_object;
  allocate.Size = MEMORY_BYTES;
  allocate.Flags.Value = flags;
  (void)DxgkCbAllocateAdl(&allocate);
  return allocate.pAdl;
}

static void driver_free(memory m, DXGK_ADL *adl)
{
  DXGKARGCB_FREE_ADL release = {m.adapter_object, adl};
  DxgkCbFreeAdl(&release);
}

static PFN_NUMBER driver_first_page(const DXGK_ADL *adl)
{
  return adl->Flags.Contiguous ? adl->BasePageNumber : adl->Pages[0];
}

static void driver_lets_the_device_read(PFN_NUMBER page)
{
  UCHAR byte = 0;
  (void)dxgmap_device_read(tour_adapter, page * PAGE_SIZE, &byte, 1, NULL);
}

static DXGKARGCB_MAP_PHYSICAL_MEMORY driver_map(HANDLE object)
{
  DXGKARGCB_MAP_PHYSICAL_MEMORY map;
  memset(&map, 0, sizeof(map));
  map.hPhysicalMemoryObject = object;
  map.AccessMode = DXGK_ACCESS_MODE_KERNEL_MODE;
  map.Size = MEMORY_BYTES;
  (void)DxgkCbMapPhysicalMemory(&map);
  return map;
}

static void driver_unmap(const DXGKARGCB_MAP_PHYSICAL_MEMORY *map, SIZE_T bytes)
{
  DXGKARGCB_UNMAP_PHYSICAL_MEMORY unmap = {map->hPhysicalMemoryObject, map->pMappedAddress, bytes};
  DxgkCbUnmapPhysicalMemory(&unmap);
}

static DXGK_ADL *driver_pin_list(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE2 pin;
  memset(&pin, 0, sizeof(pin));
  pin.CommitSize = SAVE_BYTES;
  (void)DxgkCbPinFrameBufferForSave2(tour_adapter, &pin);
  return pin.pAdl;
}

static void driver_unpin(void)
{
  DXGKARGCB_UNPINFRAMEBUFFERFORSAVE unpin = {0};
  (void)DxgkCbUnpinFrameBufferForSave(tour_adapter, &unpin);
}

void bad_driver_pins_by_mdl(void)
{
  DXGKARGCB_PINFRAMEBUFFERFORSAVE pin = {0, SAVE_BYTES, NULL};
  (void)DxgkCbPinFrameBufferForSave(tour_adapter, &pin);
}

void bad_driver_leaves_its_device_a_freed_list(void)
{
  memory m = driver_create(tour_adapter);
  DXGK_ADL *adl = driver_allocate(m, 0);
  PFN_NUMBER page = driver_first_page(adl);
  driver_free(m, adl);
  driver_lets_the_device_read(page);
  driver_destroy(m);
}

void bad_driver_does_not_look_at_the_flag(void)
{
  memory m = driver_create(tour_adapter);
  DXGK_ADL *adl = driver_allocate(m, 0);
  driver_lets_the_device_read(adl->BasePageNumber); /* of a scattered list: this is its array */
  driver_free(m, adl);
  driver_destroy(m);
}

void bad_driver_destroys_an_object_in_use(void)
{
  memory m = driver_create(tour_adapter);
  DXGK_ADL *adl = driver_allocate(m, 0);
  driver_destroy(m);
  driver_free(m, adl);
  driver_destroy(m);
}

void bad_driver_frees_a_list_twice(void)
{
  memory m = driver_create(tour_adapter);
  DXGK_ADL *adl = driver_allocate(m, 0);
  driver_free(m, adl);
  driver_free(m, adl);
  driver_destroy(m);
}

void bad_driver_frees_the_list_of_a_pin(void)
{
  memory m = driver_create(tour_adapter);
  driver_free(m, driver_pin_list());
  driver_unpin();
  driver_destroy(m);
}

void bad_driver_frees_a_list_of_another_object(void)
{
  memory m = driver_create(tour_adapter);
  memory other = driver_create(tour_adapter);
  DXGK_ADL *adl = driver_allocate(m, 0);
  driver_free(other, adl);
  driver_free(m, adl);
  driver_destroy(m);
  driver_destroy(other);
}

void bad_driver_closes_what_it_destroys(void)
{
  memory m = driver_create(tour_adapter);
  driver_close(m.adapter_object);
  driver_destroy(m);
  m.adapter_object = NULL;
  driver_destroy(m);
}

void bad_driver_opens_what_was_created_open(void)
{
  memory m = driver_create(tour_adapter);
  (void)driver_open(m.object);
  driver_destroy(m);
}

void bad_driver_opens_twice(void)
{
  memory m = driver_create(NULL);
  m.adapter_object = driver_open(m.object);
  (void)driver_open(m.object);
  driver_destroy(m);
}

void bad_driver_requires_a_range_of_scattered_memory(void)
{
  memory m = driver_create(tour_adapter);
  DXGKARGCB_ALLOCATE_ADL ask;
  memset(&ask, 0, sizeof(ask));
  ask.Flags.RequireContiguous = 1;
  (void)driver_allocate(m, ask.Flags.Value);
  driver_destroy(m);
}

void bad_driver_reads_an_unmapped_object(void)
{
  memory m = driver_create(tour_adapter);
  DXGKARGCB_MAP_PHYSICAL_MEMORY map = driver_map(m.object);
  volatile UCHAR *data = (volatile UCHAR *)map.pMappedAddress + map.Offset;
  driver_unmap(&map, map.Size);
  driver_sink = *data;
  driver_destroy(m);
}

void bad_driver_unmaps_by_the_size_it_asked_for(void)
{
  memory m = driver_create(tour_adapter);
  DXGKARGCB_MAP_PHYSICAL_MEMORY map = driver_map(m.object);
  driver_unmap(&map, MEMORY_BYTES); /* Size came out larger: it counts what lies before the data */
  driver_unmap(&map, map.Size);
  driver_destroy(m);
}

void bad_driver_leaves_a_list(void)
{
  (void)driver_allocate(driver_create(tour_adapter), 0);
}

void bad_driver_leaves_an_object(void)
{
  (void)driver_create(NULL);
}
