/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_REGISTERS_H
#define DXGMAP_DDI_REGISTERS_H

#include <stdint.h>

/* The accesses behind every port and register accessor. `width` is 1, 2 or 4 bytes. A register lies inside a live
   view; a port does, or in a port resource of a started adapter where there is no view of it. An access to anything
   else is reported; then a read gives all ones, and a write goes nowhere. */

uint32_t dxgmap_ddi_read_port(const void *port, uint32_t width, const void *site);
void dxgmap_ddi_write_port(const void *port, uint32_t width, uint32_t value, const void *site);
uint32_t dxgmap_ddi_read_register(const volatile void *address, uint32_t width, const void *site);
void dxgmap_ddi_write_register(volatile void *address, uint32_t width, uint32_t value, const void *site);

#endif
