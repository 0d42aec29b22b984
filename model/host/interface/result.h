/* SPDX-License-Identifier: MIT */
/* What calls of the host answer, and the unit that all of them count in. */
#ifndef DXGMAP_HOST_INTERFACE_RESULT_H
#define DXGMAP_HOST_INTERFACE_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A build of one file may define this as `static`, so that no host name is exported. */
#ifndef DXGMAP_HOST_API
#define DXGMAP_HOST_API extern
#endif

#define DXGMAP_HOST_PAGE ((uint64_t)4096)

typedef enum dxgmap_host_result {
  DXGMAP_HOST_OK = 0,
  DXGMAP_HOST_CLOSED,       /* the host is not open (or, for open, is already) */
  DXGMAP_HOST_BAD_ARGUMENT, /* no such window, section, device; a range outside it; a count of zero */
  DXGMAP_HOST_NO_MEMORY,    /* the process has no memory or mapping left for it, or the injected failure */
  DXGMAP_HOST_NO_FRAMES,    /* too few free page numbers in the range that was asked for */
  DXGMAP_HOST_NO_ROOM,      /* no free place in the window, even without quarantine; a table is full */
  DXGMAP_HOST_BAD_ADDRESS,  /* memory of the process that cannot be read, or not written, as asked */
  DXGMAP_HOST_NOT_PRESENT,  /* the frame is nobody's memory */
  DXGMAP_HOST_BUSY,         /* the page numbers are in use, or the section is pinned already */
} dxgmap_host_result;

#endif
