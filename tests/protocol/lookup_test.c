/* SPDX-License-Identifier: MIT */
/* R-ANSWER and R-BARE of spec/protocol.md: two threads look pages up while a third maps, unmaps and splits. A page
   number says which change mapped it, so that each answer can be judged. */

#include "harness.h"
#include "threads.h"
#include "structures/translation.h"

#include <inttypes.h>
#include <stdbool.h>

#define SPAN (2u * DXGMAP_BLOCK) /* logical pages that change */
#define SEED 4711u
#define CHANGES 20000u

#if (CHANGES + 1u) * SPAN > DXGMAP_PAGES
#error "each change has physical pages of its own: build this test on the default profile"
#endif

typedef enum { NOTHING, RUN_OF_PAGES, LIST } kind;

typedef struct {
  uint32_t lo, hi;
  kind kind;
} change;

static dxgmap_translation translation;
static change changes[CHANGES + 1u]; /* from 1 on; each is written before it is told that it began */
static uint32_t begun;               /* told: the change that has begun last, */
static uint32_t returned;            /* and the one that has returned last */

static const uint32_t edges[] = {0, 1, 2, DXGMAP_BLOCK / 2u, DXGMAP_BLOCK - 1u, DXGMAP_BLOCK, DXGMAP_BLOCK + 1u, SPAN};
#define EDGES (sizeof edges / sizeof edges[0])

static uint32_t value_of(uint32_t c, uint32_t l)
{
  if (changes[c].kind == NOTHING) {
    return 0;
  }
  return c * SPAN + (changes[c].kind == LIST ? l ^ 1u : l) + 1u;
}

static bool covers(uint32_t c, uint32_t l)
{
  return changes[c].lo <= l && l < changes[c].hi;
}

/* Whether page l was mapped to v after change `since`, or after a later one up to `last`. */
static bool allowed(uint32_t l, uint32_t v, uint32_t since, uint32_t last)
{
  uint32_t c = since;

  while (c > 0u && !covers(c, l)) {
    c--;
  }
  if (c == 0u && v == 0u) {
    return true;
  }
  for (; c <= last; c++) {
    if (covers(c, l) && value_of(c, l) == v) {
      return true;
    }
  }
  return false;
}

static void *look(void *argument)
{
  reader *me = argument;

  while (dxgmap_load_acquire(&stop) == 0u) {
    uint32_t l = edges[random_below(&me->seed, EDGES - 1u)];
    uint32_t since = dxgmap_load_acquire(&returned);
    uint32_t v = dxgmap_translation_find(&translation, l);
    uint32_t last = dxgmap_load_acquire(&begun);

    CHECK_OR_SAY(allowed(l, v, since, last),
                 "page %" PRIu32 ": seen %" PRIu32 ", which changes %" PRIu32 " to %" PRIu32 " did not map there", l, v,
                 since, last);
    dxgmap_store_release(&me->turns, me->turns + 1u);
  }
  return NULL;
}

static void make(uint32_t c)
{
  static uint64_t pages[SPAN];
  const change *made = &changes[c];

  switch (made->kind) {
  case NOTHING:
    dxgmap_translation_unmap(&translation, made->lo, made->hi - made->lo);
    break;
  case RUN_OF_PAGES:
    dxgmap_translation_map_run(&translation, made->lo, made->hi - made->lo, c * SPAN + made->lo);
    break;
  default:
    for (uint32_t l = made->lo; l < made->hi; l++) {
      pages[l - made->lo] = value_of(c, l) - 1u;
    }
    dxgmap_translation_map(&translation, made->lo, made->hi - made->lo, pages);
    break;
  }
}

static void every_answer_is_one_the_page_had(void)
{
  uint32_t seed = SEED;

  readers_start(look);
  for (uint32_t c = 1; c <= CHANGES; c++) {
    uint32_t from = random_below(&seed, EDGES - 1u);
    uint32_t to = from + 1u + random_below(&seed, (uint32_t)EDGES - 1u - from);

    changes[c] = (change){.lo = edges[from], .hi = edges[to], .kind = (kind)random_below(&seed, 3)};
    check_at(SEED, c);
    dxgmap_store_release(&begun, c);
    make(c);
    dxgmap_store_release(&returned, c);
    if (c % 64u == 0u) {
      readers_turn();
      check_so_far();
    }
  }
  (void)readers_end();
}

int main(void)
{
  harness_begin(NULL, readers_stop);
  RUN(every_answer_is_one_the_page_had);
  return harness_end();
}
