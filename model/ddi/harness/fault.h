/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_FAULT_H
#define DXGMAP_DDI_FAULT_H

#include <stdbool.h>
#include <stdint.h>

/* Faults of the CPU inside the library's windows, by policy (enum dxgmap_fault_policy). False: the host could not. The
   caller does not hold the lock. */
bool dxgmap_ddi_faults_open(uint32_t policy);
void dxgmap_ddi_faults_close(void);

#endif
