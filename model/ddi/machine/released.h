/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RELEASED_H
#define DXGMAP_DDI_RELEASED_H

#include "ddi/machine/record.h"

/* The released mappings that reports can still name, of each shard (shard.h) in the order of their release. Between
   shards that order is known of what one thread released, and of what it found released. */

/* Remembers the record in its shard. The oldest there, which nobody remembers any more, when there is no room for all;
   or NULL. */
dxgmap_ddi_record *dxgmap_ddi_released_add(dxgmap_ddi_record *record);

/* The one that the next record of the shard would put out; NULL: none, or that record itself. */
const dxgmap_ddi_record *dxgmap_ddi_released_next(uint32_t shard);

/* The oldest of the shard, which nobody remembers any more; NULL when there is none. */
dxgmap_ddi_record *dxgmap_ddi_released_take(uint32_t shard);

/* Who had the place last: the youngest record of the adapter that matches; if none does, the youngest that ended with
   an adapter which was stopped; else NULL. Under the lock of the machine. */
dxgmap_ddi_record *dxgmap_ddi_released_pin(uint64_t adapter, uint32_t index);
dxgmap_ddi_record *dxgmap_ddi_released_port(uint64_t adapter, uint64_t port);

/* The same for a page, by the number that the device of the adapter has for it. */
dxgmap_ddi_record *dxgmap_ddi_released_page(uint64_t adapter, uint64_t page);

/* How many each shard remembers, from now on. */
void dxgmap_ddi_released_limit(uint64_t remembered);

#endif
