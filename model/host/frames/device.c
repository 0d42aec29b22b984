/* SPDX-License-Identifier: MIT */
/* Memory of devices, which has page numbers like any other memory. */
#include "host/frames/device.h"
#include "host/base/config.h"
#include "host/base/memory.h"
#include "host/frames/numbers.h"
#include "host/interface/frames.h"
#include "host/interface/threads.h"

/* Found beside openings and closings by the copies of read sections. So `pages` is stored after the rest, the rest is
   stored while it is 0, and between a close and the next opening of the place lies a wait for the sections. */
static struct {
  uint64_t first, pages; /* pages is 0 if there is no such device */
  dxgmap_os_file file;
  unsigned char *bytes;
} dxgmap_host_device[DXGMAP_HOST_DEVICES + 1]; /* by id; 0 is nobody's */
static uint32_t dxgmap_host_device_highest;    /* id ever used: lookups are frequent and devices few */

static bool dxgmap_host_device_overlaps(uint64_t first, uint64_t end)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    if (dxgmap_host_device[id].pages != 0 && first < dxgmap_host_device[id].first + dxgmap_host_device[id].pages &&
        dxgmap_host_device[id].first < end) {
      return true;
    }
  }
  return false;
}

static uint32_t dxgmap_host_device_unused(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    if (dxgmap_host_device[id].pages == 0) {
      return id;
    }
  }
  return 0;
}

static dxgmap_host_result dxgmap_host_device_back(uint32_t id, uint64_t pages)
{
  dxgmap_os_file file = dxgmap_host_file_open("dxgmap-device", pages);
  if (file == DXGMAP_OS_NO_FILE) {
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_device[id].bytes = dxgmap_host_file_map(file, 0, pages);
  if (dxgmap_host_device[id].bytes == NULL) {
    dxgmap_host_file_close(file);
    return DXGMAP_HOST_NO_MEMORY;
  }
  dxgmap_host_device[id].file = file;
  return DXGMAP_HOST_OK;
}

dxgmap_host_result dxgmap_host_device_open(uint64_t first_frame, uint64_t pages, uint32_t *device)
{
  uint32_t id = dxgmap_host_device_unused();
  dxgmap_host_result result;
  if (dxgmap_host_opened() == NULL) {
    return DXGMAP_HOST_CLOSED;
  }
  /* A page number and a page's bytes must fit in what a view remembers of it. */
  if (pages == 0 || pages > DXGMAP_HOST_FRAMES_MAX || first_frame > DXGMAP_HOST_FRAME_BITS - pages) {
    return DXGMAP_HOST_BAD_ARGUMENT;
  }
  if (id == 0) {
    return DXGMAP_HOST_NO_ROOM;
  }
  if (dxgmap_host_device_overlaps(first_frame, first_frame + pages)) {
    return DXGMAP_HOST_BUSY;
  }
  result = dxgmap_host_device_back(id, pages);
  if (result != DXGMAP_HOST_OK) {
    return result;
  }
  if (!dxgmap_host_numbers_block(first_frame, first_frame + pages)) {
    dxgmap_host_file_unmap(dxgmap_host_device[id].bytes, pages);
    dxgmap_host_file_close(dxgmap_host_device[id].file);
    return DXGMAP_HOST_BUSY;
  }
  dxgmap_host_device[id].first = first_frame;
  __atomic_store_n(&dxgmap_host_device[id].pages, pages, __ATOMIC_RELEASE);
  if (id > dxgmap_host_device_highest) {
    __atomic_store_n(&dxgmap_host_device_highest, id, __ATOMIC_RELAXED);
  }
  *device = id;
  return DXGMAP_HOST_OK;
}

void dxgmap_host_device_close(uint32_t device)
{
  uint64_t first, pages;
  if (device == 0 || device > DXGMAP_HOST_DEVICES || dxgmap_host_device[device].pages == 0) {
    return;
  }
  first = dxgmap_host_device[device].first;
  pages = dxgmap_host_device[device].pages;
  /* Nobody holds device memory: another adapter may have it mapped still, and a section may be copying. */
  __atomic_store_n(&dxgmap_host_device[device].pages, 0, __ATOMIC_RELEASE);
  dxgmap_host_read_wait(DXGMAP_HOST_ALL_PARTS);
  dxgmap_host_file_unmap(dxgmap_host_device[device].bytes, pages);
  dxgmap_host_file_close(dxgmap_host_device[device].file);
  dxgmap_host_numbers_unblock(first, first + pages);
}

void *dxgmap_host_device_base(uint32_t device)
{
  return device <= DXGMAP_HOST_DEVICES && dxgmap_host_device[device].pages != 0 ? dxgmap_host_device[device].bytes
                                                                                : NULL;
}

bool dxgmap_host_device_find(uint64_t frame, dxgmap_host_device_page *page)
{
  uint32_t highest = __atomic_load_n(&dxgmap_host_device_highest, __ATOMIC_RELAXED);
  for (uint32_t id = 1; id <= highest; id++) {
    uint64_t pages = __atomic_load_n(&dxgmap_host_device[id].pages, __ATOMIC_ACQUIRE);
    if (pages != 0 && frame >= dxgmap_host_device[id].first && frame - dxgmap_host_device[id].first < pages) {
      uint64_t at = frame - dxgmap_host_device[id].first;
      page->file = dxgmap_host_device[id].file;
      page->at = at;
      page->bytes = dxgmap_host_device[id].bytes + at * DXGMAP_HOST_PAGE;
      return true;
    }
  }
  return false;
}

void dxgmap_host_devices_fork(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    if (dxgmap_host_device[id].pages != 0) {
      (void)dxgmap_os_range_clear(dxgmap_host_device[id].bytes,
                                  (size_t)(dxgmap_host_device[id].pages * DXGMAP_HOST_PAGE));
      dxgmap_host_file_close(dxgmap_host_device[id].file);
      dxgmap_host_device[id].file = DXGMAP_OS_NO_FILE;
    }
  }
}

void dxgmap_host_devices_close(void)
{
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    dxgmap_host_device_close(id);
  }
}

uint64_t dxgmap_host_devices_open(void)
{
  uint64_t open = 0;
  for (uint32_t id = 1; id <= DXGMAP_HOST_DEVICES; id++) {
    open += dxgmap_host_device[id].pages != 0;
  }
  return open;
}
