/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_HOST_DEVICE_H
#define DXGMAP_HOST_DEVICE_H

#include "host/interface/devices.h"
#include "host/os/os.h"

/* Every page number is less: what a view remembers of a page has room for one, and for marks above it. */
#define DXGMAP_HOST_FRAME_BITS (((uint64_t)1 << 59) - 1)

typedef struct dxgmap_host_device_page {
  dxgmap_os_file file;
  uint64_t at; /* page in the file */
  void *bytes;
} dxgmap_host_device_page;

DXGMAP_HOST_API bool dxgmap_host_device_find(uint64_t frame, dxgmap_host_device_page *page);
DXGMAP_HOST_API void dxgmap_host_devices_close(void);
DXGMAP_HOST_API uint64_t dxgmap_host_devices_open(void);

/* In a forked copy of the process: the memory of devices is the other's, and faults. */
DXGMAP_HOST_API void dxgmap_host_devices_fork(void);

#endif
