/* SPDX-License-Identifier: MIT */
#ifndef TESTS_UNIT_CASES_H
#define TESTS_UNIT_CASES_H

/* Cases, each from a fresh start, and how many of them passed. Whoever includes this defines reset. */

#include <stdio.h>

static unsigned passed;
static unsigned failed;
static unsigned broken; /* checks that failed in the case that runs */

static void reset(void);

static void run(const char *name, void (*test)(void))
{
  reset();
  broken = 0;
  test();
  if (broken == 0u) {
    passed++;
  } else {
    failed++;
    printf("FAIL %s\n", name);
  }
}

/* The last words, and the exit code. */
static int conclude(void)
{
  printf("%u passed, %u failed\n", passed, failed);
  return failed == 0u ? 0 : 1;
}

#endif
