/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_WINDOW_H
#define DXGMAP_HOST_WINDOW_H

#include "host/frames/device.h"
#include "host/interface/machine.h"
#include "host/interface/windows.h"

/* The record of a window: what is known of each of its pages. */

enum { DXGMAP_HOST_PAGE_FREE = 0, DXGMAP_HOST_PAGE_LIVE = 1, DXGMAP_HOST_PAGE_WAITS = 2 };

/* What is behind a page, in a word: 0 for nothing, else BACKED with these. */
#define DXGMAP_HOST_BACKED ((uint64_t)1 << 63)
#define DXGMAP_HOST_FRAMED ((uint64_t)1 << 62)       /* by the frame in FRAME_BITS; else by section memory */
#define DXGMAP_HOST_OF_SECTION ((uint64_t)1 << 61)   /* part of a section's view, framed or not */
#define DXGMAP_HOST_RUN_STARTS ((uint64_t)1 << 60)   /* a mapping of the process begins here */
#define DXGMAP_HOST_PIECE_STARTS ((uint64_t)1 << 59) /* and it is the first of those placed together */

_Static_assert(DXGMAP_HOST_PIECE_STARTS > DXGMAP_HOST_FRAME_BITS, "marks are above page numbers");

typedef struct dxgmap_host_released {
  uint64_t at, pages;
} dxgmap_host_released;

typedef struct dxgmap_host_window {
  bool open;
  unsigned char *base;
  uint64_t pages, quarantine;
  uint64_t claimed, waiting;  /* pages */
  uint64_t maps;              /* taken from the budget */
  uint8_t *state;             /* of each page: DXGMAP_HOST_PAGE_... */
  uint8_t *poison;            /* of each page: 1 if a poison page was mapped there */
  uint64_t *owner;            /* of each page: its handle, or the last one that it had */
  uint64_t *backing;          /* of each page: what is behind it */
  dxgmap_host_released *ring; /* released places, the oldest at ring_first */
  uint64_t ring_first, ring_count;
} dxgmap_host_window;

#define DXGMAP_HOST_KERNEL_WINDOW 1u

DXGMAP_HOST_API dxgmap_host_window *dxgmap_host_window_at(uint32_t window); /* open or not; [1, WINDOWS] */
DXGMAP_HOST_API dxgmap_host_window *dxgmap_host_window_of(uint32_t window); /* NULL if not open */
DXGMAP_HOST_API void dxgmap_host_window_show(uint32_t window);              /* it is open from now on */
DXGMAP_HOST_API bool dxgmap_host_window_inside(const dxgmap_host_window *w, uint64_t at, uint64_t pages);
DXGMAP_HOST_API bool dxgmap_host_window_is(const dxgmap_host_window *w, uint64_t at, uint64_t pages, uint8_t state);
DXGMAP_HOST_API void dxgmap_host_windows_usage(dxgmap_host_usage *usage);

#endif
