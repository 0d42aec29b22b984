/* SPDX-License-Identifier: MIT */
#include "ddi/machine/record.h"

#include <string.h>

#include "ddi/machine/mdls.h"
#include "ddi/machine/released.h"
#include "ddi/machine/system.h"

/* A record has the core's kind of mapping, by the public name. */
#define DXGMAP_DDI_SAME_KIND(name) \
  _Static_assert((int)DXGMAP_MAPPING_##name == (int)DXGMAP_##name, "public and core numbers differ: " #name)
DXGMAP_DDI_SAME_KIND(PIN);
DXGMAP_DDI_SAME_KIND(PIN2);
DXGMAP_DDI_SAME_KIND(MDL);
DXGMAP_DDI_SAME_KIND(PAGE_LIST);
DXGMAP_DDI_SAME_KIND(CONTIGUOUS);
DXGMAP_DDI_SAME_KIND(POINTER);
DXGMAP_DDI_SAME_KIND(VIEW);
DXGMAP_DDI_SAME_KIND(VIDEO);
DXGMAP_DDI_SAME_KIND(ADL);
DXGMAP_DDI_SAME_KIND(OBJECT);
DXGMAP_DDI_SAME_KIND(ADAPTER_OBJECT);
DXGMAP_DDI_SAME_KIND(OBJECT_VIEW);

#define DXGMAP_DDI_BUCKETS ((size_t)1 << 16)
#define DXGMAP_DDI_POISON 0xDB

static struct {
  dxgmap_ddi_record **bucket;
  dxgmap_ddi_record **list; /* buckets of those that have a list, by its address */
  dxgmap_ddi_record *ports; /* live views in I/O space */
  dxgmap_ddi_record *views; /* live views of DxgkCbMapMemory in memory space */
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

/* Above the tags of the core's handles. */
#define DXGMAP_DDI_IDENTITY ((uint64_t)0xFA << 56)
_Static_assert(DXGMAP_ADAPTER_TAG < 0xFA, "the core has no handle with this tag");

uint64_t dxgmap_ddi_identity(void)
{
  static uint64_t given;
  given += 1;
  return DXGMAP_DDI_IDENTITY | given;
}

void dxgmap_ddi_record_cancel(dxgmap_ddi_record *record)
{
  dxgmap_host_history_cancel(record->ticket);
  dxgmap_ddi_record_free(record);
}

static bool dxgmap_ddi_record_is_view(const dxgmap_ddi_record *record)
{
  return record->kind == DXGMAP_MAPPING_VIEW && record->space == DXGMAP_RESOURCE_MEMORY;
}

static void dxgmap_ddi_record_leave_views(const dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = &dxgmap_ddi_records.views;
  while (*link != record) {
    link = &(*link)->next_view;
  }
  *link = record->next_view;
}

dxgmap_ddi_record *dxgmap_ddi_record_views(void)
{
  return dxgmap_ddi_records.views;
}

void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping)
{
  size_t hash = dxgmap_ddi_record_hash(mapping);
  record->mapping = mapping;
  record->live = true;
  record->next = dxgmap_ddi_records.bucket[hash];
  dxgmap_ddi_records.bucket[hash] = record;
  if (record->space == DXGMAP_RESOURCE_PORTS) {
    record->next_port = dxgmap_ddi_records.ports;
    dxgmap_ddi_records.ports = record;
  }
  if (dxgmap_ddi_record_is_view(record)) {
    record->next_view = dxgmap_ddi_records.views;
    dxgmap_ddi_records.views = record;
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
  if (dxgmap_ddi_record_is_view(record)) {
    dxgmap_ddi_record_leave_views(record);
  }
  if (record->frames != NULL) {
    dxgmap_host_frames_drop(record->frames, record->pages);
  }
  if (record->list != NULL) {
    memset(record->list, DXGMAP_DDI_POISON, record->list_bytes);
  }
  dxgmap_host_history_release(record->mapping, site);
  record->live = false;
  dxgmap_ddi_record *forgotten = dxgmap_ddi_released_add(record);
  if (forgotten != NULL) {
    dxgmap_ddi_record_forget(forgotten);
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

dxgmap_ddi_record *dxgmap_ddi_record_of_port(uint64_t port, uint32_t width)
{
  dxgmap_ddi_record *r = dxgmap_ddi_records.ports;
  while (r != NULL &&
         (port < r->physical || port - r->physical >= r->length || width > r->length - (port - r->physical))) {
    r = r->next_port;
  }
  return r;
}

dxgmap_ddi_record *dxgmap_ddi_record_at_port(uint64_t port, uint32_t width)
{
  dxgmap_ddi_record *r = dxgmap_ddi_records.ports;
  while (r != NULL && (port >= r->physical + r->length || r->physical >= port + width)) {
    r = r->next_port;
  }
  return r;
}

dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor)
{
  return adapter != 0 ? dxgmap_op_live(dxgmap_ddi.state, adapter, cursor)
                      : dxgmap_op_live_object(dxgmap_ddi.state, cursor);
}

static uint64_t dxgmap_ddi_child_in(uint64_t adapter, uint64_t parent, uint32_t kind)
{
  dxgmap_live live = dxgmap_ddi_live(adapter, 0);
  for (uint32_t cursor = 1; live.status == DXGMAP_OK; cursor++) {
    if (live.descriptor.kind == kind && dxgmap_ddi_record_find(live.handle)->parent == parent) {
      return live.handle;
    }
    live = dxgmap_ddi_live(adapter, cursor);
  }
  return 0;
}

uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind)
{
  uint64_t child = dxgmap_ddi_child_in(0, parent, kind);
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS && child == 0; i++) {
    if (dxgmap_ddi.adapter[i].handle != 0) {
      child = dxgmap_ddi_child_in(dxgmap_ddi.adapter[i].handle, parent, kind);
    }
  }
  return child;
}

bool dxgmap_ddi_records_open(uint64_t remembered)
{
  dxgmap_ddi_records.bucket = dxgmap_host_reserve(DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.list = dxgmap_host_reserve(DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_released_limit(remembered);
  return dxgmap_ddi_records.bucket != NULL && dxgmap_ddi_records.list != NULL;
}

static void dxgmap_ddi_records_forget_released(void)
{
  dxgmap_ddi_record *record = dxgmap_ddi_released_take();
  while (record != NULL) {
    dxgmap_ddi_record_forget(record);
    record = dxgmap_ddi_released_take();
  }
}

void dxgmap_ddi_records_disown(void)
{
  dxgmap_ddi_records_forget_released();
  for (size_t i = 0; i < DXGMAP_DDI_BUCKETS; i++) {
    while (dxgmap_ddi_records.bucket[i] != NULL) {
      dxgmap_ddi_record_forget(dxgmap_ddi_records.bucket[i]);
    }
  }
  dxgmap_ddi_records.ports = NULL;
  dxgmap_ddi_records.views = NULL;
}

void dxgmap_ddi_records_close(void)
{
  dxgmap_ddi_records_forget_released();
  dxgmap_host_unreserve(dxgmap_ddi_records.bucket, DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_host_unreserve(dxgmap_ddi_records.list, DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *));
  dxgmap_ddi_records.bucket = NULL;
  dxgmap_ddi_records.list = NULL;
}
