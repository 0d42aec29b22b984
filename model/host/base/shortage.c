/* SPDX-License-Identifier: MIT */
/* What the host ran out of. */
#include "host/base/shortage.h"
#include "host/interface/memory.h"
#include "host/os/os.h"

static const char *dxgmap_host_shortage_last;

void dxgmap_host_refused(void)
{
  __atomic_store_n(&dxgmap_host_shortage_last, dxgmap_os_limit(), __ATOMIC_RELAXED);
}

void dxgmap_host_budget_spent(void)
{
  __atomic_store_n(&dxgmap_host_shortage_last, dxgmap_os_limit_of_mappings(), __ATOMIC_RELAXED);
}

const char *dxgmap_host_shortage(void)
{
  return __atomic_exchange_n(&dxgmap_host_shortage_last, NULL, __ATOMIC_RELAXED);
}
