/* SPDX-License-Identifier: MIT */
#include "ddi/machine/record.h"

#include <string.h>

#include "ddi/machine/mdls.h"
#include "ddi/machine/released.h"
#include "ddi/machine/shard.h"
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

#define DXGMAP_DDI_BUCKETS ((size_t)1 << 12) /* of each table, at first */
#define DXGMAP_DDI_POISON 0xDB

/* Records by a key, in lists that stay short: there are as many as records, where there is memory for them. */
typedef struct {
  dxgmap_ddi_record **bucket;
  size_t buckets;
  size_t count; /* of records */
} dxgmap_ddi_record_table;

/* On cache lines of its own: who has the lock of the part writes it. */
typedef struct {
  _Alignas(128) dxgmap_ddi_record_table by_mapping;
  dxgmap_ddi_record_table by_list;
} dxgmap_ddi_record_shard;

static struct {
  dxgmap_ddi_record_shard shard[DXGMAP_DDI_SHARDS];
  dxgmap_ddi_record **first; /* the buckets of all tables until they grow */
  dxgmap_ddi_record *ports;  /* live views in I/O space */
  dxgmap_ddi_record *views;  /* live views of DxgkCbMapMemory in memory space */
} dxgmap_ddi_records;

/* ---- The tables ---- */

/* The lives of one slot lie side by side, and so do slots; identities of the face's own count up, too. */
static size_t dxgmap_ddi_record_place(uint64_t mapping)
{
  return (size_t)(mapping + (mapping >> 24) + (mapping >> 56) * 0x9E3779B97F4A7C15u);
}

static dxgmap_ddi_record **dxgmap_ddi_record_bucket(const dxgmap_ddi_record_table *table, uint64_t mapping)
{
  return &table->bucket[dxgmap_ddi_record_place(mapping) & (table->buckets - 1)];
}

static dxgmap_ddi_record **dxgmap_ddi_record_list_bucket(const dxgmap_ddi_record_table *table, const void *list)
{
  return &table->bucket[(size_t)(((uint64_t)(uintptr_t)list * 0x9E3779B97F4A7C15u) >> 32) & (table->buckets - 1)];
}

static bool dxgmap_ddi_record_table_open(dxgmap_ddi_record_table *table, size_t buckets)
{
  *table = (dxgmap_ddi_record_table){dxgmap_host_reserve(buckets * sizeof(dxgmap_ddi_record *)), buckets, 0};
  return table->bucket != NULL;
}

/* The first buckets stay until all are closed. */
static void dxgmap_ddi_record_table_close(dxgmap_ddi_record_table *table)
{
  if (table->buckets > DXGMAP_DDI_BUCKETS) {
    dxgmap_host_unreserve(table->bucket, table->buckets * sizeof(dxgmap_ddi_record *));
  }
  *table = (dxgmap_ddi_record_table){NULL, 0, 0};
}

static void dxgmap_ddi_record_put(dxgmap_ddi_record_table *table, dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **bucket = dxgmap_ddi_record_bucket(table, record->mapping);
  record->next = *bucket;
  *bucket = record;
  table->count += 1;
}

static void dxgmap_ddi_record_put_list(dxgmap_ddi_record_table *table, dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **bucket = dxgmap_ddi_record_list_bucket(table, record->list);
  record->next_list = *bucket;
  *bucket = record;
  table->count += 1;
}

/* Before a record is put there. Without memory the lists of records get longer, and that is all. */
static void dxgmap_ddi_record_table_grow(dxgmap_ddi_record_table *table, bool lists)
{
  dxgmap_ddi_record_table bigger;
  if (table->count < table->buckets || !dxgmap_ddi_record_table_open(&bigger, table->buckets * 2)) {
    return;
  }
  for (size_t i = 0; i < table->buckets; i++) {
    while (table->bucket[i] != NULL) {
      dxgmap_ddi_record *record = table->bucket[i];
      table->bucket[i] = lists ? record->next_list : record->next;
      if (lists) {
        dxgmap_ddi_record_put_list(&bigger, record);
      } else {
        dxgmap_ddi_record_put(&bigger, record);
      }
    }
  }
  dxgmap_ddi_record_table_close(table);
  *table = bigger;
}

/* ---- Records ---- */

static bool dxgmap_ddi_record_has_list(const dxgmap_ddi_record *record)
{
  return !dxgmap_ddi_record_of_mdl(record) && record->list != NULL;
}

static size_t dxgmap_ddi_record_bytes(uint32_t words, uint64_t frames, size_t more)
{
  return (words + (size_t)frames) * sizeof(uint64_t) + more;
}

static void dxgmap_ddi_record_free(dxgmap_ddi_record *record)
{
  uint64_t frames = record->frames_at != 0 ? record->pages : 0;
  size_t more = record->has_head ? sizeof(MDL) : 0;
  if (dxgmap_ddi_record_has_list(record)) {
    more = record->list_bytes;
  }
  dxgmap_host_give(record, dxgmap_ddi_record_bytes(dxgmap_ddi_record_words(record->kind), frames, more));
}

dxgmap_ddi_record *dxgmap_ddi_record_new(const void *site, uint32_t kind, uint64_t adapter, uint64_t frames,
                                         size_t list_bytes)
{
  uint32_t words = dxgmap_ddi_record_words(kind);
  if (frames > UINT32_MAX) { /* as where there is no memory for so many numbers: no machine has such pages */
    return NULL;
  }
  size_t bytes = dxgmap_ddi_record_bytes(words, frames, 0);
  dxgmap_ddi_record *record = dxgmap_host_take_with(bytes + list_bytes, bytes);
  if (record == NULL) {
    return NULL;
  }
  record->kind = (uint8_t)kind;
  record->frames_at = (uint8_t)(frames > 0 ? words : 0);
  record->pages = (uint32_t)frames;
  dxgmap_ddi_record_set_adapter(record, adapter);
  if (list_bytes > 0 && kind == DXGMAP_MAPPING_MDL) {
    record->has_head = true;
  } else if (list_bytes > 0) {
    record->list_bytes = list_bytes;
    record->list = dxgmap_ddi_record_behind(record);
  }
  record->made = dxgmap_host_stack_keep(site);
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
  dxgmap_ddi_record_free(record);
}

static bool dxgmap_ddi_record_is_view(const dxgmap_ddi_record *record)
{
  return record->kind == DXGMAP_MAPPING_VIEW && !record->ports;
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

static void dxgmap_ddi_record_link(dxgmap_ddi_record *record)
{
  if (record->ports) {
    record->next_port = dxgmap_ddi_records.ports;
    dxgmap_ddi_records.ports = record;
  }
  if (dxgmap_ddi_record_is_view(record)) {
    record->next_view = dxgmap_ddi_records.views;
    dxgmap_ddi_records.views = record;
  }
}

void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping)
{
  dxgmap_ddi_record_shard *shard = &dxgmap_ddi_records.shard[dxgmap_ddi_shard_of(mapping)];
  record->mapping = mapping;
  record->live = true;
  dxgmap_ddi_record_table_grow(&shard->by_mapping, false);
  dxgmap_ddi_record_put(&shard->by_mapping, record);
  if (dxgmap_ddi_record_has_place(record)) {
    dxgmap_ddi_record_link(record);
  }
  if (dxgmap_ddi_record_has_list(record)) {
    dxgmap_ddi_record_table_grow(&shard->by_list, true);
    dxgmap_ddi_record_put_list(&shard->by_list, record);
  }
}

static void dxgmap_ddi_record_leave_lists(dxgmap_ddi_record_table *table, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_record **link = dxgmap_ddi_record_list_bucket(table, record->list);
  while (*link != record) {
    link = &(*link)->next_list;
  }
  *link = record->next_list;
  table->count -= 1;
}

static void dxgmap_ddi_record_forget(dxgmap_ddi_record *record)
{
  dxgmap_ddi_record_shard *shard = &dxgmap_ddi_records.shard[dxgmap_ddi_shard_of(record->mapping)];
  dxgmap_ddi_record **link = dxgmap_ddi_record_bucket(&shard->by_mapping, record->mapping);
  while (*link != record) {
    link = &(*link)->next;
  }
  *link = record->next;
  shard->by_mapping.count -= 1;
  if (dxgmap_ddi_record_has_list(record)) {
    dxgmap_ddi_record_leave_lists(&shard->by_list, record);
    dxgmap_ddi_mdl *lent = dxgmap_ddi_record_lent(record);
    if (lent != NULL) {
      dxgmap_ddi_mdl_remove(lent);
    }
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

static void dxgmap_ddi_record_unlink(const dxgmap_ddi_record *record)
{
  if (record->ports) {
    dxgmap_ddi_record_leave_ports(record);
  }
  if (dxgmap_ddi_record_is_view(record)) {
    dxgmap_ddi_record_leave_views(record);
  }
}

void dxgmap_ddi_record_release(dxgmap_ddi_record *record, const void *site)
{
  if (dxgmap_ddi_record_has_place(record)) {
    dxgmap_ddi_record_unlink(record);
  }
  if (dxgmap_ddi_record_has_list(record)) {
    memset(record->list, DXGMAP_DDI_POISON, record->list_bytes);
  }
  if (record->frames_at != 0 && !record->borrows) {
    dxgmap_host_frames_drop(dxgmap_ddi_record_frames(record), record->pages);
  }
  record->unmade = dxgmap_host_stack_keep(site);
  record->live = false;
  record->later = NULL;
  dxgmap_ddi_record *forgotten = dxgmap_ddi_released_add(record);
  if (forgotten != NULL) {
    dxgmap_ddi_record_forget(forgotten);
  }
}

bool dxgmap_ddi_record_release_alone(uint32_t shard)
{
  const dxgmap_ddi_record *next = dxgmap_ddi_released_next(shard);
  return next == NULL || !dxgmap_ddi_record_has_list(next) || dxgmap_ddi_record_lent(next) == NULL;
}

dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping)
{
  uint32_t shard = dxgmap_ddi_shard_of(mapping);
  const dxgmap_ddi_record_table *table = &dxgmap_ddi_records.shard[shard].by_mapping;
  dxgmap_ddi_record *record = NULL;
  if (table->bucket != NULL && dxgmap_ddi_shard_open(shard)) {
    record = *dxgmap_ddi_record_bucket(table, mapping);
  }
  while (record != NULL && record->mapping != mapping) {
    record = record->next;
  }
  return record;
}

static dxgmap_ddi_record *dxgmap_ddi_record_of_list_in(const dxgmap_ddi_record_table *table, const void *list)
{
  dxgmap_ddi_record *record = *dxgmap_ddi_record_list_bucket(table, list);
  while (record != NULL && record->list != list) {
    record = record->next_list;
  }
  return record;
}

dxgmap_ddi_record *dxgmap_ddi_record_of_list(const void *list)
{
  uint32_t shard = dxgmap_host_holder();
  dxgmap_ddi_record *record = dxgmap_ddi_record_of_list_in(&dxgmap_ddi_records.shard[shard].by_list, list);
  for (uint32_t i = 1; shard == DXGMAP_DDI_SHARD_MACHINE && i < DXGMAP_DDI_SHARDS && record == NULL; i++) {
    record = dxgmap_ddi_record_of_list_in(&dxgmap_ddi_records.shard[i].by_list, list);
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

bool dxgmap_ddi_record_any_object(void)
{
  return dxgmap_ddi_records.shard[DXGMAP_DDI_SHARD_MACHINE].by_mapping.count != 0;
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

void dxgmap_ddi_record_stacks(const dxgmap_ddi_record *record, dxgmap_host_history *stacks)
{
  dxgmap_host_stack_kept(record->made, &stacks->map);
  dxgmap_host_stack_kept(record->live ? 0 : record->unmade, &stacks->unmap);
}

#define DXGMAP_DDI_FIRST_TABLES ((size_t)2 * DXGMAP_DDI_SHARDS)
#define DXGMAP_DDI_FIRST_BYTES (DXGMAP_DDI_FIRST_TABLES * DXGMAP_DDI_BUCKETS * sizeof(dxgmap_ddi_record *))

bool dxgmap_ddi_records_open(uint64_t remembered)
{
  dxgmap_ddi_record **first = dxgmap_host_reserve_lasting(DXGMAP_DDI_FIRST_BYTES);
  dxgmap_ddi_released_limit(remembered);
  dxgmap_ddi_records.first = first;
  for (uint32_t i = 0; i < DXGMAP_DDI_SHARDS && first != NULL; i++) {
    dxgmap_ddi_record_shard *shard = &dxgmap_ddi_records.shard[i];
    size_t at = (size_t)2 * i * DXGMAP_DDI_BUCKETS;
    shard->by_mapping = (dxgmap_ddi_record_table){first + at, DXGMAP_DDI_BUCKETS, 0};
    shard->by_list = (dxgmap_ddi_record_table){first + at + DXGMAP_DDI_BUCKETS, DXGMAP_DDI_BUCKETS, 0};
  }
  return first != NULL;
}

static void dxgmap_ddi_records_forget_released(void)
{
  for (uint32_t shard = 0; shard < DXGMAP_DDI_SHARDS; shard++) {
    dxgmap_ddi_record *record = dxgmap_ddi_released_take(shard);
    while (record != NULL) {
      dxgmap_ddi_record_forget(record);
      record = dxgmap_ddi_released_take(shard);
    }
  }
}

static void dxgmap_ddi_record_table_disown(dxgmap_ddi_record_table *table)
{
  for (size_t i = 0; i < table->buckets && table->count != 0; i++) {
    while (table->bucket[i] != NULL) {
      dxgmap_ddi_record_forget(table->bucket[i]);
    }
  }
}

void dxgmap_ddi_records_disown(void)
{
  dxgmap_ddi_records_forget_released();
  for (uint32_t i = 0; i < DXGMAP_DDI_SHARDS; i++) {
    dxgmap_ddi_record_table_disown(&dxgmap_ddi_records.shard[i].by_mapping);
  }
  dxgmap_ddi_records.ports = NULL;
  dxgmap_ddi_records.views = NULL;
}

void dxgmap_ddi_records_close(void)
{
  dxgmap_ddi_records_forget_released();
  for (uint32_t i = 0; i < DXGMAP_DDI_SHARDS; i++) {
    dxgmap_ddi_record_table_close(&dxgmap_ddi_records.shard[i].by_mapping);
    dxgmap_ddi_record_table_close(&dxgmap_ddi_records.shard[i].by_list);
  }
  dxgmap_host_unreserve_lasting(dxgmap_ddi_records.first, DXGMAP_DDI_FIRST_BYTES);
  dxgmap_ddi_records.first = NULL;
}
