/* SPDX-License-Identifier: MIT */
/* Addresses of the kernel for a list of frames. */
#include "host/interface/windows.h"
#include "host/base/config.h"
#include "host/frames/physical.h"
#include "host/windows/window.h"

/* The address of the process's own pages, if the frames stand for pages that lie side by side there; else NULL. */
static void *dxgmap_host_kernel_foreign(const uint64_t *frames, uint64_t count)
{
  uint64_t first = dxgmap_host_physical_foreign_page(frames[0]);
  for (uint64_t i = 0; i < count; i++) {
    if (first == 0 || dxgmap_host_physical_foreign_page(frames[i]) != first + i) {
      return NULL;
    }
  }
  return (void *)(uintptr_t)(first * DXGMAP_HOST_PAGE);
}

dxgmap_host_result dxgmap_host_kernel_map(const uint64_t *frames, uint64_t count, uint64_t owner, void **address)
{
  dxgmap_host_result result;
  void *foreign;
  uint64_t at;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  if (count == 0) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  foreign = dxgmap_host_kernel_foreign(frames, count);
  if (foreign != NULL) {
    *address = foreign;
    return DXGMAP_HOST_OK;
  }
  result = dxgmap_host_window_claim(DXGMAP_HOST_KERNEL_WINDOW, count, &at);
  if (result != DXGMAP_HOST_OK) {
    return result;
  }
  result = dxgmap_host_window_place_frames(DXGMAP_HOST_KERNEL_WINDOW, at, frames, count);
  if (result != DXGMAP_HOST_OK) {
    dxgmap_host_window_remove(DXGMAP_HOST_KERNEL_WINDOW, at, count);
    return result;
  }
  dxgmap_host_window_own(DXGMAP_HOST_KERNEL_WINDOW, at, count, owner);
  *address = (unsigned char *)dxgmap_host_window_base(DXGMAP_HOST_KERNEL_WINDOW) + at * DXGMAP_HOST_PAGE;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_kernel_unmap(void *address, uint64_t pages)
{
  dxgmap_host_location where = dxgmap_host_locate(address);
  if (where.window == DXGMAP_HOST_KERNEL_WINDOW) {
    dxgmap_host_window_remove(where.window, where.at, pages);
  }
}
