/* SPDX-License-Identifier: MIT */
/* DPDK's rte_hash with a key of four bytes. The environment runs without devices, telemetry or huge pages of its own;
   its memory is advised as everybody's. Beside readers a removed place is used again at once, without a grace period,
   which favours it. */

#include "contenders.h"
#include "memory.h"

#include <rte_eal.h>
#include <rte_hash.h>
#include <rte_hash_crc.h>
#include <rte_memory.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

typedef struct {
  struct rte_hash *hash;
  int shared;
} table;

static int advise(const struct rte_memseg_list *list, void *unused)
{
  (void)unused;
  (void)madvise(list->base_va, list->len, MADV_HUGEPAGE);
  return 0;
}

/* Starts the environment once; it pins the thread to a CPU of its choice, which is put back. */
static void environment(void)
{
  static int ready;
  static char arguments[][24] = {"bench",         "--no-huge", "--no-pci", "--no-shconf", "--no-telemetry",
                                 "--log-level=1", "-m",        "2048",     "--lcores",    ""};
  enum { ARGUMENTS = sizeof arguments / sizeof arguments[0] };
  char *pointers[ARGUMENTS + 1] = {NULL};
  cpu_set_t cpus;

  if (ready) {
    return;
  }
  sched_getaffinity(0, sizeof cpus, &cpus);
  snprintf(arguments[ARGUMENTS - 1], sizeof arguments[0], "0@%d", sched_getcpu());
  for (int i = 0; i < ARGUMENTS; i++) {
    pointers[i] = arguments[i];
  }
  if (rte_eal_init(ARGUMENTS, pointers) < 0) {
    bench_fail("the environment does not start", "rte_hash");
  }
  sched_setaffinity(0, sizeof cpus, &cpus);
  if (!bench_small_pages) {
    rte_memseg_list_walk(advise, NULL);
  }
  ready = 1;
}

static void *table_open(uint32_t pages, int shared)
{
  struct rte_hash_parameters parameters = {.name = "bench",
                                           .entries = pages < 64 ? 64 : pages,
                                           .key_len = sizeof(uint32_t),
                                           .hash_func = rte_hash_crc,
                                           .extra_flag = RTE_HASH_EXTRA_FLAGS_EXT_TABLE};
  table *t = calloc(1, sizeof *t);
  environment();
  if (shared) {
    parameters.extra_flag |= RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF;
  }
  if (t == NULL || (t->hash = rte_hash_create(&parameters)) == NULL) {
    bench_fail("no memory", "rte_hash");
  }
  t->shared = shared;
  return t;
}

static void table_close(void *at)
{
  table *t = at;
  rte_hash_free(t->hash);
  free(t);
}

static inline uint64_t table_find(table *t, uint32_t key)
{
  void *entry;
  return rte_hash_lookup_data(t->hash, &key, &entry) < 0 ? 0 : (uint64_t)(uintptr_t)entry;
}

static inline void table_put(table *t, uint32_t key, uint64_t entry)
{
  if (rte_hash_add_key_data(t->hash, &key, (void *)(uintptr_t)entry) != 0) {
    bench_fail("no room", "rte_hash");
  }
}

static inline void table_drop(table *t, uint32_t key)
{
  int32_t place = rte_hash_del_key(t->hash, &key);
  if (t->shared) {
    rte_hash_free_key_with_position(t->hash, place);
  }
}

#include "each_page.h"
#include "unshared.h" /* with the flags of table_open, readers and the one writer need nothing more */
#include "loops.h"

const contender bench_dpdk = {.name = "rte_hash",
                              .level = PEER,
                              .parts = MOST,
                              .sharing = "lock-free readers",
                              .open = table_open,
                              .close = table_close,
                              LOOPS};
