/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_CHECK_IOMMU_H
#define DXGMAP_FACE_CHECK_IOMMU_H

#include "world_mdl.h"

/* Beside world_mdl.h, what a map of an MDL to the IOMMU asks of the registry of MDLs and of the host. By its name its
   checks count as the mains' own: each must be reached. */

void dxgmap_ddi_mdl_join(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *record)
{
  uint64_t mapping = record->mapping;
  /*@ check bound: mapping != 0; */
  record->joined = true;
  record->source = entry;
  record->beside = entry->maps;
  entry->maps = record;
}

void dxgmap_host_frames_guard(const uint64_t *frames, uint64_t count)
{
  /*@ check list: \valid_read(frames + (0 .. count - 1)); */
  world_see(frames, count * sizeof(*frames));
  /*@ check initialized: \initialized(frames + (0 .. count - 1)); */
}

#endif
