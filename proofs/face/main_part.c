/* SPDX-License-Identifier: MIT */
/* IoBuildPartialMdl, MmPrepareMdlForReuse, MmGetPhysicalAddress. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/callbacks/mdl_part.c"

#include "inputs.h"
#include "plain_machine.h"
#include "world_mdl.h"

bool dxgmap_host_frame_of(const void *address, uint64_t *frame)
{
  (void)address;
  *frame = world_any64();
  return world_any();
}

static void build(void)
{
  PMDL target = world_any_mdl();
  world_begin_once();
  IoBuildPartialMdl(world_any_mdl(), target, (PVOID)(uintptr_t)world_any64(), world_any32());
  if (target == world_mdl[1].mdl) {
    /*@ check room: world_mdl[1].locked <= world_mdl[1].pages; */
  }
}

static void prepare(void)
{
  world_begin_once();
  MmPrepareMdlForReuse(world_any_mdl());
}

static void physical(void)
{
  world_begin_once();
  PHYSICAL_ADDRESS at = MmGetPhysicalAddress((PVOID)(uintptr_t)world_any64());
  /*@ check written: \initialized(&at.QuadPart); */
}

void main(void)
{
  plain_machine();
  world_make_mdl(0, WORLD_PAGES);
  world_make_mdl(1, 2);
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
