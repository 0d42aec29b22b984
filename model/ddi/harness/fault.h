/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_FAULT_H
#define DXGMAP_DDI_FAULT_H

#include <stdint.h>

/* Faults of the CPU inside the library's windows, by policy (enum dxgmap_fault_policy). 0: the host could not. The
   caller does not hold the lock. */
int dxgmap_ddi_faults_open(uint32_t policy);
void dxgmap_ddi_faults_close(void);

#endif
