/* SPDX-License-Identifier: MIT */
/* liburcu's rculfhash, in the flavour whose readers cost least (QSBR), made as large as it needs to be. A removed node
   is freed after a grace period only where there are readers; the writer waits for one every so many nodes. */

#define RCU_QSBR /* what urcu.h asks its includer to say */
#include "contenders.h"
#include "memory.h"

#include <stdlib.h>
#include <urcu/urcu-qsbr.h>
#include <urcu/rculfhash.h>

#define WAITING 4096u

typedef struct node {
  struct cds_lfht_node node;
  struct node *next; /* of those that wait */
  uint32_t key;
  uint64_t entry;
} node;

typedef struct {
  struct cds_lfht *hash;
  int shared;
  node *removed;
  uint32_t waiting;
} table;

static inline unsigned long mix(uint32_t key)
{
  uint64_t h = key * 0x9E3779B97F4A7C15u;
  return (unsigned long)(h ^ h >> 32);
}

static int same(struct cds_lfht_node *n, const void *key)
{
  return caa_container_of(n, node, node)->key == *(const uint32_t *)key;
}

static void thread_begin(void)
{
  urcu_qsbr_register_thread();
}

static void thread_end(void)
{
  urcu_qsbr_unregister_thread();
}

static void *table_open(uint32_t pages, int shared)
{
  table *t = calloc(1, sizeof *t);
  unsigned long size = 64;
  while (size < pages) {
    size *= 2;
  }
  if (t != NULL) {
    t->hash = cds_lfht_new_flavor(size, size, 0, 0, &urcu_qsbr_flavor, NULL);
  }
  if (t == NULL || t->hash == NULL) {
    bench_fail("no memory", "rculfhash");
  }
  t->shared = shared;
  return t;
}

static void forget(table *t)
{
  if (t->shared) {
    urcu_qsbr_synchronize_rcu();
  }
  while (t->removed != NULL) {
    node *n = t->removed;
    t->removed = n->next;
    free(n);
  }
  t->waiting = 0;
}

static void table_close(void *at)
{
  table *t = at;
  struct cds_lfht_iter i;
  node *n;
  forget(t);
  urcu_qsbr_register_thread();
  cds_lfht_for_each_entry(t->hash, &i, n, node)
  {
    cds_lfht_del(t->hash, &n->node);
    free(n);
  }
  cds_lfht_destroy(t->hash, NULL);
  urcu_qsbr_unregister_thread();
  free(t);
}

static inline node *table_node(table *t, uint32_t key)
{
  struct cds_lfht_iter i;
  cds_lfht_lookup(t->hash, mix(key), same, &key, &i);
  struct cds_lfht_node *n = cds_lfht_iter_get_node(&i);
  return n == NULL ? NULL : caa_container_of(n, node, node);
}

static inline uint64_t table_find(table *t, uint32_t key)
{
  node *n = table_node(t, key);
  return n == NULL ? 0 : n->entry;
}

static inline void table_put(table *t, uint32_t key, uint64_t entry)
{
  node *n = malloc(sizeof *n);
  if (n == NULL) {
    bench_fail("no memory", "rculfhash");
  }
  cds_lfht_node_init(&n->node);
  n->key = key;
  n->entry = entry;
  cds_lfht_add(t->hash, mix(key), &n->node);
}

static inline void table_drop(table *t, uint32_t key)
{
  node *n = table_node(t, key);
  cds_lfht_del(t->hash, &n->node);
  if (!t->shared) {
    free(n);
    return;
  }
  n->next = t->removed;
  t->removed = n;
  t->waiting++;
}

#include "each_page.h"

static inline uint64_t table_read(table *t, uint32_t key)
{
  urcu_qsbr_read_lock();
  uint64_t entry = table_find(t, key);
  urcu_qsbr_read_unlock();
  urcu_qsbr_quiescent_state();
  return entry;
}

static inline void table_write(table *t, const page_list *list)
{
  table_unmap(t, list, table_map(t, list));
  if (t->waiting >= WAITING) {
    forget(t);
  }
}

#include "loops.h"

const contender bench_urcu = {.name = "rculfhash",
                              .level = PEER,
                              .parts = MOST,
                              .sharing = "RCU (QSBR)",
                              .open = table_open,
                              .close = table_close,
                              .thread_begin = thread_begin,
                              .thread_end = thread_end,
                              LOOPS};
