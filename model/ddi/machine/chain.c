/* SPDX-License-Identifier: MIT */
#include "ddi/machine/chain.h"

#include "ddi/machine/system.h"

uint64_t dxgmap_ddi_lead(uint64_t adapter)
{
  dxgmap_outcome lead = dxgmap_op_lead(dxgmap_ddi.state, adapter);
  return lead.status == DXGMAP_OK ? lead.handle : adapter;
}
