/* SPDX-License-Identifier: MIT */
/* A table that takes no part where there are threads. */

static inline uint64_t table_read(table *t, uint32_t key)
{
  return table_find(t, key);
}

static inline void table_write(table *t, const page_list *list)
{
  table_unmap(t, list, table_map(t, list));
}
