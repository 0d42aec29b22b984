/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* Pool memory. The analyser knows what was never written, and what was freed. */

static PVOID dxgmap_check_pool(uint64_t bytes, uint32_t tag, bool paged, bool zero, const char *fault)
{
  dxgmap_check_entry *made = NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  dxgmap_check_enter(DXGMAP_OPERATION_ALLOCATE_POOL);
  if (fault != NULL) {
    cause = dxgmap_check_bad(fault);
  } else if (dxgmap_checked.irql > (paged ? APC_LEVEL : DISPATCH_LEVEL)) {
    cause = DXGMAP_CAUSE_BAD_IRQL;
  } else if (dxgmap_check_fails()) {
    cause = DXGMAP_CAUSE_NO_HOST;
  } else {
    made = dxgmap_check_new(DXGMAP_MAPPING_POOL, 0);
    made->tag = tag;
    made->length = bytes;
    made->block = malloc((size_t)bytes);
    made->address = made->block;
    if (zero) {
      memset(made->block, 0, (size_t)bytes);
    }
  }
  (void)dxgmap_check_leave(DXGMAP_OPERATION_ALLOCATE_POOL, cause, made);
  return made != NULL ? made->address : NULL;
}

PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
  POOL_FLAGS source = Flags & (POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED);
  const char *fault = NULL;
  if (source == 0 || (source & (source - 1)) != 0) {
    fault = "Flags has not exactly one of NON_PAGED, NON_PAGED_EXECUTE and PAGED";
  } else if (NumberOfBytes == 0) {
    fault = "NumberOfBytes is zero";
  }
  return dxgmap_check_pool(NumberOfBytes, Tag, source == POOL_FLAG_PAGED, (Flags & POOL_FLAG_UNINITIALIZED) == 0,
                           fault);
}

PVOID ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
  return dxgmap_check_pool(NumberOfBytes > 0 ? NumberOfBytes : 1, Tag, ((uint32_t)PoolType & PagedPool) != 0, false,
                           NULL);
}

PVOID ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
  return ExAllocatePoolWithTag(PoolType, NumberOfBytes, 0);
}

/* A locked MDL that describes the block from its beginning; NULL: none. */
static dxgmap_check_entry *dxgmap_check_pool_locked(const dxgmap_check_entry *pool)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == DXGMAP_MAPPING_MDL_ITSELF && e->locked && e->address == pool->address) {
      return e;
    }
  }
  return NULL;
}

static uint32_t dxgmap_check_free_pool(const void *address, uint32_t tag)
{
  dxgmap_check_entry *entry = address != NULL ? dxgmap_check_by_address(DXGMAP_MAPPING_POOL, address) : NULL;
  uint32_t cause = DXGMAP_CAUSE_NONE;
  if (entry == NULL) {
    dxgmap_check_about(dxgmap_check_ended_address(DXGMAP_MAPPING_POOL, address));
    return DXGMAP_CAUSE_BAD_POOL;
  }
  if (tag != 0 && entry->tag != 0 && tag != entry->tag) {
    cause = DXGMAP_CAUSE_BAD_POOL;
  }
  dxgmap_check_entry *mdl = dxgmap_check_pool_locked(entry);
  if (mdl != NULL) {
    dxgmap_check_report(DXGMAP_OPERATION_FREE_POOL, DXGMAP_CAUSE_MEMORY_GONE, mdl, "an MDL has the memory locked");
    mdl->address = NULL;
  }
  dxgmap_check_end(entry);
  return cause;
}

VOID ExFreePoolWithTag(PVOID P, ULONG Tag)
{
  dxgmap_check_enter(DXGMAP_OPERATION_FREE_POOL);
  (void)dxgmap_check_leave(DXGMAP_OPERATION_FREE_POOL, dxgmap_check_free_pool(P, Tag), NULL);
}

VOID ExFreePool(PVOID P)
{
  ExFreePoolWithTag(P, 0);
}

void dxgmap_check_left(void)
{
  for (uint32_t i = 0; i < dxgmap_checked.entries; i++) {
    const dxgmap_check_entry *e = &dxgmap_checked.entry[i];
    if (e->live && e->kind == DXGMAP_MAPPING_MDL_ITSELF) {
      dxgmap_check_report(DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_MDL_LEFT, e,
                          e->locked ? "MmUnlockPages was never called" : "IoFreeMdl was never called");
    } else if (e->live && e->kind == DXGMAP_MAPPING_POOL) {
      dxgmap_check_report(DXGMAP_OPERATION_CLOSE, DXGMAP_CAUSE_LEAK, e, "pool memory was never freed");
    }
  }
}
