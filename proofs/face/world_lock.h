/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_LOCK_H
#define DXGMAP_FACE_WORLD_LOCK_H

#include "world.h"

/* The lock of the machine, for world_host.c and world_words.c: taken when it is free, given back when it is held. */

static uint32_t world_depth; /* of the lock */

void dxgmap_host_lock(void)
{
  uint32_t depth = world_depth;
  /*@ check free: depth == 0; */
  world_depth = 1;
}

void dxgmap_host_unlock(void)
{
  uint32_t depth = world_depth;
  /*@ check held: depth == 1; */
  world_depth = 0;
}

#endif
