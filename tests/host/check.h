/* SPDX-License-Identifier: MIT */
/* A test program of the host: checks that say what was expected and what was seen, and a count at the end. */
#ifndef DXGMAP_TEST_CHECK_H
#define DXGMAP_TEST_CHECK_H

#include "host.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static unsigned check_passed, check_failed, check_wrong;

static inline void check_equal(const char *file, int line, const char *what, uint64_t expected, uint64_t seen)
{
  if (seen != expected) {
    check_wrong++;
    printf("%s:%d: %s: expected %" PRIu64 " (0x%" PRIx64 "), seen %" PRIu64 " (0x%" PRIx64 ")\n", file, line, what,
           expected, expected, seen, seen);
  }
}

/* CHECK_EQ(expected, seen) compares integers, CHECK(condition) expects true, CHECK_TEXT compares strings. */
#define CHECK_EQ(expected, seen) check_equal(__FILE__, __LINE__, #seen, (uint64_t)(expected), (uint64_t)(seen))
#define CHECK(condition) check_equal(__FILE__, __LINE__, #condition, 1, (condition) ? 1 : 0)
#define CHECK_OK(call) CHECK_EQ(DXGMAP_HOST_OK, call)
#define CHECK_TEXT(expected, seen)                                                                    \
  do {                                                                                                \
    if (strcmp(expected, seen) != 0) {                                                                \
      check_wrong++;                                                                                  \
      printf("%s:%d: %s: expected \"%s\", seen \"%s\"\n", __FILE__, __LINE__, #seen, expected, seen); \
    }                                                                                                 \
  } while (0)

/* Not inlined, so that a test has a frame of its own on the stack. */
__attribute__((noinline, unused)) static void check_run(const char *name, void (*test)(void))
{
  check_wrong = 0;
  test();
  if (check_wrong == 0) {
    check_passed++;
  } else {
    check_failed++;
    printf("FAIL %s\n", name);
  }
}

#define RUN(test) check_run(#test, test)

static inline int check_end(void)
{
  printf("%u passed, %u failed\n", check_passed, check_failed);
  return check_failed != 0;
}

/* ---- The machine that a test runs on ---- */

static inline void machine_open_seeded(uint64_t pages, uint64_t seed)
{
  dxgmap_host_config config = {pages, 4, 64, 32, 4, seed};
  CHECK_OK(dxgmap_host_open(&config));
}

static inline void machine_open(uint64_t pages)
{
  machine_open_seeded(pages, 1);
}

/* Closes the machine; whatever the test did, nothing may be left. */
static inline void machine_close(void)
{
  dxgmap_host_usage empty, left;
  dxgmap_host_close();
  memset(&empty, 0, sizeof empty);
  left = dxgmap_host_usage_now();
  CHECK(memcmp(&empty, &left, sizeof left) == 0);
}

/* ---- Every acquisition of a call made to fail in turn ---- */

static inline bool usage_is(const dxgmap_host_usage *before)
{
  dxgmap_host_usage now = dxgmap_host_usage_now();
  return memcmp(before, &now, sizeof now) == 0;
}

/* `attempt` makes the call; `undo` takes back what it got. */
static inline void check_each_failure(dxgmap_host_result (*attempt)(void), void (*undo)(void), uint64_t at_least)
{
  dxgmap_host_usage before = dxgmap_host_usage_now();
  uint64_t nth = 1;
  for (;; nth++) {
    dxgmap_host_result result;
    dxgmap_host_fail_at(nth);
    result = attempt();
    if (dxgmap_host_acquisitions() < nth) {
      CHECK_EQ(DXGMAP_HOST_OK, result);
      break;
    }
    CHECK_EQ(DXGMAP_HOST_NO_MEMORY, result);
    CHECK(usage_is(&before));
    if (result == DXGMAP_HOST_OK)
      break;
  }
  dxgmap_host_fail_at(0);
  CHECK(nth > at_least);
  CHECK_OK((undo(), attempt()));
  undo();
}

#endif
