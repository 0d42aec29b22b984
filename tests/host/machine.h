/* SPDX-License-Identifier: MIT */
/* What the tests of the host share: the machine that they run on, and acquisitions that fail. */
#ifndef DXGMAP_TESTS_HOST_MACHINE_H
#define DXGMAP_TESTS_HOST_MACHINE_H

#include "harness.h"
#include "host.h"

#include <string.h>

#define CHECK_OK(call) CHECK_EQ(DXGMAP_HOST_OK, call)

/* ---- The machine that a test runs on ---- */

static inline void machine_open_seeded(uint64_t pages, uint64_t seed)
{
  dxgmap_host_config config = {.pages = pages, .low_reserved = 4, .kernel_pages = 64, .quarantine = 32, .seed = seed};
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

/* After a test that a check has ended: whatever it held, and in whatever state it was. */
static inline void machine_mend(void)
{
  dxgmap_host_fail_at(0);
  if (dxgmap_host_locked()) {
    bool by_the_lock = dxgmap_host_read_begin(0); /* a section of its own would be refused */
    dxgmap_host_read_end();
    if (by_the_lock) {
      dxgmap_host_unlock();
    }
  }
  dxgmap_host_close();
  dxgmap_host_set_irql(0);
  dxgmap_host_set_process(4);
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
  }
  dxgmap_host_fail_at(0);
  CHECK(nth > at_least);
  CHECK_OK((undo(), attempt()));
  undo();
}

#endif
