#ifndef DXGMAP_FUZZ_CALL_H
#define DXGMAP_FUZZ_CALL_H

/* One step of the machine with all its arguments; an operation looks at those that it has. */

#include "op_adapter.h"
#include "op_pages.h"
#include "op_pin.h"
#include "op_pointer.h"
#include "op_translate.h"
#include "op_view.h"

#define PAGES_MAX 80u /* more than there are cells */

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
  TRANSLATE,
  LIVE,
  OPERATIONS
};

typedef struct {
  enum operation operation;
  dxgmap_caller caller;
  uint64_t adapter;
  uint64_t handle;  /* of a mapping */
  uint64_t address; /* of a pointer or a view: byte offset in the window, or port */
  uint64_t process; /* that an unmap of the video port names */
  uint64_t bytes;   /* of a pin or a pointer */
  uint64_t offset;  /* in the save area */
  uint64_t at;      /* window page that the host offers */
  uint64_t page;    /* to translate */
  uint32_t index;   /* of a physical adapter */
  uint32_t kind;
  uint32_t space;
  uint32_t slack;
  uint32_t pressure;
  uint32_t cursor;
  uint32_t count; /* of pages */
  uint64_t pages[PAGES_MAX];
  dxgmap_view_request view;
  dxgmap_start start;
} call;

#endif
