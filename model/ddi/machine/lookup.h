/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_LOOKUP_H
#define DXGMAP_DDI_LOOKUP_H

#include <stdbool.h>
#include <stdint.h>

/* Which domains the device's accesses may be looked up in without the lock (spec/protocol.md): those of the adapters
   that are started and attached, whose device is awake and there, and not in exclusive access. */

/* Under the lock, after a step that may have made an adapter one of them, or not one any more. */
void dxgmap_ddi_lookup_follow(uint64_t adapter);

/* Under the lock: an adapter is none of them any more, and no lookup in its domain goes on. */
void dxgmap_ddi_lookup_withdraw(uint64_t adapter);

/* The same for all, before the state goes. */
void dxgmap_ddi_lookup_close(void);

/* A read section for lookups in the adapter's domain, which dxgmap_host_read_end ends. False: there is none to be had,
   or it is no adapter. */
bool dxgmap_ddi_lookup_begin(uint64_t adapter);

/* In it: the physical page + 1 of a logical page. 0: to be asked under the lock, be it that there is none. */
uint32_t dxgmap_ddi_lookup(uint64_t adapter, uint64_t page);

/* The mapping has ended: returns when no section goes on that may have found a page by it. Under the lock. */
void dxgmap_ddi_lookup_wait(uint64_t mapping);

#endif
