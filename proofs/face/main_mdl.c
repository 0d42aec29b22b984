/* SPDX-License-Identifier: MIT */
/* IoAllocateMdl, IoFreeMdl, MmProbeAndLockPages, MmBuildMdlForNonPagedPool, MmUnlockPages, MmSizeOfMdl. */
#include <stdlib.h>

#include "world_all.h"
#include "world_atomic.h"

#include "ddi/machine/pool.h"

#include "model/ddi/callbacks/mdl.c"

#include "inputs.h"
#include "plain_machine.h"
#include "world_mdl.h"

static dxgmap_ddi_heap_block mdl_block;

void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry)
{
  /*@ check known: entry == &world_mdl[0]; */
  entry->frames = NULL;
}

dxgmap_ddi_heap_block *dxgmap_ddi_heap_around(const void *address)
{
  (void)address;
  mdl_block.paged = world_any();
  return world_any() ? &mdl_block : NULL;
}

void *dxgmap_host_allocate(size_t size)
{
  return world_any() ? NULL : malloc(size);
}

void dxgmap_host_free(void *memory, size_t size)
{
  /*@ check there: memory == \null || \valid((char *)memory); */
}

void dxgmap_host_stack_capture(const void *site, dxgmap_host_stack *stack)
{
  /*@ check room: \valid(stack); */
}

dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write, uint64_t *frames)
{
  /*@ check room: \valid(frames + (0 .. pages - 1)); */
  switch (Frama_C_interval(0, 2)) {
  case 0:
    return DXGMAP_HOST_BAD_ADDRESS;
  case 1:
    return DXGMAP_HOST_NO_MEMORY;
  default:
    for (uint64_t i = 0; i < pages; i++) {
      frames[i] = world_any64();
    }
    return DXGMAP_HOST_OK;
  }
}

static void lock(HANDLE unused, uint64_t pages)
{
  (void)unused;
  world_mdl_speaks(pages);
  world_begin();
  if (world_any()) {
    MmProbeAndLockPages(world_any_mdl(), (KPROCESSOR_MODE)world_any(), (LOCK_OPERATION)Frama_C_interval(0, 2));
  } else {
    MmBuildMdlForNonPagedPool(world_any_mdl());
  }
  /*@ check room: world_mdl[0].locked <= world_mdl[0].pages; */
}

static void end(void)
{
  world_begin();
  if (world_any()) {
    IoFreeMdl(world_any_mdl());
  } else {
    MmUnlockPages(world_any_mdl());
  }
}

static void allocate(ULONG length)
{
  PVOID address = (PVOID)(uintptr_t)world_any64();
  world_begin();
  PMDL made =
      IoAllocateMdl(address, length, (BOOLEAN)world_any(), (BOOLEAN)world_any(), world_any() ? WORLD_OWN : NULL);
  if (made != NULL) {
    /*@ check there: \valid(made); */
  }
  (void)MmSizeOfMdl(address, world_any64());
}

void main(void)
{
  plain_machine();
  world_make_mdl(0, 2);
  world_mdl[0].maps = world_any() ? &world_live : NULL;
  switch (Frama_C_interval(0, 3)) {
  case 0:
    WORLD_MDL_SPANS(lock, NULL);
    break;
  case 1:
    end();
    break;
  case 2:
    allocate(PAGE_SIZE);
    break;
  default:
    allocate(world_any32());
    break;
  }
}
