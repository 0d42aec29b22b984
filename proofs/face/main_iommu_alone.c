/* SPDX-License-Identifier: MIT */
/* DxgkCbMapMdlToIoMmu, DxgkCbUnmapMdlFromIoMmu under the lock of a part (spec/locks.md): each succeeds, or has left all
   as it was when it is made anew under the machine's, from where main_iommu has it. */
#include "world_alone.h"

#include "model/ddi/callbacks/iommu.c"

#include "inputs.h"
#include "plain_machine.h"
#include "check_iommu.h"

static DXGKARGCB_MAPMDLTOIOMMU alone_map;

static void world_over(void)
{
  HANDLE out = alone_map.hMemoryHandle;
  /*@ check out: out == WORLD_OWN; */
}

bool dxgmap_ddi_mdl_own(dxgmap_ddi_mdl *entry)
{
  /*@ check valid: \valid(entry); */
  return world_any();
}

static void map(HANDLE adapter, uint64_t pages)
{
  world_mdl_speaks(pages);
  alone_map.pMdl = world_any_mdl();
  NTSTATUS status = DxgkCbMapMdlToIoMmu(adapter, INPUT_POINTER(&alone_map));
  /*@ check succeeds: status == 0 && world_acquired && world_captures == pages; */
  /*@ check handle: alone_map.hMemoryHandle == (HANDLE)WORLD_MADE; */
  /*@ check room: pages <= world_mdl[0].pages; */
}

static void unmap(HANDLE adapter)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU arguments;
  arguments.hMemoryHandle = input_handle(WORLD_LIVE);
  input_live((uint32_t)Frama_C_unsigned_int_interval(DXGMAP_MAPPING_PIN, DXGMAP_MAPPING_KINDS - 1));
  world_live.borrows = world_any();
  world_live.joined = world_any();
  world_live.source = &world_mdl[0];
  DxgkCbUnmapMdlFromIoMmu(adapter, INPUT_POINTER(&arguments));
  /*@ check released: !world_live.live; */
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  alone_map.hMemoryHandle = WORLD_OWN;
  world_begin_once();
  world_live.live = true;
  world_make_mdl(0, 2);
  world_mdl[0].maps = world_any() ? &world_live : NULL;
  if (world_any()) {
    WORLD_MDL_SPANS(map, adapter);
  } else {
    unmap(adapter);
  }
}
