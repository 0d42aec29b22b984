/* SPDX-License-Identifier: MIT */
/* The loops over one table, for the file that includes this to make a contender of: it defines before

     table                                    its type
     table_find(t, key)                       page + TABLE_BIAS, or 0
     table_map(t, list), table_unmap(t, list, name), table_key(t, list, name, offset)
     table_read(t, key), table_write(t, list) find, and map + unmap, beside other threads

   as static inline functions, so that the compiler sees the loop and the lookup together, as it would in a program that
   uses the table. */

#ifndef TABLE_BIAS
#define TABLE_BIAS 1
#endif

static uint64_t loop_map(void *at, const page_list *list)
{
  return table_map(at, list);
}

static void loop_unmap(void *at, const page_list *list, uint64_t name)
{
  table_unmap(at, list, name);
}

static uint32_t loop_key(void *at, const page_list *list, uint64_t name, uint32_t offset)
{
  return table_key(at, list, name, offset);
}

static uint64_t loop_translate(void *at, const uint32_t *keys, size_t count)
{
  table *t = at;
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += table_find(t, keys[i]);
  }
  return sum;
}

static void loop_pairs(void *at, const page_list *lists, size_t count, uint64_t times)
{
  table *t = at;
  for (uint64_t r = 0; r < times; r++) {
    for (size_t i = 0; i < count; i++) {
      table_unmap(t, &lists[i], table_map(t, &lists[i]));
    }
  }
}

#ifndef TABLE_HAS_SCATTER
static size_t loop_scatter(void *at, const uint32_t *keys, size_t count, extent *extents)
{
  table *t = at;
  size_t length = 0;
  uint64_t next = 0; /* the entry that would prolong the last extent */
  for (size_t i = 0; i < count; i++) {
    uint64_t entry = table_find(t, keys[i]);
    if (length > 0 && entry == next) {
      extents[length - 1].count++;
    } else {
      extents[length].page = entry - TABLE_BIAS;
      extents[length++].count = 1;
    }
    next = entry + 1;
  }
  return length;
}
#endif

static uint64_t loop_read(void *at, const uint32_t *keys, size_t count)
{
  table *t = at;
  uint64_t sum = 0;
  for (size_t i = 0; i < count; i++) {
    sum += table_read(t, keys[i]);
  }
  return sum;
}

static void loop_write(void *at, const page_list *lists, size_t count, uint64_t times)
{
  table *t = at;
  for (uint64_t r = 0; r < times; r++) {
    for (size_t i = 0; i < count; i++) {
      table_write(t, &lists[i]);
    }
  }
}

#define LOOPS                                                                                             \
  .bias = TABLE_BIAS, .map = loop_map, .unmap = loop_unmap, .key = loop_key, .translate = loop_translate, \
  .pairs = loop_pairs, .scatter = loop_scatter, .read = loop_read, .write = loop_write
