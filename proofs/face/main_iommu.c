/* SPDX-License-Identifier: MIT */
/* DxgkCbMapMdlToIoMmu, DxgkCbUnmapMdlFromIoMmu. */
#include "world_all.h"
#include "world_more.h"

#include "model/ddi/callbacks/iommu.c"

#include "inputs.h"
#include "plain_machine.h"
#include "check_iommu.h"

/* The header speaks of as many pages as there are, of fewer or of more. */
static void map(HANDLE adapter, uint64_t pages)
{
  DXGKARGCB_MAPMDLTOIOMMU arguments;
  world_mdl_speaks(pages);
  arguments.pMdl = world_any_mdl();
  arguments.hMemoryHandle = WORLD_OWN;
  const PFN_NUMBER *page = MmGetMdlPfnArray(world_mdl[0].mdl);
  world_begin_once();
  NTSTATUS status = DxgkCbMapMdlToIoMmu(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.hMemoryHandle == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired && world_captures == pages; */
    /*@ check handle: arguments.hMemoryHandle == (HANDLE)WORLD_MADE; */
    /*@ check room: pages <= world_mdl[0].pages; */
    for (uint32_t i = 0; i < world_captures; i++) {
      /*@ check there: \valid_read(page + i); */
    }
  }
}

static void unmap(HANDLE adapter, HANDLE handle)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU arguments;
  arguments.hMemoryHandle = handle;
  input_live(DXGMAP_MAPPING_MDL);
  world_begin_once();
  DxgkCbUnmapMdlFromIoMmu(adapter, INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  switch (Frama_C_interval(0, 4)) {
  case 0:
    world_make_mdl(0, 1);
    WORLD_MDL_SPANS(map, adapter);
    break;
  case 1:
    world_make_mdl(0, 2);
    world_mdl[0].maps = world_any() ? &world_live : NULL;
    WORLD_MDL_SPANS(map, adapter);
    break;
  case 2:
    world_make_mdl(0, 3);
    WORLD_MDL_SPANS(map, adapter);
    break;
  case 3:
    unmap(adapter, (HANDLE)(uintptr_t)WORLD_LIVE);
    break;
  default:
    unmap(adapter, input_handle(0)); /* of nothing that lives */
    break;
  }
}
