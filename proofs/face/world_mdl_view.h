/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_MDL_VIEW_H
#define DXGMAP_FACE_WORLD_MDL_VIEW_H

/* In place of world_all.h and world_mdl.h: one MDL that is known, and views that it has before the call. mdl_view.c is
   looked at, and so is not among what stands for the rest. */

#include "world.h"

#include "ddi/call/mdl_view.h"

#define WORLD_MDL_VIEW
#define dxgmap_ddi_mdl_views_report world_views_report /* those of mdl_view.c are here */
#define dxgmap_ddi_mdl_views_end world_views_end
#define dxgmap_host_kernel_map world_kernel_map /* those of the host's are told apart less, below */
#define dxgmap_host_locate world_locate
#define dxgmap_host_process world_process
#include "world.c"
#include "world_call.c"
#include "world_core.c"
#include "world_host.c"
#include "world_records.c"
#undef dxgmap_ddi_mdl_views_report
#undef dxgmap_ddi_mdl_views_end
#undef dxgmap_host_kernel_map
#undef dxgmap_host_locate
#undef dxgmap_host_process

#include "model/ddi/call/acquire.c"
#include "model/ddi/call/argument.c"
#include "model/ddi/call/call.c"
#include "model/ddi/call/note.c"
#include "model/ddi/call/place.c"

#include "world_atomic.h"
#include "world_more.h"

#include "inputs.h"
#include "world_mdl.h"

#define WORLD_PROCESS ((uint64_t)0x7007) /* the current one */
#define WORLD_ANOTHER ((uint64_t)0x8008)
#define WORLD_HERE ((void *)world_here) /* where views are */
#define WORLD_THERE ((void *)world_there)
#define WORLD_ABSENT ((PMDL)8) /* where an MDL was: nothing may be read there */
#define WORLD_VIEWS 2u

static char world_here[16];
static char world_there[16];
static dxgmap_ddi_record world_view[WORLD_VIEWS];
static dxgmap_ddi_record *world_shown;  /* of the call: the view that it made */
static dxgmap_ddi_record *world_hidden; /* the one that it ended last */

/* ---- The host ---- */

uint64_t dxgmap_host_process(void)
{
  return WORLD_PROCESS;
}

dxgmap_host_location dxgmap_host_locate(const void *address)
{
  dxgmap_host_location where = {.place = DXGMAP_HOST_PLACE_UNKNOWN};
  (void)address;
  where.place = (dxgmap_host_place)Frama_C_unsigned_int_interval(DXGMAP_HOST_PLACE_UNKNOWN, DXGMAP_HOST_PLACE_RELEASED);
  where.window = Frama_C_unsigned_int_interval(0, 3);
  where.at = Frama_C_unsigned_long_interval(0, DXGMAP_WINDOW - 1);
  where.owner = (uint64_t)Frama_C_nondet((int)WORLD_MADE, (int)WORLD_LIVE);
  return where;
}

/* No pages have no address. */
dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner, void **address)
{
  return count == 0 ? DXGMAP_HOST_BAD_ARGUMENT : world_kernel_map(frames, count, owner, address);
}

bool dxgmap_host_frame_gone(uint64_t frame)
{
  (void)frame;
  return WORLD_BIT;
}

/* ---- Records ---- */

uint64_t dxgmap_ddi_identity(void)
{
  return WORLD_MADE;
}

void dxgmap_ddi_mdl_show(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *view)
{
  uint64_t mapping = view->mapping;
  /*@ check bound: mapping != 0; */
  view->beside = entry->views;
  entry->views = view;
  world_shown = view;
}

void dxgmap_ddi_mdl_hide(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *view)
{
  dxgmap_ddi_record **link = &entry->views;
  while (*link != view) {
    /*@ check shown: *link != \null; */
    link = &(*link)->beside;
  }
  *link = view->beside;
  view->beside = NULL;
  entry->view = view->mapping;
  world_hidden = view;
}

/* ---- What there is before the call ---- */

static void world_add_view(uint32_t i, void *address, uint32_t type, uint64_t process)
{
  dxgmap_ddi_record *view = &world_view[i];
  view->mapping = WORLD_LIVE + i;
  view->kind = DXGMAP_MAPPING_MDL_VIEW;
  view->type = type;
  view->process = process;
  view->address = address;
  view->pages = 1;
  view->span = i;
  view->window = 1;
  view->doubtful = WORLD_BIT;
  view->live = true;
  view->mdl = world_mdl[0].mdl;
  view->beside = world_mdl[0].views;
  world_mdl[0].views = view;
}

/* A view at the address: the system's, or one of this process or of another. */
static void world_make_view(uint32_t i, void *address)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    world_add_view(i, address, KernelMode, 0);
    break;
  case 1:
    world_add_view(i, address, UserMode, WORLD_PROCESS);
    break;
  default:
    world_add_view(i, address, UserMode, WORLD_ANOTHER);
    break;
  }
}

/* An MDL of so many pages, each of another number, in memory that is there or not; what else its header says is any.
   One machine will do: these callbacks look at nothing else of it, and what a machine with other switches does, is a
   part of what this one does. */
static void world_make_one(size_t pages, CSHORT flags)
{
  world_readable = world_writable = true;
  world_memory[0] = 40;
  world_memory[1] = 13;
  world_memory[2] = 27;
  world_begin_once();
  dxgmap_ddi.strict_irql = dxgmap_ddi.strict_exclusive = true;
  world_make_mdl(0, pages);
  world_mdl[0].mdl->MdlFlags = flags;
  world_mdl[0].mdl->MappedSystemVa = WORLD_OWN;
  world_mdl[0].by_hand = true;
  world_mdl[0].locked = pages;
  for (size_t i = 0; i < pages; i++) {
    world_mdl[0].frames[i] = world_memory[i];
  }
  world_mdl_speaks(pages);
}

/* An MDL that the driver made by hand, and whose memory is no more. */
static void world_make_absent(void)
{
  world_make_one(1, 0);
  world_writable = false;
  world_mdl[0].mdl = WORLD_ABSENT;
}

#endif
