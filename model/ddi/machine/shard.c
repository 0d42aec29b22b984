/* SPDX-License-Identifier: MIT */
#include "ddi/machine/shard.h"

#include "core/structures/handle.h"
#include "host/host.h"

uint32_t dxgmap_ddi_shard_of(uint64_t mapping)
{
  uint32_t tag = dxgmap_handle_tag(mapping);
  return tag < DXGMAP_ADAPTERS ? tag + 1u : DXGMAP_DDI_SHARD_MACHINE;
}

/* A part has the number of its adapter's place, so a holder has that of its shard. */
bool dxgmap_ddi_shard_open(uint32_t shard)
{
  uint32_t holder = dxgmap_host_holder();
  return holder == 0 || shard == holder || shard == DXGMAP_DDI_SHARD_MACHINE;
}
