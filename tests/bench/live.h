/* SPDX-License-Identifier: MIT */
#ifndef BENCH_LIVE_H
#define BENCH_LIVE_H

#include "contenders.h"

#define PHYSICAL_PAGES (1u << 22) /* of the machine whose pages are mapped: 16 GiB */
#define OTHERS_BASE (1u << 22)    /* first logical page of the mappings that stand by */
#define SUBJECT_BASE (1u << 23)   /* of those that are mapped and unmapped */

/* One page of one mapping. */
typedef struct {
  uint32_t list;
  uint32_t offset;
} pick;

/* A contender with its mappings. */
typedef struct {
  const contender *who;
  void *table;
  const page_list *lists;
  size_t count;
  uint64_t *names;
  uint32_t *keys; /* what is looked up */
  size_t key_count;
  uint64_t truth; /* the sum that the answers must have */
} live;

/* So many lists of n pages from logical page `base` on, one after the other: random pages of the machine, no two alike
   as long as there are enough, or for `contiguous` one run a list. `from` pages are passed over. */
page_list *live_lists(uint32_t base, size_t count, uint32_t n, int contiguous, size_t from);

/* Whether the contender has this part, and was not left out by the settings. */
int live_takes_part(const contender *who, unsigned part);

/* All contenders that take part, each with the lists mapped and their pages looked up (settings.stride), and room for
   `more` pages; ends with a NULL `who`. */
live *live_open(unsigned part, const page_list *lists, size_t count, size_t more, int shared);
void live_close(live *all);
size_t live_size(const live *all);

/* Maps one more list for a look at it, and ends the program when a page is not what it should be, mapped or
   unmapped. */
void live_try(live *l, const page_list *list);

/* Says what each is to look up. */
void live_pick(live *all, const pick *picks, size_t count);

/* Looks it up; for bench_measure. */
uint64_t live_translate(void *l, uint64_t times);

#endif
