/* SPDX-License-Identifier: MIT */
#include "ddi/machine/mdls.h"

#include "ddi/machine/record.h"
#include "ddi/machine/shard.h"
#include "dxgmap.h"

#define DXGMAP_DDI_MDL_BUCKETS ((size_t)1 << 12)

static dxgmap_ddi_mdl **dxgmap_ddi_mdl_bucket;
static uint64_t dxgmap_ddi_mdl_count; /* an empty table is not looked through, which would touch it */

static size_t dxgmap_ddi_mdl_hash(PMDL mdl)
{
  return (size_t)(((uint64_t)(uintptr_t)mdl * 0x9E3779B97F4A7C15u) >> 52) % DXGMAP_DDI_MDL_BUCKETS;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  dxgmap_ddi_mdl *entry = NULL;
  if (dxgmap_ddi_mdl_bucket != NULL) {
    entry = dxgmap_ddi_mdl_bucket[dxgmap_ddi_mdl_hash(mdl)];
  }
  while (entry != NULL && entry->mdl != mdl) {
    entry = entry->next;
  }
  return entry;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_after(const dxgmap_ddi_mdl *entry)
{
  size_t bucket = entry != NULL ? dxgmap_ddi_mdl_hash(entry->mdl) + 1 : 0;
  dxgmap_ddi_mdl *next = entry != NULL ? entry->next : NULL;
  while (next == NULL && dxgmap_ddi_mdl_count != 0 && bucket < DXGMAP_DDI_MDL_BUCKETS) {
    next = dxgmap_ddi_mdl_bucket[bucket];
    bucket++;
  }
  return next;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_entry(PMDL mdl, uint64_t bytes, uint64_t pages)
{
  dxgmap_ddi_mdl *entry = dxgmap_host_allocate(sizeof(*entry));
  if (entry == NULL) {
    return NULL;
  }
  entry->mdl = mdl;
  entry->bytes = bytes;
  entry->pages = pages;
  entry->frames = dxgmap_host_allocate((size_t)pages * sizeof(uint64_t));
  if (pages > 0 && entry->frames == NULL) {
    dxgmap_host_free(entry, sizeof(*entry));
    return NULL;
  }
  return entry;
}

void dxgmap_ddi_mdl_entry_free(dxgmap_ddi_mdl *entry)
{
  dxgmap_host_free(entry->frames, (size_t)entry->pages * sizeof(uint64_t));
  dxgmap_host_free(entry, sizeof(*entry));
}

void dxgmap_ddi_mdl_add(dxgmap_ddi_mdl *entry)
{
  size_t hash = dxgmap_ddi_mdl_hash(entry->mdl);
  entry->next = dxgmap_ddi_mdl_bucket[hash];
  dxgmap_ddi_mdl_bucket[hash] = entry;
  dxgmap_ddi_mdl_count += 1;
}

void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry)
{
  dxgmap_ddi_mdl **link = &dxgmap_ddi_mdl_bucket[dxgmap_ddi_mdl_hash(entry->mdl)];
  while (*link != entry) {
    link = &(*link)->next;
  }
  *link = entry->next;
  dxgmap_ddi_mdl_count -= 1;
  dxgmap_ddi_mdl_entry_free(entry);
}

/* Of an MDL that was never mapped, and of one that is mapped to several adapters. */
#define DXGMAP_DDI_MDL_NOBODYS 0u
#define DXGMAP_DDI_MDL_SHARED UINT32_MAX

bool dxgmap_ddi_mdl_own(dxgmap_ddi_mdl *entry)
{
  uint32_t shard = dxgmap_host_holder();
  uint32_t owners = __atomic_load_n(&entry->owners, __ATOMIC_RELAXED);
  return owners == shard ||
         (owners == DXGMAP_DDI_MDL_NOBODYS &&
          __atomic_compare_exchange_n(&entry->owners, &owners, shard, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED));
}

/* Under the lock of a part it is the part's already. */
static void dxgmap_ddi_mdl_settle(dxgmap_ddi_mdl *entry, uint32_t shard)
{
  uint32_t owners = __atomic_load_n(&entry->owners, __ATOMIC_RELAXED);
  if (owners != shard) {
    owners = entry->maps == NULL ? shard : DXGMAP_DDI_MDL_SHARED;
    __atomic_store_n(&entry->owners, owners, __ATOMIC_RELAXED);
  }
}

void dxgmap_ddi_mdl_join(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *record)
{
  dxgmap_ddi_mdl_settle(entry, dxgmap_ddi_shard_of(record->mapping));
  record->source = entry;
  record->joined = true;
  /* What an empty one claims, nobody holds; and a pin that ends must know who else has the frames that it lends. */
  record->borrows = entry->locked != 0;
  if (!record->borrows) {
    dxgmap_host_frames_hold(dxgmap_ddi_record_frames(record), record->pages);
  }
  record->before = NULL;
  record->beside = entry->maps;
  if (entry->maps != NULL) {
    entry->maps->before = record;
  }
  entry->maps = record;
}

void dxgmap_ddi_mdl_part(dxgmap_ddi_record *record)
{
  if (!record->joined) {
    return;
  }
  dxgmap_ddi_mdl *entry = record->source;
  if (record->before != NULL) {
    record->before->beside = record->beside;
  } else {
    entry->maps = record->beside;
  }
  if (record->beside != NULL) {
    record->beside->before = record->before;
  }
  record->beside = NULL;
  record->joined = false;
  record->mdl = entry->mdl;
}

void dxgmap_ddi_mdl_show(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *view)
{
  view->beside = entry->views;
  entry->views = view;
}

void dxgmap_ddi_mdl_hide(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *view)
{
  dxgmap_ddi_record **link = &entry->views;
  while (*link != view) {
    link = &(*link)->beside;
  }
  *link = view->beside;
  view->beside = NULL;
  entry->view = view->mapping;
}

/* The mapping outlives what its MDL holds. */
static void dxgmap_ddi_mdl_keep(dxgmap_ddi_record *record)
{
  if (record->borrows) {
    dxgmap_host_frames_hold(dxgmap_ddi_record_frames(record), record->pages);
    record->borrows = false;
  }
}

uint64_t dxgmap_ddi_mdl_abandon(dxgmap_ddi_mdl *entry, uint64_t *mappings)
{
  uint64_t one = 0;
  *mappings = 0;
  while (entry->maps != NULL) {
    one = entry->maps->mapping;
    *mappings += 1;
    dxgmap_ddi_mdl_keep(entry->maps);
    dxgmap_ddi_mdl_part(entry->maps);
  }
  return one;
}

void dxgmap_ddi_mdl_describe(PMDL mdl, const void *address, uint64_t bytes)
{
  uintptr_t first = (uintptr_t)address;
  uint64_t size = dxgmap_ddi_mdl_size(ADDRESS_AND_SIZE_TO_SPAN_PAGES(address, bytes));
  mdl->Next = NULL;
  mdl->Size = (CSHORT)(uint16_t)(size & 0xFFFFu); /* 16 bits is all that Windows has for it */
  mdl->MdlFlags = 0;
  mdl->Process = NULL;
  mdl->MappedSystemVa = NULL;
  mdl->StartVa = (PVOID)(first & ~DXGMAP_IN_PAGE);
  mdl->ByteCount = (ULONG)bytes;
  mdl->ByteOffset = BYTE_OFFSET(address);
}

size_t dxgmap_ddi_mdl_size(uint64_t pages)
{
  return sizeof(MDL) + (size_t)pages * sizeof(PFN_NUMBER);
}

uint64_t dxgmap_ddi_mdl_span(const MDL *head)
{
  return ADDRESS_AND_SIZE_TO_SPAN_PAGES((uintptr_t)head->ByteOffset, head->ByteCount);
}

bool dxgmap_ddi_mdls_open(void)
{
  dxgmap_ddi_mdl_bucket = dxgmap_host_reserve_lasting(DXGMAP_DDI_MDL_BUCKETS * sizeof(dxgmap_ddi_mdl *));
  return dxgmap_ddi_mdl_bucket != NULL;
}

static void dxgmap_ddi_mdl_close(dxgmap_ddi_mdl *entry)
{
  bool driver = entry->state != DXGMAP_DDI_MDL_LENT && entry->state != DXGMAP_DDI_MDL_GONE;
  if (driver && !entry->by_hand) {
    dxgmap_host_free(entry->mdl, (size_t)entry->bytes);
  }
  dxgmap_ddi_mdl_entry_free(entry);
}

void dxgmap_ddi_mdls_close(void)
{
  if (dxgmap_ddi_mdl_bucket == NULL) {
    return;
  }
  for (size_t i = 0; dxgmap_ddi_mdl_count != 0 && i < DXGMAP_DDI_MDL_BUCKETS; i++) {
    while (dxgmap_ddi_mdl_bucket[i] != NULL) {
      dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_bucket[i];
      dxgmap_ddi_mdl_bucket[i] = entry->next;
      dxgmap_ddi_mdl_close(entry);
    }
  }
  dxgmap_host_unreserve_lasting(dxgmap_ddi_mdl_bucket, DXGMAP_DDI_MDL_BUCKETS * sizeof(dxgmap_ddi_mdl *));
  dxgmap_ddi_mdl_bucket = NULL;
  dxgmap_ddi_mdl_count = 0;
}
