/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FUZZ_CALL_H
#define DXGMAP_FUZZ_CALL_H

/* One step of the machine with all its arguments; an operation looks at those that it has. */

#include "trace/step.h"

#include <stdbool.h>

#define LIST_MAX 80u             /* more pages than there are cells */
#define POOL_MAX (LIST_MAX + 8u) /* and some before them */

enum operation {
  START,
  STOP,
  ATTACH,
  EXCLUSIVE_BEGIN,
  EXCLUSIVE_END,
  PIN,
  UNPIN,
  MAP_PAGES,
  UNMAP_PAGES,
  MAP_POINTER,
  UNMAP_POINTER,
  MAP_VIEW,
  UNMAP_VIEW,
  CREATE,
  OPEN,
  CLOSE,
  DESTROY,
  ALLOCATE_ADL,
  FREE_ADL,
  MAP_OBJECT,
  UNMAP_OBJECT,
  POWER,
  REMOVE,
  LINK,
  END_VIEW,
  TRANSLATE,
  LIVE,
  UNKNOWN, /* to dxgmap_step */
  OPERATIONS
};

typedef struct {
  enum operation operation;
  bool by_step; /* through dxgmap_step; else the operation's own function is called */
  dxgmap_caller caller;
  uint64_t adapter;
  uint64_t object;  /* or adapter object, lead of a chain, view that ends with its process */
  uint64_t handle;  /* of a mapping */
  uint64_t address; /* of a pointer or a view: byte offset in the window, or port */
  uint64_t process; /* that an unmap of the video port names, or that ends */
  uint64_t bytes;   /* of a pin, a pointer, an ADL or a view of an object */
  uint64_t offset;  /* in the save area or the object */
  uint64_t at;      /* window page that the host offers */
  uint64_t page;    /* to translate */
  uint32_t index;   /* of a physical adapter; or a power state */
  uint32_t kind;
  uint32_t space;
  uint32_t slack;
  uint32_t pressure;
  uint32_t cursor;
  uint32_t creating;
  uint32_t contiguous;
  uint32_t user;
  uint32_t unknown; /* the operation, when it is UNKNOWN */
  uint32_t count;   /* of pages: pool[first .. first + count - 1] */
  uint64_t first;
  uint64_t pool_size; /* what dxgmap_step is told */
  uint64_t pool[POOL_MAX];
  dxgmap_view_request view;
  dxgmap_object_request request;
  dxgmap_start start;
} call;

#endif
