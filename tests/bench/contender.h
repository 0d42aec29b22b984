/* SPDX-License-Identifier: MIT */
#ifndef BENCH_CONTENDER_H
#define BENCH_CONTENDER_H

#include <stddef.h>
#include <stdint.h>

/* The pages of one mapping. */
typedef struct {
  uint32_t base; /* first logical page, where the table does not choose it itself */
  uint32_t count;
  int contiguous; /* pages[k] == pages[0] + k: a table that maps runs may use it */
  const uint64_t *pages;
} page_list;

/* One entry of a scatter list. */
typedef struct {
  uint64_t page;
  uint32_t count;
} extent;

enum level { FLOOR, UNIT, OPERATION, PEER };

/* The workloads that a contender takes part in. */
enum part {
  TRANSLATE = 1,
  PAIRS = 2,
  SCATTER = 4,
  GROWTH = 8,
  THREADS = 16,
  BYTES = 32,
  LARGE = 64,    /* of a quick run, the tables that take long to fill */
  WATCHED = 128, /* readers also look at what the writer changes */
  START = 256,
  MOST = TRANSLATE | PAIRS | SCATTER | GROWTH | THREADS | BYTES,
  ALL = MOST | LARGE
};

/* A translation table, and the loops that use it. The loops are the table's own (loops.h): a call through a pointer
   costs more than most of the tables do, so there is one around each loop and none in it. */
typedef struct {
  const char *name;
  enum level level;
  unsigned parts;
  const char *sharing; /* what keeps readers right beside a writer */
  uint64_t bias;       /* what an answer is more than the page: 1, or 0 of a table that always answers */

  void *(*open)(uint32_t pages, int shared); /* room for so many pages */
  void (*close)(void *table);
  uint64_t (*map)(void *table, const page_list *list); /* names the mapping */
  void (*unmap)(void *table, const page_list *list, uint64_t name);
  uint32_t (*key)(void *table, const page_list *list, uint64_t name, uint32_t offset); /* its logical page */

  /* the sum over the keys of page + bias, or 0 for a key that is not mapped */
  uint64_t (*translate)(void *table, const uint32_t *keys, size_t count);
  /* maps and unmaps each of the lists, so often */
  void (*pairs)(void *table, const page_list *lists, size_t count, uint64_t times);
  /* the scatter list of a mapping's keys; answers its length */
  size_t (*scatter)(void *table, const uint32_t *keys, size_t count, extent *extents);

  /* the same, beside other threads */
  uint64_t (*read)(void *table, const uint32_t *keys, size_t count);
  void (*write)(void *table, const page_list *lists, size_t count, uint64_t times);
  void (*thread_begin)(void);
  void (*thread_end)(void);

  /* of those that take part in START: starts an adapter in fresh memory, and answers the nanoseconds and the bytes of
     memory touched */
  double (*start)(uint64_t *bytes);
} contender;

#endif
