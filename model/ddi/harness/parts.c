/* SPDX-License-Identifier: MIT */
#include "ddi/harness/parts.h"

#include "ddi/call/trace.h"
#include "ddi/machine/failure.h"
#include "ddi/machine/system.h"

_Static_assert(DXGMAP_ADAPTERS <= DXGMAP_HOST_PARTS, "each place of the core's table of adapters has a part");

/* A bit for each place of a started adapter. The others are not looked at: their part of the state was never touched,
   and takes memory when it is. */
static uint32_t dxgmap_ddi_parts_started(void)
{
  uint32_t started = 0;
  for (uint32_t i = 0; i < DXGMAP_ADAPTERS && dxgmap_ddi.state != NULL; i++) {
    uint64_t handle = dxgmap_ddi.adapter[i].handle;
    uint32_t k = handle != 0 ? dxgmap_state_find(dxgmap_ddi.state, handle) : DXGMAP_ADAPTERS;
    started |= k < DXGMAP_ADAPTERS ? 1u << k : 0;
  }
  return started;
}

void dxgmap_ddi_parts_follow(void)
{
  bool plain = !dxgmap_ddi_traced() && dxgmap_ddi_failure_none();
  uint32_t started = plain ? dxgmap_ddi_parts_started() : 0;
  for (uint32_t k = 0; k < DXGMAP_ADAPTERS; k++) {
    if ((started >> k & 1u) != 0) {
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
