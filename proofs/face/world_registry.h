/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_REGISTRY_H
#define DXGMAP_FACE_WORLD_REGISTRY_H

#include <stdlib.h>

#include "world.h"

#include "ddi/machine/registry.h"

/* The registry of a miniport, which has set no value yet, one or two; and the memory that values stand in: each block
   has just the room that was asked for. After video_services.c. */

static WCHAR registry_a[] = {'a', 0};
static WCHAR registry_bc[] = {'b', 'c', 0};
static const uint8_t registry_three[] = {1, 2, 3};
static const uint8_t registry_eight[] = {9, 8, 7, 6, 5, 4, 3, 2};

static uint32_t registry_blocks; /* that are taken */

#define REGISTRY_BLOCK(data) (sizeof(dxgmap_ddi_value) + 8 + sizeof(data)) /* behind eight bytes of a name */

/* Eva takes the blocks of one line for one, which has several sizes then. */
void *dxgmap_host_allocate(size_t bytes)
{
  if (world_any()) {
    return NULL;
  }
  registry_blocks += 1;
  if (bytes == REGISTRY_BLOCK(registry_three)) {
    return calloc(1, bytes);
  }
  return calloc(1, bytes);
}

void dxgmap_host_free(void *block, size_t bytes)
{
  uint32_t blocks = registry_blocks;
  /*@ check taken: 0 < blocks; */
  /*@ check all: \block_length((char *)block) == bytes; */
  registry_blocks -= 1;
  free(block);
}

dxgmap_ddi_adapter *dxgmap_ddi_adapter_of_extension(const void *extension)
{
  (void)extension;
  return world_any() ? &dxgmap_ddi.adapter[0] : NULL;
}

/* Pool is main_pool's, and main_video_pool's. */
PVOID dxgmap_ddi_heap_typed(POOL_TYPE type, SIZE_T bytes, ULONG tag, const void *site)
{
  return NULL;
}

void dxgmap_ddi_heap_free_call(PVOID address, uint32_t tag, const void *site)
{
}

/* What a call has set before: the names have two letters at most. */
static dxgmap_ddi_value *registry_value(dxgmap_ddi_value *next, const WCHAR *name, size_t name_bytes,
                                        const uint8_t *data, size_t length)
{
  size_t block = sizeof(dxgmap_ddi_value) + 8 + length;
  dxgmap_ddi_value *value = calloc(1, block);
  registry_blocks += 1;
  value->next = next;
  value->block = block;
  value->name = name_bytes;
  value->length = length;
  memcpy(value->bytes, name, name_bytes);
  memcpy(value->bytes + 8, data, length);
  return value;
}

/* How many there are: each number is a case of its own. */
static uint32_t registry_begin(void)
{
  dxgmap_ddi_value *first = NULL;
  uint32_t values = (uint32_t)Frama_C_interval(0, 2);
  if (values > 0) {
    first = registry_value(NULL, registry_a, sizeof(registry_a), registry_three, sizeof(registry_three));
  }
  if (values > 1) {
    first = registry_value(first, registry_bc, sizeof(registry_bc), registry_eight, sizeof(registry_eight));
  }
  dxgmap_ddi.adapter[0].values = first;
  return values;
}

/* The adapter is stopped. */
static void registry_end(void)
{
  dxgmap_ddi_registry_close(&dxgmap_ddi.adapter[0]);
  uint32_t blocks = registry_blocks;
  /*@ check given: blocks == 0; */
}

#endif
