/* SPDX-License-Identifier: MIT */
/* Concurrency Kit's ck_ht in direct mode: readers need no lock beside one writer. Its size is said at the start, so
   that it does not grow under readers, and what it outgrows elsewhere is freed at once. */

#include "contenders.h"
#include "memory.h"

#include <ck_ht.h>
#include <ck_malloc.h>
#include <stdlib.h>

typedef ck_ht_t table;

static void *memory_get(size_t bytes)
{
  return malloc(bytes);
}

static void memory_free(void *at, size_t bytes, bool defer)
{
  (void)bytes;
  (void)defer;
  free(at);
}

static struct ck_malloc memory = {.malloc = memory_get, .free = memory_free};

static void *table_open(uint32_t pages, int shared)
{
  (void)shared;
  table *t = malloc(sizeof *t);
  if (t == NULL || !ck_ht_init(t, CK_HT_MODE_DIRECT, NULL, &memory, pages, 1)) {
    bench_fail("no memory", "ck_ht");
  }
  return t;
}

static void table_close(void *t)
{
  ck_ht_destroy(t);
  free(t);
}

/* 0 is no key for it */
static inline uint64_t table_find(table *t, uint32_t key)
{
  ck_ht_hash_t hash;
  ck_ht_entry_t entry;
  ck_ht_hash_direct(&hash, t, (uintptr_t)key + 1);
  ck_ht_entry_key_set_direct(&entry, (uintptr_t)key + 1);
  return ck_ht_get_spmc(t, hash, &entry) ? (uint64_t)ck_ht_entry_value_direct(&entry) : 0;
}

static inline void table_put(table *t, uint32_t key, uint64_t value)
{
  ck_ht_hash_t hash;
  ck_ht_entry_t entry;
  ck_ht_hash_direct(&hash, t, (uintptr_t)key + 1);
  ck_ht_entry_set_direct(&entry, hash, (uintptr_t)key + 1, (uintptr_t)value);
  if (!ck_ht_put_spmc(t, hash, &entry)) {
    bench_fail("a key was there, or no memory", "ck_ht");
  }
}

static inline void table_drop(table *t, uint32_t key)
{
  ck_ht_hash_t hash;
  ck_ht_entry_t entry;
  ck_ht_hash_direct(&hash, t, (uintptr_t)key + 1);
  ck_ht_entry_key_set_direct(&entry, (uintptr_t)key + 1);
  ck_ht_remove_spmc(t, hash, &entry);
}

#include "each_page.h"
#include "unshared.h" /* readers and the one writer need nothing more */
#include "loops.h"

const contender bench_ck = {.name = "ck_ht",
                            .level = PEER,
                            .parts = MOST,
                            .sharing = "lock-free readers",
                            .open = table_open,
                            .close = table_close,
                            LOOPS};
