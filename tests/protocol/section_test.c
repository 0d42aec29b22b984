/* SPDX-License-Identifier: MIT */
/* R-SECTION of spec/protocol.md: a page that is found in a section is not touched by its next owner before the section
   ends. The next owner poisons it.

     section_test MILLISECONDS     how long a reader holds its page in the case with one schedule */

#include "harness.h"
#include "host/threads/readers.h"
#include "threads.h"
#include "structures/translation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 200u
#define PAGES ((ROUNDS + 1u) * DXGMAP_BLOCK)
#define POISON 0xDEADDEADu
#define PART 5u /* of the machine, that the sections are of */
#define CUT 3u  /* the pages 2, 3, 4 of a block */

static dxgmap_translation translation;
static dxgmap_host_readers sections;
static uint32_t memory[PAGES]; /* a word a page */
static long patience;          /* milliseconds */
static uint32_t held;          /* told: a section is open and has its page */
static uint32_t poisoned;      /* told: the page has its next owner */
static uint32_t copied;

static void reset(void)
{
  memset(&sections, 0, sizeof(sections));
  dxgmap_translation_unmap(&translation, 0, DXGMAP_BLOCK);
  for (uint32_t page = 0; page < PAGES; page++) {
    memory[page] = page;
  }
}

static void mend(void)
{
  readers_stop();
  dxgmap_store_release(&poisoned, 1);
}

/* The next owner of n physical pages. */
static void poison(uint32_t first, uint32_t n)
{
  for (uint32_t page = first; page < first + n; page++) {
    memory[page] = POISON;
  }
}

static void *hold(void *none)
{
  const struct timespec millisecond = {.tv_nsec = 1000000};
  uint32_t me;
  uint32_t value;

  EXPECT("join", DXGMAP_HOST_OK, dxgmap_host_readers_join(&sections, &me));
  dxgmap_host_readers_enter(&sections, me, PART);
  value = dxgmap_translation_find(&translation, 1);
  dxgmap_store_release(&held, 1);
  for (long waited = 0; waited < patience && dxgmap_load_acquire(&poisoned) == 0u; waited++) {
    nanosleep(&millisecond, NULL);
  }
  copied = memory[value - 1u];
  dxgmap_host_readers_leave(&sections, me);
  dxgmap_host_readers_quit(&sections, me);
  return none;
}

/* One schedule: the page is found, then unmapped, and copied when its next owner has it, if it ever has before. */
static void a_page_that_is_held_is_not_poisoned(void)
{
  pthread_t holder;

  dxgmap_translation_map_run(&translation, 0, DXGMAP_BLOCK, 7);
  check_start(&holder, hold, NULL);
  while (dxgmap_load_acquire(&held) == 0u) {
    (void)sched_yield();
  }
  dxgmap_translation_unmap(&translation, 0, DXGMAP_BLOCK);
  dxgmap_host_readers_wait(&sections, PART);
  poison(7, DXGMAP_BLOCK);
  dxgmap_store_release(&poisoned, 1);
  check_join(holder);
  EXPECT("the copy", 8, copied);
}

static void *copy(void *argument)
{
  reader *me = argument;
  uint32_t number;

  EXPECT("join", DXGMAP_HOST_OK, dxgmap_host_readers_join(&sections, &number));
  while (dxgmap_load_acquire(&stop) == 0u) {
    dxgmap_host_readers_enter(&sections, number, PART);
    uint32_t value = dxgmap_translation_find(&translation, random_below(&me->seed, 8));
    for (uint32_t k = 0; value != 0u && k < 4u; k++) {
      if (memory[value - 1u] != value - 1u) {
        me->wrong++;
      }
    }
    dxgmap_host_readers_leave(&sections, number);
    dxgmap_store_release(&me->turns, me->turns + 1u);
  }
  dxgmap_host_readers_quit(&sections, number);
  return NULL;
}

static void no_copy_is_poisoned(void)
{
  readers_start(copy);
  for (uint32_t round = 0; round < ROUNDS; round++) {
    uint32_t first = round * DXGMAP_BLOCK;

    dxgmap_translation_map_run(&translation, 0, DXGMAP_BLOCK, first);
    if (round % 8u == 0u) {
      readers_turn();
    }
    dxgmap_translation_unmap(&translation, 2, CUT);
    dxgmap_host_readers_wait(&sections, PART);
    poison(first + 2u, CUT);
    dxgmap_translation_unmap(&translation, 0, DXGMAP_BLOCK);
    dxgmap_host_readers_wait(&sections, round % 2u == 0u ? PART : DXGMAP_HOST_ALL_PARTS);
    poison(first, DXGMAP_BLOCK);
  }
  EXPECT("copies of poison", 0, readers_end());
}

/* Or else this thread would wait for itself. */
static void a_wait_passes_over_sections_of_other_parts(void)
{
  uint32_t me = 0;

  EXPECT("join", DXGMAP_HOST_OK, dxgmap_host_readers_join(&sections, &me));
  dxgmap_host_readers_enter(&sections, me, PART);
  dxgmap_host_readers_wait(&sections, PART + 1u);
  dxgmap_host_readers_wait(&sections, 0);
  dxgmap_host_readers_leave(&sections, me);
  dxgmap_host_readers_wait(&sections, PART);
  dxgmap_host_readers_quit(&sections, me);
}

static void no_more_readers_than_there_is_room_for(void)
{
  uint32_t number = 0;

  for (uint32_t k = 0; k < DXGMAP_HOST_READERS; k++) {
    EXPECT("join", DXGMAP_HOST_OK, dxgmap_host_readers_join(&sections, &number));
    EXPECT("number", k, number);
  }
  EXPECT("join, all taken", DXGMAP_HOST_NO_ROOM, dxgmap_host_readers_join(&sections, &number));
  EXPECT("number, untouched", DXGMAP_HOST_READERS - 1u, number);
  dxgmap_host_readers_quit(&sections, 5);
  EXPECT("join, one given back", DXGMAP_HOST_OK, dxgmap_host_readers_join(&sections, &number));
  EXPECT("number", 5, number);
  dxgmap_host_readers_wait(&sections, DXGMAP_HOST_ALL_PARTS);
  for (uint32_t k = 0; k < DXGMAP_HOST_READERS; k++) {
    dxgmap_host_readers_quit(&sections, k);
  }
}

int main(int count, char **words)
{
  patience = count == 2 ? strtol(words[1], NULL, 10) : 0;
  if (patience <= 0) {
    fprintf(stderr, "usage: %s MILLISECONDS\n", words[0]);
    return 2;
  }
  harness_begin(reset, mend);
  RUN(a_page_that_is_held_is_not_poisoned);
  RUN(no_copy_is_poisoned);
  RUN(a_wait_passes_over_sections_of_other_parts);
  RUN(no_more_readers_than_there_is_room_for);
  return harness_end();
}
