/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_MDLS_H
#define DXGMAP_DDI_MDLS_H

#include <stdbool.h>
#include <stdint.h>

#include "dxgmap_mdl.h"
#include "host/host.h"

/* Which MDLs are alive. An MDL is driver memory that the driver may have freed, so nothing is read through a pointer
   that this registry does not know. The caller holds the lock of the machine; under that of a part the registry is
   read, and of an entry that the part owns `maps` is changed (dxgmap_ddi_mdl_own). */

enum dxgmap_ddi_mdl_state {
  DXGMAP_DDI_MDL_EMPTY = 0,  /* allocated; its page numbers mean nothing */
  DXGMAP_DDI_MDL_LOCKED = 1, /* by MmProbeAndLockPages */
  DXGMAP_DDI_MDL_BUILT = 2,  /* by MmBuildMdlForNonPagedPool */
  DXGMAP_DDI_MDL_LENT = 3,   /* Dxgkrnl's own, with its pages */
  DXGMAP_DDI_MDL_GONE = 4,   /* Dxgkrnl's own, taken back: poison */
  DXGMAP_DDI_MDL_PART = 5,   /* by IoBuildPartialMdl, of another's pages */
};

typedef struct dxgmap_ddi_mdl {
  struct dxgmap_ddi_mdl *next; /* in its bucket */
  PMDL mdl;
  uint32_t state;                  /* enum dxgmap_ddi_mdl_state */
  uint64_t bytes;                  /* of the structure and its page numbers */
  uint64_t pages;                  /* room for page numbers */
  uint64_t *frames;                /* the true page numbers: of the lock, or those lent */
  struct dxgmap_ddi_record *maps;  /* the live mappings made of it, linked by `beside` */
  MDL head;                        /* as it was captured for those of `maps` that have none of their own */
  uint32_t owners;                 /* whose `maps` are: a shard (shard.h), nobody's yet, or of several */
  uint64_t locked;                 /* how many of them hold their frame on behalf of this MDL */
  uint64_t owner;                  /* identity of the mapping that lends it; 0: it is the driver's */
  struct dxgmap_ddi_record *views; /* the live ones of MmMapLockedPagesSpecifyCache, linked by `beside` */
  uint64_t view;                   /* identity of the last that ended */
  bool read_only;                  /* locked with IoReadAccess */
  bool by_hand;                    /* the driver's memory and not IoAllocateMdl's: read after a probe alone */
  bool told;                       /* reported as left */
  const void *address;             /* what was locked or built */
  uint64_t length;
  dxgmap_host_stack made; /* by IoAllocateMdl */
  dxgmap_host_stack lock; /* by MmProbeAndLockPages */
} dxgmap_ddi_mdl;

/* NULL: no such MDL is alive. */
dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl);

/* All of them, one after another: the first after NULL, NULL after the last. */
dxgmap_ddi_mdl *dxgmap_ddi_mdl_after(const dxgmap_ddi_mdl *entry);

/* An entry with room for `pages` true page numbers (none for 0), in no table yet; NULL: no memory. */
dxgmap_ddi_mdl *dxgmap_ddi_mdl_entry(PMDL mdl, uint64_t bytes, uint64_t pages);
void dxgmap_ddi_mdl_entry_free(dxgmap_ddi_mdl *entry);

void dxgmap_ddi_mdl_add(dxgmap_ddi_mdl *entry);
void dxgmap_ddi_mdl_remove(dxgmap_ddi_mdl *entry); /* and frees the entry */

/* Under the lock of a part: whether all live mappings of the MDL, and one that is to be made, are the part's. The first
   part that asks gets an MDL that was never mapped; whose it is, else changes under the lock of the machine alone. */
bool dxgmap_ddi_mdl_own(dxgmap_ddi_mdl *entry);

/* The record is a mapping of the entry's MDL, and no longer is. Its frames are held, be it by the MDL as long as that
   is locked. */
void dxgmap_ddi_mdl_join(dxgmap_ddi_mdl *entry, struct dxgmap_ddi_record *record);
void dxgmap_ddi_mdl_part(struct dxgmap_ddi_record *record);

/* The same of a view. */
void dxgmap_ddi_mdl_show(dxgmap_ddi_mdl *entry, struct dxgmap_ddi_record *view);
void dxgmap_ddi_mdl_hide(dxgmap_ddi_mdl *entry, struct dxgmap_ddi_record *view);

/* The MDL is freed, unlocked or taken back: no mapping of it looks at it again. The identity of one of them, with
   how many there were; 0 if it was not mapped. */
uint64_t dxgmap_ddi_mdl_abandon(dxgmap_ddi_mdl *entry, uint64_t *mappings);

/* A fresh, empty MDL over [address, address + bytes) in `mdl`, with the layout of W1. */
void dxgmap_ddi_mdl_describe(PMDL mdl, const void *address, uint64_t bytes);

/* Bytes of an MDL with room for `pages` page numbers. */
size_t dxgmap_ddi_mdl_size(uint64_t pages);

/* Page numbers that a header speaks of. */
uint64_t dxgmap_ddi_mdl_span(const MDL *head);

bool dxgmap_ddi_mdls_open(void); /* false if the host has no room */

/* Frees the entries, and the MDLs that IoAllocateMdl made and nobody freed. */
void dxgmap_ddi_mdls_close(void);

#endif
