/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_FACE_CHECK_MDL_MAP_H
#define DXGMAP_FACE_CHECK_MDL_MAP_H

#include "world_mdl_view.h"

#include "model/ddi/call/cache.c"
#include "model/ddi/call/mdl_view.c"
#include "model/ddi/callbacks/mdl_map.c"

/* A view is made, and told, or nothing has changed. By its name its checks count as the mains' own: each must be
   reached. */

static void check_mdl_map(PMDL given, KPROCESSOR_MODE mode)
{
  const dxgmap_ddi_mdl *entry = &world_mdl[0];
  const dxgmap_ddi_record *views = entry->views;
  const MDL *mdl = entry->mdl;
  CSHORT flags = mdl->MdlFlags;
  PVOID address = MmMapLockedPagesSpecifyCache(given, mode, MmCached, NULL, world_any32(), world_any32());
  const dxgmap_ddi_record *view = world_shown;
  world_unlocked();
  if (view == NULL) {
    /*@ check nothing: address == \null && entry->views == views; */
    /*@ check header: mdl->MdlFlags == flags && mdl->MappedSystemVa == (void *)&world_own[0]; */
    return;
  }
  /*@ check told: entry->views == view && view->beside == views && view->address == address; */
  /*@ check whose: view->live && view->type == mode && view->length == mdl->ByteCount; */
  /*@ check pages: 0 < view->pages <= entry->pages; */
  for (uint64_t i = 0; i < view->pages; i++) {
    uint64_t frame = dxgmap_ddi_record_frames(view)[i];
    /*@ check frame: frame == world_memory[i]; */
  }
  if (mode == KernelMode) {
    /*@ check system: (mdl->MdlFlags & 1) == 1 && mdl->MappedSystemVa == address && view->process == 0; */
  } else {
    /*@ check process: mdl->MdlFlags == flags && mdl->MappedSystemVa == (void *)&world_own[0]; */
    /*@ check current: view->process == 0x7007; */
  }
}

#endif
