/* SPDX-License-Identifier: MIT */
/* Random driver programs that are correct by construction (alone, threads), and such with one mistake (wrong).

     programs SORT FIRST COUNT

   Each program is a test, and all that it does follows from its seed, FIRST and on: but for how threads meet. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "kinds.h"
#include "mistakes.h"
#include "program.h"
#include "save.h"

#define COVERING 250u        /* programs after which all must have been seen */
#define COVERING_WRONG 3000u /* the same of mistakes: some need two drivers of one family */

static uint64_t seed;
static void (*program)(uint64_t seed);

static const struct {
  const char *name;
  void (*program)(uint64_t seed);
} sorts[] = {{"alone", program_alone}, {"threads", program_threads}, {"wrong", program_wrong}};

static void run_one(void)
{
  check_at(seed, 0);
  program(seed);
}

static void mend(void)
{
  dxgmap_close();
}

static void print_mistakes(void)
{
  for (uint32_t i = 0; i < mistake_count; i++) {
    printf("%6lu  %s\n", atomic_load(&mistakes_made[i]), mistakes[i].name);
  }
}

static void print_coverage(void)
{
  printf("%-16s %10s %10s\n", "", "taken", "refused");
  for (int k = K_NOTHING + 1; k < KINDS; k++) {
    printf("%-16s %10lu %10lu\n", kind_name((enum kind)k), atomic_load(&taken[k]), atomic_load(&refusals[k]));
  }
  printf("frame buffers that came back: %lu, restarts: %lu\n", atomic_load(&saves), atomic_load(&restarts));
  printf("wakes: %lu, unmaps by Dxgkrnl: %lu, ends of processes: %lu, removals: %lu\n",
         atomic_load(&events[PROGRAM_WAKE]), atomic_load(&events[PROGRAM_SYSTEM_UNMAP]),
         atomic_load(&events[PROGRAM_PROCESS_END]), atomic_load(&events[PROGRAM_REMOVE]));
}

/* Each kind of call has succeeded and, but for memory, failed on purpose, and each mistake was made; a short run need
   not come to that. */
static void cover_all(void)
{
  for (int k = K_NOTHING + 1; k < KINDS; k++) {
    bool fails = k != K_POOL && k != K_HEAP;
    EXPECT(kind_name((enum kind)k), true, atomic_load(&taken[k]) > 0 && (!fails || atomic_load(&refusals[k]) > 0));
  }
  CHECK(atomic_load(&saves) > 0);
  CHECK(atomic_load(&restarts) > 0);
  for (int e = 0; e < PROGRAM_EVENTS; e++) {
    EXPECT_AT("happened, event", e, true, atomic_load(&events[e]) > 0);
  }
}

static void cover_mistakes(void)
{
  for (uint32_t i = 0; i < mistake_count; i++) {
    EXPECT(mistakes[i].name, true, atomic_load(&mistakes_made[i]) > 0);
  }
}

int main(int argc, char **argv)
{
  char name[64];
  if (argc != 4) {
    return 2;
  }
  for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++) {
    program = strcmp(argv[1], sorts[i].name) == 0 ? sorts[i].program : program;
  }
  if (program == NULL) {
    return 2;
  }
  uint64_t first = strtoull(argv[2], NULL, 0);
  uint64_t count = strtoull(argv[3], NULL, 0);
  harness_begin(NULL, mend);
  for (seed = first; seed < first + count; seed++) {
    (void)snprintf(name, sizeof(name), "%s %llu", argv[1], (unsigned long long)seed);
    harness_run(name, run_one);
  }
  if (program == program_wrong && count >= COVERING_WRONG) {
    print_mistakes();
    RUN(cover_mistakes);
  } else if (program != program_wrong) {
    print_coverage();
    if (count >= COVERING) {
      RUN(cover_all);
    }
  }
  return harness_end();
}
