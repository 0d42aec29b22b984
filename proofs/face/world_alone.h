/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_ALONE_H
#define DXGMAP_FACE_WORLD_ALONE_H

/* In place of world_all.h: the lock of a part is there to be had (spec/locks.md), and a call is tried under that. When
   it is made anew under the machine's, the analysis ends, because from there it is as the other mains have it; that all
   is as it was then, is looked at. */

#include <stdlib.h>

#include "world.c"

#define dxgmap_ddi_report world_report
#include "world_call.c"
#undef dxgmap_ddi_report

#include "world_core.c"

#define dxgmap_host_lock world_lock
#define dxgmap_host_unlock world_unlock
#define dxgmap_host_lock_part world_lock_part
#define dxgmap_host_holder world_holder
#include "world_host.c"
#undef dxgmap_host_lock
#undef dxgmap_host_unlock
#undef dxgmap_host_lock_part
#undef dxgmap_host_holder

#include "world_records.c"

static uint32_t world_part; /* 1 + the part whose lock it is */

static void world_over(void); /* of the main: its out fields are as they were */

void dxgmap_host_lock(void)
{
  uint32_t depth = world_depth;
  /*@ check free: depth == 0; */
  /* Read by code: Eva's cache of functions knows nothing of what annotations read. */
  bool acquired = world_acquired || world_made.live || world_made_too.live;
  bool lives = world_live.live;
  /*@ check kept: !acquired; */
  /*@ check lives: lives; */
  world_over();
  exit(0);
}

void dxgmap_host_unlock(void)
{
  uint32_t depth = world_depth;
  /*@ check held: depth == 1; */
  world_depth = 0;
  world_part = 0;
}

/* A part is open while the system is. */
bool dxgmap_host_lock_part(uint32_t part)
{
  uint32_t depth = world_depth;
  /*@ check free: depth == 0; */
  if (dxgmap_ddi.state == NULL || part >= DXGMAP_ADAPTERS) {
    return false;
  }
  world_depth = 1;
  world_part = 1 + part;
  return true;
}

uint32_t dxgmap_host_holder(void)
{
  return world_part;
}

/* Of a warning: under no lock. */
void dxgmap_ddi_report(const dxgmap_ddi_call *call, const dxgmap_ddi_note *note, NTSTATUS status)
{
  world_see(note, sizeof(*note));
  /*@ check there: \valid_read(call) && \initialized(&note->cause); */
  uint32_t depth = world_depth;
  /*@ check free: depth == 0; */
}

#include "model/ddi/call/acquire.c"
#include "model/ddi/call/argument.c"
#include "model/ddi/call/call.c"
#include "model/ddi/call/note.c"
#include "model/ddi/call/place.c"
#include "model/ddi/call/release.c"

#include "world_more.h"

#endif
