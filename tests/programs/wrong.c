/* SPDX-License-Identifier: MIT */
/* A program that is right but for one mistake: it is reported by its cause, once, and nothing else is. */
#include <stdio.h>

#include "harness.h"
#include "mistakes.h"
#include "program.h"
#include "reports.h"

#define WRONG_STEPS 400u

_Static_assert(sizeof(mistakes_made) / sizeof(mistakes_made[0]) >= 58, "there is a count for each mistake");

static machine one;

/* Steps until the mistake could be made; it need not come to that. */
static bool wrong_steps(const mistake *which, uint32_t least)
{
  for (uint32_t i = 0; i < WRONG_STEPS && !atomic_load(&any_failed); i++) {
    uint32_t turn = draw_below(&one.dice, one.drivers);
    driver *d = &one.driver[turn];
    program_step(d);
    if (i >= least && !d->failed && which->make(d, &one.driver[(turn + 1) % one.drivers])) {
      return true;
    }
  }
  return false;
}

static void wrong_end(bool made)
{
  for (uint32_t i = 0; i < one.drivers && !atomic_load(&any_failed); i++) {
    program_give_back(&one.driver[i]);
  }
  for (uint32_t i = 0; i < one.drivers && !atomic_load(&any_failed); i++) {
    uint64_t leaks = 0;
    (void)dxgmap_adapter_stop(one.driver[i].adapter, &leaks);
    expect(&one.driver[i], "leaks of a driver that made no mistake", 0, made ? 0 : leaks);
  }
  machine_close(&one);
}

void program_wrong(uint64_t seed)
{
  const mistake *which = &mistakes[seed % mistake_count];
  machine_open(&one, seed, 2, false);
  bool made = wrong_steps(which, draw_from(&one.dice, 0, 60));
  wrong_end(made);
  uint32_t cause = made ? which->cause : (uint32_t)DXGMAP_CAUSE_NONE;
  uint32_t another = reports_other_than(cause);
  if (atomic_load(&any_failed) || reports_of(cause) != (made ? 1 : 0) || another != DXGMAP_CAUSE_NONE) {
    driver *d = &one.driver[0];
    printf("the mistake: %s; expected: %s, seen: %u reports of it, and of another cause: %s\n", which->name,
           dxgmap_cause_name(cause), reports_of(cause), dxgmap_cause_name(another));
    fault(d, which->name, cause, another);
    reports_print();
  }
  CHECK(!atomic_load(&any_failed));
  if (made) {
    atomic_fetch_add(&mistakes_made[seed % mistake_count], 1);
  }
}
