/* SPDX-License-Identifier: MIT */
#include "ddi/harness/parts.h"

#include "ddi/call/trace.h"
#include "ddi/machine/failure.h"
#include "ddi/machine/system.h"

_Static_assert(DXGMAP_ADAPTERS <= DXGMAP_HOST_PARTS, "each place of the core's table of adapters has a part");

void dxgmap_ddi_parts_follow(void)
{
  bool plain = !dxgmap_ddi_traced() && dxgmap_ddi_failure_none();
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if (plain && dxgmap_ddi.state != NULL && dxgmap_ddi.state->adapter[k].started != 0) {
      dxgmap_host_part_open(k);
    } else {
      dxgmap_host_part_close(k);
    }
  }
}

void dxgmap_ddi_parts_close(void)
{
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    dxgmap_host_part_close(k);
  }
}
