/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_TABLE_H
#define DXGMAP_HOST_TABLE_H

#include "host/interface/result.h"

/* A growing hash table from keys that are not zero to numbers. All zero, it is empty. */
typedef struct dxgmap_host_table_entry {
  uint64_t key, value;
} dxgmap_host_table_entry;

typedef struct dxgmap_host_table {
  dxgmap_host_table_entry *entry;
  uint64_t size, used;
} dxgmap_host_table;

DXGMAP_HOST_API bool dxgmap_host_table_room(dxgmap_host_table *table, uint64_t entries); /* for so many in all */
DXGMAP_HOST_API void dxgmap_host_table_put(dxgmap_host_table *table, uint64_t key, uint64_t value); /* there is room */
DXGMAP_HOST_API bool dxgmap_host_table_get(const dxgmap_host_table *table, uint64_t key, uint64_t *value);
DXGMAP_HOST_API void dxgmap_host_table_remove(dxgmap_host_table *table, uint64_t key);
DXGMAP_HOST_API void dxgmap_host_table_close(dxgmap_host_table *table);

#endif
