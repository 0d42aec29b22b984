/* SPDX-License-Identifier: MIT */
/* The translation unit as a table, for the file that includes this after the library's text. */

#include "contenders.h"
#include "memory.h"

typedef dxgmap_translation table;

#include "reserved.h"

static inline uint64_t table_find(table *t, uint32_t key)
{
  return dxgmap_translation_find(t, key);
}

static inline uint64_t table_map(table *t, const page_list *list)
{
  if (list->contiguous) {
    dxgmap_translation_map_run(t, list->base, list->count, (uint32_t)list->pages[0]);
  } else {
    dxgmap_translation_map(t, list->base, list->count, list->pages);
  }
  return list->base;
}

static inline void table_unmap(table *t, const page_list *list, uint64_t name)
{
  dxgmap_translation_unmap(t, (uint32_t)name, list->count);
}

static inline uint32_t table_key(table *t, const page_list *list, uint64_t name, uint32_t offset)
{
  (void)t;
  (void)list;
  return (uint32_t)name + offset;
}

#define TABLE_HAS_SCATTER
static size_t loop_scatter(void *at, const uint32_t *keys, size_t count, extent *extents)
{
  enum { AT_ONCE = 256 };
  dxgmap_extent found[AT_ONCE];
  size_t length = 0;
  uint32_t at_page = keys[0];
  uint32_t end = keys[0] + (uint32_t)count;
  while (at_page < end) {
    uint32_t done = 0;
    uint32_t n = dxgmap_translation_extents(at, at_page, end - at_page, found, AT_ONCE, &done);
    for (uint32_t i = 0; i < n; i++) {
      extents[length].page = found[i].value - 1u;
      extents[length++].count = found[i].pages;
    }
    at_page += done;
  }
  return length;
}

#include "unshared.h" /* the lookup is made for threads */
#include "loops.h"
