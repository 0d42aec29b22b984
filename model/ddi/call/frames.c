/* SPDX-License-Identifier: MIT */
#include "ddi/call/frames.h"

#include <string.h>

#include "ddi/machine/choice.h"
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
  uint64_t *frames = dxgmap_ddi_record_frames(record);
  uint64_t base;
  if (range.first > range.last ||
      dxgmap_host_frames_allocate_run(range.first, range.last, boundary, record->pages, &base) != DXGMAP_HOST_OK) {
    return false;
  }
  for (uint64_t i = 0; i < record->pages; i++) {
    frames[i] = base + i;
  }
  return true;
}

/* Chunks of `chunk` pages, a power of two, each on a multiple of that. */
static bool dxgmap_ddi_chunks(dxgmap_ddi_page_range range, uint64_t chunk, dxgmap_ddi_record *record)
{
  uint64_t *frames = dxgmap_ddi_record_frames(record);
  for (uint64_t i = 0; i < record->pages; i += chunk) {
    uint64_t base;
    if (range.first > range.last ||
        dxgmap_host_frames_allocate_run(range.first, range.last, chunk, chunk, &base) != DXGMAP_HOST_OK) {
      dxgmap_host_frames_drop(frames, i);
      return false;
    }
    for (uint64_t k = 0; k < chunk; k++) {
      frames[i + k] = base + k;
    }
  }
  return true;
}

static bool dxgmap_ddi_pages_of(dxgmap_ddi_page_range range, const dxgmap_ddi_frames_wish *wish,
                                dxgmap_ddi_record *record)
{
  if ((wish->flags & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) != 0) {
    return wish->skip.QuadPart != 0 ? dxgmap_ddi_chunks(range, (uint64_t)wish->skip.QuadPart / PAGE_SIZE, record)
                                    : dxgmap_ddi_run(range, 0, record);
  }
  return range.first <= range.last && dxgmap_host_frames_allocate(range.first, range.last, record->pages,
                                                                  dxgmap_ddi_record_frames(record)) == DXGMAP_HOST_OK;
}

/* Memory that nobody zeroes holds what was there before. Of a large allocation the first pages do: the rest stays zero,
   and costs nothing until it is touched. */
#define DXGMAP_DDI_FILL_PAGES ((uint64_t)256)

static void dxgmap_ddi_frames_fill(const dxgmap_ddi_record *record)
{
  const uint64_t *frames = dxgmap_ddi_record_frames(record);
  uint8_t page[PAGE_SIZE];
  memset(page, (int)(1 + dxgmap_ddi_choose(255)), sizeof(page));
  for (uint64_t i = 0; i < record->pages && i < DXGMAP_DDI_FILL_PAGES; i++) {
    (void)dxgmap_host_frame_write(frames[i], 0, page, sizeof(page));
  }
}

static bool dxgmap_ddi_frames_found(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record)
{
  uint64_t low = (uint64_t)wish->low.QuadPart;
  uint64_t high = (uint64_t)wish->high.QuadPart;
  uint64_t skip = (uint64_t)wish->skip.QuadPart;
  while (low / PAGE_SIZE < dxgmap_ddi.installed_pages) {
    if (dxgmap_ddi_pages_of(dxgmap_ddi_pages_within(low, high), wish, record)) {
      return true;
    }
    bool chunks = (wish->flags & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) != 0; /* then it is their size */
    if (chunks || skip == 0 || skip > UINT64_MAX - low) {
      return false;
    }
    low += skip;
    high = skip > UINT64_MAX - high ? UINT64_MAX : high + skip;
  }
  return false;
}

bool dxgmap_ddi_frames_search(const dxgmap_ddi_frames_wish *wish, dxgmap_ddi_record *record)
{
  bool found = dxgmap_ddi_frames_found(wish, record);
  if (found && (wish->flags & MM_DONT_ZERO_ALLOCATION) != 0) {
    dxgmap_ddi_frames_fill(record);
  }
  return found;
}

bool dxgmap_ddi_frames_run(PHYSICAL_ADDRESS low, PHYSICAL_ADDRESS high, PHYSICAL_ADDRESS boundary,
                           dxgmap_ddi_record *record)
{
  uint64_t bytes = (uint64_t)boundary.QuadPart;
  uint64_t pages = bytes != 0 && bytes < PAGE_SIZE ? 1 : bytes / PAGE_SIZE;
  bool found = dxgmap_ddi_run(dxgmap_ddi_pages_within((uint64_t)low.QuadPart, (uint64_t)high.QuadPart), pages, record);
  if (found) {
    dxgmap_ddi_frames_fill(record);
  }
  return found;
}

void dxgmap_ddi_frames_explain(dxgmap_ddi_call *call, PHYSICAL_ADDRESS high)
{
  if ((uint64_t)high.QuadPart < 2 * PAGE_SIZE - 1) {
    dxgmap_ddi_note *note = dxgmap_ddi_also(call, DXGMAP_CAUSE_NO_HOST, 0);
    note->address = (uint64_t)high.QuadPart;
    note->severity = DXGMAP_SEVERITY_NOTE;
    dxgmap_ddi_detail(note, "the highest acceptable address allows no page but page 0, which is never given out; a "
                            "driver that takes any memory says -1");
  }
}

const char *dxgmap_ddi_skip_fault(PHYSICAL_ADDRESS skip, ULONG flags, uint64_t bytes)
{
  uint64_t chunk = (uint64_t)skip.QuadPart;
  if (chunk % PAGE_SIZE != 0) {
    return "SkipBytes is not a multiple of the page";
  }
  if ((flags & MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS) == 0 || chunk == 0) {
    return NULL;
  }
  if ((chunk & (chunk - 1)) != 0) {
    return "SkipBytes, the size of contiguous chunks, is not a power of two";
  }
  return bytes % chunk != 0 ? "TotalBytes is not a multiple of SkipBytes, the size of contiguous chunks" : NULL;
}

const char *dxgmap_ddi_boundary_fault(PHYSICAL_ADDRESS boundary)
{
  uint64_t bytes = (uint64_t)boundary.QuadPart;
  return bytes != 0 && (bytes & (bytes - 1)) != 0 ? "BoundaryAddressMultiple is not a power of two" : NULL;
}
