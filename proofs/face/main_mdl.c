/* SPDX-License-Identifier: MIT */
/* IoAllocateMdl, IoFreeMdl, MmProbeAndLockPages, MmBuildMdlForNonPagedPool, MmUnlockPages, MmSizeOfMdl. */
#include <stdlib.h>

#include "world_all.h"

#include "ddi/machine/pool.h"

#include "model/ddi/callbacks/mdl.c"

#include "inputs.h"
#include "plain_machine.h"

/* An MDL that is known, with room for just its pages; its header holds what its driver wrote. */
static dxgmap_ddi_mdl mdl_known;
static uint64_t mdl_spans;
static dxgmap_ddi_heap_block mdl_block;

/* Frama-C's C library has these without a contract. */
unsigned long long __fc_atomic_exchange(void *object, unsigned long long desired, size_t size)
{
  /*@ check there: \valid((_Bool *)object); */
  (void)size;
  unsigned long long held = *(_Bool *)object;
  *(_Bool *)object = desired != 0;
  return held;
}

void __fc_atomic_store_marker(void *object, unsigned long long desired)
{
  /*@ check there: \valid((_Bool *)object); */
  *(_Bool *)object = desired != 0;
}

void dxgmap_ddi_mdl_adopt(PMDL mdl)
{
  (void)mdl;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  return mdl == mdl_known.mdl && world_any() ? &mdl_known : NULL;
}

bool dxgmap_ddi_mdl_there(const dxgmap_ddi_mdl *entry)
{
  /*@ check valid: \valid_read(entry); */
  return world_any();
}

uint64_t dxgmap_ddi_mdl_span(const MDL *head)
{
  /*@ check valid: \valid_read(head); */
  return mdl_spans;
}

void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry)
{
  /*@ check known: entry == &mdl_known; */
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

static void make_mdl(size_t pages)
{
  MDL *mdl = malloc(sizeof(MDL) + pages * sizeof(PFN_NUMBER));
  Frama_C_make_unknown((char *)mdl, sizeof(MDL) + pages * sizeof(PFN_NUMBER));
  mdl->Next = NULL;
  mdl->Process = NULL;
  mdl->MappedSystemVa = NULL;
  mdl->StartVa = NULL;
  mdl_known.mdl = mdl;
  mdl_known.bytes = sizeof(MDL) + pages * sizeof(PFN_NUMBER);
  mdl_known.frames = malloc(pages * sizeof(uint64_t));
  Frama_C_make_unknown((char *)mdl_known.frames, pages * sizeof(uint64_t));
  mdl_known.pages = pages;
  mdl_known.locked = world_any() ? pages : 0;
  mdl_known.state = Frama_C_unsigned_int_interval(DXGMAP_DDI_MDL_EMPTY, DXGMAP_DDI_MDL_PART);
  mdl_known.owner = world_any() ? WORLD_LIVE : 0;
  mdl_known.by_hand = world_any();
  mdl_known.maps = world_any() ? &world_live : NULL;
}

static PMDL any_mdl(void)
{
  return world_any() ? mdl_known.mdl : world_any() ? NULL : (PMDL)WORLD_OWN;
}

static void lock(uint64_t pages)
{
  mdl_spans = pages;
  world_begin();
  if (world_any()) {
    MmProbeAndLockPages(any_mdl(), (KPROCESSOR_MODE)world_any(), (LOCK_OPERATION)Frama_C_interval(0, 2));
  } else {
    MmBuildMdlForNonPagedPool(any_mdl());
  }
  /*@ check room: mdl_known.locked <= mdl_known.pages; */
}

static void lock_any(void)
{
  switch (Frama_C_interval(0, 4)) {
  case 0:
    lock(0);
    break;
  case 1:
    lock(1);
    break;
  case 2:
    lock(2);
    break;
  case 3:
    lock(3);
    break;
  default:
    lock(Frama_C_unsigned_long_interval(4, 0x100001));
    break;
  }
}

static void end(void)
{
  world_begin();
  if (world_any()) {
    IoFreeMdl(any_mdl());
  } else {
    MmUnlockPages(any_mdl());
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
  make_mdl(2);
  switch (Frama_C_interval(0, 3)) {
  case 0:
    lock_any();
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
