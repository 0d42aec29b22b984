/* SPDX-License-Identifier: MIT */
#include "ddi/call/mdl_view.h"

#include "ddi/call/place.h"

bool dxgmap_ddi_mdl_there(const dxgmap_ddi_mdl *entry)
{
  return !entry->by_hand || dxgmap_host_probe(entry->mdl, entry->bytes, true);
}

bool dxgmap_ddi_mdl_view_of_process(const dxgmap_ddi_record *view)
{
  return view->type == UserMode;
}

static bool dxgmap_ddi_mdl_in_system(const dxgmap_ddi_mdl *entry)
{
  const dxgmap_ddi_record *view = entry->views;
  while (view != NULL && dxgmap_ddi_mdl_view_of_process(view)) {
    view = view->beside;
  }
  return view != NULL;
}

void dxgmap_ddi_mdl_view_end(dxgmap_ddi_mdl *entry, dxgmap_ddi_record *view, const void *site)
{
  bool gone = entry->state == DXGMAP_DDI_MDL_GONE || !dxgmap_ddi_mdl_there(entry);
  dxgmap_ddi_mdl_hide(entry, view);
  if (!dxgmap_ddi_mdl_view_of_process(view) && !gone && !dxgmap_ddi_mdl_in_system(entry)) {
    entry->mdl->MdlFlags = (CSHORT)(entry->mdl->MdlFlags & ~MDL_MAPPED_TO_SYSTEM_VA);
    entry->mdl->MappedSystemVa = NULL;
  }
  dxgmap_ddi_place_remove(view);
  dxgmap_ddi_record_release(view, site);
}

void dxgmap_ddi_mdl_views_end(dxgmap_ddi_mdl *entry, const void *site)
{
  while (entry->views != NULL) {
    dxgmap_ddi_mdl_view_end(entry, entry->views, site);
  }
}

void dxgmap_ddi_mdl_views_report(dxgmap_ddi_call *call, dxgmap_ddi_mdl *entry, const char *why)
{
  const dxgmap_ddi_record *one = NULL;
  for (const dxgmap_ddi_record *view = entry->views; view != NULL; view = view->beside) {
    one = dxgmap_ddi_mdl_view_of_process(view) ? view : one;
  }
  if (one != NULL) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_MDL_IN_VIEW, one->mapping);
    note->address = (uint64_t)(uintptr_t)one->address;
    dxgmap_ddi_detail(note, why);
  }
  dxgmap_ddi_mdl_views_end(entry, call->site);
}
