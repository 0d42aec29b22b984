/* SPDX-License-Identifier: MIT */
#include "ddi/callbacks/heap.h"

#include <string.h>

#include "ddi/call/acquire.h"
#include "ddi/call/call.h"
#include "ddi/machine/choice.h"
#include "ddi/machine/mdls.h"
#include "ddi/machine/pool.h"
#include "dxgmap_pool.h"
#include "wdm.h"

/* ExAllocatePool2 and its kin. A harness that has its own keeps them: these are weak. */

#ifndef _WIN32 /* whose linkers have no weak definitions */
#pragma weak ExAllocatePool2
#pragma weak ExAllocatePoolWithTag
#pragma weak ExAllocatePool
#pragma weak ExFreePoolWithTag
#pragma weak ExFreePool
#endif

#define DXGMAP_DDI_POOL_SOURCES (POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED)
#define DXGMAP_DDI_POOL_KNOWN                                                                    \
  (DXGMAP_DDI_POOL_SOURCES | POOL_FLAG_USE_QUOTA | POOL_FLAG_UNINITIALIZED | POOL_FLAG_SESSION | \
   POOL_FLAG_CACHE_ALIGNED | POOL_FLAG_RAISE_ON_FAILURE)
#define DXGMAP_DDI_POOL_REQUIRED 0xFFFFFFFFULL

/* What an allocation asks for. */
typedef struct {
  uint64_t bytes;
  uint32_t tag;
  bool paged;
  bool zero;
} dxgmap_ddi_heap_wish;

/* ---- Allocate ---- */

/* Memory that is not zeroed holds what was there before: something. */
static void dxgmap_ddi_heap_fill(const dxgmap_ddi_heap_block *block)
{
  memset(block->address, (int)(1 + dxgmap_ddi_choose(255)), (size_t)block->bytes);
}

static uint32_t dxgmap_ddi_heap_irql(dxgmap_ddi_call *call, bool paged)
{
  if (call->who.irql <= (paged ? APC_LEVEL : DISPATCH_LEVEL)) {
    return DXGMAP_CAUSE_NONE;
  }
  dxgmap_ddi_detail(&call->subject,
                    paged ? "paged pool is for APC_LEVEL and below" : "pool is for DISPATCH_LEVEL and below");
  return DXGMAP_CAUSE_BAD_IRQL;
}

static uint32_t dxgmap_ddi_heap_allocate(dxgmap_ddi_call *call, const dxgmap_ddi_heap_wish *wish, PVOID *address)
{
  uint32_t cause = dxgmap_ddi_heap_irql(call, wish->paged);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  bool pressure = dxgmap_ddi_pressed(call, 0, 0, wish->bytes);
  dxgmap_ddi_heap_block *block =
      pressure ? NULL : dxgmap_ddi_heap_take(wish->bytes, wish->tag, wish->paged, call->site);
  if (block == NULL) {
    return DXGMAP_CAUSE_NO_HOST;
  }
  if (!wish->zero) {
    dxgmap_ddi_heap_fill(block);
  }
  *address = block->address;
  return DXGMAP_CAUSE_NONE;
}

static PVOID dxgmap_ddi_heap_call(const dxgmap_ddi_heap_wish *wish, const char *fault, const void *site)
{
  dxgmap_ddi_call call;
  PVOID address = NULL;
  uint32_t cause = DXGMAP_CAUSE_NOT_OPEN;
  if (dxgmap_ddi_enter(&call, DXGMAP_OPERATION_ALLOCATE_POOL, NULL, site)) {
    cause = fault != NULL ? dxgmap_ddi_bad(&call, fault) : dxgmap_ddi_heap_allocate(&call, wish, &address);
  }
  (void)dxgmap_ddi_leave(&call, cause);
  return address;
}

PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
  POOL_FLAGS source = Flags & DXGMAP_DDI_POOL_SOURCES;
  dxgmap_ddi_heap_wish wish = {NumberOfBytes, Tag, source == POOL_FLAG_PAGED, (Flags & POOL_FLAG_UNINITIALIZED) == 0};
  const char *fault = NULL;
  if (source == 0 || (source & (source - 1)) != 0) {
    fault = "Flags has not exactly one of NON_PAGED, NON_PAGED_EXECUTE and PAGED";
  } else if ((Flags & DXGMAP_DDI_POOL_REQUIRED & ~DXGMAP_DDI_POOL_KNOWN) != 0) {
    fault = "Flags has a required flag that is not known";
  } else if (NumberOfBytes == 0) {
    fault = "NumberOfBytes is zero";
  }
  return dxgmap_ddi_heap_call(&wish, fault, DXGMAP_DDI_SITE);
}

PVOID dxgmap_ddi_heap_typed(POOL_TYPE type, SIZE_T bytes, ULONG tag, const void *site)
{
  dxgmap_ddi_heap_wish wish = {bytes > 0 ? bytes : 1, tag, ((uint32_t)type & PagedPool) != 0, false};
  return dxgmap_ddi_heap_call(&wish, NULL, site);
}

PVOID ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
  return dxgmap_ddi_heap_typed(PoolType, NumberOfBytes, Tag, DXGMAP_DDI_SITE);
}

PVOID ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
  return dxgmap_ddi_heap_typed(PoolType, NumberOfBytes, 0, DXGMAP_DDI_SITE);
}

/* ---- Free ---- */

/* Why the address is that of no live block. */
static uint32_t dxgmap_ddi_heap_stray(dxgmap_ddi_call *call, const void *address)
{
  const dxgmap_ddi_heap_block *freed = dxgmap_ddi_heap_freed_at(address);
  const dxgmap_ddi_heap_block *around = dxgmap_ddi_heap_around(address);
  if (address == NULL) {
    dxgmap_ddi_detail(&call->subject, "P is NULL");
  } else if (freed != NULL) {
    dxgmap_ddi_tell(&call->subject, DXGMAP_MAPPING_POOL, &freed->made, &freed->freed);
    dxgmap_ddi_detail(&call->subject, "the memory was freed already");
  } else if (around != NULL) {
    dxgmap_ddi_tell(&call->subject, DXGMAP_MAPPING_POOL, &around->made, NULL);
    dxgmap_ddi_detail_numbers(&call->subject, "the address lies inside an allocation, which begins at ",
                              (uint64_t)(uintptr_t)around->address, " and has so many bytes: ", around->bytes);
  } else {
    dxgmap_ddi_detail(&call->subject, "no pool memory was ever given at the address, or it was freed long ago");
  }
  return DXGMAP_CAUSE_BAD_POOL;
}

/* An MDL that has a part of the block locked, or mapped to an IOMMU; NULL: none. */
static const dxgmap_ddi_mdl *dxgmap_ddi_heap_locked(const dxgmap_ddi_heap_block *block)
{
  uint64_t first = (uint64_t)(uintptr_t)block->address;
  const dxgmap_ddi_mdl *e = dxgmap_ddi_mdl_after(NULL);
  for (; e != NULL; e = dxgmap_ddi_mdl_after(e)) {
    uint64_t begins = (uint64_t)(uintptr_t)e->address;
    bool holds = e->state == DXGMAP_DDI_MDL_LOCKED || (e->state == DXGMAP_DDI_MDL_BUILT && e->maps != NULL);
    if (holds && begins < first + block->bytes && first < begins + e->length) {
      return e;
    }
  }
  return NULL;
}

/* Whether somebody holds the block's frames beside the block itself. */
static bool dxgmap_ddi_heap_held(const dxgmap_ddi_heap_block *block)
{
  for (uint64_t i = 0; i < block->place->pages; i++) {
    if (dxgmap_host_frame_holds(block->place->frames[i]) > 1) {
      return true;
    }
  }
  return false;
}

static void dxgmap_ddi_heap_report_locked(dxgmap_ddi_call *call, const dxgmap_ddi_heap_block *block)
{
  const dxgmap_ddi_mdl *mdl = dxgmap_ddi_heap_held(block) ? dxgmap_ddi_heap_locked(block) : NULL;
  if (mdl != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MEMORY_GONE, 0);
    note->address = (uint64_t)(uintptr_t)mdl->mdl;
    dxgmap_ddi_tell(note, DXGMAP_MAPPING_MDL_ITSELF, &mdl->lock, NULL);
    dxgmap_ddi_detail(note, "an MDL has the memory locked; its pages stay the device's, and go when the MDL and its "
                            "mappings do");
  }
}

static uint32_t dxgmap_ddi_heap_free(dxgmap_ddi_call *call, PVOID address, uint32_t tag)
{
  dxgmap_ddi_heap_block *block = dxgmap_ddi_heap_at(address);
  call->subject.address = (uint64_t)(uintptr_t)address;
  if (block == NULL) {
    return dxgmap_ddi_heap_stray(call, address);
  }
  uint32_t cause = dxgmap_ddi_heap_irql(call, block->paged);
  if (cause != DXGMAP_CAUSE_NONE) {
    return cause;
  }
  if (tag != 0 && block->tag != 0 && tag != block->tag) {
    dxgmap_ddi_tell(&call->subject, DXGMAP_MAPPING_POOL, &block->made, NULL);
    dxgmap_ddi_detail_numbers(&call->subject, "the memory was allocated with the tag ", block->tag,
                              " and is freed with the tag ", tag);
    cause = DXGMAP_CAUSE_BAD_POOL;
  }
  dxgmap_ddi_heap_report_locked(call, block);
  dxgmap_ddi_heap_give(block, call->site);
  return cause;
}

void dxgmap_ddi_heap_free_call(PVOID address, uint32_t tag, const void *site)
{
  dxgmap_ddi_call call;
  bool open = dxgmap_ddi_enter(&call, DXGMAP_OPERATION_FREE_POOL, NULL, site);
  (void)dxgmap_ddi_leave(&call, open ? dxgmap_ddi_heap_free(&call, address, tag) : (uint32_t)DXGMAP_CAUSE_NOT_OPEN);
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag)
{
  dxgmap_ddi_heap_free_call(P, Tag, DXGMAP_DDI_SITE);
}

VOID ExFreePool(PVOID P)
{
  dxgmap_ddi_heap_free_call(P, 0, DXGMAP_DDI_SITE);
}
