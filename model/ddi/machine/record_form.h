/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RECORD_FORM_H
#define DXGMAP_DDI_RECORD_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dxgmap_mdl.h"

/* What the Windows face keeps beside the core's descriptor of one mapping: the host's side of it, and enough to name
   it in a report after it was released. There may be a million: what no mapping has at once shares its place, what
   stands right behind the record needs no pointer, and the members that a kind has no use for come last, where the
   memory of its records does not reach (dxgmap_ddi_record_words). Behind it stand its page numbers, `pages` of them,
   held, or borrowed, as the core has captured them, but for views, and for ADLs with remapping; and then the list that
   Dxgkrnl lends, or the MDL's header. */
typedef struct dxgmap_ddi_record {
  struct dxgmap_ddi_record *next; /* in its bucket */
  union {
    struct dxgmap_ddi_record *later;   /* of a released one: released after this one */
    struct dxgmap_ddi_record *stopped; /* of a live one: another one that the same stop releases */
  };
  union {
    uint64_t stamp;                   /* of a released one: when that was (released.h) */
    struct dxgmap_ddi_record *before; /* MapMdlToIoMmu, joined: whose `beside` this is */
  };
  union {
    uint32_t unmade;                  /* of a released one: number of the stack of its unmap */
    struct dxgmap_ddi_record *beside; /* MapMdlToIoMmu, and views of MDLs: another live one of the same MDL */
  };
  union {
    struct dxgmap_ddi_mdl *source; /* MapMdlToIoMmu, joined: the entry of the driver's MDL */
    PMDL mdl;                      /* MapMdlToIoMmu, and views of MDLs: where the MDL was; never read */
    void *list;                    /* of all others: the MDL or ADL that Dxgkrnl lends */
  };
  uint64_t mapping;      /* identity; 0 before the core gave one */
  uint32_t pages;        /* captured, or in view */
  uint32_t made;         /* number of the stack of its map */
  uint32_t adapter_life; /* of the adapter's handle: see dxgmap_ddi_record_adapter */
  uint8_t adapter_place; /* 1 + its place in the core's table; 0: none */
  uint8_t kind;          /* enum dxgmap_mapping_kind */
  uint8_t frames_at;     /* words of 8 bytes from its begin to its page numbers; 0: it has none */
  bool live : 1;
  bool leaked : 1;    /* reported as a leak already */
  bool ended : 1;     /* released by the stop of its adapter, not by the driver */
  bool read_only : 1; /* MapMdlToIoMmu: the MDL was locked for reading alone */
  bool borrows : 1;   /* MapMdlToIoMmu: the MDL holds the frames, as long as it is what it was; an ADL: its object */
  bool joined : 1;    /* MapMdlToIoMmu: among the mappings of the MDL's entry, which is what it was */
  bool has_head : 1;  /* MapMdlToIoMmu: the header of the MDL stands behind it */
  /* All but MapMdlToIoMmu. */
  union {
    struct dxgmap_ddi_record *next_list; /* in the bucket of its list */
    struct dxgmap_ddi_record *next_port; /* another live view in I/O space */
    struct dxgmap_ddi_record *next_view; /* another live view of DxgkCbMapMemory in memory space */
  };
  size_t list_bytes;
  uint64_t parent;   /* adapter object of an ADL, object of an adapter object or a view; or 0 */
  uint64_t logical;  /* with remapping: the first of its logical pages, `pages` in a row; else 0 */
  uint64_t length;   /* bytes */
  uint64_t physical; /* of a view or an object: address; of a pointer, an ADL or a view of an object: offset in it */
  /* All but ADLs, too. */
  void *address;               /* where the driver sees it; the port in I/O space */
  struct dxgmap_ddi_mdl *lent; /* registry entry of the MDL in `list`, or NULL */
  uint64_t process;            /* of a view of an object in user mode: where it is */
  uint64_t at;                 /* window place */
  uint64_t span;               /* window pages; 0: none */
  uint32_t window;
  uint32_t slack; /* of a view of an object: window pages before its data */
  uint32_t type;  /* of an object, or a view of one: enum dxgmap_object_type; of a view of an MDL: MODE */
  uint32_t cache; /* of a view of DxgkCbMapMemory: MEMORY_CACHING_TYPE */
  uint32_t index; /* physical adapter */
  bool ports;     /* of a view: in I/O space */
  bool again;     /* of a video port view: its range was mapped again, to no purpose */
  bool doubtful;  /* of a view of an MDL in no process: what was unmapped at its address may have been it */
} dxgmap_ddi_record;

/* Words of a record of this kind, without what stands behind it. */
uint32_t dxgmap_ddi_record_words(uint32_t kind);

/* Whether the record is one of MDLs, and so has no list. */
bool dxgmap_ddi_record_of_mdl(const dxgmap_ddi_record *record);

/* Whether it has the members from `address` on. */
bool dxgmap_ddi_record_has_place(const dxgmap_ddi_record *record);

/* Those that not all kinds have: 0 and NULL for the others. */
uint32_t dxgmap_ddi_record_index(const dxgmap_ddi_record *record);
struct dxgmap_ddi_mdl *dxgmap_ddi_record_lent(const dxgmap_ddi_record *record);

/* The adapter's handle; of an object or a view of one: of the adapter that it ends with, or 0. */
uint64_t dxgmap_ddi_record_adapter(const dxgmap_ddi_record *record);
void dxgmap_ddi_record_set_adapter(dxgmap_ddi_record *record, uint64_t adapter);

/* What stands behind the record: its page numbers, NULL if it has none; and what stands behind those. */
uint64_t *dxgmap_ddi_record_frames(const dxgmap_ddi_record *record);
void *dxgmap_ddi_record_behind(const dxgmap_ddi_record *record);

/* MapMdlToIoMmu: its own header, NULL when it has none; of one that is joined, the header as it was captured; and
   where the MDL is or was. */
MDL *dxgmap_ddi_record_own_head(const dxgmap_ddi_record *record);
const MDL *dxgmap_ddi_record_head(const dxgmap_ddi_record *record);
PMDL dxgmap_ddi_record_mdl(const dxgmap_ddi_record *record);

#endif
