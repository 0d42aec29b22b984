/* SPDX-License-Identifier: MIT */
#include "ddi/call/frames.h"

#include "ddi/machine/system.h"

/* Physical pages that lie wholly in [low, high], bytes; none when first > last. */
typedef struct {
  uint64_t first;
  uint64_t last;
} dxgmap_ddi_page_range;

static dxgmap_ddi_page_range dxgmap_ddi_pages_within(uint64_t low, uint64_t high)
{
  dxgmap_ddi_page_range range = {1, 0};
  if (high < DXGMAP_IN_PAGE) {
    return range;
  }
  uint64_t last = (high - DXGMAP_IN_PAGE) / PAGE_SIZE;
  range.first = low / PAGE_SIZE + (low % PAGE_SIZE != 0 ? 1 : 0);
  range.last = last < dxgmap_ddi.installed_pages ? last : dxgmap_ddi.installed_pages - 1;
  return range;
}

static bool dxgmap_ddi_run(dxgmap_ddi_page_range range, uint64_t boundary, dxgmap_ddi_record *record)
{
  uint64_t base;
  if (range.first > range.last ||
      dxgmap_host_frames_allocate_run(range.first, range.last, boundary, record->pages, &base) != DXGMAP_HOST_OK) {
    return false;
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    record->frames[i] = base + i;
  }
  return true;
}

static bool dxgmap_ddi_pages_of(dxgmap_ddi_page_range range, ULONG flags, dxgmap_ddi_record *record)
{
  if ((flags & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) != 0) {
    return dxgmap_ddi_run(range, 0, record);
  }
  return range.first <= range.last &&
         dxgmap_host_frames_allocate(range.first, range.last, record->pages, record->frames) == DXGMAP_HOST_OK;
}

bool dxgmap_ddi_frames_search(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record)
{
  uint64_t low = (uint64_t)wish->low.QuadPart;
  uint64_t high = (uint64_t)wish->high.QuadPart;
  uint64_t skip = (uint64_t)wish->skip.QuadPart;
  while (low / PAGE_SIZE < dxgmap_ddi.installed_pages) {
    if (dxgmap_ddi_pages_of(dxgmap_ddi_pages_within(low, high), wish->flags, record)) {
      return true;
    }
    if (skip == 0 || skip > UINT64_MAX - low) {
      return false;
    }
    low += skip;
    high = skip > UINT64_MAX - high ? UINT64_MAX : high + skip;
  }
  return false;
}

bool dxgmap_ddi_frames_run(PHYSICAL_ADDRESS low, PHYSICAL_ADDRESS high, PHYSICAL_ADDRESS boundary,
                           dxgmap_ddi_record *record)
{
  uint64_t bytes = (uint64_t)boundary.QuadPart;
  uint64_t pages = bytes != 0 && bytes < PAGE_SIZE ? 1 : bytes / PAGE_SIZE;
  return dxgmap_ddi_run(dxgmap_ddi_pages_within((uint64_t)low.QuadPart, (uint64_t)high.QuadPart), pages, record);
}

const char *dxgmap_ddi_skip_fault(PHYSICAL_ADDRESS skip)
{
  return (uint64_t)skip.QuadPart % PAGE_SIZE != 0 ? "SkipBytes is not a multiple of the page" : NULL;
}

const char *dxgmap_ddi_boundary_fault(PHYSICAL_ADDRESS boundary)
{
  uint64_t bytes = (uint64_t)boundary.QuadPart;
  return bytes != 0 && (bytes & (bytes - 1)) != 0 ? "BoundaryAddressMultiple is not a power of two" : NULL;
}
