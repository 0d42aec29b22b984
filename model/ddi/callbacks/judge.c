/* SPDX-License-Identifier: MIT */
#include "ddi/callbacks/judge.h"

#include "ddi/call/argument.h"
#include "ddi/call/call.h"

bool dxgmap_ddi_judge_enter(dxgmap_ddi_call *call, uint32_t operation, const char *name, const void *object,
                            size_t bytes, const void *site)
{
  (void)dxgmap_ddi_enter(call, operation, NULL, site);
  if (dxgmap_ddi_argument_out(call, name, object, bytes)) {
    return true;
  }
  (void)dxgmap_ddi_leave(call, DXGMAP_CAUSE_BAD_ARGUMENT);
  return false;
}

bool dxgmap_ddi_judge_leave(dxgmap_ddi_call *call, const char *fault)
{
  (void)dxgmap_ddi_leave(call, fault == NULL ? (uint32_t)DXGMAP_CAUSE_NONE : dxgmap_ddi_bad(call, fault));
  return fault == NULL;
}
