/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_WORLD_MDL_H
#define DXGMAP_FACE_WORLD_MDL_H

#include <stdlib.h>

#include "world.h"

#include "ddi/machine/mdls.h"

/* MDLs that are known, each with room for just its pages; header and page numbers hold whatever the driver wrote
   there. After world_all.h. */

#define WORLD_MDLS 2u

static dxgmap_ddi_mdl world_mdl[WORLD_MDLS];
static uint64_t world_mdl_span; /* the pages of which a header speaks when a call looks at it */
static bool world_mdl_looked;   /* the next look may find another number: another thread has written to the header */

void dxgmap_ddi_mdl_adopt(PMDL mdl)
{
  (void)mdl;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  for (uint32_t i = 0; i < WORLD_MDLS; i++) {
    if (mdl != NULL && mdl == world_mdl[i].mdl) {
      return world_any() ? &world_mdl[i] : NULL;
    }
  }
  return NULL;
}

#ifndef WORLD_MDL_VIEW /* else mdl_view.c is analysed */
bool dxgmap_ddi_mdl_there(const dxgmap_ddi_mdl *entry)
{
  /*@ check valid: \valid_read(entry); */
  return world_any();
}
#endif

bool dxgmap_ddi_mdl_claims(dxgmap_ddi_mdl *entry)
{
  /*@ check valid: \valid_read(entry); */
  return world_any();
}

uint64_t dxgmap_ddi_mdl_span(const MDL *head)
{
  /*@ check valid: \valid_read(head); */
  uint64_t span = world_mdl_looked ? Frama_C_unsigned_long_interval(0, 0x100001) : world_mdl_span;
  world_mdl_looked = true;
  return span;
}

static void world_mdl_speaks(uint64_t pages)
{
  world_mdl_span = pages;
  world_mdl_looked = false;
}

/* Calls it with every number of pages that a header may speak of: those for which there may be room one by one. */
#define WORLD_MDL_SPANS(call, first)                          \
  switch (Frama_C_interval(0, 4)) {                           \
  case 0:                                                     \
    call(first, 0);                                           \
    break;                                                    \
  case 1:                                                     \
    call(first, 1);                                           \
    break;                                                    \
  case 2:                                                     \
    call(first, 2);                                           \
    break;                                                    \
  case 3:                                                     \
    call(first, 3);                                           \
    break;                                                    \
  default:                                                    \
    call(first, Frama_C_unsigned_long_interval(4, 0x100001)); \
    break;                                                    \
  }

static void world_make_mdl(uint32_t i, size_t pages)
{
  size_t bytes = sizeof(MDL) + pages * sizeof(PFN_NUMBER);
  MDL *mdl = malloc(bytes);
  dxgmap_ddi_mdl *entry = &world_mdl[i];
  Frama_C_make_unknown((char *)mdl, bytes);
  mdl->Next = Frama_C_nondet_ptr(WORLD_OWN, NULL);
  mdl->Process = NULL;
  mdl->MappedSystemVa = NULL;
  mdl->StartVa = (PVOID)(uintptr_t)world_any64();
  entry->mdl = mdl;
  entry->bytes = bytes;
  entry->frames = malloc(pages * sizeof(uint64_t));
  Frama_C_make_unknown((char *)entry->frames, pages * sizeof(uint64_t));
  entry->pages = pages;
  entry->locked = world_any() ? pages : 0;
  entry->state = Frama_C_unsigned_int_interval(DXGMAP_DDI_MDL_EMPTY, DXGMAP_DDI_MDL_PART);
  entry->owner = (uint64_t)Frama_C_nondet((int)WORLD_LIVE, 0);
  entry->read_only = Frama_C_interval(0, 1) != 0;
  entry->by_hand = Frama_C_interval(0, 1) != 0;
}

/* What a driver gives as an MDL: one of those, memory of its own, or NULL. */
static PMDL world_any_mdl(void)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    return world_mdl[0].mdl;
  case 1:
    return world_mdl[1].mdl;
  case 2:
    return (PMDL)WORLD_OWN;
  default:
    return NULL;
  }
}

#endif
