/* SPDX-License-Identifier: MIT */
#include "ddi/call/cache.h"

#include "dxgmap_memory.h"
#include "host/host.h"

static const char *const dxgmap_ddi_caches[] = {
    "MmNonCached", "MmCached", "MmWriteCombined", "MmHardwareCoherentCached", "MmNonCachedUnordered", "MmUSWCCached"};

_Static_assert(sizeof(dxgmap_ddi_caches) / sizeof(dxgmap_ddi_caches[0]) == MmMaximumCacheType,
               "a cache type has no name");

bool dxgmap_ddi_cache_known(uint32_t cache)
{
  return cache < MmMaximumCacheType;
}

static bool dxgmap_ddi_cache_overlap(const dxgmap_ddi_record *a, const dxgmap_ddi_record *b)
{
  return a->physical - b->physical < b->length || b->physical - a->physical < a->length;
}

/* Ranges of device memory belong to one adapter each, so the adapter need not be compared. */
static const dxgmap_ddi_record *dxgmap_ddi_cache_other(const dxgmap_ddi_record *record)
{
  const dxgmap_ddi_record *r = dxgmap_ddi_record_views();
  while (r != NULL && (r->cache == record->cache || !dxgmap_ddi_cache_overlap(r, record))) {
    r = r->next_view;
  }
  return r;
}

static void dxgmap_ddi_cache_detail(dxgmap_ddi_note *note, uint32_t now, const char *between, uint32_t before)
{
  dxgmap_host_text text;
  dxgmap_host_text_to_string(&text, note->detail, sizeof(note->detail));
  dxgmap_host_text_put(&text, "the range is mapped ");
  dxgmap_host_text_put(&text, dxgmap_ddi_caches[now]);
  dxgmap_host_text_put(&text, between);
  dxgmap_host_text_put(&text, dxgmap_ddi_caches[before]);
  dxgmap_host_text_flush(&text);
}

void dxgmap_ddi_note_cache(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  const dxgmap_ddi_record *other = dxgmap_ddi_cache_other(record);
  if (other != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_CACHE_CONFLICT, other->mapping);
    note->address = record->physical;
    dxgmap_ddi_cache_detail(note, record->cache, ", and a live view of it is ", other->cache);
  }
  if (record->cache == MmCached) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_CACHE_CONFLICT, record->mapping);
    note->address = record->physical;
    note->severity = DXGMAP_SEVERITY_WARNING;
    dxgmap_ddi_detail(note,
                      "memory of the device is mapped MmCached: registers are then read and written in the cache");
  }
}
