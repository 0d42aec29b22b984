/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RECORD_H
#define DXGMAP_DDI_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "ddi/machine/core.h"
#include "ddi/machine/record_form.h"
#include "host/host.h"

/* The records of mappings (record_form.h), and the tables that find them. The caller holds the lock, of the machine or
   of the part that the record is of (shard.h). */

/* A record with room for `frames` page numbers and a list of `list_bytes` bytes (MapMdlToIoMmu: those of a header of
   its own, or 0), which the caller fills; its map stack is captured. NULL when the host has no memory. It is in no
   table yet. */
dxgmap_ddi_record *dxgmap_ddi_record_new(const void *site, uint32_t kind, uint64_t adapter, uint64_t frames,
                                         size_t list_bytes);

/* An identity for what the core does not know of: no mapping of the core ever has it. */
uint64_t dxgmap_ddi_identity(void);

/* Undoes dxgmap_ddi_record_new: the mapping did not come to be. */
void dxgmap_ddi_record_cancel(dxgmap_ddi_record *record);

/* The mapping lives under this identity. Cannot fail. */
void dxgmap_ddi_record_bind(dxgmap_ddi_record *record, uint64_t mapping);

/* The mapping was released: its frames are dropped, its list is poisoned, and it is remembered among the released. */
void dxgmap_ddi_record_release(dxgmap_ddi_record *record, const void *site);

/* Whether the release of a mapping in the shard leaves alone what is everybody's: what is forgotten for it has no MDL
   in the registry. */
bool dxgmap_ddi_record_release_alone(uint32_t shard);

/* Live or remembered; NULL when nothing is known of the identity, or it is none that the lock of the running thread is
   for: a call under the lock of a part is done over, rather than told what that does not know. */
dxgmap_ddi_record *dxgmap_ddi_record_find(uint64_t mapping);

/* The mapping, live or remembered, that Dxgkrnl lent the list at this address for; NULL when it never lent it, or,
   under the lock of a part, did so for a mapping of another. */
dxgmap_ddi_record *dxgmap_ddi_record_of_list(const void *list);

/* A live view in I/O space that holds the ports [port, port + width); NULL when none does. */
dxgmap_ddi_record *dxgmap_ddi_record_of_port(uint64_t port, uint32_t width);

/* A live view in I/O space that holds one of them; NULL when none does. */
dxgmap_ddi_record *dxgmap_ddi_record_at_port(uint64_t port, uint32_t width);

/* The live views of DxgkCbMapMemory in memory space, linked by `next_view`; NULL: none. */
dxgmap_ddi_record *dxgmap_ddi_record_views(void);

/* Whether a physical memory object, or a view of one, lives or is remembered. Else what the core has for them was never
   touched, and takes memory when it is looked at. */
bool dxgmap_ddi_record_any_object(void);

/* The cursor-th live mapping of the adapter; with 0, of the physical memory objects and their views. */
dxgmap_live dxgmap_ddi_live(uint64_t adapter, uint32_t cursor);

/* A live mapping of this kind that belongs to `parent`; 0: none. Looks at all that is live: for reports. */
uint64_t dxgmap_ddi_child(uint64_t parent, uint32_t kind);

/* Its stacks. */
void dxgmap_ddi_record_stacks(const dxgmap_ddi_record *record, dxgmap_host_history *stacks);

/* Empty tables that remember `remembered` released mappings; false if the host has no room. */
bool dxgmap_ddi_records_open(uint64_t remembered);
void dxgmap_ddi_records_close(void);

/* Frees the records of what lives, too, and nothing else of it. */
void dxgmap_ddi_records_disown(void);

#endif
