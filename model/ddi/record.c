/* SPDX-License-Identifier: MIT */
#include "ddi/record.h"

#include <string.h>

#include "ddi/mdls.h"
#include "dxgmap.h"
#include "host/host.h"

#define DXGMAP_DDI_BUCKETS ((size_t)1 << 16)
#define DXGMAP_DDI_POISON 0xDB

static struct {
  dxgmap_ddi_record **bucket;
  dxgmap_ddi_record **list;  /* buckets of those that have a list, by its address */
  dxgmap_ddi_record *oldest; /* of the released */
  dxgmap_ddi_record *youngest;
  dxgmap_ddi_record *ports; /* live views in I/O space */
  uint64_t released;
  uint64_t remembered;
} dxgmap_ddi_records;

static size_t dxgmap_ddi_record_hash(uint64_t key)
{
  return (size_t)((key * 0x9E3779B97F4A7C15u) >> 48) % DXGMAP_DDI_BUCKETS;
}

static dxgmap_ddi_record **dxgmap_ddi_record_list_bucket(const void *list)
{
  return &dxgmap_ddi_records.list[dxgmap_ddi_record_hash((uint64_t)(uintptr_t)list)];
}

static void dxgmap_ddi_record_free(dxgmap_ddi_record *record)
{
  dxgmap_host_free(record->frames, (size_t)record->pages * sizeof(uint64_t));
  dxgmap_host_free(record->list, record->list_bytes);
  dxgmap_host_free(record, sizeof(*record));
}

dxgmap_ddi_record *dxgmap_ddi_record_new(const void *site, uint32_t kind, uint64_t adapter, uint64_t frames,
                                         size_t list_bytes)
{
  dxgmap_ddi_record *record = dxgmap_host_allocate(sizeof(*record));
  if (record == NULL) {
    return NULL;
  }
  record->kind = kind;
  record->adapter = adapter;
  record->pages = frames;
  record->list_bytes = list_bytes;
  record->frames = dxgmap_host_allocate((size_t)frames * sizeof(uint64_t));
  record->list = dxgmap_host_allocate(list_bytes);
  if ((frames > 0 && record->frames == NULL) || (list_bytes > 0 && record->list == NULL) ||
      dxgmap_host_history_reserve(site, &record->ticket) != DXGMAP_HOST_OK) {
    dxgmap_ddi_record_free(record);
    return NULL;
  }
  return record;
}

void dxgmap_ddi_record_cancel(dxgmap_ddi_record *record)
{
  dxgmap_host_history_cancel(record->ticket);
  dxgmap_ddi_record_free(record);
}

void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping)
{
  size_t hash = dxgmap_ddi_record_hash(mapping);
  record->mapping = mapping;
  record->live = 1;
  record->next = dxgmap_ddi_records.bucket[hash];
  dxgmap_ddi_records.bucket[hash] = record;
  if (record->space == DXGMAP_RESOURCE_PORTS) {
    record->next_port = dxgmap_ddi_records.ports;
    dxgmap_ddi_records.ports = record;
  }
  if (record->list != NULL) {
    dxgmap_ddi_record **lists = dxgmap_ddi_record_list_bucket(record->list);
    record->next_list = *lists;
    *lists = record;
  }
  dxgmap_host_history_bind(record->ticket, mapping);
}

static void dxgmap_ddi_record_leave_lists(const dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = dxgmap_ddi_record_list_bucket(record->list);
  while (*link != record) {
    link = &(*link)->next_list;
  }
  *link = record->next_list;
}

static void dxgmap_ddi_record_forget(dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = &dxgmap_ddi_records.bucket[dxgmap_ddi_record_hash(record->mapping)];
  while (*link != record) {
    link = &(*link)->next;
  }
  *link = record->next;
  if (record->list != NULL) {
    dxgmap_ddi_record_leave_lists(record);
  }
  if (record->lent != NULL) {
    dxgmap_ddi_mdl_remove(record->lent);
  }
  dxgmap_ddi_record_free(record);
}

static void dxgmap_ddi_record_forget_oldest(void)
{
  dxgmap_ddi_record *record = dxgmap_ddi_records.oldest;
  dxgmap_ddi_records.oldest = record->later;
  if (record->later == NULL) {
    dxgmap_ddi_records.youngest = NULL;
  }
  dxgmap_ddi_records.released -= 1;
  dxgmap_ddi_record_forget(record);
}

static void dxgmap_ddi_record_leave_ports(const dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = &dxgmap_ddi_records.ports;
  while (*link != record) {
    link = &(*link)->next_port;
  }
  *link = record->next_port;
}

void dxgmap_ddi_record_release(dxgmap_ddi_record *record, const void *site)
{
  if (record->space == DXGMAP_RESOURCE_PORTS) {
    dxgmap_ddi_record_leave_ports(record);
  }
  if (record->frames != NULL) {
    dxgmap_host_frames_drop(record->frames, record->pages);
  }
  if (record->list != NULL) {
    memset(record->list, DXGMAP_DDI_POISON, record->list_bytes);
  }
  dxgmap_host_history_release(record->mapping, site);
  record->live = 0;
  if (dxgmap_ddi_records.youngest != NULL) {
    dxgmap_ddi_records.youngest->later = record;
  } else {
    dxgmap_ddi_records.oldest = record;
  }
  dxgmap_ddi_records.youngest = record;
  dxgmap_ddi_records.released += 1;
  if (dxgmap_ddi_records.released > dxgmap_ddi_records.remembered) {
    dxgmap_ddi_record_forget_oldest();
  }
}

dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping)
{
  dxgmap_ddi_record *record = NULL;
  if (dxgmap_ddi_records.bucket != NULL) {
    record = dxgmap_ddi_records.bucket[dxgmap_ddi_record_hash(mapping)];
  }
  while (record != NULL && record->mapping != mapping) {
    record = record->next;
  }
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_list(const void *list)
{
  dxgmap_ddi_record *record = *dxgmap_ddi_record_list_bucket(list);
  while (record != NULL && record->list != list) {
    record = record->next_list;
  }
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_record_last_pin(uint64_t adapter, uint32_t index)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_records.oldest; r != NULL; r = r->later) {
    int pin = r->kind == DXGMAP_MAPPING_PIN || r->kind == DXGMAP_MAPPING_PIN2;
    last = pin && r->adapter == adapter && r->index == index ? r : last;
  }
  return last;
}

dxgmap_ddi_record *dxgmap_ddi_record_last_port(uint64_t adapter, uint64_t port)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_records.oldest; r != NULL; r = r->later) {
    int holds = r->space == DXGMAP_RESOURCE_PORTS && port >= r->physical && port - r->physical < r->length;
    last = holds && r->adapter == adapter ? r : last;
  }
  return last;
}

static int dxgmap_ddi_record_had_page(const dxgmap_ddi_record *record, uint64_t page)
{
  if (record->kind == DXGMAP_MAPPING_OBJECT) {
    return 0; /* it holds frames, but gives no device a page */
  }
  if (record->logical != 0) {
    return page >= record->logical && page - record->logical < record->pages;
  }
  for (uint64_t i = 0; record->frames != NULL && i < record->pages; i++) {
    if (record->frames[i] == page) {
      return 1;
    }
  }
  return 0;
}

dxgmap_ddi_record *dxgmap_ddi_record_last_page(uint64_t adapter, uint64_t page)
{
  dxgmap_ddi_record *last = NULL;
  for (dxgmap_ddi_record *r = dxgmap_ddi_records.oldest; r != NULL; r = r->later) {
    last = r->adapter == adapter && dxgmap_ddi_record_had_page(r, page) ? r : last;
  }
  return last;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_port(uint64_t port, uint32_t width)
{
  dxgmap_ddi_record *r = dxgmap_ddi_records.ports;
  while (r != NULL &&
         (port < r->physical || port - r->physical >= r->length || width > r->length - (port - r->physical))) {
    r = r->next_port;
  }
  return r;
}

int dxgmap_ddi_records_open(uint64_t remembered)
{
  dxgmap_ddi_records.bucket = dxgmap_host_reserve(DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.list = dxgmap_host_reserve(DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.remembered = remembered;
  return dxgmap_ddi_records.bucket != NULL && dxgmap_ddi_records.list != NULL;
}

void dxgmap_ddi_records_close(void)
{
  while (dxgmap_ddi_records.oldest != NULL) {
    dxgmap_ddi_record_forget_oldest();
  }
  dxgmap_host_unreserve(dxgmap_ddi_records.bucket, DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_host_unreserve(dxgmap_ddi_records.list, DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.bucket = NULL;
  dxgmap_ddi_records.list = NULL;
}
