/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_PRESSURE_H
#define DXGMAP_DDI_PRESSURE_H

#include <stdbool.h>
#include <stdint.h>

/* Whether this call meets memory pressure. It uses up one failure that was asked for. */
bool dxgmap_ddi_pressed(uint32_t operation, uint32_t index, uint64_t offset, uint64_t bytes);

#endif
