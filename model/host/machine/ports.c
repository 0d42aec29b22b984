/* SPDX-License-Identifier: MIT */
/* The I/O ports of the machine: bytes that remember what was written. */
#include "host/machine/ports.h"
#include "host/base/config.h"

#include <string.h>

static uint8_t dxgmap_host_ports[DXGMAP_HOST_PORTS];
static bool dxgmap_host_ports_written; /* else all are zero */

void dxgmap_host_ports_clear(void)
{
  if (dxgmap_host_ports_written) {
    memset(dxgmap_host_ports, 0, sizeof dxgmap_host_ports);
    dxgmap_host_ports_written = false;
  }
}

static bool dxgmap_host_ports_exist(uint32_t port, uint32_t width)
{
  return dxgmap_host_opened() != NULL && (width == 1 || width == 2 || width == 4) && port <= DXGMAP_HOST_PORTS - width;
}

bool dxgmap_host_port_read(uint32_t port, uint32_t width, uint32_t *value)
{
  uint32_t bytes = 0;
  if (!dxgmap_host_ports_exist(port, width)) {
    return false;
  }
  for (uint32_t i = 0; i < width; i++) {
    bytes |= (uint32_t)dxgmap_host_ports[port + i] << (8 * i);
  }
  *value = bytes;
  return true;
}

bool dxgmap_host_port_write(uint32_t port, uint32_t width, uint32_t value)
{
  if (!dxgmap_host_ports_exist(port, width)) {
    return false;
  }
  dxgmap_host_ports_written = true;
  for (uint32_t i = 0; i < width; i++) {
    dxgmap_host_ports[port + i] = (uint8_t)(value >> (8 * i));
  }
  return true;
}
