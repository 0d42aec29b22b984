/* SPDX-License-Identifier: MIT */
/* IoBuildPartialMdl, MmPrepareMdlForReuse, MmGetPhysicalAddress. */
#include <stdlib.h>

#include "world_all.h"

#include "model/ddi/callbacks/mdl_part.c"

#include "inputs.h"
#include "plain_machine.h"

/* Two MDLs that are known, each with room for just its pages; their headers hold what their driver wrote. */
static dxgmap_ddi_mdl part_entry[2];

void dxgmap_ddi_mdl_adopt(PMDL mdl)
{
  (void)mdl;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  for (uint32_t i = 0; i < 2; i++) {
    if (mdl == part_entry[i].mdl) {
      return world_any() ? &part_entry[i] : NULL;
    }
  }
  return NULL;
}

bool dxgmap_ddi_mdl_there(const dxgmap_ddi_mdl *entry)
{
  /*@ check valid: \valid_read(entry); */
  return world_any();
}

bool dxgmap_ddi_mdl_claims(dxgmap_ddi_mdl *entry)
{
  /*@ check valid: \valid_read(entry); */
  return world_any();
}

bool dxgmap_host_frame_of(const void *address, uint64_t *frame)
{
  (void)address;
  *frame = world_any64();
  return world_any();
}

static void make_mdl(uint32_t i, size_t pages, bool held)
{
  MDL *mdl = malloc(sizeof(MDL) + pages * sizeof(PFN_NUMBER));
  dxgmap_ddi_mdl *entry = &part_entry[i];
  Frama_C_make_unknown((char *)mdl, sizeof(MDL) + pages * sizeof(PFN_NUMBER));
  mdl->Next = NULL;
  mdl->Process = NULL;
  mdl->MappedSystemVa = NULL;
  mdl->StartVa = (PVOID)(uintptr_t)world_any64();
  entry->mdl = mdl;
  entry->frames = malloc(pages * sizeof(uint64_t));
  Frama_C_make_unknown((char *)entry->frames, pages * sizeof(uint64_t));
  entry->pages = pages;
  entry->locked = held ? pages : 0;
  entry->state = Frama_C_unsigned_int_interval(DXGMAP_DDI_MDL_EMPTY, DXGMAP_DDI_MDL_PART);
  entry->owner = world_any() ? WORLD_LIVE : 0;
  entry->read_only = world_any();
}

static PMDL any_mdl(void)
{
  switch (Frama_C_interval(0, 3)) {
  case 0:
    return part_entry[0].mdl;
  case 1:
    return part_entry[1].mdl;
  case 2:
    return (PMDL)WORLD_OWN;
  default:
    return NULL;
  }
}

static void build(void)
{
  PMDL target = any_mdl();
  world_begin();
  IoBuildPartialMdl(any_mdl(), target, (PVOID)(uintptr_t)world_any64(), world_any32());
  if (target == part_entry[1].mdl) {
    /*@ check room: part_entry[1].locked <= part_entry[1].pages; */
  }
}

static void prepare(void)
{
  world_begin();
  MmPrepareMdlForReuse(any_mdl());
}

static void physical(void)
{
  world_begin();
  PHYSICAL_ADDRESS at = MmGetPhysicalAddress((PVOID)(uintptr_t)world_any64());
  /*@ check written: \initialized(&at.QuadPart); */
}

void main(void)
{
  plain_machine();
  make_mdl(0, WORLD_PAGES, world_any());
  make_mdl(1, 2, world_any());
  switch (Frama_C_interval(0, 2)) {
  case 0:
    build();
    break;
  case 1:
    prepare();
    break;
  default:
    physical();
    break;
  }
}
