/* SPDX-License-Identifier: MIT */
/* Device memory and ports. */
#ifndef DXGMAP_HOST_INTERFACE_DEVICES_H
#define DXGMAP_HOST_INTERFACE_DEVICES_H

#include "host/interface/result.h"

#define DXGMAP_HOST_DEVICES 256u /* device memories open at a time */
#define DXGMAP_HOST_PORTS 65536u /* I/O ports, one byte each */

/*
 * Memory behind the page numbers [first_frame, first_frame + pages): they are no longer given out. BUSY if one is
 * in use. The numbers may lie beyond the machine's memory. Views over it must be removed before it is closed.
 */
DXGMAP_HOST_API dxgmap_host_result dxgmap_host_device_open(uint64_t first_frame, uint64_t pages, uint32_t *device);
DXGMAP_HOST_API void dxgmap_host_device_close(uint32_t device);
DXGMAP_HOST_API void *dxgmap_host_device_base(uint32_t device); /* the device's own view of it */

/* `width` is 1, 2 or 4 bytes, little endian; false for another width or past the last port. */
DXGMAP_HOST_API bool dxgmap_host_port_read(uint32_t port, uint32_t width, uint32_t *value);
DXGMAP_HOST_API bool dxgmap_host_port_write(uint32_t port, uint32_t width, uint32_t value);

#endif
