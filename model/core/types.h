#ifndef DXGMAP_TYPES_H
#define DXGMAP_TYPES_H

#include <stdint.h>

#include "profile.h"

#define DXGMAP_PAGE_SIZE 4096u

/* What a live mapping is. */
enum dxgmap_kind {
  DXGMAP_NO_KIND = 0,
  DXGMAP_PIN = 1,        /* save area pinned by PinFrameBufferForSave: an MDL */
  DXGMAP_PIN2 = 2,       /* save area pinned by PinFrameBufferForSave2: an ADL */
  DXGMAP_MDL = 3,        /* MapMdlToIoMmu */
  DXGMAP_PAGE_LIST = 4,  /* AllocatePagesForMdl */
  DXGMAP_CONTIGUOUS = 5, /* AllocateContiguousMemory */
  DXGMAP_POINTER = 6,    /* MapFrameBufferPointer */
  DXGMAP_VIEW = 7,       /* DxgkCbMapMemory */
  DXGMAP_VIDEO = 8       /* VideoPortMapMemory */
};

enum dxgmap_space { DXGMAP_MEMORY_SPACE = 0, DXGMAP_IO_SPACE = 1 };

enum dxgmap_irql { DXGMAP_PASSIVE_LEVEL = 0, DXGMAP_APC_LEVEL = 1, DXGMAP_DISPATCH_LEVEL = 2 };

/* Who calls: the current IRQL and the current process, which no argument of a callback says. */
typedef struct {
  uint32_t irql;
  uint64_t process;
} dxgmap_caller;

/* The answer of a step that acquires or releases: a status (enum dxgmap_status) and, when it is DXGMAP_OK, the handle,
   which is the mapping's identity: no other mapping, before or after, has the same. */
typedef struct {
  uint32_t status;
  uint64_t handle;
} dxgmap_outcome;

/* A range of physical addresses or ports that an adapter owns. */
typedef struct {
  uint32_t space;  /* enum dxgmap_space */
  uint64_t start;  /* first byte, or first port */
  uint64_t length; /* bytes, 1 or more */
} dxgmap_resource;

/* What an adapter says of itself when it starts, and the machine that it starts on. */
typedef struct {
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

/* What a live mapping was asked for. */
typedef struct {
  uint32_t kind;     /* enum dxgmap_kind; DXGMAP_NO_KIND when the slot is not live */
  uint32_t index;    /* physical adapter, of a pin or a pointer */
  uint32_t space;    /* of a view */
  uint32_t user;     /* of a view: not 0 in user mode */
  uint32_t cache;    /* of a view */
  uint32_t slack;    /* of a pointer: pages before its data, the output Offset */
  uint64_t physical; /* of a view: its first byte or port; of a pointer: its offset in the save area, bytes */
  uint64_t length;   /* of a view or a pointer: bytes asked for */
  uint64_t process;  /* of a view in user mode: where it is */
} dxgmap_descriptor;

/* One live mapping, as the cursor shows it. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BAD_ADAPTER or DXGMAP_NO_MORE */
  uint64_t handle;
  dxgmap_descriptor descriptor;
  uint32_t pages; /* captured pages, of a mapping in the domain */
  uint32_t place; /* first window page, of a view in memory space */
  uint32_t span;  /* window pages; 0: none */
} dxgmap_live;

/* What the device gets for a logical page number. */
typedef struct {
  uint32_t status; /* DXGMAP_OK, DXGMAP_BYPASS: page is valid; DXGMAP_BLOCKED, DXGMAP_EXCLUSIVE, DXGMAP_BAD_ADAPTER */
  uint64_t page;   /* physical page number */
} dxgmap_answer;

#endif
