/* SPDX-License-Identifier: MIT */
#include "ddi/machine/released.h"

#include "ddi/machine/shard.h"
#include "ddi/machine/system.h"
#include "dxgmap.h"

/* Written by every release, and so on cache lines of its own. */
typedef struct {
  _Alignas(128) dxgmap_ddi_record *oldest;
  dxgmap_ddi_record *youngest;
  uint64_t count;
  uint64_t clock; /* the stamp of the youngest that it ever had */
} dxgmap_ddi_released;

static dxgmap_ddi_released dxgmap_ddi_released_of[DXGMAP_DDI_SHARDS];
static uint64_t dxgmap_ddi_released_most;

/* The last stamp that the thread gave. A release is later than the last one of its shard, and than the last one of its
   thread: which no clock of all has to say, that everybody would write. */
static _Thread_local uint64_t dxgmap_ddi_released_clock __attribute__((tls_model("initial-exec")));

static void dxgmap_ddi_released_date(dxgmap_ddi_released *shard, dxgmap_ddi_record *record)
{
  uint64_t last = shard->clock > dxgmap_ddi_released_clock ? shard->clock : dxgmap_ddi_released_clock;
  shard->clock = last + 1;
  dxgmap_ddi_released_clock = last + 1;
  record->stamp = shard->clock;
}

dxgmap_ddi_record *dxgmap_ddi_released_take(uint32_t shard)
{
  dxgmap_ddi_released *released = &dxgmap_ddi_released_of[shard];
  dxgmap_ddi_record *record = released->oldest;
  if (record == NULL) {
    return NULL;
  }
  released->oldest = record->later;
  if (record->later == NULL) {
    released->youngest = NULL;
  }
  released->count -= 1;
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_released_add(dxgmap_ddi_record *record)
{
  uint32_t shard = dxgmap_ddi_shard_of(record->mapping);
  dxgmap_ddi_released *released = &dxgmap_ddi_released_of[shard];
  if (released->youngest != NULL) {
    released->youngest->later = record;
  } else {
    released->oldest = record;
  }
  released->youngest = record;
  released->count += 1;
  dxgmap_ddi_released_date(released, record);
  return released->count > dxgmap_ddi_released_most ? dxgmap_ddi_released_take(shard) : NULL;
}

const dxgmap_ddi_record *dxgmap_ddi_released_next(uint32_t shard)
{
  const dxgmap_ddi_released *released = &dxgmap_ddi_released_of[shard];
  return released->count >= dxgmap_ddi_released_most ? released->oldest : NULL;
}

/* ---- Who had it last ---- */

/* How near a record is to the adapter: its own, one that ended with another adapter, or none to name. */
static uint32_t dxgmap_ddi_released_near(const dxgmap_ddi_record *record, uint64_t adapter)
{
  uint64_t its = dxgmap_ddi_record_adapter(record);
  if (its == adapter) {
    return 2;
  }
  return dxgmap_ddi_adapter_of(its) == NULL ? 1 : 0;
}

/* Of one that matches and the one to name so far, be it NULL, the one to name. */
static dxgmap_ddi_record *dxgmap_ddi_released_better(dxgmap_ddi_record *before, dxgmap_ddi_record *r, uint64_t adapter)
{
  uint32_t near = dxgmap_ddi_released_near(r, adapter);
  uint32_t was = before != NULL ? dxgmap_ddi_released_near(before, adapter) : 0;
  bool later = near == was && was != 0 && r->stamp > before->stamp;
  return near > was || later ? r : before;
}

typedef bool dxgmap_ddi_released_match(const dxgmap_ddi_record *record, uint64_t what);

static dxgmap_ddi_record *dxgmap_ddi_released_last(dxgmap_ddi_released_match *match, uint64_t adapter, uint64_t what)
{
  dxgmap_ddi_record *last = NULL;
  for (uint32_t shard = 0; shard < DXGMAP_DDI_SHARDS; shard++) {
    for (dxgmap_ddi_record *r = dxgmap_ddi_released_of[shard].oldest; r != NULL; r = r->later) {
      last = match(r, what) ? dxgmap_ddi_released_better(last, r, adapter) : last;
    }
  }
  return last;
}

static bool dxgmap_ddi_released_pinned(const dxgmap_ddi_record *r, uint64_t index)
{
  return (r->kind == DXGMAP_MAPPING_PIN || r->kind == DXGMAP_MAPPING_PIN2) && r->index == index;
}

static bool dxgmap_ddi_released_had_port(const dxgmap_ddi_record *r, uint64_t port)
{
  return dxgmap_ddi_record_has_place(r) && r->ports && port >= r->physical && port - r->physical < r->length;
}

static bool dxgmap_ddi_released_had_page(const dxgmap_ddi_record *record, uint64_t page)
{
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return false; /* it holds frames, but gives no device a page */
  }
  if (record->kind != DXGMAP_MAPPING_MDL && record->logical != 0) {
    return page >= record->logical && page - record->logical < record->pages;
  }
  const uint64_t *frames = dxgmap_ddi_record_frames(record);
  for (uint64_t i = 0; frames != NULL && i < record->pages; i++) {
    if (frames[i] == page) {
      return true;
    }
  }
  return false;
}

dxgmap_ddi_record *dxgmap_ddi_released_pin(uint64_t adapter, uint32_t index)
{
  return dxgmap_ddi_released_last(dxgmap_ddi_released_pinned, adapter, index);
}

dxgmap_ddi_record *dxgmap_ddi_released_port(uint64_t adapter, uint64_t port)
{
  return dxgmap_ddi_released_last(dxgmap_ddi_released_had_port, adapter, port);
}

dxgmap_ddi_record *dxgmap_ddi_released_page(uint64_t adapter, uint64_t page)
{
  return dxgmap_ddi_released_last(dxgmap_ddi_released_had_page, adapter, page);
}

void dxgmap_ddi_released_limit(uint64_t remembered)
{
  dxgmap_ddi_released_most = remembered;
}
