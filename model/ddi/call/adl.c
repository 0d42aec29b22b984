/* SPDX-License-Identifier: MIT */
#include "ddi/call/adl.h"

#include <string.h>

#include "ddi/call/pages.h"
#include "ddi/machine/choice.h"
#include "ddi/machine/system.h"

size_t dxgmap_ddi_adl_bytes(uint64_t pages)
{
  return sizeof(DXGK_ADL) + (size_t)pages * sizeof(DXGK_PAGE_NUMBER);
}

/* A sequence of the adapter's own, so that what others do meanwhile changes nothing in it. */
static uint64_t *dxgmap_ddi_adl_choices(uint64_t adapter)
{
  return &dxgmap_ddi_adapter_of(adapter)->choices;
}

bool dxgmap_ddi_adl_follows(uint64_t adapter, uint32_t wish)
{
  return wish == DXGMAP_DDI_ADL_REQUIRE ||
         (wish == DXGMAP_DDI_ADL_PREFER && dxgmap_ddi_choose_from(dxgmap_ddi_adl_choices(adapter), 2) == 0);
}

static bool dxgmap_ddi_adl_remapped(const dxgmap_ddi_record *record)
{
  return dxgmap_ddi_adapter_of(dxgmap_ddi_record_adapter(record))->mode == DXGMAP_MODE_REMAPPING;
}

static DXGK_PAGE_NUMBER *dxgmap_ddi_adl_array(const dxgmap_ddi_record *record)
{
  return (DXGK_PAGE_NUMBER *)((DXGK_ADL *)record->list + 1);
}

static void dxgmap_ddi_adl_describe(const dxgmap_ddi_record *record, bool run, DXGK_PAGE_NUMBER base)
{
  DXGK_ADL *adl = record->list;
  adl->PageCount = record->pages;
  adl->Flags.Value = 0;
  adl->Flags.Contiguous = run ? 1u : 0u;
  if (run) {
    adl->BasePageNumber = base;
  } else {
    adl->Pages = dxgmap_ddi_adl_array(record);
  }
}

/* A list of one page is left an array if it may: a driver must look at the flag and not at the count. */
static bool dxgmap_ddi_adl_is_run(const dxgmap_ddi_record *record, uint32_t wish)
{
  return dxgmap_ddi_pages_follow(dxgmap_ddi_record_frames(record), record->pages) &&
         (record->pages > 1 || wish == DXGMAP_DDI_ADL_REQUIRE);
}

static void dxgmap_ddi_adl_physical(const dxgmap_ddi_record *record, uint32_t wish)
{
  bool run = dxgmap_ddi_adl_is_run(record, wish);
  if (!run) {
    dxgmap_ddi_pages_copy(dxgmap_ddi_adl_array(record), dxgmap_ddi_record_frames(record), record->pages);
  }
  dxgmap_ddi_adl_describe(record, run, dxgmap_ddi_record_frames(record)[0]);
}

const uint64_t *dxgmap_ddi_adl_arrange_of(dxgmap_ddi_record *record, const uint64_t *frames, uint64_t *list,
                                          uint32_t wish)
{
  DXGK_PAGE_NUMBER *array = dxgmap_ddi_adl_array(record);
  uint64_t adapter = dxgmap_ddi_record_adapter(record);
  bool run = dxgmap_ddi_adl_follows(adapter, wish) && (record->pages > 1 || wish == DXGMAP_DDI_ADL_REQUIRE);
  dxgmap_ddi_adl_describe(record, run, 0);
  if (run) {
    return frames;
  }
  if (record->pages == 1) {
    array[0] = 0;
    return frames;
  }
  dxgmap_ddi_pages_scatter(array, record->pages, dxgmap_ddi_adl_choices(adapter));
  dxgmap_ddi_pages_order(array, list, frames, record->pages);
  return list;
}

bool dxgmap_ddi_adl_arrange(dxgmap_ddi_record *record, uint32_t wish)
{
  size_t bytes = (size_t)record->pages * sizeof(uint64_t);
  if (!dxgmap_ddi_adl_remapped(record)) {
    dxgmap_ddi_adl_physical(record, wish);
    return true;
  }
  uint64_t *frames = dxgmap_ddi_record_frames(record), *list = dxgmap_host_take_with(bytes, 0);
  if (list == NULL) {
    return false;
  }
  if (dxgmap_ddi_adl_arrange_of(record, frames, list, wish) == list) {
    memcpy(frames, list, bytes);
  }
  dxgmap_host_give(list, bytes);
  return true;
}

DXGK_ADL *dxgmap_ddi_adl_lend(dxgmap_ddi_record *record)
{
  DXGK_ADL *adl = record->list;
  if (!dxgmap_ddi_adl_remapped(record)) {
    return adl;
  }
  record->logical = dxgmap_base_page(dxgmap_ddi.state, record->mapping);
  if (adl->Flags.Contiguous != 0) {
    adl->BasePageNumber = record->logical;
    return adl;
  }
  dxgmap_ddi_pages_from(dxgmap_ddi_adl_array(record), record->pages, record->logical);
  return adl;
}
