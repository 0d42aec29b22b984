/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_TYPES_H
#define DXGMAP_TYPES_H

#include <stdint.h>

#include "base/profile.h"

#define DXGMAP_PAGE_SIZE 4096u

/* What a live mapping is. */
enum dxgmap_kind {
  DXGMAP_NO_KIND = 0,
  DXGMAP_PIN = 1,             /* save area pinned by PinFrameBufferForSave: an MDL */
  DXGMAP_PIN2 = 2,            /* save area pinned by PinFrameBufferForSave2: an ADL */
  DXGMAP_MDL = 3,             /* MapMdlToIoMmu */
  DXGMAP_PAGE_LIST = 4,       /* AllocatePagesForMdl */
  DXGMAP_CONTIGUOUS = 5,      /* AllocateContiguousMemory */
  DXGMAP_POINTER = 6,         /* MapFrameBufferPointer */
  DXGMAP_VIEW = 7,            /* DxgkCbMapMemory */
  DXGMAP_VIDEO = 8,           /* VideoPortMapMemory */
  DXGMAP_ADL = 9,             /* AllocateAdl */
  DXGMAP_OBJECT = 10,         /* CreatePhysicalMemoryObject: memory, not mapped anywhere yet */
  DXGMAP_ADAPTER_OBJECT = 11, /* an object, opened for an adapter */
  DXGMAP_OBJECT_VIEW = 12,    /* MapPhysicalMemory */
  DXGMAP_SYSTEM = 13          /* made by Dxgkrnl itself: a reserved range, its paging, an aperture */
};

/* How a domain names pages: what the machine does for this adapter, decided anew at each start. */
enum dxgmap_mode {
  DXGMAP_IDENTITY = 0, /* the logical page number is the physical one */
  DXGMAP_REMAPPING = 1 /* the domain gives logical pages out */
};

/* Which callbacks give the device memory: what the driver says that it can do. */
enum dxgmap_capability {
  DXGMAP_BY_MDL = 0, /* WDDM 2.4: MDLs, which name physical pages; no machine can remap for such a driver */
  DXGMAP_BY_ADL = 1  /* WDDM 2.9: physical memory objects and ADLs, whether the machine remaps or not */
};

/* The power state of a device. In all but the first it reaches no memory. */
enum dxgmap_power { DXGMAP_D0 = 0, DXGMAP_D1 = 1, DXGMAP_D2 = 2, DXGMAP_D3 = 3 };

/* What a physical memory object is made of. */
enum dxgmap_object_type {
  DXGMAP_OBJECT_MDL = 0,
  DXGMAP_OBJECT_CONTIGUOUS = 1,
  DXGMAP_OBJECT_SECTION = 2,
  DXGMAP_OBJECT_IO_SPACE = 3
};

enum dxgmap_space { DXGMAP_MEMORY_SPACE = 0, DXGMAP_IO_SPACE = 1 };

enum dxgmap_irql { DXGMAP_PASSIVE_LEVEL = 0, DXGMAP_APC_LEVEL = 1, DXGMAP_DISPATCH_LEVEL = 2 };

/* Who calls: the current IRQL and the current process, which no argument of a callback says; and whether exclusive
   access is an obstacle, which the pages leave open. */
typedef struct {
  uint32_t irql;
  uint64_t process;
  uint32_t strict; /* not 0: between begin and end nothing that touches the domain is done */
} dxgmap_caller;

/* The answer of a step that acquires or releases: a status (enum dxgmap_status) and, when it is DXGMAP_OK, the handle,
   which is the mapping's identity: no other mapping, before or after, has the same. */
typedef struct {
  uint32_t status;
  uint64_t handle;
} dxgmap_outcome;

/* The answer of a step on an object and its adapter object together; both handles 0 unless it is DXGMAP_OK. */
typedef struct {
  uint32_t status;
  uint64_t object;
  uint64_t opened;
} dxgmap_bound;

/* What is turned on and off while an adapter is started. */
typedef struct {
  uint32_t attached;  /* the IOMMU domain is in force */
  uint32_t exclusive; /* between begin and end of exclusive access */
  uint32_t power;     /* enum dxgmap_power */
  uint32_t removed;   /* the device was pulled out */
  uint64_t lead;      /* of a linked adapter: the handle of the lead of its chain, or 0 */
} dxgmap_switches;

/* A range of physical addresses or ports that an adapter owns. */
typedef struct {
  uint32_t space;  /* enum dxgmap_space */
  uint64_t start;  /* first byte, or first port */
  uint64_t length; /* bytes, 1 or more */
} dxgmap_resource;

/* What an adapter says of itself when it starts, and the machine that it starts on. */
typedef struct {
  uint32_t mode;                     /* enum dxgmap_mode */
  uint32_t capability;               /* enum dxgmap_capability; DXGMAP_REMAPPING needs DXGMAP_BY_ADL */
  uint32_t linked;                   /* not 0: of a chain, and not its lead, whose save areas and domain it shares */
  uint32_t quarantine;               /* released ranges that wait before reuse, 0 .. DXGMAP_QUARANTINE */
  uint32_t chain;                    /* physical adapters, 1 .. DXGMAP_CHAIN; the first is the lead */
  uint64_t save_bytes[DXGMAP_CHAIN]; /* maximum save area of each, bytes, multiple of the page, 0: none */
  uint64_t commit_limit;             /* pages that all save areas of the machine may charge */
  uint64_t installed_pages;          /* memory of the machine */
  uint64_t highest_visible;          /* highest address that the adapter can reach, bytes */
  uint32_t resources;                /* 0 .. DXGMAP_RESOURCES */
  dxgmap_resource resource[DXGMAP_RESOURCES];
} dxgmap_start;

/* A view that is asked for. */
typedef struct {
  uint32_t kind;     /* DXGMAP_VIEW or DXGMAP_VIDEO */
  uint32_t space;    /* enum dxgmap_space */
  uint32_t user;     /* not 0: in the address space of the current process */
  uint32_t cache;    /* caching type, opaque but for DXGMAP_VIDEO, where it is the P6CACHE flag */
  uint64_t process;  /* DXGMAP_VIDEO: the process handle that came in, or 0 */
  uint64_t physical; /* first byte, or port */
  uint64_t length;   /* bytes */
  uint64_t at;       /* first window page that the host offers */
} dxgmap_view_request;

/* A physical memory object that is asked for. */
typedef struct {
  uint32_t type;     /* enum dxgmap_object_type */
  uint32_t bound;    /* not 0: made with an adapter, so that Open is not for it */
  uint32_t cache;    /* caching type, opaque */
  uint64_t physical; /* of DXGMAP_OBJECT_IO_SPACE: its first byte */
  uint64_t length;   /* bytes, a multiple of the page */
} dxgmap_object_request;

/* What a live mapping was asked for. */
typedef struct {
  uint32_t kind;   /* enum dxgmap_kind; DXGMAP_NO_KIND when the slot is not live */
  uint32_t index;  /* physical adapter, of a pin or a pointer; enum dxgmap_object_type, of an object, opened or not */
  uint32_t space;  /* of a view */
  uint32_t user;   /* of a view: not 0 in user mode; of an object, opened or not: not 0 when made with an adapter */
  uint32_t cache;  /* of a view or an object */
  uint32_t slack;  /* of a pointer or a view of an object: pages before its data */
  uint32_t object; /* of an adapter object: slot + 1 of its object, in the machine's place */
  /* first byte or port of a view or of memory that is I/O space; offset, in bytes, of a pointer, an ADL or a view of an
     object in what it is of */
  uint64_t physical;
  uint64_t length;  /* bytes asked for, of a view, a pointer, an object or an ADL */
  uint64_t process; /* of a view in user mode: where it is */
} dxgmap_descriptor;

/* One live mapping, as the cursor shows it. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BAD_ADAPTER or DXGMAP_NO_MORE */
  uint64_t handle;
  dxgmap_descriptor descriptor;
  uint32_t pages; /* captured pages, of a mapping in the domain */
  uint32_t base;  /* their first logical page, in remapping mode; in identity mode, where their capture is kept */
  uint32_t place; /* first window page, of a view in memory space */
  uint32_t span;  /* window pages; 0: none */
} dxgmap_live;

/* What the device gets for a logical page number. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BYPASS: page is valid; else it is 0 */
  uint64_t page;   /* physical page number */
  uint64_t handle; /* in remapping mode the mapping that the answer is given for; else 0 */
} dxgmap_answer;

#endif
