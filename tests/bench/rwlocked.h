/* SPDX-License-Identifier: MIT */
/* A table that two threads may not use at once, beside other threads: behind a lock of many readers or one writer. */

#include <pthread.h>

static pthread_rwlock_t table_lock = PTHREAD_RWLOCK_INITIALIZER;

static inline uint64_t table_read(table *t, uint32_t key)
{
  pthread_rwlock_rdlock(&table_lock);
  uint64_t entry = table_find(t, key);
  pthread_rwlock_unlock(&table_lock);
  return entry;
}

static inline void table_write(table *t, const page_list *list)
{
  pthread_rwlock_wrlock(&table_lock);
  uint64_t name = table_map(t, list);
  pthread_rwlock_unlock(&table_lock);
  pthread_rwlock_wrlock(&table_lock);
  table_unmap(t, list, name);
  pthread_rwlock_unlock(&table_lock);
}
