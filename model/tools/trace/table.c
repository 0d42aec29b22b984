/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *take(size_t bytes)
{
  void *memory = calloc(1, bytes);
  if (memory == NULL) {
    (void)fputs("dxgmap-trace: there is no memory left\n", stderr);
    exit(2);
  }
  return memory;
}

/* ---- By name ---- */

static uint64_t home(const table *t, uint32_t sort, uint64_t key)
{
  return ((key + sort * 0xD6E8FEB86659FD93u) * 0x9E3779B97F4A7C15u >> 20) & (t->size - 1);
}

static table_entry *place_of(const table *t, uint32_t sort, uint64_t key)
{
  uint64_t at = home(t, sort, key);
  while (t->entry[at].sort != 0 && (t->entry[at].sort != sort || t->entry[at].key != key)) {
    at = (at + 1) & (t->size - 1);
  }
  return &t->entry[at];
}

void *table_find(const table *t, uint32_t sort, uint64_t key)
{
  return t->size != 0 ? place_of(t, sort, key)->value : NULL;
}

static void grow(table *t)
{
  table bigger = {take((t->size != 0 ? t->size * 2 : 1024) * sizeof(table_entry)), t->size != 0 ? t->size * 2 : 1024,
                  t->used};
  for (uint64_t i = 0; i < t->size; i++) {
    if (t->entry[i].sort != 0) {
      *place_of(&bigger, t->entry[i].sort, t->entry[i].key) = t->entry[i];
    }
  }
  free(t->entry);
  *t = bigger;
}

void table_put(table *t, uint32_t sort, uint64_t key, void *value)
{
  if (t->used * 2 >= t->size) {
    grow(t);
  }
  table_entry *place = place_of(t, sort, key);
  t->used += place->sort == 0 ? 1 : 0;
  *place = (table_entry){key, sort, value};
}

/* What stands behind the free place and could not be found any more is moved into it. */
void table_drop(table *t, uint32_t sort, uint64_t key)
{
  if (t->size == 0 || place_of(t, sort, key)->sort == 0) {
    return;
  }
  uint64_t hole = (uint64_t)(place_of(t, sort, key) - t->entry);
  t->used -= 1;
  for (uint64_t i = (hole + 1) & (t->size - 1); t->entry[i].sort != 0; i = (i + 1) & (t->size - 1)) {
    uint64_t at = home(t, t->entry[i].sort, t->entry[i].key);
    if (((i - at) & (t->size - 1)) >= ((i - hole) & (t->size - 1))) {
      t->entry[hole] = t->entry[i];
      hole = i;
    }
  }
  t->entry[hole] = (table_entry){0, 0, NULL};
}

void table_free(table *t)
{
  free(t->entry);
  memset(t, 0, sizeof(*t));
}

/* ---- By place: a tree whose order is that of the ranges, and whose shape is drawn ---- */

static bool before(uint32_t space, uint64_t first, const range *it)
{
  return space != it->space ? space < it->space : first < it->first;
}

static void split(range *at, uint32_t space, uint64_t first, range **less, range **more)
{
  while (at != NULL) {
    if (before(space, first, at)) {
      *more = at;
      more = &at->left;
      at = at->left;
    } else {
      *less = at;
      less = &at->right;
      at = at->right;
    }
  }
  *less = NULL;
  *more = NULL;
}

static range *join(range *less, range *more)
{
  range *joined = NULL;
  range **place = &joined;
  while (less != NULL && more != NULL) {
    if (less->weight > more->weight) {
      *place = less;
      place = &less->right;
      less = less->right;
    } else {
      *place = more;
      place = &more->left;
      more = more->left;
    }
  }
  *place = less != NULL ? less : more;
  return joined;
}

static range *last_until(const ranges *r, uint32_t space, uint64_t at)
{
  range *found = NULL;
  for (range *it = r->root; it != NULL;) {
    if (before(space, at, it)) {
      it = it->left;
    } else {
      found = it;
      it = it->right;
    }
  }
  return found != NULL && found->space == space ? found : NULL;
}

range *ranges_find(const ranges *r, uint32_t space, uint64_t at)
{
  range *it = last_until(r, space, at);
  return it != NULL && at - it->first < it->count ? it : NULL;
}

range *ranges_over(const ranges *r, uint32_t space, uint64_t first, uint64_t count)
{
  range *near = count > 0 ? last_until(r, space, first + (count - 1)) : NULL;
  return near != NULL && near->first + near->count > first ? near : NULL;
}

range *ranges_put(ranges *r, uint32_t space, uint64_t first, uint64_t count, void *owner)
{
  if (count == 0 || ranges_over(r, space, first, count) != NULL) {
    return NULL;
  }
  range *it = take(sizeof(range));
  r->draw = r->draw * 1664525u + 1013904223u;
  it->space = space;
  it->first = first;
  it->count = count;
  it->owner = owner;
  it->weight = r->draw ^ (r->draw >> 15);
  range *less, *more;
  split(r->root, space, first, &less, &more);
  r->root = join(join(less, it), more);
  return it;
}

void ranges_drop(ranges *r, range *it)
{
  range **at = &r->root;
  while (*at != it) {
    at = before(it->space, it->first, *at) ? &(*at)->left : &(*at)->right;
  }
  *at = join(it->left, it->right);
  free(it);
}
