/* SPDX-License-Identifier: MIT */
#include "ddi/call/release.h"

#include "ddi/call/mdl_view.h"
#include "ddi/call/mdl_watch.h"
#include "ddi/call/place.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/system.h"

static void dxgmap_ddi_report_lent(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  dxgmap_ddi_mdl *lent = dxgmap_ddi_record_lent(record);
  if (lent != NULL) {
    dxgmap_ddi_report_gone(call, lent, "Dxgkrnl took the MDL back while the driver had it mapped to the IOMMU");
    dxgmap_ddi_mdl_views_report(call, lent, "Dxgkrnl took the MDL back while a process had a view of it");
  }
}

void dxgmap_ddi_give_back(dxgmap_ddi_call *call, dxgmap_ddi_record *record)
{
  if (record->kind == DXGMAP_MAPPING_MDL) {
    dxgmap_ddi_check_mdl(call, record);
  } else {
    dxgmap_ddi_report_lent(call, record);
  }
  dxgmap_ddi_take_back(record, call->site);
}

static void dxgmap_ddi_take_list(dxgmap_ddi_record *record, const void *site)
{
  dxgmap_ddi_mdl *lent = dxgmap_ddi_record_lent(record);
  if (lent != NULL) {
    uint64_t mappings;
    (void)dxgmap_ddi_mdl_abandon(lent, &mappings);
    dxgmap_ddi_mdl_views_end(lent, site);
    lent->state = DXGMAP_DDI_MDL_GONE;
  }
}

/* Of all but MapMdlToIoMmu. */
static void dxgmap_ddi_take_place(dxgmap_ddi_record *record, const void *site)
{
  dxgmap_ddi_place_remove(record);
  if (record->kind == DXGMAP_MAPPING_PIN || record->kind == DXGMAP_MAPPING_PIN2) {
    dxgmap_host_section_unpin(dxgmap_ddi_adapter_of(dxgmap_ddi_record_adapter(record))->section[record->index]);
  }
  if (record->kind == DXGMAP_MAPPING_CONTIGUOUS) {
    dxgmap_host_kernel_unmap(record->address, record->pages);
  }
  dxgmap_ddi_take_list(record, site);
}

void dxgmap_ddi_take_back(dxgmap_ddi_record *record, const void *site)
{
  /* The core has ended the mapping. An access that found one of its pages before is let finish, and only then do the
     pages go to whom they are next: R-SECTION of spec/protocol.md. */
  dxgmap_ddi_lookup_wait(record->mapping);
  if (record->kind == DXGMAP_MAPPING_MDL) {
    dxgmap_ddi_mdl_part(record);
  } else {
    dxgmap_ddi_take_place(record, site);
  }
  dxgmap_ddi_record_release(record, site);
}
