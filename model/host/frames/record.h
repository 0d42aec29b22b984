/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_RECORD_H
#define DXGMAP_HOST_RECORD_H

#include "host/interface/result.h"

enum {
  DXGMAP_HOST_NOT_LENT = 0,
  DXGMAP_HOST_LENT,  /* nothing: the bytes are, or were, a section's (frames/lend.h) */
  DXGMAP_HOST_PARTED /* a copy of the section's: views may show the section's still */
};

/* What is known of a frame.

   A read section copies from and to a frame that it found mapped, so held. Meanwhile its holds may change, and its
   bytes may move, which is why these are stored and loaded whole; what else the copy reads stays as it is from take to
   release. That what take stored is seen is the doing of dxgmap_host_read_show, and that release comes after the copy,
   of dxgmap_host_read_wait. */
typedef struct dxgmap_host_record {
  uint64_t foreign_page; /* page of the process that the frame stands for, 0 if it is memory */
  unsigned char *bytes;  /* of memory */
  uint32_t holds;        /* 0 unless the frame is taken */
  uint32_t at;           /* its page of the store, plus one; 0 if it has none */
  uint32_t poisoned;     /* place in the ring of poisoned frames, plus one; 0 if it is all zero */
  bool marked;           /* the foreign page has a mark, by which it is known again */
  bool guarded;          /* dxgmap_host_frames_guard */
  bool gone;             /* the foreign page is another's; set by sections too, and for good */
  uint8_t lent;          /* what its pin has left of its page of the store */
} dxgmap_host_record;

_Static_assert(sizeof(dxgmap_host_record) == 32, "no record is in two lines of a cache");

DXGMAP_HOST_API dxgmap_host_record *dxgmap_host_record_of(uint64_t frame); /* which the machine has */
DXGMAP_HOST_API bool dxgmap_host_physical_held(uint64_t frame);

#endif
