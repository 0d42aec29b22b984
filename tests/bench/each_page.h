/* SPDX-License-Identifier: MIT */
/* Maps and unmaps page by page, for tables with an entry a page: table_put(t, key, entry) and table_drop(t, key) come
   before. The table takes the logical pages that the list asks for. */

static inline uint64_t table_map(table *t, const page_list *list)
{
  for (uint32_t k = 0; k < list->count; k++) {
    table_put(t, list->base + k, list->pages[k] + 1);
  }
  return list->base;
}

static inline void table_unmap(table *t, const page_list *list, uint64_t name)
{
  for (uint32_t k = 0; k < list->count; k++) {
    table_drop(t, (uint32_t)name + k);
  }
}

static inline uint32_t table_key(table *t, const page_list *list, uint64_t name, uint32_t offset)
{
  (void)t;
  (void)list;
  return (uint32_t)name + offset;
}
