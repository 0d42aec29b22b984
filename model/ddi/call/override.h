/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_OVERRIDE_H
#define DXGMAP_DDI_OVERRIDE_H

#include <stdint.h>

#include "dxgmap.h"

/* The statuses that calls answer: those of status.h, but where the harness asked for others (decision 12). */

/* What the operation answers, overrides of the harness included. */
NTSTATUS dxgmap_ddi_status(uint32_t operation, uint32_t cause);

/* DXGMAP_CAUSE_NO_HOST: 64 overrides are set already. */
uint32_t dxgmap_ddi_override_set(uint32_t operation, uint32_t cause, NTSTATUS status);
void dxgmap_ddi_override_reset(void);

#endif
