/* SPDX-License-Identifier: MIT */
/* ExAllocatePool2, ExFreePool and their kin. */
#include "world_all.h"
#include "world_atomic.h"
#include "world_more.h"

#include "model/ddi/callbacks/pool.c"

#include "inputs.h"
#include "plain_machine.h"

/* A block of pool memory, live or freed, in two pages, and an MDL that may have it locked. */
static uint8_t pool_bytes[16];
static uint64_t pool_frames[2];
static dxgmap_ddi_heap_place pool_place;
static dxgmap_ddi_heap_block pool_block;
static dxgmap_ddi_mdl pool_mdl;
static dxgmap_ddi_record pool_map;
static bool pool_given;

static dxgmap_ddi_heap_block *any_block(void)
{
  return Frama_C_nondet_ptr(&pool_block, NULL);
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_take(uint64_t bytes, uint32_t tag, bool paged, const void *site)
{
  /*@ check some: 0 < bytes; */
  (void)site;
  if (bytes > sizeof(pool_bytes) || world_any()) {
    return NULL;
  }
  pool_block.bytes = bytes;
  pool_block.tag = tag;
  pool_block.paged = paged;
  world_acquired = true;
  return &pool_block;
}

void dxgmap_ddi_heap_give(dxgmap_ddi_heap_block *block, const void *site)
{
  void *place = block->place;
  /*@ check live: place != \null; */
  (void)site;
  block->place = NULL;
  pool_given = true;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_at(const void *address)
{
  (void)address;
  return any_block();
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_freed_at(const void *address)
{
  (void)address;
  return any_block();
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_around(const void *address)
{
  (void)address;
  return any_block();
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_after(const dxgmap_ddi_mdl *entry)
{
  return entry == NULL && world_any() ? &pool_mdl : NULL;
}

uint64_t dxgmap_host_frame_holds(uint64_t frame)
{
  (void)frame;
  return world_any64();
}

static void make_block(void)
{
  pool_place.frames = pool_frames;
  pool_place.pages = Frama_C_unsigned_long_interval(1, 2);
  pool_block.place = &pool_place;
  pool_block.address = pool_bytes;
  pool_block.bytes = Frama_C_unsigned_long_interval(1, sizeof(pool_bytes));
  pool_block.tag = world_any32();
  pool_block.paged = WORLD_BIT;
  pool_mdl.mdl = WORLD_OWN;
  pool_mdl.address = (void *)(uintptr_t)world_any64();
  pool_mdl.length = world_any64();
  pool_mdl.state = Frama_C_unsigned_int_interval(DXGMAP_DDI_MDL_EMPTY, DXGMAP_DDI_MDL_PART);
  pool_mdl.maps = Frama_C_nondet_ptr(&pool_map, NULL);
}

static void allocate(void)
{
  void *given;
  SIZE_T bytes = world_any() ? 0 : Frama_C_unsigned_long_interval(1, UINT64_MAX);
  switch (Frama_C_interval(0, 3)) {
  case 0:
    given = ExAllocatePool2(world_any64(), bytes, world_any32());
    break;
  case 1:
    given = ExAllocatePoolWithTag((POOL_TYPE)world_any32(), bytes, world_any32());
    break;
  case 2:
    given = ExAllocatePool((POOL_TYPE)world_any32(), bytes);
    break;
  default:
    given = dxgmap_ddi_heap_typed((POOL_TYPE)world_any32(), bytes, world_any32(), WORLD_OWN);
    break;
  }
  /*@ check told: (given != \null) == world_acquired; */
}

static void give(void)
{
  PVOID address = world_any() ? (PVOID)pool_bytes : (PVOID)(uintptr_t)world_any64();
  switch (Frama_C_interval(0, 2)) {
  case 0:
    ExFreePoolWithTag(address, world_any32());
    break;
  case 1:
    ExFreePool(address);
    break;
  default:
    dxgmap_ddi_heap_free_call(address, 0, WORLD_OWN);
    break;
  }
}

void main(void)
{
  plain_machine();
  world_begin_once();
  make_block();
  if (world_any()) {
    allocate();
  } else {
    give();
  }
}
