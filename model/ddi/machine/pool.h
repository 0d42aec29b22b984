/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_POOL_H
#define DXGMAP_DDI_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "host/host.h"

/* Pool memory: what is allocated, and the last that was freed. The caller holds the lock.

   A block has pages of its own: small ones end where their page ends, so that a write behind them faults, large ones
   begin where a page begins, and the page behind either holds nothing. Beyond DXGMAP_DDI_POOL_ALONE small blocks, later
   ones share pages, because each page of its own costs two mappings of the process; a shared page goes when the last of
   its blocks is freed. */

#define DXGMAP_DDI_POOL_ALONE 4096u

/* Pages of the pool's window. */
typedef struct dxgmap_ddi_heap_place {
  uint64_t identity; /* of who owns the addresses: the block, or the shared page */
  uint64_t at;
  uint64_t pages;
  uint64_t *frames;
  uint64_t blocks; /* that live there */
  uint64_t used;   /* bytes of a shared page that were given out */
} dxgmap_ddi_heap_place;

typedef struct dxgmap_ddi_heap_block {
  struct dxgmap_ddi_heap_block *next;  /* in its bucket */
  struct dxgmap_ddi_heap_block *later; /* freed after this one */
  dxgmap_ddi_heap_place *place;        /* NULL once it is freed */
  uint64_t identity;
  uint8_t *address;
  uint64_t bytes;
  uint32_t tag;
  bool paged;
  bool told; /* reported as left */
  dxgmap_host_stack made;
  dxgmap_host_stack freed;
} dxgmap_ddi_heap_block;

/* A block of `bytes` > 0, all zero; NULL: no memory, no frames, or no addresses. */
dxgmap_ddi_heap_block *dxgmap_ddi_heap_take(uint64_t bytes, uint32_t tag, bool paged, const void *site);

/* Its addresses fault from now on, or hold poison while they are shared; it is remembered among the freed. */
void dxgmap_ddi_heap_give(dxgmap_ddi_heap_block *block, const void *site);

/* The live block that begins there; the last freed one that did; the live one that has the byte. NULL: none. */
dxgmap_ddi_heap_block *dxgmap_ddi_heap_at(const void *address);
dxgmap_ddi_heap_block *dxgmap_ddi_heap_freed_at(const void *address);
dxgmap_ddi_heap_block *dxgmap_ddi_heap_around(const void *address);

/* A block, live or freed, by whose name its addresses go (dxgmap_host_location.owner); NULL: none. */
dxgmap_ddi_heap_block *dxgmap_ddi_heap_named(uint64_t owner);

/* A live one that was not told of yet; NULL: none. Tell: all those are told of now that the same calls have allocated,
   this one too; how many they are. */
dxgmap_ddi_heap_block *dxgmap_ddi_heap_untold(void);
uint64_t dxgmap_ddi_heap_tell(const dxgmap_ddi_heap_block *block);

/* Of its window. */
uint64_t dxgmap_ddi_heap_pages(uint64_t installed_pages);
bool dxgmap_ddi_heap_open(uint64_t installed_pages, uint64_t quarantine); /* false if the host has no room */
void dxgmap_ddi_heap_close(void);

#endif
