/* SPDX-License-Identifier: MIT */
/*
 * Read sections: how a thread that looks a page up without a lock keeps it until it has copied.
 *
 * A reader holds a section around lookup and copy, and says of which part of the machine they are. Whoever unmaps a
 * page calls dxgmap_host_readers_wait before the page goes back to its owner: it returns when no section of the part is
 * open that began before the call. Why that is enough, and which order of memory it takes, is in spec/protocol.md
 * (R-SECTION).
 *
 * Memory of zeros has no readers. A reader is a number that one thread uses at a time, and its sections do not nest.
 * Any number of threads wait at a time, which store nothing that others read; none does inside a section of its own: it
 * would wait for itself.
 */
#ifndef DXGMAP_HOST_READERS_H
#define DXGMAP_HOST_READERS_H

#include "host/interface/result.h"
#include "host/interface/threads.h"

#define DXGMAP_HOST_READERS 64u          /* at a time */
#define DXGMAP_HOST_READERS_PART_BITS 8u /* of a section */

/* Each on a cache line of its own: a reader writes it at both ends of a section. */
typedef struct dxgmap_host_reader {
  _Alignas(64) uint64_t section; /* 0, or the one that is open: the how manyeth of the reader's, and its part */
  uint64_t sections;             /* that the reader has begun; its own */
  uint32_t taken;
} dxgmap_host_reader;

typedef struct dxgmap_host_readers {
  uint32_t most; /* no number from here on was ever taken */
  dxgmap_host_reader reader[DXGMAP_HOST_READERS];
} dxgmap_host_readers;

/* In the copy of a process that was forked, where no thread is in a section: all numbers are free but that of the
   thread that forked, if it has one. */
DXGMAP_HOST_API void dxgmap_host_readers_fork(dxgmap_host_readers *readers, uint32_t reader, bool has_one);

/* A number for a new reader; DXGMAP_HOST_NO_ROOM when all are taken. */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_readers_join(dxgmap_host_readers *readers, uint32_t *reader);

/* Gives the number back, outside a section. */
DXGMAP_HOST_API void dxgmap_host_readers_quit(dxgmap_host_readers *readers, uint32_t reader);

/* A part below 2^DXGMAP_HOST_READERS_PART_BITS. */
DXGMAP_HOST_API void dxgmap_host_readers_enter(dxgmap_host_readers *readers, uint32_t reader, uint32_t part);
DXGMAP_HOST_API void dxgmap_host_readers_leave(dxgmap_host_readers *readers, uint32_t reader);

/* Before pages are mapped: whoever finds one of them in a section, however early, finds it as it is now. */
DXGMAP_HOST_API void dxgmap_host_readers_show(dxgmap_host_readers *readers);

/* In a section, when something was found. */
DXGMAP_HOST_API void dxgmap_host_readers_found(dxgmap_host_readers *readers);

/* Returns when each section of the part, or with DXGMAP_HOST_ALL_PARTS of any, that began before the call has been
   left. */
DXGMAP_HOST_API void dxgmap_host_readers_wait(dxgmap_host_readers *readers, uint32_t part);

#endif
