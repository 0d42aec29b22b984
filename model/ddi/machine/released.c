/* SPDX-License-Identifier: MIT */
#include "ddi/machine/released.h"

#include "ddi/machine/system.h"
#include "dxgmap.h"

static struct {
  dxgmap_ddi_record *oldest;
  dxgmap_ddi_record *youngest;
  uint64_t count;
  uint64_t limit;
} dxgmap_ddi_released;

dxgmap_ddi_record *dxgmap_ddi_released_take(void)
{
  dxgmap_ddi_record *record = dxgmap_ddi_released.oldest;
  if (record == NULL) {
    return NULL;
  }
  dxgmap_ddi_released.oldest = record->later;
  if (record->later == NULL) {
    dxgmap_ddi_released.youngest = NULL;
  }
  dxgmap_ddi_released.count -= 1;
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_released_add(dxgmap_ddi_record *record)
{
  if (dxgmap_ddi_released.youngest != NULL) {
    dxgmap_ddi_released.youngest->later = record;
  } else {
    dxgmap_ddi_released.oldest = record;
  }
  dxgmap_ddi_released.youngest = record;
  dxgmap_ddi_released.count += 1;
  return dxgmap_ddi_released.count > dxgmap_ddi_released.limit ? dxgmap_ddi_released_take() : NULL;
}

/* Of two that match, in the order of their release, the one to name. */
static dxgmap_ddi_record *dxgmap_ddi_released_better(dxgmap_ddi_record *before, dxgmap_ddi_record *r, uint64_t adapter)
{
  if (r->adapter == adapter) {
    return r;
  }
  bool own = before != NULL && before->adapter == adapter;
  return dxgmap_ddi_adapter_of(r->adapter) == NULL && !own ? r : before;
}

dxgmap_ddi_record *dxgmap_ddi_released_pin(uint64_t adapter, uint32_t index)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_released.oldest; r != NULL; r = r->later) {
    bool pin = r->kind == DXGMAP_MAPPING_PIN || r->kind == DXGMAP_MAPPING_PIN2;
    last = pin && r->index == index ? dxgmap_ddi_released_better(last, r, adapter) : last;
  }
  return last;
}

dxgmap_ddi_record *dxgmap_ddi_released_port(uint64_t adapter, uint64_t port)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_released.oldest; r != NULL; r = r->later) {
    bool holds = r->space == DXGMAP_RESOURCE_PORTS && port >= r->physical && port - r->physical < r->length;
    last = holds ? dxgmap_ddi_released_better(last, r, adapter) : last;
  }
  return last;
}

static bool dxgmap_ddi_released_had_page(const dxgmap_ddi_record *record, uint64_t page)
{
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return false; /* it holds frames, but gives no device a page */
  }
  if (record->logical != 0) {
    return page >= record->logical && page - record->logical < record->pages;
  }
  for (uint64_t i = 0; record->frames != NULL && i < record->pages; i++) {
    if (record->frames[i] == page) {
      return true;
    }
  }
  return false;
}

dxgmap_ddi_record *dxgmap_ddi_released_page(uint64_t adapter, uint64_t page)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_released.oldest; r != NULL; r = r->later) {
    last = dxgmap_ddi_released_had_page(r, page) ? dxgmap_ddi_released_better(last, r, adapter) : last;
  }
  return last;
}

void dxgmap_ddi_released_limit(uint64_t remembered)
{
  dxgmap_ddi_released.limit = remembered;
}
