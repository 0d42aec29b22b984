/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_SHARD_H
#define DXGMAP_DDI_SHARD_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/profile.h"

/* What the face knows of mappings is kept apart for each place of the core's table of adapters, and for the machine, so
   that calls on two adapters do not meet in it (spec/locks.md). An identity says by its tag where it belongs. */

#define DXGMAP_DDI_SHARDS (DXGMAP_ADAPTERS + 1u)
#define DXGMAP_DDI_SHARD_MACHINE 0u /* of objects, of their views, and of what the core does not know */

/* That of an identity: 1 + the place of its adapter, or the machine's. */
uint32_t dxgmap_ddi_shard_of(uint64_t mapping);

/* Whether the running thread may look into the shard: under the lock of the machine into any, under that of a part into
   the part's, and into the machine's, which nobody changes meanwhile. */
bool dxgmap_ddi_shard_open(uint32_t shard);

#endif
