/* SPDX-License-Identifier: MIT */
#include "ddi/call/release.h"

#include "ddi/call/mdl_view.h"
#include "ddi/call/mdl_watch.h"
#include "ddi/call/place.h"
#include "ddi/machine/lookup.h"
#include "ddi/machine/system.h"

static void dxgmap_ddi_report_lent(dxgmap_ddi_call *call, const dxgmap_ddi_record *record)
{
  if (!dxgmap_ddi_record_of_mdl(record) && record->lent != NULL) {
    dxgmap_ddi_report_gone(call, record->lent, "Dxgkrnl took the MDL back while the driver had it mapped to the IOMMU");
    dxgmap_ddi_mdl_views_report(call, record->lent, "Dxgkrnl took the MDL back while a process had a view of it");
  }
}

void dxgmap_ddi_give_back(dxgmap_ddi_call *call, dxgmap_ddi_record *record)
{
  dxgmap_ddi_check_mdl(call, record);
  dxgmap_ddi_report_lent(call, record);
  dxgmap_ddi_take_back(record, call->site);
}

static void dxgmap_ddi_take_list(dxgmap_ddi_record *record, const void *site)
{
  if (!dxgmap_ddi_record_of_mdl(record) && record->lent != NULL) {
    uint64_t mappings;
    (void)dxgmap_ddi_mdl_abandon(record->lent, &mappings);
    dxgmap_ddi_mdl_views_end(record->lent, site);
    record->lent->state = DXGMAP_DDI_MDL_GONE;
  }
}

void dxgmap_ddi_take_back(dxgmap_ddi_record *record, const void *site)
{
  /* The core has ended the mapping. An access that found one of its pages before is let finish, and only then do the
     pages go to whom they are next: R-SECTION of spec/protocol.md. */
  dxgmap_ddi_lookup_wait(record->mapping);
  dxgmap_ddi_place_remove(record);
  if (record->kind == DXGMAP_MAPPING_PIN || record->kind == DXGMAP_MAPPING_PIN2) {
    dxgmap_host_section_unpin(dxgmap_ddi_adapter_of(record->adapter)->section[record->index]);
  }
  if (record->kind == DXGMAP_MAPPING_CONTIGUOUS) {
    dxgmap_host_kernel_unmap(record->address, record->pages);
  }
  dxgmap_ddi_mdl_part(record);
  dxgmap_ddi_take_list(record, site);
  dxgmap_ddi_record_release(record, site);
}
