/* SPDX-License-Identifier: MIT */
/* Windows: addresses that fault when nothing is mapped there. */
#ifndef DXGMAP_HOST_INTERFACE_WINDOWS_H
#define DXGMAP_HOST_INTERFACE_WINDOWS_H

#include "host/interface/result.h"

#define DXGMAP_HOST_WINDOWS 64u /* windows open at a time, the kernel's own included */

/*
 * A window is a reserved range of `pages` pages (of fewer where the system has no room for so many), named by an id
 * > 0. A view is made in steps: claim a place, put memory behind it (in one or more pieces; what is left out keeps
 * faulting), name its owner; removing it takes all back. Released places wait until `quarantine` pages of later ones
 * are released, or until there is no room otherwise, oldest first; the owner they had stays known until the place is
 * claimed again.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_open(uint64_t pages, uint64_t quarantine, uint32_t *window);
DXGMAP_HOST_API void dxgmap_host_window_close(uint32_t window);
DXGMAP_HOST_API void *dxgmap_host_window_base(uint32_t window);

/* Finds a pseudo-random free place of `pages` pages and takes it. Finds one whenever there is one. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_claim(uint32_t window, uint64_t pages, uint64_t *at);

/* Put memory behind `count` pages at page `at`, which must be claimed and hold nothing yet. All or nothing. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_frames(uint32_t window, uint64_t at, const uint64_t *frames,
                                                                   uint64_t count);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_device(uint32_t window, uint64_t at, uint64_t first_frame,
                                                                   uint64_t count);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_window_place_section(uint32_t window, uint64_t at, uint32_t section,
                                                                    uint64_t first_page, uint64_t count);

/* Names the owner of the claimed place [at, at + pages). */
DXGMAP_HOST_API void dxgmap_host_window_own(uint32_t window, uint64_t at, uint64_t pages, uint64_t handle);

/*
 * Gives [at, at + pages) back: every access faults again, and the place goes into quarantine under its owner's
 * name. A place that never had an owner (its mapping did not succeed) is free at once.
 */
DXGMAP_HOST_API void dxgmap_host_window_remove(uint32_t window, uint64_t at, uint64_t pages);

typedef enum dxgmap_host_place {
  DXGMAP_HOST_PLACE_UNKNOWN = 0, /* not in any window */
  DXGMAP_HOST_PLACE_FREE,        /* in a window, never used */
  DXGMAP_HOST_PLACE_LIVE,        /* claimed; `owner` is its owner */
  DXGMAP_HOST_PLACE_RELEASED,    /* was `owner`'s last, and nobody's now */
} dxgmap_host_place;

typedef struct dxgmap_host_location {
  dxgmap_host_place place;
  uint32_t window; /* 0 if UNKNOWN */
  uint64_t at;     /* page in the window */
  uint64_t owner;  /* 0 if none */
  bool backed;     /* the page has memory behind it (false in slack pages) */
  bool framed;     /* and that memory is `frame`; else it is the part of a section that no frame holds */
  uint64_t frame;
} dxgmap_host_location;

/* What an address of a window is. [any]: safe while a fault is handled; exact if the lock is held. */
DXGMAP_HOST_API dxgmap_host_location dxgmap_host_locate(const void *address);

/*
 * Maps a frame list at a fresh address of the kernel's window. If every frame is foreign and their pages lie side
 * by side in the process, the address is that of the pages themselves: private memory has no second address. Other
 * lists with a foreign frame are refused with BAD_ARGUMENT.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner,
                                                          void **address);
DXGMAP_HOST_API void dxgmap_host_kernel_unmap(void *address, uint64_t pages);

#endif
