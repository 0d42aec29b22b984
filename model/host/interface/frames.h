/* SPDX-License-Identifier: MIT */
/* Frames: physical memory. */
#ifndef DXGMAP_HOST_INTERFACE_FRAMES_H
#define DXGMAP_HOST_INTERFACE_FRAMES_H

#include "host/interface/result.h"

#define DXGMAP_HOST_FRAMES_MAX ((uint64_t)1 << 31) /* most physical pages of one machine */

/*
 * A frame is given out with one hold; locking adds one, dxgmap_host_frames_hold adds one, dxgmap_host_frames_drop
 * takes one away. The frame is free again when the last is gone. So whoever maps pages for a device holds them, and
 * they are not reused before it drops them, whatever their owner does meanwhile.
 */
typedef enum dxgmap_host_frame_kind {
  DXGMAP_HOST_FRAME_NONE = 0, /* free, reserved or outside the machine */
  DXGMAP_HOST_FRAME_MEMORY,   /* memory of the machine, given out here */
  DXGMAP_HOST_FRAME_FOREIGN,  /* stands for a page of the process's own memory while that is locked */
  DXGMAP_HOST_FRAME_DEVICE,   /* a page of device memory; holds do not count on it */
} dxgmap_host_frame_kind;

/*
 * `count` zeroed frames out of [first, last], all or nothing. They are scattered: never frames[i] + 1 ==
 * frames[i + 1], other frames and another order each time. (Beyond 8192 pages they come in scattered short runs.)
 * Their bytes lie side by side in the order of the list wherever that is free, so a list is few mappings.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frames_allocate(uint64_t first, uint64_t last, uint64_t count,
                                                               uint64_t *frames);

/*
 * A zeroed run of `count` ascending frames within [first, last], at a pseudo-random place; if `boundary` (pages, a
 * power of two) is not 0 the run does not cross a multiple of it. Finds a run whenever there is
 one. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frames_allocate_run(uint64_t first, uint64_t last, uint64_t boundary,
                                                                   uint64_t count, uint64_t *base);

/* One more, one less hold on each. Frames of kind NONE and DEVICE are passed over. */
DXGMAP_HOST_API void dxgmap_host_frames_hold(const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API void dxgmap_host_frames_drop(const uint64_t *frames, uint64_t count);

DXGMAP_HOST_API dxgmap_host_frame_kind dxgmap_host_frame_kind_of(uint64_t frame);
DXGMAP_HOST_API uint64_t dxgmap_host_frame_holds(uint64_t frame); /* 0 for NONE and DEVICE */

/*
 * What a device does: copy `length` bytes at `offset` of one frame (offset + length <= a page). NOT_PRESENT if the
 * frame is of kind NONE; BAD_ADDRESS if it is foreign and the process has taken the memory away meanwhile, be it that
 * other memory is there now (frames/foreign.h has the limits), or if it cannot be written. Without the
 * lock in a read section, for a frame that is mapped for a device. Copies of the same bytes at a time are in no
 order. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frame_read(uint64_t frame, uint64_t offset, void *to, uint64_t length);
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_frame_write(uint64_t frame, uint64_t offset, const void *from,
                                                           uint64_t length);

/*
 * Locks the `pages` pages that begin at the page of `address`, all or nothing: each gets one hold and its frame is
 * stored. A page of a window resolves to the frame behind it; any other readable page (writable too if `write`) of
 * the process gets a frame that stands for it, the same one for as long as it is held. BAD_ADDRESS if one is not.
 * Undone by dxgmap_host_frames_drop.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write,
                                                          uint64_t *frames);

/* Whoever writes to such a frame for a device must ask first whether it may: a mark that stays until the frame is free.
   Guarded may be called in a section. */
DXGMAP_HOST_API void dxgmap_host_frames_guard(const uint64_t *frames, uint64_t count);
DXGMAP_HOST_API bool dxgmap_host_frame_guarded(uint64_t frame);

/* Whether a frame is foreign and its memory was taken away. */
DXGMAP_HOST_API bool dxgmap_host_frame_gone(uint64_t frame);

/* The process's own memory of these pages is another's from now on: the frames that stand for it are of nothing, and
   pages that are locked there later get others. */
DXGMAP_HOST_API void dxgmap_host_memory_gone(const void *address, uint64_t length);

/* The frame behind an address, which has one already or, in the process's own memory, keeps the one that it gets until
   the host is closed. False: nothing is there. */
DXGMAP_HOST_API bool dxgmap_host_frame_of(const void *address, uint64_t *frame);

/* Whether `length` bytes at `address` can be read (and written, if `write`), without touching their value. [any] */
DXGMAP_HOST_API bool dxgmap_host_probe(const void *address, uint64_t length, bool write);

#endif
