/* SPDX-License-Identifier: MIT */
#include "ddi/call/adl.h"

#include <string.h>

#include "ddi/machine/choice.h"
#include "ddi/machine/system.h"

size_t dxgmap_ddi_adl_bytes(uint64_t pages)
{
  return sizeof(DXGK_ADL) + (size_t)pages * sizeof(DXGK_PAGE_NUMBER);
}

bool dxgmap_ddi_adl_follows(uint32_t wish)
{
  return wish == DXGMAP_DDI_ADL_REQUIRE || (wish == DXGMAP_DDI_ADL_PREFER && dxgmap_ddi_choose(2) == 0);
}

static DXGK_PAGE_NUMBER *dxgmap_ddi_adl_array(const dxgmap_ddi_record *record)
{
  return (DXGK_PAGE_NUMBER *)((DXGK_ADL *)record->list + 1);
}

static void dxgmap_ddi_adl_describe(const dxgmap_ddi_record *record, bool run, DXGK_PAGE_NUMBER base)
{
  DXGK_ADL *adl = record->list;
  adl->PageCount = (UINT32)record->pages;
  adl->Flags.Value = 0;
  adl->Flags.Contiguous = run ? 1u : 0u;
  if (run) {
    adl->BasePageNumber = base;
  } else {
    adl->Pages = dxgmap_ddi_adl_array(record);
  }
}

static bool dxgmap_ddi_adl_remapped(const dxgmap_ddi_record *record)
{
  return dxgmap_ddi_adapter_of(record->adapter)->mode == DXGMAP_MODE_REMAPPING;
}

/* A list of one page is left an array if it may: a driver must look at the flag and not at the count. */
static bool dxgmap_ddi_adl_is_run(const dxgmap_ddi_record *record, uint32_t wish)
{
  for (uint64_t i = 1; i < record->pages; i++) {
    if (record->frames[i] != record->frames[0] + i) {
      return false;
    }
  }
  return record->pages > 1 || wish == DXGMAP_DDI_ADL_REQUIRE;
}

static void dxgmap_ddi_adl_physical(const dxgmap_ddi_record *record, uint32_t wish)
{
  bool run = dxgmap_ddi_adl_is_run(record, wish);
  if (!run) {
    memcpy(dxgmap_ddi_adl_array(record), record->frames, (size_t)record->pages * sizeof(DXGK_PAGE_NUMBER));
  }
  dxgmap_ddi_adl_describe(record, run, record->frames[0]);
}

static void dxgmap_ddi_adl_swap(DXGK_PAGE_NUMBER *page, uint64_t a, uint64_t b)
{
  DXGK_PAGE_NUMBER number = page[a];
  page[a] = page[b];
  page[b] = number;
}

/* Each page of the memory has its number: puts the frames in the order of those. Meanwhile a frame stands beside the
   number. */
#define DXGMAP_DDI_ADL_FRAME 32u
_Static_assert(DXGMAP_HOST_FRAMES_MAX <= (uint64_t)1 << DXGMAP_DDI_ADL_FRAME, "a frame has room beside a number");

static void dxgmap_ddi_adl_order(DXGK_PAGE_NUMBER *page, uint64_t *frames, uint64_t count)
{
  for (uint64_t i = 0; i < count; i++) {
    page[i] |= frames[i] << DXGMAP_DDI_ADL_FRAME;
  }
  for (uint64_t i = 0; i < count; i++) {
    uint64_t frame = page[i] >> DXGMAP_DDI_ADL_FRAME;
    page[i] ^= frame << DXGMAP_DDI_ADL_FRAME;
    frames[page[i]] = frame;
  }
}

/* Shuffles, then parts neighbours: swapping the two of an ascending pair makes no new one. */
static void dxgmap_ddi_adl_scatter(const dxgmap_ddi_record *record)
{
  DXGK_PAGE_NUMBER *page = dxgmap_ddi_adl_array(record);
  uint64_t choices = dxgmap_ddi.choices;
  uint64_t count = record->pages;
  for (uint64_t i = 0; i < count; i++) {
    page[i] = i;
  }
  for (uint64_t i = count; i > 1; i--) {
    dxgmap_ddi_adl_swap(page, i - 1, dxgmap_ddi_choose_from(&choices, i));
  }
  dxgmap_ddi.choices = choices;
  for (uint64_t i = 1; i < count; i++) {
    if (page[i] == page[i - 1] + 1) {
      dxgmap_ddi_adl_swap(page, i - 1, i);
    }
  }
  dxgmap_ddi_adl_order(page, record->frames, count);
}

void dxgmap_ddi_adl_arrange(dxgmap_ddi_record *record, uint32_t wish)
{
  if (!dxgmap_ddi_adl_remapped(record)) {
    dxgmap_ddi_adl_physical(record, wish);
    return;
  }
  bool run = dxgmap_ddi_adl_follows(wish) && (record->pages > 1 || wish == DXGMAP_DDI_ADL_REQUIRE);
  if (!run) {
    dxgmap_ddi_adl_scatter(record);
  }
  dxgmap_ddi_adl_describe(record, run, 0);
}

DXGK_ADL *dxgmap_ddi_adl_lend(dxgmap_ddi_record *record)
{
  DXGK_ADL *adl = record->list;
  DXGK_PAGE_NUMBER *page = dxgmap_ddi_adl_array(record);
  if (!dxgmap_ddi_adl_remapped(record)) {
    return adl;
  }
  record->logical = dxgmap_base_page(dxgmap_ddi.state, record->mapping);
  if (adl->Flags.Contiguous != 0) {
    adl->BasePageNumber = record->logical;
    return adl;
  }
  uint64_t count = record->pages;
  uint64_t first = record->logical;
  for (uint64_t i = 0; i < count; i++) {
    page[i] += first;
  }
  return adl;
}
