/* SPDX-License-Identifier: MIT */
/* VideoPortAllocatePool, VideoPortFreePool: what the pool of main_pool is asked for, and what it gives. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/callbacks/video_services.c"

#include "plain_machine.h"

static char pool_block[4];
static SIZE_T pool_bytes; /* that were asked for */
static char *pool_answer;
static uint32_t pool_frees;

PVOID dxgmap_ddi_heap_typed(POOL_TYPE type, SIZE_T bytes, ULONG tag, const void *site)
{
  world_see(&pool_bytes, sizeof(pool_bytes));
  /*@ check asked: bytes == pool_bytes && type == NonPagedPool && tag == 5; */
  pool_answer = world_any() ? pool_block : NULL;
  return pool_answer;
}

void dxgmap_ddi_heap_free_call(PVOID address, uint32_t tag, const void *site)
{
  /*@ check block: address == (void *)pool_block && tag == 0; */
  pool_frees += 1;
}

/* The registry is that of main_registry_set and main_registry_get. */
dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension)
{
  return NULL;
}

bool dxgmap_ddi_registry_set(dxgmap_ddi_adapter *a, PCWSTR name, const void *data, ULONG length)
{
  return false;
}

const dxgmap_ddi_value *dxgmap_ddi_registry_find(const dxgmap_ddi_adapter *a, PCWSTR name)
{
  return NULL;
}

const uint8_t *dxgmap_ddi_registry_data(const dxgmap_ddi_value *value)
{
  return value->bytes;
}

void *dxgmap_host_allocate(size_t bytes)
{
  return NULL;
}

void dxgmap_host_free(void *block, size_t bytes)
{
}

static void any_pool(SIZE_T bytes)
{
  pool_bytes = bytes;
  char *given = VideoPortAllocatePool(WORLD_OWN, VpNonPagedPool, bytes, 5);
  /*@ check given: given == pool_answer; */
  if (given != NULL) {
    VideoPortFreePool(WORLD_OWN, given);
    /*@ check once: pool_frees == 1; */
  }
}

void main(void)
{
  plain_machine();
  world_begin_once();
  any_pool(world_any() ? 0 : world_any() ? 4096 : SIZE_MAX);
}
