/* SPDX-License-Identifier: MIT */
/* GLib's GHashTable, from page number to entry, both in the pointers themselves. */

#include "contenders.h"

#include <glib.h>

typedef GHashTable table;

static void *table_open(uint32_t pages, int shared)
{
  (void)pages;
  (void)shared;
  return g_hash_table_new(NULL, NULL);
}

static void table_close(void *t)
{
  g_hash_table_destroy(t);
}

static inline uint64_t table_find(table *t, uint32_t key)
{
  return GPOINTER_TO_SIZE(g_hash_table_lookup(t, GUINT_TO_POINTER(key)));
}

static inline void table_put(table *t, uint32_t key, uint64_t entry)
{
  g_hash_table_insert(t, GUINT_TO_POINTER(key), GSIZE_TO_POINTER(entry));
}

static inline void table_drop(table *t, uint32_t key)
{
  g_hash_table_remove(t, GUINT_TO_POINTER(key));
}

#include "each_page.h"
#include "rwlocked.h"
#include "loops.h"

const contender bench_glib = {.name = "GHashTable",
                              .level = PEER,
                              .parts = ALL,
                              .sharing = "pthread rwlock",
                              .open = table_open,
                              .close = table_close,
                              LOOPS};
