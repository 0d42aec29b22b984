/* SPDX-License-Identifier: MIT */
/* The harness of the sample miniport: it plays Dxgkrnl and the hardware, turns the adapter off and on, and compares the
   frame buffer byte for byte. Each machine is a test, and has a line; the exit code is 0 when every frame buffer came
   back. */

#include <stdio.h>

#include "dxgmap.h"
#include "harness.h"
#include "machine.h"

static const way ways[] = {
    {"physical", "MDL", "-", FALSE, FALSE, FALSE, FALSE},
    {"physical", "ADL", "not asked", FALSE, FALSE, TRUE, FALSE},
    {"physical", "ADL", "preferred", FALSE, FALSE, TRUE, TRUE},
    {"logical", "ADL", "not asked", TRUE, TRUE, TRUE, FALSE},
    {"logical", "ADL", "preferred", TRUE, TRUE, TRUE, TRUE},
    {"physical, then logical", "ADL", "preferred", FALSE, TRUE, TRUE, TRUE},
    {"logical, then physical", "ADL", "not asked", TRUE, FALSE, TRUE, FALSE},
};

/* A driver has one handle for all its physical adapters, or one for each. */
typedef struct {
  const char *name;
  UINT physical_adapters;
  bool chain;
} shape;

static const shape shapes[] = {{"1", 1, false}, {"2, a handle", 2, false}, {"4, a handle each", 4, true}};

static const char *const machine_fates[] = {"none", "pins fail", "pins and large chunks fail", "nothing can be mapped",
                                            "it is pulled out"};
static const char *const machine_results[] = {"frame buffer came back", "frame buffer came back",
                                              "frame buffer came back", "save refused, frame buffer kept",
                                              "all was given back"};

static machine now;
static const shape *now_shape;
static unsigned did_well; /* machines */
static unsigned went_wrong;

#define ROW "  %-16s %-23s %-5s %-11s %-27s"

static void main_show(const char *result)
{
  SAMPLE_STATISTICS statistics = machine_statistics();
  printf(ROW "%6u %12u %7u   %s\n", now_shape->name, now.way->pages, now.way->list, now.way->contiguous,
         machine_fates[now.fate], statistics.PinnedTransfers, statistics.ContiguousPins, statistics.Chunks, result);
}

static void main_run(void)
{
  machine_run(&now);
  main_show(machine_results[now.fate]);
  did_well++;
}

static void main_mend(void)
{
  machine_mend();
  main_show("WRONG");
  went_wrong++;
}

static void main_test(const shape *s, const way *w, enum fate fate)
{
  static uint64_t number;
  static char name[160];
  now = (machine){++number, s->physical_adapters, s->chain, w, fate};
  now_shape = s;
  (void)snprintf(name, sizeof(name), "adapters %s, pages %s, list %s, contiguous %s, trouble: %s", s->name, w->pages,
                 w->list, w->contiguous, machine_fates[fate]);
  harness_run(name, main_run);
}

/* A device that was pulled out does not start again. */
static bool main_possible(const way *w, enum fate fate)
{
  return fate != PULLED_OUT || w->remaps == w->remaps_later;
}

static void main_test_all(void)
{
  printf("The sample miniport, off and on twice on each machine:\n");
  printf(ROW "%6s %12s %7s   %s\n", "adapters", "pages", "list", "contiguous", "trouble", "pinned", "in one range",
         "chunks", "what came of it");
  for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
    for (size_t k = 0; k < sizeof(ways) / sizeof(ways[0]); k++) {
      for (int fate = ALL_WELL; fate <= PULLED_OUT; fate++) {
        if (main_possible(&ways[k], (enum fate)fate)) {
          main_test(&shapes[i], &ways[k], (enum fate)fate);
        }
      }
    }
  }
}

int main(void)
{
  harness_begin(NULL, main_mend);
  main_test_all();
  if (went_wrong == 0) {
    printf("Every frame buffer came back byte for byte or was kept, nothing leaked, nothing was misused.\n");
  } else {
    printf("%u of %u machines went wrong.\n", went_wrong, did_well + went_wrong);
  }
  return harness_end();
}
