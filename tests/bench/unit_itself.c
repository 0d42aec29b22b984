/* The translation unit as identity mode uses it: each page is mapped at itself, so a list in random order is a change here
   and a change there, and not one of a range. What the whole operation of that mode is held against. */

#define DXGMAP_HOST 0
#define DXGMAP_PREFIX bench_unit_itself_
#include "dxgmap.c"

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
    dxgmap_translation_map_run(t, (uint32_t)list->pages[0], list->count, (uint32_t)list->pages[0]);
    return 0;
  }
  for (uint32_t k = 0; k < list->count; k++) {
    uint32_t page = (uint32_t)list->pages[k];
    if (!dxgmap_translation_page(t, page, page + 1u)) dxgmap_translation_map_run(t, page, 1, page);
  }
  return 0;
}

static inline void table_unmap(table *t, const page_list *list, uint64_t name)
{
  (void)name;
  if (list->contiguous) {
    dxgmap_translation_unmap(t, (uint32_t)list->pages[0], list->count);
    return;
  }
  for (uint32_t k = 0; k < list->count; k++) {
    uint32_t page = (uint32_t)list->pages[k];
    if (!dxgmap_translation_page(t, page, 0)) dxgmap_translation_unmap(t, page, 1);
  }
}

static inline uint32_t table_key(table *t, const page_list *list, uint64_t name, uint32_t offset)
{
  (void)t;
  (void)name;
  return (uint32_t)list->pages[offset];
}

#include "unshared.h"
#include "loops.h"

const contender bench_unit_itself = {
    .name = "unit, at itself", .level = UNIT, .parts = PAIRS, .open = table_open, .close = table_close, LOOPS};
