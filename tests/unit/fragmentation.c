/* SPDX-License-Identifier: MIT */
/* How the range allocator fragments, beside best fit: random maps and unmaps on the default profile, at two loads and
   with three quarantines.

     fragmentation [CALLS]

   The table is a measurement and asserts nothing; what must hold is asserted: a run that is given was free and is
   inside, and where none is given no free run is long enough (on a sample, by looking at every page). */

#include "harness.h"
#include "random.h"
#include "structures/quarantine.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef DXGMAP_PROFILE_SMALL
#error "build this measurement on the default profile"
#endif

#define PAGES (1u << 20) /* the limit: page 0 is given to nobody */
#define SEED 1u
#define CALLS 1000000u
#define SAMPLES 100u
#define USUAL 256u    /* pages of most mappings, at most */
#define LARGEST 4096u /* of the others */

/* ---- what is measured: two allocators with the same face; an answer of 0 is a refusal ---- */

typedef struct {
  const char *name;
  void (*open)(uint32_t quarantine);
  uint32_t (*alloc)(uint32_t slot, uint32_t pages);
  void (*release)(uint32_t slot);
} allocator;

static dxgmap_ranges ranges;

static void core_open(uint32_t may_wait)
{
  memset(&ranges, 0, sizeof ranges);
  dxgmap_quarantine_open(&ranges, PAGES, may_wait);
}

static uint32_t core_alloc(uint32_t slot, uint32_t pages)
{
  uint32_t first = dxgmap_quarantine_alloc(&ranges, DXGMAP_ID(slot), pages);
  return first == DXGMAP_CELLS ? 0 : first;
}

static void core_release(uint32_t slot)
{
  dxgmap_quarantine_release(&ranges, DXGMAP_ID(slot));
}

/* Best fit: the shortest gap that is long enough; gaps of each length on a list. The length of every run, be it a gap,
   live or waiting, stands at its first page, that of a gap at its last page too. */
enum state { GAP, LIVE, WAITS };

static uint32_t length[PAGES + 1];
static unsigned char state[PAGES + 1];
static uint32_t head[PAGES + 1]; /* first page of a gap of each length, or 0 */
static uint32_t next[PAGES + 1];
static uint32_t prev[PAGES + 1];
static uint64_t some[PAGES / 64 + 1]; /* lengths that have a gap */
static uint32_t first_of[DXGMAP_SLOTS];
static uint32_t row[DXGMAP_QUARANTINE]; /* first pages of the runs that wait, the oldest first */
static uint32_t row_count;
static uint32_t row_limit;

static void gap_add(uint32_t first, uint32_t pages)
{
  state[first] = GAP;
  state[first + pages - 1] = GAP;
  length[first] = pages;
  length[first + pages - 1] = pages;
  prev[first] = 0;
  next[first] = head[pages];
  if (head[pages] != 0) {
    prev[head[pages]] = first;
  }
  head[pages] = first;
  some[pages / 64] |= 1ull << pages % 64;
}

static void gap_remove(uint32_t first)
{
  uint32_t pages = length[first];
  if (next[first] != 0) {
    prev[next[first]] = prev[first];
  }
  if (prev[first] != 0) {
    next[prev[first]] = next[first];
  } else {
    head[pages] = next[first];
  }
  if (head[pages] == 0) {
    some[pages / 64] &= ~(1ull << pages % 64);
  }
}

static uint32_t gap_best(uint32_t pages)
{
  uint64_t lengths = some[pages / 64] >> pages % 64 << pages % 64;
  for (uint32_t k = pages / 64;; lengths = some[++k]) {
    if (lengths != 0) {
      return head[k * 64 + (uint32_t)__builtin_ctzll(lengths)];
    }
    if (k == PAGES / 64) {
      return 0;
    }
  }
}

static void run_free(uint32_t first)
{
  uint32_t pages = length[first];
  if (first + pages < PAGES && state[first + pages] == GAP) {
    uint32_t after = length[first + pages];
    gap_remove(first + pages);
    pages += after;
  }
  if (first > 1 && state[first - 1] == GAP) {
    uint32_t before = length[first - 1];
    gap_remove(first - before);
    first -= before;
    pages += before;
  }
  gap_add(first, pages);
}

static void run_mark(uint32_t first, uint32_t pages, enum state what)
{
  state[first] = (unsigned char)what;
  state[first + pages - 1] = (unsigned char)what;
  length[first] = pages;
}

static void row_leave(void)
{
  uint32_t first = row[0];
  memmove(row, row + 1, --row_count * sizeof row[0]);
  run_free(first);
}

static int fits_when_none_waits(uint32_t pages)
{
  uint32_t free = 0;
  for (uint32_t first = 1; first < PAGES; first += length[first]) {
    free = state[first] == LIVE ? 0 : free + length[first];
    if (free >= pages) {
      return 1;
    }
  }
  return 0;
}

static void best_open(uint32_t quarantine)
{
  memset(head, 0, sizeof head);
  memset(some, 0, sizeof some);
  row_count = 0;
  row_limit = quarantine;
  gap_add(1, PAGES - 1);
}

static uint32_t best_alloc(uint32_t slot, uint32_t pages)
{
  uint32_t first = gap_best(pages);
  if (first == 0 && (row_count == 0 || !fits_when_none_waits(pages))) {
    return 0;
  }
  while (first == 0) {
    row_leave();
    first = gap_best(pages);
  }
  uint32_t left = length[first] - pages;
  gap_remove(first);
  if (left > 0) {
    gap_add(first + pages, left);
  }
  run_mark(first, pages, LIVE);
  first_of[slot] = first;
  return first;
}

static void best_release(uint32_t slot)
{
  uint32_t first = first_of[slot];
  if (row_limit == 0) {
    run_free(first);
    return;
  }
  uint32_t most = 64u * DXGMAP_QUARANTINE / length[first]; /* as the core has it: of long runs fewer */
  most = most == 0 ? 1 : most;
  while (row_count >= (most < row_limit ? most : row_limit)) {
    row_leave();
  }
  row[row_count++] = first;
  run_mark(first, length[first], WAITS);
}

/* ---- who asks, and what it sees: a byte a page ---- */

typedef struct {
  uint32_t first;
  uint32_t pages;
} mapping;

static unsigned char taken[PAGES];
static mapping live[DXGMAP_SLOTS];   /* of each slot */
static uint32_t slots[DXGMAP_SLOTS]; /* a permutation: those that live, then the others */
static uint32_t live_count;
static uint32_t live_pages;
static uint32_t highest;
static uint32_t maps;
static uint32_t refused[2]; /* usual ones, larger ones; though enough pages were free */
static uint32_t refusals;

static uint32_t random_pages(void)
{
  uint32_t draw = random_below(100);
  if (draw < 97) {
    return 1 + random_below(USUAL);
  }
  return USUAL + 1 + random_below(draw < 99 ? 1024 - USUAL : LARGEST - USUAL);
}

static uint32_t longest_free_run(void)
{
  uint32_t longest = 0;
  const unsigned char *end = taken + PAGES;
  for (const unsigned char *at = taken; at < end;) {
    const unsigned char *from = memchr(at, 0, (size_t)(end - at));
    if (from == NULL) {
      break;
    }
    at = memchr(from, 1, (size_t)(end - from));
    if (at == NULL) {
      at = end;
    }
    if ((uint32_t)(at - from) > longest) {
      longest = (uint32_t)(at - from);
    }
  }
  return longest;
}

static void map(const allocator *a)
{
  uint32_t slot = slots[live_count];
  uint32_t pages = random_pages();
  uint32_t first = a->alloc(slot, pages);
  maps++;
  if (first == 0) {
    if (PAGES - 1 - live_pages >= pages) {
      refused[pages > USUAL]++;
    }
    if (refusals++ % 64 == 0) {
      EXPECT("a free run that is long enough", 0, longest_free_run() >= pages);
    }
    return;
  }
  EXPECT("the run is inside", 1, first < PAGES && pages <= PAGES - first);
  EXPECT("the run is free", 1, memchr(taken + first, 1, pages) == NULL);
  memset(taken + first, 1, pages);
  live[slot] = (mapping){first, pages};
  live_count++;
  live_pages += pages;
  if (first + pages - 1 > highest) {
    highest = first + pages - 1;
  }
}

static void unmap(const allocator *a)
{
  uint32_t at = random_below(live_count);
  uint32_t slot = slots[at];
  a->release(slot);
  memset(taken + live[slot].first, 0, live[slot].pages);
  live_pages -= live[slot].pages;
  live_count--;
  slots[at] = slots[live_count];
  slots[live_count] = slot;
}

static void begin(const allocator *a, uint32_t may_wait)
{
  a->open(may_wait);
  memset(taken, 0, sizeof taken);
  taken[0] = 1;
  for (uint32_t k = 0; k < DXGMAP_SLOTS; k++) {
    slots[k] = k;
  }
  live_count = live_pages = highest = maps = refusals = 0;
  refused[0] = refused[1] = 0;
  random_seed(SEED);
}

/* What is measured now. */
static const allocator *policy;
static uint32_t quarantine;
static uint32_t percent;
static uint32_t calls = CALLS;

/* Six maps of ten calls below the load, four above. */
static void measure(void)
{
  double sum = 0;
  double least = 1;
  clock_t start = clock();
  begin(policy, quarantine);
  for (uint32_t step = 1; step <= calls; step++) {
    check_at(SEED, step);
    int below = live_pages < PAGES / 100 * percent;
    if (live_count == 0 || random_below(10) < (below ? 6u : 4u)) {
      map(policy);
    } else {
      unmap(policy);
    }
    if (step % (calls / SAMPLES) != 0) {
      continue;
    }
    double part = (double)longest_free_run() / (PAGES - 1 - live_pages);
    sum += part;
    if (part < least) {
      least = part;
    }
  }
  printf("%-9s %3" PRIu32 " %% %10" PRIu32 " %8" PRIu32 " %7" PRIu32 " %7" PRIu32 " %7" PRIu32 " %8.3f %8.3f %9" PRIu32
         " %8.2f\n",
         policy->name, percent, quarantine, maps, live_count, refused[0], refused[1], sum / SAMPLES, least, highest,
         (double)(clock() - start) / CLOCKS_PER_SEC);
}

int main(int count, char **arguments)
{
  static const allocator allocators[] = {{"the core", core_open, core_alloc, core_release},
                                         {"best fit", best_open, best_alloc, best_release}};
  static const uint32_t quarantines[] = {0, 16, DXGMAP_QUARANTINE};

  calls = count > 1 ? (uint32_t)strtoul(arguments[1], NULL, 10) : CALLS;
  if (calls < SAMPLES) {
    fprintf(stderr, "usage: fragmentation [CALLS], %u or more\n", SAMPLES);
    return 2;
  }
  printf("limit %u pages, %" PRIu32
         " calls; refused: though enough pages were free, of %u pages at most and of %u at most;\n"
         "gap: the largest by all that is free, what waits among it, mean and least of %u samples\n",
         PAGES, calls, USUAL, LARGEST, SAMPLES);
  printf("policy     load quarantine     maps    live  ref<=%u ref<=%u gap mean gap min   highest  seconds\n", USUAL,
         LARGEST);
  harness_begin(NULL, NULL);
  for (percent = 50; percent <= 90; percent += 40) {
    for (uint32_t q = 0; q < sizeof quarantines / sizeof quarantines[0]; q++) {
      quarantine = quarantines[q];
      for (uint32_t k = 0; k < 2; k++) {
        policy = &allocators[k];
        RUN(measure);
      }
    }
  }
  return harness_end();
}
