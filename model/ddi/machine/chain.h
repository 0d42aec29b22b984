/* SPDX-License-Identifier: MIT */
#ifndef DXGMAP_DDI_CHAIN_H
#define DXGMAP_DDI_CHAIN_H

#include <stdint.h>

/* The adapter whose save areas, domain and adapter objects this one shares: the lead of its chain. Itself, when it is
   none of a chain, and so when it is no adapter. */
uint64_t dxgmap_ddi_lead(uint64_t adapter);

#endif
