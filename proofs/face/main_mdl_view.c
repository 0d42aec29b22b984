/* SPDX-License-Identifier: MIT */
/* What ends the views of an MDL with its lock, or with its memory. */
#include "world_mdl_view.h"

#include "model/ddi/call/mdl_view.c"

static void end(dxgmap_ddi_mdl *entry)
{
  dxgmap_ddi_mdl_views_end(entry, NULL);
  /*@ check all: entry->views == \null && !world_view[0].live && !world_view[1].live; */
}

/* A view of a process is told, and one of the system is not. */
static void report(dxgmap_ddi_mdl *entry)
{
  static dxgmap_ddi_call call;
  bool of_process = entry->views != NULL && (world_view[0].type == UserMode || world_view[1].type == UserMode);
  dxgmap_ddi_mdl_views_report(&call, entry, "its pages were unlocked");
  uint32_t notes = call.notes;
  /*@ check told: notes == (of_process ? 1 : 0); */
  /*@ check ended: entry->views == \null && !world_view[0].live && !world_view[1].live; */
}

static void make_views(void)
{
  switch (Frama_C_interval(0, 2)) {
  case 0:
    break;
  case 1:
    world_make_view(0, WORLD_HERE);
    break;
  default:
    world_make_view(0, WORLD_HERE);
    world_make_view(1, WORLD_THERE);
    break;
  }
}

void main(void)
{
  dxgmap_ddi_mdl *entry = &world_mdl[0];
  if (world_any()) {
    world_make_absent();
  } else {
    world_make_one(1, MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA);
  }
  make_views();
  if (world_any()) {
    end(entry);
  } else {
    report(entry);
  }
}
