/* SPDX-License-Identifier: MIT */
/* DxgkCbMapMdlToIoMmu, DxgkCbUnmapMdlFromIoMmu. */
#include <stdlib.h>

#include "world_all.h"

#include "model/ddi/callbacks/iommu.c"

#include "inputs.h"
#include "plain_machine.h"

/* An MDL that is known, with room for just its pages, and in its header and its page numbers whatever the driver wrote
   there; or none. */
static dxgmap_ddi_mdl iommu_entry;
static uint64_t iommu_span;
static bool iommu_looked; /* a call looks once: afterwards another thread may have written to the header */

void dxgmap_ddi_mdl_adopt(PMDL mdl)
{
  (void)mdl;
}

dxgmap_ddi_mdl *dxgmap_ddi_mdl_find(PMDL mdl)
{
  return mdl == iommu_entry.mdl && world_any() ? &iommu_entry : NULL;
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

uint64_t dxgmap_ddi_mdl_span(const MDL *head)
{
  /*@ check valid: \valid_read(head); */
  uint64_t span = iommu_looked ? Frama_C_unsigned_long_interval(0, 0x100001) : iommu_span;
  iommu_looked = true;
  return span;
}

void dxgmap_ddi_mdl_join(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *record)
{
  /*@ check bound: record->mapping != 0; */
  record->beside = entry->maps;
  entry->maps = record;
}

void dxgmap_host_frames_guard(const uint64_t *frames, uint64_t count)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
  /*@ check initialized: \initialized(frames + (0 .. count - 1)); */
}

static void make_mdl(size_t pages)
{
  MDL *mdl = malloc(sizeof(MDL) + pages * sizeof(PFN_NUMBER));
  uint64_t *frames = malloc(pages * sizeof(uint64_t));
  Frama_C_make_unknown((char *)mdl, sizeof(MDL) + pages * sizeof(PFN_NUMBER));
  mdl->Next = world_any() ? (MDL *)WORLD_OWN : NULL;
  mdl->Process = NULL;
  mdl->MappedSystemVa = NULL;
  mdl->StartVa = NULL;
  Frama_C_make_unknown((char *)frames, pages * sizeof(uint64_t));
  iommu_entry.mdl = mdl;
  iommu_entry.frames = frames;
  iommu_entry.pages = pages;
  iommu_entry.locked = world_any() ? pages : 0;
  iommu_entry.state = Frama_C_unsigned_int_interval(DXGMAP_DDI_MDL_EMPTY, DXGMAP_DDI_MDL_PART);
  iommu_entry.owner = world_any() ? WORLD_LIVE : 0;
  iommu_entry.read_only = world_any();
  iommu_entry.by_hand = world_any();
}

/* The header speaks of as many pages as there are, of fewer or of more. */
static void map(HANDLE adapter, uint64_t pages)
{
  DXGKARGCB_MAPMDLTOIOMMU arguments;
  iommu_span = pages;
  iommu_looked = false;
  arguments.pMdl = world_any() ? iommu_entry.mdl : world_any() ? NULL : (PMDL)WORLD_OWN;
  arguments.hMemoryHandle = WORLD_OWN;
  const PFN_NUMBER *page = MmGetMdlPfnArray(iommu_entry.mdl);
  world_begin();
  NTSTATUS status = DxgkCbMapMdlToIoMmu(adapter, INPUT_POINTER(&arguments));
  if (status != STATUS_SUCCESS) {
    /*@ check out: arguments.hMemoryHandle == WORLD_OWN; */
    /*@ check kept: !world_acquired; */
  } else {
    /*@ check acquired: world_acquired && world_captures == pages; */
    /*@ check handle: arguments.hMemoryHandle == (HANDLE)WORLD_MADE; */
    /*@ check room: pages <= iommu_entry.pages; */
    for (uint32_t i = 0; i < world_captures; i++) {
      /*@ check there: \valid_read(page + i); */
    }
  }
}

static void map_any(HANDLE adapter)
{
  switch (Frama_C_interval(0, 4)) {
  case 0:
    map(adapter, 0);
    break;
  case 1:
    map(adapter, 1);
    break;
  case 2:
    map(adapter, 2);
    break;
  case 3:
    map(adapter, 3);
    break;
  default:
    map(adapter, Frama_C_unsigned_long_interval(4, 0x100001));
    break;
  }
}

static void unmap(HANDLE adapter, HANDLE handle)
{
  DXGKARGCB_UNMAPMDLFROMIOMMU arguments;
  arguments.hMemoryHandle = handle;
  input_live(DXGMAP_MAPPING_MDL);
  world_begin();
  DxgkCbUnmapMdlFromIoMmu(adapter, INPUT_POINTER(&arguments));
}

void main(void)
{
  HANDLE adapter = input_handle(WORLD_ADAPTER);
  plain_machine();
  switch (Frama_C_interval(0, 4)) {
  case 0:
    make_mdl(1);
    map_any(adapter);
    break;
  case 1:
    make_mdl(2);
    map_any(adapter);
    break;
  case 2:
    make_mdl(3);
    map_any(adapter);
    break;
  case 3:
    unmap(adapter, (HANDLE)(uintptr_t)WORLD_LIVE);
    break;
  default:
    unmap(adapter, input_handle(0)); /* of nothing that lives */
    break;
  }
}
