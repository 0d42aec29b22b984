/* SPDX-License-Identifier: MIT */
/* Which part's lock a thread has: what is kept apart for each part is chosen by it. */
#include "host/base/holder.h"
#include "host/os/os.h"

static DXGMAP_OS_OF_THREAD uint32_t dxgmap_host_holder_now;

uint32_t dxgmap_host_holder(void)
{
  return dxgmap_host_holder_now;
}

void dxgmap_host_hold(uint32_t holder)
{
  dxgmap_host_holder_now = holder;
}
