/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_RECORD_H
#define DXGMAP_DDI_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "ddi/machine/core.h"
#include "dxgmap_mdl.h"
#include "host/host.h"

/* What the Windows face keeps beside the core's descriptor of one mapping: the host's side of it, and enough to name
   it in a report after it was released. There may be a million, so what no mapping has at once shares its place. The
   caller holds the lock, of the machine or of the part that the record is of (shard.h). */
typedef struct dxgmap_ddi_record {
  struct dxgmap_ddi_record *next; /* in its bucket */
  union {
    struct dxgmap_ddi_record *later;   /* of a released one: released after this one */
    struct dxgmap_ddi_record *stopped; /* of a live one: another one that the same stop releases */
  };
  uint64_t mapping; /* identity; 0 before the core gave one */
  uint64_t adapter; /* handle; of an object or a view of one: the adapter that it ends with, or 0 */
  uint64_t parent;  /* what it belongs to: adapter object of an ADL, object of an adapter object or a view; or 0 */
  uint64_t pages;   /* captured, or in view */
  uint64_t logical; /* with remapping: the first of its logical pages, `pages` in a row; else 0 */
  uint64_t length;  /* bytes */
  uint64_t *frames; /* `pages` of them, held, or borrowed, as the core has captured them; NULL for views and with
                       remapping for ADLs */
  void *address;    /* where the driver sees it; the port in I/O space */
  uint32_t made;    /* number of the stack of its map */
  uint32_t unmade;  /* of its unmap */
  uint32_t index;   /* physical adapter */
  uint32_t space;   /* of a view */
  uint8_t kind;     /* enum dxgmap_mapping_kind */
  bool live : 1;
  bool leaked : 1;     /* reported as a leak already */
  bool again : 1;      /* of a video port view: its range was mapped again, to no purpose */
  bool read_only : 1;  /* MapMdlToIoMmu: the MDL was locked for reading alone */
  bool ended : 1;      /* released by the stop of its adapter, not by the driver */
  bool doubtful : 1;   /* of a view of an MDL in no process: what was unmapped at its address may have been it */
  bool borrows : 1;    /* MapMdlToIoMmu: the MDL holds the frames, as long as it is what it was; an ADL: its object */
  uint16_t stamp_high; /* of a released one: when that was (released.h) */
  uint32_t stamp_low;
  union {
    MDL head; /* MapMdlToIoMmu: as captured */
    struct {  /* of all others */
      uint64_t
          physical;     /* of a view or an object: address; of a pointer, an ADL or a view of an object: offset in it */
      uint64_t process; /* of a view of an object in user mode: where it is */
      uint64_t at;      /* window place */
      uint64_t span;    /* window pages; 0: none */
      uint32_t window;
      uint32_t slack; /* of a view of an object: window pages before its data */
      uint32_t type;  /* of an object, or a view of one: enum dxgmap_object_type; of a view of an MDL: MODE */
      uint32_t cache; /* of a view of DxgkCbMapMemory: MEMORY_CACHING_TYPE */
    };
  };
  union {
    struct {                            /* MapMdlToIoMmu, and views of MDLs */
      struct dxgmap_ddi_mdl *source;    /* MapMdlToIoMmu: entry of the driver's MDL; NULL once it is not what it was */
      struct dxgmap_ddi_record *beside; /* another live mapping of the same MDL */
      struct dxgmap_ddi_record *before; /* MapMdlToIoMmu: whose `beside` this is */
      PMDL mdl;                         /* where it was; never read */
    };
    struct {      /* of all others */
      void *list; /* the MDL or ADL that Dxgkrnl lends */
      size_t list_bytes;
      struct dxgmap_ddi_mdl *lent; /* registry entry of the MDL in `list`, or NULL */
      union {
        struct dxgmap_ddi_record *next_list; /* in the bucket of its list */
        struct dxgmap_ddi_record *next_port; /* another live view in I/O space */
        struct dxgmap_ddi_record *next_view; /* another live view of DxgkCbMapMemory in memory space */
      };
    };
  };
} dxgmap_ddi_record;

/* Whether the record has what is said of MDLs above, and not what is said of all others. */
bool dxgmap_ddi_record_of_mdl(const dxgmap_ddi_record *record);

/* A record with room for `frames` page numbers and a list of `list_bytes` bytes, which the caller fills; its map stack
   is captured. NULL when the host has no memory. It is in no table yet. */
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
