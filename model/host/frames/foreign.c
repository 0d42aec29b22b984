/* SPDX-License-Identifier: MIT */
/* The process's own memory: probing it, copying to and from it, and the frames that stand for its pages. */
#include "host/frames/foreign.h"
#include "host/base/table.h"
#include "host/os/os.h"

static dxgmap_host_table dxgmap_host_foreign_frames; /* page of the process -> frame */

static void *dxgmap_host_foreign_address(uint64_t page, uint64_t offset)
{
  return (void *)(uintptr_t)(page * DXGMAP_HOST_PAGE + offset);
}

/* ---- Probing ---- */

bool dxgmap_host_foreign_probe(uint64_t page, uint64_t pages, bool write)
{
  if (!dxgmap_os_readable(dxgmap_host_foreign_address(page, 0), pages)) {
    return false;
  }
  /* As a lock does, this makes the process's private copy of a page that was shared copy-on-write. */
  for (uint64_t i = 0; write && i < pages; i++) {
    if (!dxgmap_os_writable(dxgmap_host_foreign_address(page + i, 0))) {
      return false;
    }
  }
  return true;
}

bool dxgmap_host_probe(const void *address, uint64_t length, bool write)
{
  uint64_t first = (uint64_t)(uintptr_t)address;
  if (length == 0) {
    return true;
  }
  if (length - 1 > UINT64_MAX - first) {
    return false;
  }
  return dxgmap_host_foreign_probe(first / DXGMAP_HOST_PAGE,
                                   (first + length - 1) / DXGMAP_HOST_PAGE - first / DXGMAP_HOST_PAGE + 1, write);
}

/* ---- Copying ---- */

dxgmap_host_result dxgmap_host_foreign_copy(uint64_t page, uint64_t offset, void *bytes, uint64_t length, bool write)
{
  void *address = dxgmap_host_foreign_address(page, offset);
  bool done =
      write ? dxgmap_os_copy_to(address, bytes, (size_t)length) : dxgmap_os_copy_from(address, bytes, (size_t)length);
  return done ? DXGMAP_HOST_OK : DXGMAP_HOST_BAD_ADDRESS;
}

/* ---- Frames ---- */

bool dxgmap_host_foreign_room(uint64_t pages)
{
  return dxgmap_host_table_room(&dxgmap_host_foreign_frames, dxgmap_host_foreign_frames.used + pages);
}

void dxgmap_host_foreign_remember(uint64_t page, uint64_t frame)
{
  dxgmap_host_table_put(&dxgmap_host_foreign_frames, page, frame);
}

bool dxgmap_host_foreign_find(uint64_t page, uint64_t *frame)
{
  return dxgmap_host_table_get(&dxgmap_host_foreign_frames, page, frame);
}

void dxgmap_host_foreign_forget(uint64_t page)
{
  dxgmap_host_table_remove(&dxgmap_host_foreign_frames, page);
}

void dxgmap_host_foreign_close(void)
{
  dxgmap_host_table_close(&dxgmap_host_foreign_frames);
}
