/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REGISTER_BUFFERS_H
#define DXGMAP_DDI_REGISTER_BUFFERS_H

#include <stdint.h>

/* `count` accesses of registers.h in a row, between a buffer of the driver's and one port, or consecutive registers, as
   the pages say. A buffer that cannot be used is reported, and there is no access at all. */

void dxgmap_ddi_read_ports(const void *port, void *buffer, uint32_t width, uint32_t count, const void *site);
void dxgmap_ddi_write_ports(const void *port, const void *buffer, uint32_t width, uint32_t count, const void *site);
void dxgmap_ddi_read_registers(const volatile void *first, void *buffer, uint32_t width, uint32_t count,
                               const void *site);
void dxgmap_ddi_write_registers(volatile void *first, const void *buffer, uint32_t width, uint32_t count,
                                const void *site);

#endif
