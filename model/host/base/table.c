/* SPDX-License-Identifier: MIT */
/* A hash table with open addressing, never more than half full; removal shifts entries back, so there are no
   tombstones and a search stays short however often entries come and go. */
#include "host/base/table.h"
#include "host/interface/memory.h"

#define DXGMAP_HOST_TABLE_FIRST_SIZE ((uint64_t)256)

static uint64_t dxgmap_host_table_home(const dxgmap_host_table *table, uint64_t key)
{
  return ((key * UINT64_C(0x9e3779b97f4a7c15)) >> 20) & (table->size - 1);
}

static size_t dxgmap_host_table_bytes(uint64_t size)
{
  return (size_t)size * sizeof(dxgmap_host_table_entry);
}

static void dxgmap_host_table_insert(dxgmap_host_table *table, uint64_t key, uint64_t value)
{
  uint64_t at = dxgmap_host_table_home(table, key);
  while (table->entry[at].key != 0 && table->entry[at].key != key) {
    at = (at + 1) & (table->size - 1);
  }
  table->used += table->entry[at].key == 0;
  table->entry[at].key = key;
  table->entry[at].value = value;
}

bool dxgmap_host_table_room(dxgmap_host_table *table, uint64_t entries)
{
  dxgmap_host_table bigger = {NULL, table->size ? table->size : DXGMAP_HOST_TABLE_FIRST_SIZE, 0};
  if (entries > UINT64_MAX / 4 / sizeof(dxgmap_host_table_entry)) {
    return false;
  }
  while (bigger.size / 2 < entries) {
    bigger.size *= 2;
  }
  if (bigger.size == table->size) {
    return true;
  }
  bigger.entry = dxgmap_host_reserve(dxgmap_host_table_bytes(bigger.size));
  if (bigger.entry == NULL) {
    return false;
  }
  for (uint64_t at = 0; at < table->size; at++) {
    if (table->entry[at].key != 0) {
      dxgmap_host_table_insert(&bigger, table->entry[at].key, table->entry[at].value);
    }
  }
  dxgmap_host_table_close(table);
  *table = bigger;
  return true;
}

void dxgmap_host_table_put(dxgmap_host_table *table, uint64_t key, uint64_t value)
{
  dxgmap_host_table_insert(table, key, value);
}

static bool dxgmap_host_table_find(const dxgmap_host_table *table, uint64_t key, uint64_t *at)
{
  if (table->size == 0 || key == 0) {
    return false;
  }
  *at = dxgmap_host_table_home(table, key);
  while (table->entry[*at].key != 0 && table->entry[*at].key != key) {
    *at = (*at + 1) & (table->size - 1);
  }
  return table->entry[*at].key == key;
}

bool dxgmap_host_table_get(const dxgmap_host_table *table, uint64_t key, uint64_t *value)
{
  uint64_t at;
  if (!dxgmap_host_table_find(table, key, &at)) {
    return false;
  }
  *value = table->entry[at].value;
  return true;
}

void dxgmap_host_table_remove(dxgmap_host_table *table, uint64_t key)
{
  uint64_t hole, mask = table->size - 1;
  if (!dxgmap_host_table_find(table, key, &hole)) {
    return;
  }
  for (uint64_t at = (hole + 1) & mask; table->entry[at].key != 0; at = (at + 1) & mask) {
    uint64_t home = dxgmap_host_table_home(table, table->entry[at].key);
    /* It may fill the hole if its own home is not between the two. */
    if (((at - home) & mask) >= ((at - hole) & mask)) {
      table->entry[hole] = table->entry[at];
      hole = at;
    }
  }
  table->entry[hole].key = 0;
  table->entry[hole].value = 0;
  table->used--;
}

void dxgmap_host_table_close(dxgmap_host_table *table)
{
  if (table->entry != NULL) {
    dxgmap_host_unreserve(table->entry, dxgmap_host_table_bytes(table->size));
  }
  *table = (dxgmap_host_table){NULL, 0, 0};
}
