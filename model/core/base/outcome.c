/* SPDX-License-Identifier: MIT */
#include "base/outcome.h"

dxgmap_outcome dxgmap_refuse(uint32_t status)
{
  dxgmap_outcome o;
  o.status = status;
  o.handle = 0;
  return o;
}

dxgmap_outcome dxgmap_accept(uint64_t handle)
{
  dxgmap_outcome o;
  o.status = DXGMAP_OK;
  o.handle = handle;
  return o;
}
