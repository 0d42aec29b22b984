/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TOOLS_TRACE_TABLE_H
#define DXGMAP_TOOLS_TRACE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a trace names, as it names it, and what that is here. */

typedef struct {
  uint64_t key;
  uint32_t sort; /* 0: free */
  void *value;
} table_entry;

/* By name: handles, addresses of lists. All zero is an empty one. A sort is 1 or more. */
typedef struct {
  table_entry *entry;
  uint64_t size, used;
} table;

void *table_find(const table *t, uint32_t sort, uint64_t key);
void table_put(table *t, uint32_t sort, uint64_t key, void *value); /* in place of what has the name */
void table_drop(table *t, uint32_t sort, uint64_t key);
void table_free(table *t);

/* By place: what covers an address or a logical page, in one of several spaces. Ranges of a space are apart. */
typedef struct range {
  struct range *left, *right;
  struct range *also; /* another range of the same owner */
  uint32_t space;
  uint32_t weight;
  uint64_t first, count;
  uint64_t offset; /* of the first in what the owner has */
  void *owner;
} range;

typedef struct {
  range *root;
  uint32_t draw;
} ranges;

/* Nothing is put where one of another owner lies: NULL. */
range *ranges_put(ranges *r, uint32_t space, uint64_t first, uint64_t count, void *owner);
range *ranges_over(const ranges *r, uint32_t space, uint64_t first, uint64_t count); /* one that has a part of it */
range *ranges_find(const ranges *r, uint32_t space, uint64_t at);
void ranges_drop(ranges *r, range *it); /* and frees it */

/* malloc and calloc that end the program instead of failing. */
void *take(size_t bytes);

#endif
