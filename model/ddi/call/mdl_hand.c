/* SPDX-License-Identifier: MIT */
#include "ddi/call/mdl_hand.h"

#include <string.h>

#include "ddi/machine/system.h"

/* Where pages come from, as the flags say it. */
#define DXGMAP_DDI_MDL_PAGES (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)

/* A header that MmInitializeMdl writes, and what becomes of one. Freed memory has another. */
static bool dxgmap_ddi_mdl_initialised(const MDL *mdl)
{
  uint64_t span = dxgmap_ddi_mdl_span(mdl);
  return span > 0 && ((uintptr_t)mdl->StartVa & DXGMAP_IN_PAGE) == 0 && mdl->ByteOffset < PAGE_SIZE &&
         (uint16_t)mdl->Size == (uint16_t)dxgmap_ddi_mdl_size(span);
}

/* Where the header may be looked at: an address that no MDL can have is not. */
static bool dxgmap_ddi_mdl_readable(PMDL mdl)
{
  return mdl != NULL && (uintptr_t)mdl % sizeof(void *) == 0 && dxgmap_host_probe(mdl, sizeof(MDL), true);
}

/* What was known of the memory of an MDL that was made anew there, is forgotten. */
static void dxgmap_ddi_mdl_renew(PMDL mdl)
{
  dxgmap_ddi_mdl *known = dxgmap_ddi_mdl_find(mdl);
  if (known == NULL || !known->by_hand || known->views != NULL || known->state == DXGMAP_DDI_MDL_LOCKED) {
    return;
  }
  bool built = known->state == DXGMAP_DDI_MDL_BUILT && dxgmap_ddi_mdl_readable(mdl) &&
               (mdl->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL) != 0;
  if (!built) {
    dxgmap_host_frames_drop(known->frames, known->locked);
    dxgmap_ddi_mdl_remove(known);
  }
}

void dxgmap_ddi_mdl_adopt(PMDL mdl)
{
  MDL head;
  if (dxgmap_ddi.state == NULL) {
    return;
  }
  dxgmap_ddi_mdl_renew(mdl);
  if (dxgmap_ddi_mdl_find(mdl) != NULL || !dxgmap_ddi_mdl_readable(mdl) ||
      !dxgmap_host_peek(mdl, &head, sizeof(head)) || !dxgmap_ddi_mdl_initialised(&head)) {
    return;
  }
  uint64_t pages = dxgmap_ddi_mdl_span(&head);
  uint64_t bytes = dxgmap_ddi_mdl_size(pages);
  if (!dxgmap_host_probe(mdl, bytes, true)) {
    return;
  }
  dxgmap_ddi_mdl *entry = dxgmap_ddi_mdl_entry(mdl, bytes, pages);
  if (entry != NULL) {
    entry->by_hand = true;
    dxgmap_ddi_mdl_add(entry);
  }
}

bool dxgmap_ddi_mdl_claims(dxgmap_ddi_mdl *entry)
{
  uint64_t pages = dxgmap_ddi_mdl_span(entry->mdl);
  const PFN_NUMBER *page = MmGetMdlPfnArray(entry->mdl);
  if (entry->state != DXGMAP_DDI_MDL_EMPTY || (entry->mdl->MdlFlags & DXGMAP_DDI_MDL_PAGES) == 0 || pages == 0 ||
      pages > entry->pages) {
    return false;
  }
  for (uint64_t i = 0; i < pages; i++) {
    if (dxgmap_host_frame_kind_of(page[i]) == DXGMAP_HOST_FRAME_NONE) {
      return false;
    }
  }
  memcpy(entry->frames, page, (size_t)pages * sizeof(PFN_NUMBER));
  return true;
}
