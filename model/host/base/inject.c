/* SPDX-License-Identifier: MIT */
/* Makes a chosen acquisition fail, so that a test can try every error path. */
#include "host/base/inject.h"
#include "host/interface/injection.h"

#include <stdatomic.h>

static _Atomic uint64_t dxgmap_host_inject_count;
static _Atomic uint64_t dxgmap_host_inject_at;

void dxgmap_host_fail_at(uint64_t nth)
{
  atomic_store(&dxgmap_host_inject_count, 0);
  atomic_store(&dxgmap_host_inject_at, nth);
}

uint64_t dxgmap_host_acquisitions(void)
{
  return atomic_load(&dxgmap_host_inject_count);
}

bool dxgmap_host_acquire(void)
{
  uint64_t nth = atomic_load(&dxgmap_host_inject_at);
  return nth == 0 || atomic_fetch_add(&dxgmap_host_inject_count, 1) + 1 != nth;
}
