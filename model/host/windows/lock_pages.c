/* SPDX-License-Identifier: MIT */
/* Locking pages by their address: those of a window are the frames behind it, any others get frames that stand for
   them. */
#include "host/interface/frames.h"
#include "host/base/config.h"
#include "host/base/inject.h"
#include "host/frames/foreign.h"
#include "host/frames/numbers.h"
#include "host/frames/physical.h"
#include "host/frames/scatter.h"
#include "host/interface/windows.h"

static dxgmap_host_result dxgmap_host_lock_foreign(uint64_t page, bool window, bool write, uint64_t *frame)
{
  uint64_t end = dxgmap_host_opened()->pages, found;
  if (page == 0 || !dxgmap_host_foreign_probe(page, 1, write)) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (dxgmap_host_foreign_find(page, frame)) {
    if (!dxgmap_host_physical_lost(*frame)) {
      dxgmap_host_physical_hold(*frame);
      return DXGMAP_HOST_OK;
    }
    dxgmap_host_foreign_forget(page, *frame); /* it stands for memory that was there before */
  }
  found = dxgmap_host_scatter_one(dxgmap_host_scatter_low(), end);
  if (found == end) {
    return DXGMAP_HOST_NO_FRAMES;
  }
  dxgmap_host_numbers_take(found);
  dxgmap_host_physical_take(found, page);
  /* What a window shows changes without being gone: a section moves when it is pinned. When a view of it goes, that is
     said. */
  dxgmap_host_physical_watch(found, dxgmap_host_foreign_remember(page, found, !window));
  *frame = found;
  return DXGMAP_HOST_OK;
}

static dxgmap_host_result dxgmap_host_lock_page(uint64_t page, bool write, uint64_t *frame)
{
  dxgmap_host_location where = dxgmap_host_locate((const void *)(uintptr_t)(page * DXGMAP_HOST_PAGE));
  if (!where.framed) {
    return dxgmap_host_lock_foreign(page, where.place != DXGMAP_HOST_PLACE_UNKNOWN, write, frame);
  }
  switch (dxgmap_host_frame_kind_of(where.frame)) {
  case DXGMAP_HOST_FRAME_MEMORY:
    dxgmap_host_physical_hold(where.frame);
    break;
  case DXGMAP_HOST_FRAME_DEVICE:
    break;
  default:
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  *frame = where.frame;
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_lock_pages(const void *address, uint64_t pages, bool write, uint64_t *frames)
{
  uint64_t first = (uint64_t)(uintptr_t)address / DXGMAP_HOST_PAGE;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (pages == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (pages > UINT64_MAX / DXGMAP_HOST_PAGE - first) {
    return DXGMAP_HOST_BAD_ADDRESS;
  }
  if (!dxgmap_host_acquire() || !dxgmap_host_foreign_room(pages)) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  for (uint64_t i = 0; i < pages; i++) {
    dxgmap_host_result result = dxgmap_host_lock_page(first + i, write, &frames[i]);
    if (result != DXGMAP_HOST_OK) {
      dxgmap_host_frames_drop(frames, i);
      return result;
    }
  }
  return DXGMAP_HOST_OK;
}

bool dxgmap_host_frame_of(const void *address, uint64_t *frame)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  uint64_t page = (uint64_t)(uintptr_t)address / DXGMAP_HOST_PAGE;
  if (where.place == DXGMAP_HOST_PLACE_LIVE && where.framed) {
    *frame = where.frame;
    return true;
  }
  if (dxgmap_host_foreign_find(page, frame) && !dxgmap_host_physical_lost(*frame)) {
    return true;
  }
  return dxgmap_host_lock_pages(address, 1, false, frame) == DXGMAP_HOST_OK;
}
