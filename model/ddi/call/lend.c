/* SPDX-License-Identifier: MIT */
#include "ddi/call/lend.h"

#include <string.h>

#include "ddi/machine/mdls.h"

bool dxgmap_ddi_lend_prepare(dxgmap_ddi_record *record, uint64_t bytes)
{
  PMDL mdl = record->list;
  size_t size = (size_t)record->pages * sizeof(uint64_t);
  record->lent = dxgmap_ddi_mdl_entry(mdl, record->list_bytes, record->pages);
  if (record->lent == NULL) {
    return false;
  }
  dxgmap_ddi_mdl_describe(mdl, NULL, bytes);
  mdl->MdlFlags = MDL_PAGES_LOCKED;
  memcpy(MmGetMdlPfnArray(mdl), dxgmap_ddi_record_frames(record), size);
  memcpy(record->lent->frames, dxgmap_ddi_record_frames(record), size);
  record->lent->state = DXGMAP_DDI_MDL_LENT;
  return true;
}

void dxgmap_ddi_lend_cancel(dxgmap_ddi_record *record)
{
  if (record->lent != NULL) {
    dxgmap_ddi_mdl_entry_free(record->lent);
    record->lent = NULL;
  }
}

PMDL dxgmap_ddi_lend(dxgmap_ddi_record *record)
{
  record->lent->owner = record->mapping;
  dxgmap_ddi_mdl_add(record->lent);
  return record->list;
}
