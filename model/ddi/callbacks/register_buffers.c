/* SPDX-License-Identifier: MIT */
#include "ddi/callbacks/register_buffers.h"

#include <string.h>

#include "ddi/call/argument.h"
#include "ddi/callbacks/registers.h"

/* How many accesses there are to be. */
static uint32_t dxgmap_ddi_buffer_count(uint32_t operation, const void *buffer, uint32_t width, uint32_t count,
                                        bool write, const void *site)
{
  uint64_t bytes = (uint64_t)width * count;
  return bytes > 0 && dxgmap_ddi_argument_first(operation, "Buffer", buffer, bytes, write, site) ? count : 0;
}

/* A value has its low byte first, in the buffer and here. */
static void dxgmap_ddi_buffer_put(void *buffer, uint32_t i, uint32_t width, uint32_t value)
{
  memcpy((uint8_t *)buffer + (uint64_t)i * width, &value, width);
}

static uint32_t dxgmap_ddi_buffer_get(const void *buffer, uint32_t i, uint32_t width)
{
  uint32_t value = 0;
  memcpy(&value, (const uint8_t *)buffer + (uint64_t)i * width, width);
  return value;
}

void dxgmap_ddi_read_ports(const void *port, void *buffer, uint32_t width, uint32_t count, const void *site)
{
  uint32_t accesses = dxgmap_ddi_buffer_count(DXGMAP_OPERATION_PORT_ACCESS, buffer, width, count, true, site);
  for (uint32_t i = 0; i < accesses; i++) {
    dxgmap_ddi_buffer_put(buffer, i, width, dxgmap_ddi_read_port(port, width, site));
  }
}

void dxgmap_ddi_write_ports(const void *port, const void *buffer, uint32_t width, uint32_t count, const void *site)
{
  uint32_t accesses = dxgmap_ddi_buffer_count(DXGMAP_OPERATION_PORT_ACCESS, buffer, width, count, false, site);
  for (uint32_t i = 0; i < accesses; i++) {
    dxgmap_ddi_write_port(port, width, dxgmap_ddi_buffer_get(buffer, i, width), site);
  }
}

void dxgmap_ddi_read_registers(const volatile void *first, void *buffer, uint32_t width, uint32_t count,
                               const void *site)
{
  const volatile uint8_t *at = first;
  uint32_t accesses = dxgmap_ddi_buffer_count(DXGMAP_OPERATION_REGISTER_ACCESS, buffer, width, count, true, site);
  for (uint32_t i = 0; i < accesses; i++) {
    dxgmap_ddi_buffer_put(buffer, i, width, dxgmap_ddi_read_register(at + (uint64_t)i * width, width, site));
  }
}

void dxgmap_ddi_write_registers(volatile void *first, const void *buffer, uint32_t width, uint32_t count,
                                const void *site)
{
  volatile uint8_t *at = first;
  uint32_t accesses = dxgmap_ddi_buffer_count(DXGMAP_OPERATION_REGISTER_ACCESS, buffer, width, count, false, site);
  for (uint32_t i = 0; i < accesses; i++) {
    dxgmap_ddi_write_register(at + (uint64_t)i * width, width, dxgmap_ddi_buffer_get(buffer, i, width), site);
  }
}
